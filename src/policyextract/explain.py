"""Why a mention is what it is: the rule that read it, what its clause does, and the words and the title that say so."""

from typing import Any

from attrs import frozen

from policyextract.layers import sort_of
from policyextract.lexicon import pairs, select
from policyextract.marks.part import part_at
from policyextract.marks.passage.frame import frames
from policyextract.reading.assertion import assertion, of_clause
from policyextract.text.document import Document
from policyextract.text.record import Record
from policyextract.text.span import Mention, Span
from policyextract.values import Figure, Responsibility, Timing

_JUDGED = (Figure, Timing, Responsibility)


@frozen
class Ground(Record):
    """Words of the source on which a judgement rests.

    Attributes:
        span: where they stand.
        text: the words, without white space.
    """

    span: Span
    text: str


@frozen
class Explanation(Record):
    """Why a mention is what it is.

    Attributes:
        mention: the mention.
        rule: the name of the rule that decided, layer first: ``quantity.unit.state``.
        act: what its clause does: asks, reports or rules; ``None`` for slogans, commitments and mentions of one's own.
        reason: what tells so: ``cue`` (a word, or a day gone by or to come), ``sentence`` (another clause of it
            reports), ``title``, ``opening`` or ``leaning`` (of its passage), ``genre`` (the kind of document).
        cue: the word that tells so, if one does.
        title: the title that governs its passage, if one does.

    Shown as text it is one line of Chinese.

    >>> from policyextract import extract
    >>> result = extract("一、去年工作回顾\\n新建幼儿园5所。")
    >>> print(result.explain(result.quantities[0]))
    “5所”：其他数量，规则quantity.unit.act；分句报告情况（依据标题“去年工作回顾”）
    """

    mention: Mention[Any]
    rule: str
    act: str | None = None
    reason: str = ""
    cue: Ground | None = None
    title: Ground | None = None

    @property
    def grounds(self) -> str:
        """What its clause does and what says so, in Chinese; empty where there is no ``act``."""
        if self.act is None:
            return ""
        ground = self.cue if self.reason == "cue" else self.title if self.reason == "title" else None
        words = f"“{ground.text}”" if ground is not None else ""
        act, reason = pairs("export/members", "Act")[self.act], pairs("export/members", "reason")[self.reason]
        return _said("act").format(act=act, reason=reason, words=words)

    def __str__(self) -> str:
        sort = sort_of(self.mention.value).word
        said = _said("explained").format(text=self.mention.text, sort=sort, rule=self.rule)
        return f"{said}；{self.grounds}" if self.grounds else said


def _said(use: str) -> str:
    """How something is said, with its gaps."""
    return select("export/labels", use)[0]


def explain(document: Document, mention: Mention[Any]) -> Explanation:
    """Why a mention of a document is what it is.

    >>> from policyextract import extract
    >>> result = extract("市财政局要确保投资增长8%。")
    >>> found = explain(result.document, result.targets[0])
    >>> found.act, found.reason, found.cue.text, found.cue.span
    ('asks', 'cue', '确保', Span(start=5, stop=7))

    Raises:
        TypeError: if ``mention`` is no mention.
    """
    if not isinstance(mention, Mention):
        raise TypeError(f"explain() needs a mention of the result, not {type(mention).__name__}")
    if not isinstance(mention.value, _JUDGED):
        return Explanation(mention, mention.rule)
    document = part_at(document, mention.span.start)
    position = document.offsets.to_text(mention.span.start, mention.span.stop)[0]
    found = assertion(document, position) if isinstance(mention.value, Figure) else of_clause(document, position)
    title = frames(document).title(position)
    return Explanation(
        mention,
        mention.rule,
        found.act.value,
        found.rule,
        None if found.cue is None else _ground(document, found.cue.start, found.cue.stop),
        None if title is None else _ground(document, *title),
    )


def _ground(document: Document, start: int, stop: int) -> Ground:
    span = Span(*document.offsets.to_source(start, stop))
    return Ground(span, document.quote(span))
