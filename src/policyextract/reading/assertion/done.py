"""What shows that a clause tells what was done: a sum, a day gone by, a goal with its figure."""

from collections.abc import Sequence

from policyextract.marks.cue import Cue
from policyextract.text.pattern import pattern

_DATES = frozenset(("season", "year", "undated"))
_UP_TO = ("到", "至")  # 到2020年，力争达到5亿元 was a goal, whenever it is read
_OWN_YEAR = pattern("[今明]年|20[0-9]{2}年")
_COMMA = pattern("[，,]")
_SUMS_UP = pattern(  # 累计培训300人, 共检查60家; not 共同, 共建
    "(?:全[国省市州县区旗镇乡村]|我[省市州县区])?(?:累计|共(?![0-9同享有商识治青党和产性赢管用融鸣抗议济]|建(?!成)))"
)
_EACH_TIME, _SIGHT = pattern("每[^，。；]{1,12}[，,、]?$"), 16


def is_left(text: str, cue: Cue, clause: int) -> bool:
    """Whether the noun of a goal stands before a semicolon, so that it has its figure already."""
    return "goal" in cue.tags and any(sign in text[cue.start : clause] for sign in "；;")


def sums_up(text: str, found: Sequence[Cue], clause: int) -> bool:
    """Whether a clause sums up (``共检查60家``) where nothing before it asks but a day that may be to come.

    So many each time make no sum of what was done: ``每期40人，共培训3期``.
    """
    if _SUMS_UP.match(text, clause) is None or any(cue.kind != "past" and cue.word != "season" for cue in found):
        return False
    return _EACH_TIME.search(text, clause - _SIGHT if clause > _SIGHT else 0, clause) is None


def is_past(text: str, found: Sequence[Cue], soft: Cue) -> bool:
    """Whether a day gone by stands before a soft word, so that it tells what was won: ``去年争取资金85亿元``.

    It reaches past a comma only where no other year stands between, a day only past the one right behind it.
    """
    for cue in reversed(found):
        if cue.start < soft.start and cue.kind == "past" and cue.wide and text[cue.start - 1 : cue.start] not in _UP_TO:
            between = text[cue.stop : soft.start]
            other = _COMMA.search(between, 1) if cue.word in _DATES else None
            return not other and not _OWN_YEAR.search(between)
    return False
