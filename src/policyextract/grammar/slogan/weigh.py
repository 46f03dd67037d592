"""What speaks for and against a quoted string being a label: its build, and the words beside it."""

from collections.abc import Iterable
from functools import partial

from policyextract import lexicon
from policyextract.grammar.slogan.beside import anywhere, closing, opening
from policyextract.grammar.slogan.label import CODE, PROPER, figures, is_figure, labels, shape, stops
from policyextract.grammar.slogan.phrase import known
from policyextract.grammar.slogan.quoted import Quoted, clause_before
from policyextract.text.pattern import pattern

_COINED, _NAMED = 2, 1.5
_ENOUGH, _ENOUGH_LISTED, _NUMBER = 0.5, 0, 2
_SCREENED, _DEPLORED = -5, -2.5
_LONGEST_COMPLAINT, _LONGEST_COUNTED = 4, 3
_PAUSES = frozenset("、，,")
_SAID_BEFORE = frozenset("，,：:")
_ARROWS = ("-", "－", ">", "＞", "→")
_CLAUSE_END = pattern("[，,。；;：:、\n]")
_UNABLE = pattern("[^一二两三四五六七八九十]不[^一二两三四五六七八九十]")  # 上不来, 下不去
_ASKING = pattern(r"\L<slogan.asking>")
_likened = partial(lexicon.select, "slogan/words", "likens")
_turns = partial(lexicon.select, "slogan/words", "turn")
_plights = partial(lexicon.select, "slogan/words", "plight")
_names = partial(lexicon.select, "slogan/context", "name")


def is_stopped(found: Quoted) -> bool:
    """Whether a quoted string is a word that makes no slogan; a figure of speech does where it names an institution.

    Nor does a word for what has a name, which is none itself (``专项行动``), nor a complaint (``停车难``), nor a
    question (``由谁管``).

    >>> listed = Quoted(1, 4, "黑名单", "列入", "。", False)
    >>> is_stopped(listed), is_stopped(listed._replace(before="建立", after="制度"))
    (True, False)
    """
    text = found.text
    if text in figures() or is_figure(text):
        return "institution" not in opening(found.after)
    if text in stops() or _UNABLE.fullmatch(text):
        return True
    most = _LONGEST_COMPLAINT if shape(text) < _COINED else _LONGEST_COUNTED
    if text.endswith(_plights()) and _LONGEST_COUNTED <= len(text) <= most:  # 停车难, 六大难
        return text not in labels()
    named = text in _names() or (_PAUSES.isdisjoint(text) and _ASKING.search(text) is not None)
    return named and text not in labels() and shape(text) < _COINED


def _size(text: str) -> float:
    length = len(text)
    if length == 4:
        return 1
    if length in (3, 5, 6, 7, 8, 9, 10):
        return 0.5
    return -1 if length > 14 or length == 2 else 0 if length > 2 else -3


def _words_of_others(found: Quoted, before: str) -> float:
    """What speaks against words that something is likened to, or that somebody has said."""
    score = -1.0 if before.endswith(_likened()) else 0.0
    if len(found.text) > 7 or found.before[-1:] in _SAID_BEFORE:
        score -= 2 if "saying" in closing(found.before.rstrip("，,：:")) else 0
    return score


def surroundings(found: Quoted) -> float:
    """What the words beside a quoted string say for it (above 0) or against it."""
    before = clause_before(found.before)
    lead = found.before.rstrip(" ：:“（(")
    opens, closes = opening(found.after.lstrip("均请应须")), closing(lead)
    goes_on = opening(found.after.lstrip("等的"))
    instituted = "institution" in goes_on or ("way" in goes_on and found.text in labels())
    if "screen" in opens or ("screen" in closes and not instituted):
        return -5
    if found.before[-1:] in _ARROWS or found.after[:1] in _ARROWS:
        return -5
    plain = shape(found.text) < _COINED and "、" not in found.text and not instituted
    if plain and anywhere("screen").search(before):
        return -5
    adjoining = closes if lead == found.before else frozenset[str]()
    return _led(found, before, adjoining) + _followed(found, opens) + _words_of_others(found, before)


def _led(found: Quoted, before: str, adjoining: frozenset[str]) -> float:
    """What the words before it in its clause say, those right before it (``adjoining``) above all."""
    if "problem" in adjoining or (before[-1:] == "由" and found.after.startswith(_turns())):
        return -2.5  # 由“管理型”向服务型转变
    if "work" in adjoining and not shape(found.text):
        return -2.5  # 纪录片“大河上下”
    if "call" in adjoining:
        return 1
    deplored, called = _last("problem", before), _last("call", before)
    if max(deplored, called) >= 0:  # the nearest verb governs it
        return -1.5 if deplored >= called else 0.75
    return -2.5 if "bearer" in adjoining and not shape(found.text) else 0  # 建材企业“恒信建材”


def _last(kind: str, before: str) -> int:
    """Where the last word of that kind stops, -1 if there is none."""
    return max([match.end() for match in anywhere(kind).finditer(before)], default=-1)


def _followed(found: Quoted, opens: frozenset[str]) -> float:
    """What the words behind it say: what it names, what is deplored, what application it is the name of."""
    after = found.after.lstrip("的式型等")
    goes_on = opens if after == found.after else opening(after)
    plain = shape(found.text) < _NAMED
    if "trouble" in opens or "trouble" in goes_on or (plain and "cleared" in goes_on):
        score = -3.0
    else:
        score = 1.5 if "name" in goes_on else 0
    return score - 2 if plain and anywhere("tool").search(_CLAUSE_END.split(found.after)[0]) else score


def is_term(found: Quoted) -> bool:
    """Whether the text defines what is quoted (``以下简称“两证”``), and it looks no more coined than a term does."""
    defined = "term" in closing(found.before.rstrip("：:")) or "means" in opening(found.after.lstrip("，"))
    return defined and found.text not in labels() and shape(found.text) < _COINED


def terms(strings: Iterable[Quoted]) -> frozenset[str]:
    """The quoted strings that are no slogans wherever they stand: the text defines them once, or deplores them or has
    them for an application at one place, and names nothing after them at another."""
    least, most, defined = dict[str, float](), dict[str, float](), set[str]()
    for found in strings:
        if is_term(found):
            defined.add(found.text)
        elif found.text not in labels() and shape(found.text) < _COINED and _PAUSES.isdisjoint(found.text):
            around = surroundings(found)
            least[found.text] = min(around, least.get(found.text, around))
            most[found.text] = max(around, most.get(found.text, around))
    deplored = [text for text, around in least.items() if _SCREENED < around <= _DEPLORED and most[text] < _NAMED]
    return frozenset((*defined, *deplored))


def is_label(found: Quoted, listed: bool = False) -> bool:
    """Whether a quoted string without inner punctuation is a label; it is known to be no stop and no plan period.

    Less is asked of what is ``listed`` with a slogan.
    """
    text, around = found.text, surroundings(found)
    if CODE.fullmatch(text) and not (text.isdigit() and around > _NUMBER):
        return False
    if text in labels():
        return around > -5
    coined = shape(text) - (1.5 if "一" not in text and PROPER.fullmatch(text) else 0)
    if coined >= _COINED and around > -1.5:
        around = max(around, 0)
    verb = 0.25 if text[:2] in known("verb") else 0
    return coined + _size(text) + verb + around >= (_ENOUGH_LISTED if listed else _ENOUGH)
