"""How a figure measures: by which verb or noun, which way it goes, and what is measured."""

from functools import partial
from typing import NamedTuple

from policyextract import lexicon
from policyextract.number.units import measure_words
from policyextract.reading.figure import indicator
from policyextract.reading.figure.context import Context, rhythm
from policyextract.reading.figure.counted import counted, describes, each_has
from policyextract.reading.figure.governor import first_verb, predicate
from policyextract.reading.figure.masked import BLANK
from policyextract.reading.figure.noun import is_measure
from policyextract.reading.figure.standing import is_staffed
from policyextract.reading.figure.told import did_to, does, falls_short, is_measured
from policyextract.reading.figure.use import is_arranged, objects
from policyextract.text.pattern import pattern
from policyextract.values import Modality

_COPULAS = frozenset("为是有至到的")
_adding = partial(lexicon.select, "figure/words", "adding")
_added = partial(lexicon.select, "figure/words", "adds")
_LINKS = "，、 和及与或"
_EVENT = pattern("\\L<figure.event-word>$")
_COMPARING = pattern("\\L<figure.against>")
_FROM = pattern("[从由]")
_TRANSITIVE = pattern("\\L<figure.transitive>")
_won = partial(lexicon.select, "figure/words", "won")
_STRETCH = pattern("\\L<figure.strive>")
_PAYERS = pattern("\\L<figure.payers>")
_TAKEN = pattern("[将把](?P<what>[^，。；0-9]{2,20})(?:[0-9]+[户人个名家])*$")
_COUNTED = pattern("[^，。；、0-9]{1,8}[、和及]")
_LISTED = pattern("^[^，。；]{0,24}(?:[、和及与]|以及)$")
_PLACE = pattern("(?:[一-鿿]{0,5}(?:[省市县区镇乡村州旗]|\\L<figure.town-noun>)|[城县镇][东西南北中内]|全域)")
_SPENT = pattern("(?<![定产本业总股])投资(?:[了约近逾共]|超过?|累计)*$")  # 投资300万元修建
_FIGURE = pattern("[0-9]")
_ADVERB = 2
_COUNTING = frozenset(("act", "subject", "move", "grant", "counted"))
_OBJECT = pattern("(?!总额)[^，。；、0-9]{1,24}")
_SERVING = pattern("(?<![作成变转改列认视称])为$")
_OPENED = pattern("(?:^|[有使让]|\\L<figure.tries>)\\L<figure.opened>*$")
_RATES = ("%", "‰", "百分点", "倍")
_NEWLY = pattern("新(?!\\L<figure.not-newly>)[一-鿿]{2}")  # 新改户厕3.8万户
_SOME, _LARGE, _NAME, _LONGEST = 10, 100, 2, 60


class Measure(NamedTuple):
    """How a figure measures: by which kind of word, its change, its indicator; and how its clause speaks."""

    kind: str
    change: str
    indicator: str
    firmness: Modality = Modality.PLAIN
    cue: str = ""
    unit: str = ""


def measured(at: Context, previous: Measure | None, said: bool, reports: bool) -> Measure | None:
    """The measure of a figure, or ``None`` where it only counts or describes.

    Args:
        at: the figure in its clause.
        previous: the measure of the figure before it in its sentence.
        said: whether the clause itself says that it reports or asks, so that a figure without a verb counts too.
        reports: whether it reports, and the figure goes on in no list that only describes.
    """
    verb = at.verb
    if not reports and not verb.adjacent and _is_taken(at):
        return None
    if previous and (continued := _continued(at, previous)):
        return continued
    if verb.adjacent and (at.final or at.share or verb.word not in _COPULAS):
        kind = "act" if is_staffed(at) else "state" if verb.kind == "attend" else verb.kind
        named = _named(at, previous)
        adds = verb.kind == "act" and named.startswith(_added())  # 新增培训2000人次
        return Measure(kind, "increase" if adds and verb.change == "level" else verb.change or "level", named)
    if not at.final:
        return (
            _spent_or_served(at)
            or _opened_by_act(at)
            or _subject(at, said, previous is not None)
            or (Measure("state", "level", indicator.after(at.tail)) if is_arranged(at) else None)
            or (Measure("counted", "level", indicator.after(at.tail)) if counted(at, reports) else None)
        )
    if rhythm(at) or each_has(at):
        return Measure("act", "level", "" if each_has(at) else _named(at, None))
    opening = first_verb(indicator.opened(at.names[1]))
    previous = _of_its_kind(at, previous)
    listed = previous.change if previous and at.listed else ""
    if is_measure(indicator.before(*at.names, verb)):
        added = opening.word in _adding() or (opening.word and not opening.start)
        change = (opening.change if added and not indicator.is_ratio(at.head) else "") or listed or "level"
        return Measure("noun", change, _named(at, previous))
    if opening.kind in ("act", "move", "fact") or _NEWLY.match(indicator.opened(at.names[1])):
        return Measure("act", opening.change or "level", _named(at, previous))
    if previous and at.names[0].lstrip(BLANK).startswith(_won()):
        return Measure("act", "level", _named(at, None))
    if previous:
        return previous._replace(indicator=_named(at, previous))
    return (
        Measure("noun", "level", _named(at, None))
        if (said and not describes(at.tail)) or verb.kind == "bound"
        else None
    )


def _of_its_kind(at: Context, previous: Measure | None) -> Measure | None:
    """The measure before a figure; a rate of growth lends no direction to a count: ``年均增长7%，常住人口超50万人``."""
    if previous and previous.unit in _RATES and at.quantity.unit not in _RATES:
        return previous._replace(change="level")
    return previous


def _is_taken(at: Context) -> bool:
    """Whether so many are what something is done to: ``将低洼处21户60人接到学校``; not ``将新建幼儿园3所``."""
    taken = _TAKEN.search(at.clause) if at.quantity.unit in measure_words() else None
    return taken is not None and not first_verb(taken["what"]).word


def is_listed(at: Context) -> bool:
    """Whether only a link, or what the last one counted, parts the figure from it: ``2%、3%``, ``4个环节、9天``."""
    if not at.listed:
        return at.final and not at.head.strip(_LINKS)
    return not at.head.strip(_LINKS) or (at.final and _COUNTED.fullmatch(at.head) is not None)


def goes_on(at: Context, previous: Measure) -> bool:
    """Whether a list of counted things goes on: ``建设10个园区、20个基地和5个平台``."""
    return not at.final and previous.kind in _COUNTING and bool(_LISTED.search(at.head))


def _continued(at: Context, previous: Measure) -> Measure | None:
    """The measure before a figure, where it goes on with a list."""
    if is_listed(at):
        return previous
    return previous._replace(indicator=indicator.after(at.tail)) if goes_on(at, previous) else None


def is_fact(at: Context) -> bool:
    """Whether a verb governs the figure, or opens its clause, that says what is so: ``尚有``, ``收到``."""
    if did_to(at):
        return True
    if at.verb.kind == "fact":
        return at.verb.stop == len(at.head) and not at.bounded
    return not at.verb.word and first_verb(indicator.opened(at.names[1])).kind == "fact"


def _opened_by_act(at: Context) -> Measure | None:
    """A verb that opens the clause, and before the figure a place, or whose the counted are that are completed or do.

    ``尚有5个问题未整改``, ``改造城东9公里道路``, ``完成杏花村3公里道路硬化``, ``推动沙河6条支流达标``.
    """
    if at.verb.kind == "fact":
        return Measure("fact", "level", indicator.after(at.tail))
    opening = at.names[1].lstrip(BLANK) if does(at.tail) else indicator.opened(at.names[1])
    verb = first_verb(opening)
    if verb.kind != "act" or verb.start or (at.bounded and _FIGURE.search(at.tail)):  # 新建50户以上村道路3公里
        return None
    owner = _OBJECT if verb.word.endswith("完成") or does(at.tail) else _PLACE
    return Measure("act", verb.change, indicator.after(at.tail)) if owner.fullmatch(opening, verb.stop) else None


def _spent_or_served(at: Context) -> Measure | None:
    """What was spent (``投资300万元修建``, ``资金50万元下拨各县``), or for how many it is done (``为2万人提供``)."""
    if at.quantity.unit.endswith("元"):
        if at.tail.startswith("的"):
            return None
        if _SPENT.search(at.head):
            return Measure("act", "level", "投资")
        moved = at.head.endswith(lexicon.select("figure/words", "funds")) and 0 <= predicate(at.tail) <= _ADVERB
        return Measure("noun", "level", _named(at, None)) if moved else None
    serves = _SERVING.search(at.head) and not at.share
    return Measure("act", "level", indicator.after(at.tail)) if serves and predicate(at.tail, "grant") > 0 else None


def _acts(at: Context, said: bool, listed: bool) -> bool:
    """Whether so many are told of (``150人受益``), few only where a verb says what they do or reach (``2个镇入选``)."""
    if not _OPENED.search(at.names[0].lstrip(BLANK)) or is_measured(at.tail) or describes(at.tail):
        return False
    large = (at.quantity.low or at.quantity.high or 0) >= (_LARGE if at.han else _SOME)
    return (said and large) or ((said or listed) and not at.bounded and does(at.tail))


def _subject(at: Context, said: bool, listed: bool) -> Measure | None:
    """A figure that opens what is said of it: ``一半项目处在…``, ``信息一次填报``, ``1700多万人受益``, ``2镇入选``."""
    floor = at.quantity.high is None and not indicator.before(*at.names, at.verb).strip("有")
    floor = floor and not at.bounded and (said or listed or bool(first_verb(at.tail).word))
    once = at.quantity.unit == "次" and not _EVENT.search(at.head)
    told = floor or at.share or once or _acts(at, said, listed) or (said and falls_short(at.tail))
    return Measure("subject", "level", indicator.after(at.tail)) if told else None


def _named(at: Context, previous: Measure | None) -> str:
    own = indicator.before(*at.names, at.verb)
    if at.sourced and _FROM.search(at.clause):
        own = indicator.before_source(at.names[0])
    if not _NAME <= len(own) <= _LONGEST or _COMPARING.match(own) or _PAYERS.fullmatch(own):
        own = ""
    if (at.verb.kind in ("act", "fact", "grant") or at.verb.word in objects()) and at.verb.adjacent and not at.final:
        return indicator.after(at.tail) or own
    if own.startswith("占") and previous and is_measure(previous.indicator) and "占" not in previous.indicator:
        return (previous.indicator + own)[:_LONGEST]
    if own == at.verb.word and previous and _STRETCH.search(at.clause):
        return previous.indicator
    if own == at.verb.word and previous and previous.unit == at.quantity.unit and at.listed:
        return previous.indicator
    if own:
        return own
    if not at.final:
        return indicator.after(at.tail)
    if previous:
        return previous.indicator
    return at.verb.word if at.verb.kind == "act" and not _TRANSITIVE.fullmatch(at.verb.word) else ""
