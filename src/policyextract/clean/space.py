"""White space inside numbers, quantities and spaced-out words."""

import string
from collections.abc import Iterator

from policyextract.text.offsets import Edit
from policyextract.text.pattern import pattern

_BLANK = "[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
_GAP = pattern(f"{_BLANK}{_BLANK}*+")
_HAN = "\u3400-\u9fff〇々\U00020000-\U0003ffff"
_IS_HAN = pattern(f"[{_HAN}]")
_OPENING = frozenset("（《〈【〔「『“‘")
_CLOSING = frozenset("，。、；：！？）》〉】〕」』”’")
_AFTER = _CLOSING | _OPENING
_THIN = frozenset("\u00a0\u2009\u202f")
_SENTENCE_END = frozenset("。！？；")
_COLUMNS = pattern(f"[{_HAN}][ \t\u00a0\u3000]+(?=[{_HAN}])")
_EMPTY_CELL = pattern("[ \t\u00a0\u3000][-—/%‰](?:[ \t\u00a0\u3000]|\\Z)")
_PROSE = pattern("[，。；,;]")
_INDEX = pattern("[ \t\u3000]*[0-9]{1,2}(?:\\.[0-9]{1,2}){0,3}\\Z")
_LABEL = pattern("[表图件栏录][0-9]{1,3}\\Z")
_DIGITS = pattern("[0-9.,]+")
_SPREAD = pattern(f"[{_HAN}](?:[ \t\u00a0\u3000]{{1,4}}[{_HAN}]){{1,7}}(?![{_HAN}0-9A-Za-z])")
_SPREAD_NUMBER = pattern(f"[0-9](?:{_BLANK}[0-9.]){{1,14}}(?={_BLANK}?[%‰{_HAN}])")
_YEAR_BEFORE = pattern(f"(?<![0-9.,])(?:19|20)(?P<two>{_BLANK}?[0-9])?(?P<one>{_BLANK}?[0-9])?\\Z")
_YEAR_BEHIND = tuple(pattern(f"[0-9]{{{size}}}{_BLANK}?年") for size in (2, 1, 0))  # what is left of 2021年 to be read
_UNIT_AFTER_INDEX = frozenset("年月日时%‰万亿")
_DASHES = frozenset("-—~")
_FOREIGN = frozenset(string.ascii_letters + string.digits + "%‰℃") | _DASHES


def is_row(line: str) -> bool:
    """Whether a line is a row of a table: no prose, and two gaps between words or more, or a sign in a cell.

    >>> is_row("森林覆盖率 % 约束性 19.5 -"), is_row("到 2025 年，森林覆盖率 达到 19.5% 以上")
    (True, False)
    """
    return not _PROSE.search(line) and (len(_COLUMNS.findall(line)) > 1 or bool(_EMPTY_CELL.search(line)))


class _Lines:
    """What the gaps of one line share: whether the line is a row of a table."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.start = self.stop = -1
        self.is_row = False

    def row(self, position: int) -> bool:
        """Whether the line at ``position`` is a row of a table."""
        if not self.start <= position < self.stop:
            self.start = self.text.rfind("\n", 0, position) + 1
            stop = self.text.find("\n", position)
            self.stop = len(self.text) if stop < 0 else stop
            self.is_row = is_row(self.text[self.start : self.stop])
        return self.is_row


def _is_inside(text: str, start: int, stop: int, line: int) -> bool:
    """Whether the gap ``[start, stop)`` between a word and a number or a foreign sign stands inside a sentence.

    ``line`` is where its line begins.
    """
    before, after = text[start - 1], text[stop]
    if before in _DASHES:
        return text[start - 2 : start - 1].strip() != ""
    if before.isdecimal():
        return _goes_on(text, start, stop, line)
    if after in _DASHES:
        return False
    if after.isdecimal():
        number = _DIGITS.match(text, stop)
        repeats = number is not None and text[number.end() : number.end() + 1] == before  # 2021年 2022年
        return not repeats and bool(_IS_HAN.match(before))
    return bool(_IS_HAN.match(before)) != bool(_IS_HAN.match(after))


def _goes_on(text: str, start: int, stop: int, line: int) -> bool:
    """Whether what follows a number belongs to it: the number is no index of a line and no label of a table."""
    after = text[stop]
    if after in "%‰":
        return True
    if _INDEX.fullmatch(text, line, start):
        return after in _UNIT_AFTER_INDEX
    if _LABEL.search(text, max(start - 4, 0), start):
        return False
    return after in _DASHES or bool(_IS_HAN.match(after))


def _mend(text: str, start: int, stop: int, lines: _Lines) -> str | None:
    """What is to stand in the place of the gap ``[start, stop)``, ``None`` where it parts words and stays."""
    before, after = text[start - 1], text[stop]
    if after in _CLOSING:
        return ""
    if before in _AFTER:
        return "\n" if stop - start > 1 and before in _SENTENCE_END else ""
    if stop - start > 1:
        return None
    if before.isdecimal() and _is_in_year(text, start, stop):
        return ""
    if before.isdecimal() and after.isdecimal():
        return "" if text[start] in _THIN and text[stop : stop + 3].isdecimal() else None
    if before in _FOREIGN or after in _FOREIGN:
        return "" if not lines.row(start) and _is_inside(text, start, stop, lines.start) else None
    return "" if after in _OPENING and _IS_HAN.match(before) and not lines.row(start) else None


def _is_in_year(text: str, start: int, stop: int) -> bool:
    """Whether the gap parts a year, also in a row of a table: ``20 21 年``."""
    before = _YEAR_BEFORE.search(text, max(start - 6, 0), start)
    return before is not None and _YEAR_BEHIND[sum(map(bool, before.groups()))].match(text, stop) is not None


def _spread(text: str, start: int, lines: _Lines) -> int:
    """Where a word or a number stops whose first gap is at ``start`` (``国 务 院``, ``1 2 . 5 %``), or 0."""
    before, first = text[start - 2 : start - 1], text[start - 1]
    if first.isdecimal():
        alone = not (before == "." or (before.isascii() and before.isalnum())) and not lines.row(start)
        match = _SPREAD_NUMBER.match(text, start - 1) if alone else None
    else:
        match = _SPREAD.match(text, start - 1) if first.isalnum() and not before.isalnum() else None
    return match.end() if match else 0


def space(text: str) -> Iterator[Edit]:
    """Edits that take out white space which does not part words.

    Space between two words, between two numbers, and in the rows of a table may part columns, and stays. A wide gap
    after the end of a sentence is where a paragraph ended, and becomes the end of a line.

    >>> from policyextract.text.offsets import apply
    >>> for text in ("给予最高 500 万元", "第二条　促进", "国  务  院", "网上可办率 % 预期性 90"):
    ...     print(apply(text, space(text)))
    给予最高500万元
    第二条　促进
    国务院
    网上可办率 % 预期性 90
    """
    lines = _Lines(text)
    spread_stop = 0
    for match in _GAP.finditer(text):
        start, stop = match.span()
        if not start or stop == len(text) or text[start - 1] == "\n" or text[stop] == "\n":
            continue
        if start >= spread_stop:
            spread_stop = max(spread_stop, _spread(text, start, lines))
        mended = "" if start < spread_stop else _mend(text, start, stop, lines)
        if mended is not None:
            yield Edit(start, stop, mended)
