"""Numbers with a unit that say which, not how many: sessions, hours of the clock, groups."""

from policyextract.grammar.quantity.amount import Amount
from policyextract.grammar.quantity.number import HAN
from policyextract.lexicon import words
from policyextract.text.pattern import pattern

_CLOCK = pattern(f"[0-9{HAN}][点时]$")
_SESSION = pattern(f"(?:[、和][0-9{HAN}]{{1,4}}次){{0,3}}\\L<quantity.session>?(?:扩大)?\\L<quantity.meeting>")
_LISTED = pattern(f"[0-9{HAN}]{{1,4}}次(?:[^，。；、\\s]{{0,5}}\\L<quantity.meeting>)?[、和及暨]$")
_LISTED_SIGHT, _LISTED_MOST = 16, 3
_OF_TERM = pattern(f"[0-9{HAN}]{{1,3}}[次中]")
_BODY = 8


def _session(text: str, amount: Amount) -> bool:
    """``十六届人大四次会议``, ``五届2次会议``: which session it was, not how many."""
    if amount.unit.name == "届":
        return _OF_TERM.match(text, amount.stop) is not None
    if amount.unit.name != "次":
        return False
    start, of_meeting = amount.start, _SESSION.match(text, amount.stop) is not None
    for _ in range(_LISTED_MOST):
        listed = _LISTED.search(text, max(start - _LISTED_SIGHT, 0), start) if of_meeting else None
        if listed is None:
            break
        start = listed.start()  # 九次、十次全会; 七次党组会议暨五次主席会议
    return of_meeting and text.endswith(words("quantity/sessions"), max(start - _BODY, 0), start)


def _clock(text: str, amount: Amount) -> bool:
    """``零点三十分``, ``8时30分``: a time of the day."""
    if amount.unit.dimension != "score":
        return False
    return "点" in text[amount.start : amount.stop] or bool(_CLOCK.search(text, max(amount.start - 2, 0), amount.start))


def _village_group(text: str, amount: Amount) -> bool:
    """``双河村五组``: which group of the village."""
    return amount.unit.name in ("组", "社", "队") and text[amount.start - 1 : amount.start] == "村"


def is_name(text: str, amount: Amount) -> bool:
    """Whether an amount names something by its number.

    >>> from policyextract.grammar.quantity.amount import amount_at
    >>> [is_name(text, amount_at(text, 4)) for text in ("五届人大四次会议", "今年召开四次会议")]
    [True, False]
    """
    return _session(text, amount) or _clock(text, amount) or _village_group(text, amount)
