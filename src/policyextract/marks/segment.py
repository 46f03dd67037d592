"""The build of a text: paragraphs, sentences, statements, clauses and points, as spans and never as strings."""

from bisect import bisect_right
from itertools import accumulate

from attrs import frozen

from policyextract.marks.outline import Outline, Point, outline
from policyextract.marks.quotation import quotations
from policyextract.text.document import Document, shared
from policyextract.text.pattern import pattern

__all__ = ["Layout", "Outline", "Point", "Segments", "layout", "outline"]

_STOP = pattern(
    "([\n。！？!?；;，：,:\t\u3000]"
    "(?:(?<=[，：])[，：]*+"
    '|(?<=[。！？!?；;])[。！？!?；;]*+[”’"）)」』】]*+'
    "|(?<=\n)\\s*+"
    "|(?<=[,:])(?<![,:].)(?:(?<!\\d.)[,:]*+|[,:]*+(?!\\d))"  # not in a number: 1,000
    "|(?<=\t)[ \t\u00a0\u3000]*+"
    "|(?<=\u3000)(?:[ \t\u00a0\u3000]++|(?<= .))))"  # one alone parts no more than words
)
_CLAUSE_ENDS = frozenset("，：,:")
_STATEMENT_ENDS = frozenset("；;")
_LONGEST_HEADING = 45
_NO_HEADING_END = frozenset("。；;，,、：:！!？?…）)")


@frozen
class Segments:
    """Stretches of a text that follow one another, found by position.

    >>> segments = Segments((0, 5), (5, 9))
    >>> segments.at(4), segments.at(5), segments.bounds(6)
    (0, 1, (5, 9))
    """

    starts: tuple[int, ...]
    stops: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.starts)

    def at(self, position: int) -> int:
        """The index of the stretch that holds a position, or of the last one that begins before it."""
        return bisect_right(self.starts, position, 1) - 1

    def bounds(self, position: int) -> tuple[int, int]:
        """Start and stop of the stretch that holds a position."""
        index = bisect_right(self.starts, position, 1) - 1
        return self.starts[index], self.stops[index]


@frozen
class Layout:
    """The segments of one document, each ending after its closing punctuation.

    Attributes:
        sentences: end at ``。！？``, at the end of a line, or at a wide gap (a tab, an indent inside a line).
        statements: end at ``；`` too: the farthest that a commitment reaches.
        clauses: end at ``，`` and ``：`` too, and hold ``、``.
        paragraphs: end at the end of a line.
    """

    sentences: Segments
    statements: Segments
    clauses: Segments
    paragraphs: Segments

    def is_heading(self, document: Document, position: int) -> bool:
        """Whether the line at a position is short and does not end as a sentence does.

        >>> document = Document.plain("一、重点任务\\n到2025年，建成30个。\\n")
        >>> [layout(document).is_heading(document, position) for position in (2, 10)]
        [True, False]
        """
        line = document.text[slice(*self.paragraphs.bounds(position))].strip()
        return 1 < len(line) <= _LONGEST_HEADING and line[-1] not in _NO_HEADING_END and "。" not in line


def _segments(stops: list[int], length: int) -> Segments:
    if not stops or stops[-1] < length:
        stops = [*stops, length]
    return Segments((0, *stops[:-1]), tuple(stops))


def _without_opening_quotes(document: Document, runs: list[str], stops: list[int]) -> list[int]:
    """The stops, each without a straight quotation mark at its end that opens: ``推进改革，"一网通办"``."""
    text = document.text
    opening = {start for start, _ in quotations(document) if text[start] == '"'}
    return [stop - (run[-1] == '"' and stop - 1 in opening) for run, stop in zip(runs, stops, strict=True)]


@shared
def layout(document: Document) -> Layout:
    """Paragraphs, sentences, statements and clauses of a document, found in one pass.

    >>> document = Document.plain("由州财政局牵头,会同州发改委做好;确保不低于1,000亿元。")
    >>> [document.text[a:b] for a, b in zip(layout(document).clauses.starts, layout(document).clauses.stops)]
    ['由州财政局牵头,', '会同州发改委做好;', '确保不低于1,000亿元。']
    """
    text = document.text
    parts = _STOP.split(text)  # what stands between the stops, and the stops
    runs = parts[1::2]
    clauses = [*accumulate(map(len, parts))][1::2]
    if '"' in text:
        clauses = _without_opening_quotes(document, runs, clauses)
    statements: list[int] = []
    sentences: list[int] = []
    paragraphs: list[int] = []
    for run, stop in zip(runs, clauses, strict=True):
        sign = run[0]
        if sign in _CLAUSE_ENDS:
            continue
        statements.append(stop)
        if sign not in _STATEMENT_ENDS:
            sentences.append(stop)
            if sign == "\n":
                paragraphs.append(stop)
    length = len(text)
    return Layout(
        _segments(sentences, length),
        _segments(statements, length),
        _segments(clauses, length),
        _segments(paragraphs, length),
    )
