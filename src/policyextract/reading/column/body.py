"""The bodies of a cell: each name that its separators part, with the role of the column, a label or a bracket."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

import attrs

from policyextract.clean.excerpt import excerpt
from policyextract.day.stated_date import day_of
from policyextract.marks.enclosure import CLOSES, CLOSING, OPENING, OPENS
from policyextract.marks.table.head import said, squeezed
from policyextract.reading.column.words import ends_body, is_branch, is_government, is_group, is_person
from policyextract.reading.part import responsibilities
from policyextract.text.document import Document
from policyextract.text.pattern import pattern
from policyextract.text.span import Mention, Span
from policyextract.values import DepartmentKind, DepartmentRole, Responsibility

_LABEL = pattern(r"([^，。；、：:\s（(]{2,8})[：:]")
_SIGN = pattern(rf"[{OPENING}{CLOSING}]|[、，,；;/／|]|以及|[和及与]|\s+")
_WORDS = frozenset("和及与")
_FIRM = frozenset("、，,；;/／|")
_MARK = pattern(rf"\s*[{OPENING}]([^{OPENING}{CLOSING}]{{1,20}})[{CLOSING}]\s*$")
_KINDS = pattern("[省市县区州镇乡旗盟街道场园、]{1,12}")  # 各镇（街道）, 各县（市、区）
_REST = pattern(r"等(?:[^、，。；局委办厅]{0,8}\L<table.group>)?$")
_ACTS = pattern("\\L<table.acts>\\L<table.acts-more>?$")
_OPENS = pattern(r"(?:[0-9]{1,2}[.．、]|[①-⑳]|由|会同)?\s*")
_LONGEST, _SHORTEST = 40, 2
_RULE = "department.column"
_ROLES = {"lead": DepartmentRole.LEAD, "support": DepartmentRole.SUPPORT, "supervise": DepartmentRole.SUPERVISE}


class _Name(NamedTuple):
    """A name of a cell: its place in the source, and the role that a label or a bracket gives it."""

    start: int
    stop: int
    role: str


def idle(value: Responsibility) -> Responsibility:
    """A body that only stands in the words of a task whose bodies have columns of their own."""
    return attrs.evolve(value, role=DepartmentRole.NONE)


def bodies(
    document: Document, spans: Sequence[Span], role: DepartmentRole, names: tuple[str, ...], first_leads: bool
) -> Iterator[Mention[Responsibility]]:
    """The bodies of the cells of one column, in the order of the text.

    Args:
        document: what the cells stand in.
        spans: the cells.
        role: what the head of the column says.
        names: further names that count as departments.
        first_leads: whether the first of a cell leads and the others support.

    >>> cell = Document.plain("县财政局（牵头）、各县（市、区）人民政府等")
    >>> [(m.value.name, m.value.role.value) for m in bodies(cell, [Span(0, 21)], DepartmentRole.RESPONSIBLE, (), False)]
    [('县财政局', 'lead'), ('各县（市、区）人民政府', 'support')]
    """
    known = _known(document, spans, names)
    for span in spans:
        found = [name for name in _names(document.source, span) if _is_body(document.source, name, known)]
        leads = any(name.role == "lead" for name in found)
        for order, name in enumerate(found):
            value = known.get((name.start, name.stop)) or _unknown(_word(document.source, name))
            own = _role(name, order, role, leads, first_leads)
            word = _word(document.source, name)
            place = Span(name.start, name.stop)
            yield Mention(place, attrs.evolve(value, name=word, role=own), _RULE, document.quote(place))


def _word(source: str, name: _Name) -> str:
    return squeezed(source[name.start : name.stop])


def _role(name: _Name, order: int, role: DepartmentRole, leads: bool, first_leads: bool) -> DepartmentRole:
    """The role of one name of a cell: its own, else that of the column; beside one that leads, the others support."""
    if name.role in _ROLES:
        return _ROLES[name.role]
    if role is DepartmentRole.RESPONSIBLE and not name.role:
        if leads:
            return DepartmentRole.SUPPORT
        if first_leads:
            return DepartmentRole.SUPPORT if order else DepartmentRole.LEAD
    return role


def _known(document: Document, spans: Sequence[Span], names: tuple[str, ...]) -> dict[tuple[int, int], Responsibility]:
    """The bodies that the grammar of names finds, by their places in the source."""
    column = excerpt(document.source, spans, day_of(document))
    mentions = (column.mention(find) for find in responsibilities(column, names))
    return {(mention.span.start, mention.span.stop): mention.value for mention in mentions}


def _unknown(word: str) -> Responsibility:
    """A body that the grammar does not know: a column of bodies names whoever has a duty, also companies."""
    if is_group(word):
        return Responsibility(word, DepartmentKind.GROUP)
    kind = DepartmentKind.GOVERNMENT if is_government(word) else DepartmentKind.AGENCY
    return Responsibility(word, kind)


def _is_body(source: str, name: _Name, known: dict[tuple[int, int], Responsibility]) -> bool:
    if (name.start, name.stop) in known:
        return True
    word = _word(source, name)
    return (
        _SHORTEST <= len(word) <= _LONGEST
        and word not in said("nothing")
        and not is_person(word)
        and not word.isascii()
    )


def _names(source: str, span: Span) -> Iterator[_Name]:
    """The names of a cell as its separators part them, without labels, marks and what 等 adds."""
    role = ""
    for start, stop in _pieces(source, span):
        start = _OPENS.match(source, start, stop).end()  # type: ignore[union-attr]  # may be empty, and always matches
        label = _LABEL.match(source, start, stop)
        if label:
            role = _labelled(label[1])
            start = label.end()
        name = _trimmed(source, start, stop, role)
        if name is not None:
            yield name


@cache
def _labels() -> "re.Pattern[str]":
    words = {word: role for role in ("lead", "support", "supervise", "responsible") for word in said(role)}
    return pattern("|".join(sorted(words, key=len, reverse=True)))


def _labelled(words: str) -> str:
    """The role that a label or a mark gives: ``牵头单位``, ``主办``; empty if it gives none."""
    match = _labels().search(words)
    return next((role for role in (*_ROLES, "responsible") if match and match.group() in said(role)), "")


def _trimmed(source: str, start: int, stop: int, role: str) -> _Name | None:
    """A name without the marks in brackets behind it and without 等, or ``None`` where nothing is left."""
    while True:
        mark = _MARK.search(source, start, stop)
        if mark is None or mark.start() <= start or _KINDS.fullmatch(mark[1]):
            break
        role = _labelled(mark[1]) or role
        stop = mark.start()
    acts = _ACTS.search(source, start, stop)
    if acts and acts.start() > start:
        role, stop = role or _labelled(acts.group()) or "responsible", acts.start()
    rest = _REST.search(source, start, stop)
    if rest:
        stop = rest.start()
    while start < stop and (source[start].isspace() or source[start] in "。.：:"):
        start += 1
    while start < stop and (source[stop - 1].isspace() or source[stop - 1] in "。.：:"):
        stop -= 1
    return _Name(start, stop, role) if start < stop else None


def _pieces(source: str, span: Span) -> Iterator[tuple[int, int]]:
    """The stretches between separators outside brackets.

    White space and 和 part names only where a whole name stands before them: ``市水利局 市财政局``, but not
    ``综合行政⏎执法队``, ``住房和城乡建设局``.
    """
    depth, start = 0, span.start
    for sign in _SIGN.finditer(source, span.start, span.stop):
        word = sign.group()
        if word in OPENS:
            depth += 1
        elif word in CLOSES:
            depth = max(depth - 1, 0)
        elif depth == 0 and _parts(source, start, sign, span.stop):
            yield start, sign.start()
            start = sign.end()
    yield start, span.stop


def _parts(source: str, start: int, sign: "re.Match[str]", stop: int) -> bool:
    word = sign.group()
    if word in _FIRM or word == "以及":
        return True
    before = "".join(source[start : sign.start()].split())
    after = source[sign.end() : min(sign.end() + _AHEAD, stop)]
    if word in _WORDS:
        return ends_body(before) and _STARTS.match(after) is not None
    if "\n" in word and _LABEL.match(source, sign.end(), stop):
        return True
    return ends_body(before) and not (_GOES_ON.match(after) or is_branch(after))


_AHEAD = 16
_STARTS = pattern("[省市县区州镇乡各国]|\\L<name.concerned>")
_GOES_ON = pattern("[（(、，,；;）)等]")
