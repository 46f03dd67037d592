"""What a quoted string is: a label, a motto, a parallel run, or no slogan."""

from policyextract.grammar.slogan.beside import closing, opening
from policyextract.grammar.slogan.label import is_period, labels, plain, shape
from policyextract.grammar.slogan.phrase import build, is_dull, known, open_with_verb
from policyextract.grammar.slogan.quoted import Quoted, clause_before
from policyextract.grammar.slogan.weigh import is_label, is_stopped, surroundings
from policyextract.text.pattern import pattern
from policyextract.values import Slogan, SloganKind

_PART = pattern(r"[、，,；;·]|—{1,2}")
_NUMBERED = pattern(r"[一二两双三四五六七八九十多]+.{1,6}")
_COUNT = pattern("[一二两三四五六七八九十]{1,2}[大个项张类]")
_SHORT, _LONG = 16, 10
_BRIEF, _MOST_NUMBERED = 3, 6
_SPIRIT = pattern(r"的?(?:[^，。；\n]{0,6}?)\L<slogan.spirit>")
_SAYING_LEAST = 6
_PAUSES = frozenset("，,。；;！!：:\n")
_SPEAKER = pattern(r"[，,。][^，,。；：“\n]{0,9}\L<marks.says>")
_SENTENCE_ENDS, _SENTENCE_STARTS = frozenset("。！？!?"), frozenset("\n\u3000 。！？；")
_SAID = ("讲", "说", "言", "道", "曰", "云")
_FURNITURE = pattern(r"[><→/:：%＞]|[0-9]{4,}|\L<slogan.application>")


def _balanced(parts: list[str]) -> bool:
    sizes = [len(part) for part in parts]
    if max(sizes) > 26:
        return False
    if max(sizes) - min(sizes) <= 1 + min(sizes) // 3:
        return True
    common = build(tuple(parts))
    acts, tail = known("verb") | known("state"), common.tail
    acting = (tail, tail[-2:], tail[:1] if len(tail) > 2 else "")  # with a noun, as 旅游业、种养业, it is a list
    if common.head or not acts.isdisjoint(acting):
        return max(sizes) <= 3 * min(sizes)
    return min(sizes) > 3 and max(sizes) <= min(2 * min(sizes), _LONG)


def _listed(text: str, parts: list[str], after: str) -> Slogan | None:
    """A quoted string of several parts."""
    if max(map(len, parts)) == 1:
        return Slogan(SloganKind.LABEL) if len(parts) > 2 else None
    if all(_NUMBERED.fullmatch(part) and len(part) <= _BRIEF for part in parts):
        return Slogan(SloganKind.LABEL)
    if len(parts) == 2:
        pause = text[len(parts[0])]
        short = _MOST_NUMBERED if pause == "、" else _BRIEF
        if all(_NUMBERED.fullmatch(part) and len(part) <= short for part in parts) and shape("".join(parts)):
            return Slogan(SloganKind.LABEL)
        if min(map(len, parts)) < 2 or max(map(len, parts)) > 30:
            return None
        if _balanced(parts):
            return Slogan(SloganKind.MOTTO, tuple(parts))
        return Slogan(SloganKind.MOTTO) if len(text) <= _SHORT else None
    if text in labels() and shape(text.replace("、", "")) >= 2:
        return Slogan(SloganKind.LABEL)
    named = after[:1] == "等" or _COUNT.match(after)
    if named and max(map(len, parts)) < 3 and not any(open_with_verb(parts)):  # “措施、标准、责任”三项清单
        return None
    tail = build(tuple(parts)).tail
    if after[:1] == "等" and tail and is_dull(tail):  # “河道治理工程、管网畅通工程”等重点工程
        return None
    return Slogan(SloganKind.PARALLEL, tuple(parts)) if _balanced(parts) else None


def _is_deplored(found: Quoted) -> bool:
    """Whether a problem is named, or something is clicked, defined or filled in."""
    if "plight" in opening(found.after.lstrip("的等")) or surroundings(found) <= -4:
        return True
    if found.before.rstrip("：:，,").endswith(_SAID):
        return True
    return "problem" in closing(clause_before(found.before))


def _whole(found: Quoted) -> Slogan:
    """A quoted string without pauses: a saying where it names a spirit or is a clause of its own, else by its words.

    >>> _whole(Quoted(3, 10, "不破楼兰终不还", "发扬", "的精神", False)).kind.value
    'motto'
    """
    long = len(found.text) >= _SAYING_LEAST and shape(found.text) < _COUNTED
    alone = (not found.before or found.before[-1] in _PAUSES) and found.after[:1] in _PAUSES
    if long and (alone or _SPIRIT.match(found.after)):
        return Slogan(SloganKind.MOTTO)
    return plain(found.text)


_COUNTED = 1.5


def _is_speech(found: Quoted) -> bool:
    """Whether it is a whole sentence that somebody has said: one of its own that ends inside its marks, or after which
    its speaker is named: ``“…日子有奔头”，村民老王说``.
    """
    begins = not found.before.strip() or found.before[-1] in _SENTENCE_STARTS
    return begins and (found.text[-1:] in _SENTENCE_ENDS or _SPEAKER.match(found.after) is not None)


def coined(found: Quoted, listed: bool = False) -> Slogan | None:
    """The slogan between two quotation marks, or ``None``; ``listed`` says that it is listed with a slogan.

    >>> coined(Quoted(1, 6, "定点、定量、定人", "严格落实", "要求", False)).kind.value
    'parallel'
    >>> coined(Quoted(1, 3, "卡口", "突破项目落地的用地", "。", False)) is None
    True
    """
    text = found.text
    if is_stopped(found) or is_period(text) or _is_speech(found):
        return None
    parts = [part for part in _PART.split(text.removesuffix("。")) if part]
    if len(parts) < 2 or text.removesuffix("。") != text.strip("、，,；;·—。"):
        return _whole(found) if len(parts) == 1 and is_label(found, listed) else None
    if _FURNITURE.search(text) or not text[0].isalpha() or (_is_deplored(found) and text not in labels()):
        return None
    return _listed(text, parts, found.after)
