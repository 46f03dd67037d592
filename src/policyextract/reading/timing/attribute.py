"""Times before a noun that say which one is meant, not when something is to be done: ``做好2021年招生工作``."""

import re
from functools import cache, partial

from policyextract import lexicon
from policyextract.reading.timing.setting import Setting
from policyextract.text.pattern import pattern
from policyextract.values import TimeBound, TimeKind

_PREPOSITION = pattern("(?:\\L<timing.preposition>|\\L<timing.by-ground>[^，,。；;0-9]{0,8})\\Z")
_PLACES = frozenset("省市县区州盟旗镇乡")
_WHOSE = (2, 3, 4, 5)  # signs of a place whose noun it is: 全县, 马山县
_AMOUNT = pattern("[0-9][%亿万个项家件次人户公亩吨元]|百分之")
_GOES_ON = pattern("[，,]\\L<marks.modal>|[，,]?[即是为：:]")  # 做好今年工作，要…；2021年的目标，即…
_INTO = pattern("[纳列编计转]入[^，,。；;0-9]{0,6}\\Z")
_PAPER = pattern("(?:[省市县区州]|[市县]委|市政府)?《")
_ACCOUNT = pattern(
    "(?![对将就把])(?:[^，,。；;：:\\n0-9]{0,12}?\\L<timing.course>)情况"
)  # 半年、全年完成情况要按期上报
_SUBJECT = pattern(
    "[^，,。；;：:\\n0-9]{2,24}?(?:工作|项目)(?:[从自于]|将?分为|分[一二三四五])"
)  # 2021年禁烧工作从9月开始
_TOPIC = pattern(r"\L<timing.topic-preposition>[^，,。；;]{0,16}\Z")
_WHEN = tuple(f"time.{size}" for size in ("season", "turn-of-year", "range", "month", "months", "third", "day"))
_ahead = partial(lexicon.select, "timing/words", "ahead")
_FOR = pattern("为(?<![成作认视因]为)[^，,。；;]{0,6}\\Z")
_GROUND = pattern("[^，,。；;\n]{0,40}?\\L<timing.ground>")


@cache
def _verbs() -> frozenset[str]:
    """Verbs that take a noun for an object; those whose object is aimed at (实现, 力争) are none."""
    verbs = (*lexicon.words("words/verbs"), *lexicon.select("timing/cues", "talk"))
    return frozenset(word for word in verbs if len(word) > 1) - set(lexicon.select("timing/cues", "insist"))


def _is_fulfilled(before: str) -> bool:
    """Whether the object of the verb that ends these words is what is to come about: ``落实``."""
    return before.rstrip("了好").endswith(lexicon.select("timing/cues", "fulfil"))


@cache
def _noun(governed: bool, fulfilled: bool) -> "re.Pattern[str]":
    """A noun phrase behind a time: as the object of a verb to the end of its clause, or of a preposition."""
    kinds = ("head",) if fulfilled else ("head", "aim")
    heads = lexicon.alternation(tuple(word for kind in kinds for word in lexicon.select("timing/cues", kind)))
    phrase = f"[^，,。；;：:\n]{{0,40}}?{heads}"
    signs, remark = (
        "[，,。；;、：:”（(）)\n和与及的]|\\Z",
        lexicon.alternation(lexicon.select("timing/words", "remark")),
    )
    return pattern(phrase if governed else f"{phrase}(?={signs}|{remark})")


def is_attribute(setting: Setting) -> bool:
    """Whether a time belongs to the object of a verb or a preposition: ``将2021年任务纳入考核``, ``做好今年招生工作``.

    What is to be reached in the time is none, nor is what has a figure: ``完成今年任务``, ``推进今年20个项目``. Nor is
    work that the sentence goes on to ask something of: ``做好今年工作，要统筹好几个关系``.
    """
    each = setting.time.kind is TimeKind.RECURRENCE and not setting.words.startswith("各")
    if each or setting.time.bound in (TimeBound.BY, TimeBound.FROM):
        return False
    if not setting.before and _ACCOUNT.match(setting.behind):
        return True
    if setting.time.kind is TimeKind.DURATION and not setting.words.startswith(_ahead()):
        return False
    if _FOR.search(setting.before) and _GROUND.match(setting.behind):
        return True
    if _names_paper(setting) or _INTO.search(setting.before) or (not setting.before and _SUBJECT.match(setting.behind)):
        return _AMOUNT.search(setting.behind) is None
    governed = _governed(setting.before)
    says_when = setting.find.rule in _WHEN or setting.words.endswith("期间")
    if governed is None or (governed is False and says_when and not _is_topic(setting.before)):
        return False
    found = _noun(governed, _is_fulfilled(setting.before)).match(setting.behind)
    if found is None or _AMOUNT.search(found[0]):
        return False
    return _GOES_ON.match(setting.document.text, setting.find.stop + found.end()) is None


def _is_topic(before: str) -> bool:
    """Whether work is talked about or aimed at, and not asked for: ``部署汛期工作``, ``为做好汛期工作，``."""
    return before.endswith(lexicon.select("timing/cues", "talk")) or _TOPIC.search(before) is not None


def _names_paper(setting: Setting) -> bool:
    """Whether it is the year of a paper that is named: ``2021年《政府工作报告》确定的任务``."""
    return setting.words.endswith(("年", "年度")) and _PAPER.match(setting.behind) is not None


def _governed(before: str) -> bool | None:
    """Whether a preposition governs what follows these words (``True``), or a verb does (``False``), or neither."""
    if before.endswith(lexicon.select("timing/cues", "insist")):
        return None
    if before.endswith("的"):
        return False
    if _PREPOSITION.search(before):
        return True
    words = before.rstrip("了")
    if any(_is_verb(words[:-size]) for size in _WHOSE) if words[-1:] in _PLACES else _is_verb(words):
        return False
    return None


def _is_verb(words: str) -> bool:
    return words[-2:] in _verbs() or (words.endswith(("好", "实")) and words[-3:-1] in _verbs())
