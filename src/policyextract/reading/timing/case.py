"""Times of a case that a rule names: its conditions, measures and counts, asked of the setting of a time."""

from policyextract import lexicon
from policyextract.reading.timing import eligibility
from policyextract.reading.timing.setting import Setting
from policyextract.text.pattern import pattern
from policyextract.values import TimeBound

_RAINED = pattern("(?:内|的)?[^，,。；;]{0,10}?\\L<timing.weather>")  # 24小时 + 降雨量达到100毫米
_SHOWN, _PROOF = pattern("\\L<timing.shown>\\Z"), pattern("的?[^，,。；;]{0,12}?\\L<timing.proof>")
_BRACKETED = pattern("[）)][一-龥]")
_PAID = pattern("的[^，,。；;的]{0,10}?\\L<timing.pay>")
_GOES_ON = frozenset("，,、。；不可应须仍每累最由")
_TRAVELS = pattern(  # 半小时 + 的车程, 可达机场; 从县城到省会只需 + 40分钟, 驱车约 + 1小时
    "(?:左右|多)?(?:的?\\L<timing.travel>|内?[便即就]?[可能]\\L<timing.arrives>(?![标产成到0-9]))"
)
_TRAVELLED = pattern(
    "(?:\\L<timing.travels-by>[^，,。；;0-9]{0,8}|(?:[从距由].{1,12})?[到至往][^，,。；;0-9]{1,12}[只仅]需)\\L<timing.about>?\\Z"
)


def is_condition(place: Setting) -> bool:
    """Whether a time belongs to a condition: ``缴费满1年的，``."""
    return eligibility.is_condition(place.before, place.behind, place.time.kind)


def is_measure(place: Setting) -> bool:
    """Whether a length measures an amount or a distance: ``3个月低保标准``."""
    rained = place.words.endswith(("小时", "小时内")) and _RAINED.match(place.behind) is not None
    return rained or eligibility.is_measure(place.words, place.before, place.behind)


def is_threshold(place: Setting) -> bool:
    """Whether a length is one in which something has to be reached for a grant."""
    return eligibility.is_threshold(place.document, place.find.start, place.behind)


def is_characterised(place: Setting) -> bool:
    """Whether a length is the noun of what it is called: ``关键五年``."""
    return eligibility.is_characterised(place.before, place.behind, place.words)


def is_per(place: Setting) -> bool:
    """Whether a length is the unit by which something is counted: ``每多缴1年``."""
    return eligibility.is_per(place.before, place.words)


def is_of_proof(place: Setting) -> bool:
    """Whether a length says how old a proof may be that is shown: ``持72小时内的体检证明``."""
    return _SHOWN.search(place.before) is not None and _PROOF.match(place.behind) is not None


def is_travel(place: Setting) -> bool:
    """Whether a length is how long a way takes, which nobody asks for: ``半小时可达机场``, ``约1小时车程``."""
    if any(word in place.before for word in lexicon.select("timing/cues", "insist")):
        return False
    return _TRAVELLED.search(place.before) is not None or (
        _TRAVELS.match(place.behind) is not None and not place.asks()
    )


def is_case(place: Setting) -> bool:
    """Whether a moment or the inside of a term describes a case: ``申请时未被列入``, ``有效期内高新技术企业``."""
    if place.time.bound is TimeBound.WITHIN and (_PAID.match(place.behind) or _is_gloss(place)):
        return True
    is_term = place.words == "有效期内" and place.before[-1:] != "个"
    if is_term and place.behind[:1] not in _GOES_ON:
        return True
    return place.words.endswith(lexicon.select("timing/words", "case")) or eligibility.is_case(
        place.words, place.behind
    )


def _is_gloss(place: Setting) -> bool:
    """Whether an event stands alone in brackets behind a noun that goes on: ``公租房（合同期内）承租人子女``."""
    return place.before.endswith(("（", "(")) and _BRACKETED.match(place.behind) is not None


def is_listed_condition(place: Setting) -> bool:
    """Whether a time stands in an item of a list of conditions."""
    return eligibility.is_listed_condition(place.document, place.find.start)
