"""What a label with numerals announces, and where the text spells it out."""

from policyextract.number.numerals import DIGITS
from policyextract.text.pattern import pattern

_VALUE = {char: number for number, char in enumerate(f"{DIGITS}十")} | {"两": 2, "双": 2}
_GROUP = pattern(r"([二两双三四五六七八九十]{1,3}|一)(?:(?<=五)位一体|[^一二两双三四五六七八九十、，,+]{1,6})")
_SETS = pattern(r"([二两三四五六七八九十]{1,3})个一.{0,4}")
_COUNTING = frozenset("一二两双三四五六七八九十0123456789")
_DIGITS = pattern(r"[0-9]{1,3}")
_CODE = pattern(r"[0-9]{3,7}")
_OPENS = pattern(
    r"[”\"]?[^，,。；;：:（(“”\"\n]{0,8}(?:[：:（(]|——|，?\L<slogan.means>)"
    r"(?:\L<slogan.means>)?[：:“]?"
)
_MEMBER = '[^、，,。；;：:（）()“”"\n]{1,16}'
_MEMBERS = pattern(f"{_MEMBER}(?:[、，,；;]{_MEMBER}){{1,14}}")
_STOPS = pattern('[，,。；;：:（(）)“”"\n]')
_PART = pattern("[、，,；;]")
_BREAK = pattern("[，,；;]")
_REACH = 160


def _number(text: str) -> int:
    if text[0] == "十":
        return 10 + (_VALUE[text[1]] if len(text) > 1 else 0)
    if "十" in text:
        tens, _, ones = text.partition("十")
        return _VALUE[tens[-1]] * 10 + (_VALUE[ones[0]] if ones else 0)
    return _VALUE[text[0]]


def numerals(label: str) -> tuple[int, ...]:
    """How many members each part of a label announces; empty where it announces none.

    >>> numerals("三高四新"), numerals("双随机、一公开"), numerals("三个一批"), numerals("一网通办"), numerals("1+N")
    ((3, 4), (2, 1), (3,), (), (1,))
    """
    if _COUNTING.isdisjoint(label):
        return ()
    if "+" in label:
        return tuple(map(int, _DIGITS.findall(label)))
    if _CODE.fullmatch(label):
        return tuple(map(int, label))
    if "个一" in label and (sets := _SETS.fullmatch(label)) is not None:
        return (_number(sets.group(1)),)
    counts = tuple(map(_number, _GROUP.findall(label)))
    return counts if len(counts) > 1 or (counts and counts[0] > 1) else ()


def expansion(text: str, start: int, stop: int, counts: tuple[int, ...]) -> tuple[str, ...]:
    """The members that the text gives for the label at ``[start, stop)``, right after it or right before it.

    Only as many members as the label announces are taken for its expansion.

    >>> text = "严格做到“四个定”：定点、定量、定时、定人，确保"
    >>> expansion(text, 5, 8, (4,))
    ('定点', '定量', '定时', '定人')
    """
    if not counts or sum(counts) < 2:
        return ()
    if (opening := _OPENS.match(text, stop, stop + _REACH)) is not None:
        following = _MEMBERS.match(text, opening.end(), opening.end() + _REACH)
        if following is not None:
            listed = following.group()
            first = _PART.split(listed, maxsplit=1)[0]
            parts = _BREAK.split(listed)[0].split("、") if listed[len(first)] == "、" else _BREAK.split(listed)
            for total in (sum(counts), counts[0]):
                if len(parts) == total or (len(parts) > total > 2 and listed[len(first)] != "、"):
                    return _even(parts[:total])
    return _listed_before(text[max(0, start - _REACH) : start], text[start:stop], sum(counts))


def _listed_before(before: str, label: str, total: int) -> tuple[str, ...]:
    if total < 3:
        return ()
    clause = _STOPS.split(before.rstrip('“"'))[-1]
    parts = clause.removesuffix("的").split("、")
    if len(parts) != total:
        return ()
    if clause.endswith("的") and any(part[0] != label[-1] for part in parts[1:] if part):
        return ()
    length = len(parts[1])
    if len(parts[0]) > length:
        if parts[0][-length : 1 - length or None] != parts[1][:1] and any(len(part) != length for part in parts[2:]):
            return ()
        parts[0] = parts[0][-length:]
    return _even(parts)


def _even(parts: list[str]) -> tuple[str, ...]:
    return tuple(parts) if all(parts) and max(map(len, parts)) <= 3 * min(map(len, parts)) else ()
