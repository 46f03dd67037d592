"""A result and its tables as a notebook and a prompt show them: small, and with nothing to load."""

from collections.abc import Sequence
from html import escape

from policyextract.export.fact import facts, shortened
from policyextract.export.highlight import Piece, found, pieces
from policyextract.export.label import label
from policyextract.found import Found
from policyextract.layers import LAYERS, OTHERS, SORTS, Sort, sort_of

MOST = 4_000
"""Characters of a text, and ``MOST // 20`` rows of a table, that a notebook is given to show."""
_CELL = 'style="text-align:left;vertical-align:top"'


def line(result: Found) -> str:
    """How much was found, in a line.

    >>> from policyextract import extract
    >>> line(extract("力争进出口总额增长5%。"))
    '<Result of 12 characters: 1 quantities (1 targets), 1 commitments>'
    """
    counts = []
    for layer in (*LAYERS, OTHERS):
        if count := len(getattr(result, layer.name)):
            part = f" ({len(getattr(result, layer.part.name))} {layer.part.name})" if layer.part else ""
            counts.append(f"{count} {layer.name}{part}".replace("_", " "))
    day = f", {result.reference_date}" if result.reference_date else ""
    return f"<Result of {len(result.document.source)} characters{day}: {', '.join(counts) or 'nothing found'}>"


def text(result: Found) -> str:
    """The beginning of the text, its layers coloured; what was read shows when a place is pointed at.

    >>> from policyextract import extract
    >>> "<script>" in text(extract("<script>alert(1)</script>确保网上可办率达到90%。"))
    False
    """
    cut = pieces(result.document.source, found(result))
    shown = "".join(_piece(piece) for piece in cut if piece.start < MOST)
    more = len(result.document.source) - MOST
    rest = f"<p><small>{label('cut').format(more=more)}</small></p>" if more > 0 else ""
    counts = dict.fromkeys(SORTS, 0)
    for mention in found(result):
        counts[sort_of(mention.value)] += 1
    legend = " ".join(
        f"<span style='{_under(sort)}'>{sort.word} {count}</span>" for sort, count in counts.items() if count
    )
    return f'<p><small>{legend}</small></p><div style="white-space:pre-wrap;line-height:1.9">{shown}</div>{rest}'


def _piece(piece: Piece) -> str:
    words = escape(piece.text[: MOST - piece.start])
    told = [mention for mention in piece.mentions if sort_of(mention.value).key != "commitment"]
    if not told:
        return words
    tips = "\n".join(_tip(mention.value, mention.text) for mention in told)
    return f'<span style="{_under(sort_of(told[0].value))}" title="{escape(tips)}">{words}</span>'


def _tip(value: object, words: str) -> str:
    said = "，".join(f"{name}：{content}" for name, content in facts(value))
    return f"{sort_of(value).word} {shortened(words, 30)}：{said}"


def _under(sort: Sort) -> str:
    return f"border-bottom:2px solid {sort.colour};background:{sort.colour}1f"


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Rows under a header, at most ``MOST // 20`` of them.

    >>> table(("任务", "时限"), [("建成<投产>", "6月底前")]).count("&lt;投产&gt;")
    1
    """
    head = "".join(f"<th {_CELL}>{escape(name)}</th>" for name in header)
    shown = rows[: MOST // 20]
    body = "".join("<tr>" + "".join(f"<td {_CELL}>{escape(cell)}</td>" for cell in row) + "</tr>" for row in shown)
    more = len(rows) - len(shown)
    rest = f"<p><small>{label('rows-cut').format(more=more)}</small></p>" if more else ""
    return f"<table><tr>{head}</tr>{body}</table>{rest}"
