"""Days of the Chinese calendar: ``农历八月十五前``, ``正月初八``, ``腊月二十三``."""

from policyextract.day import holiday
from policyextract.day.calendar import Days
from policyextract.grammar.time.date import HAN, YEAR, Point
from policyextract.grammar.time.days import Clock
from policyextract.number.numerals import date_integer
from policyextract.text.pattern import pattern

_DAY = f"(?:初[{HAN}十]|十[{HAN}]?|[二廿]十?[{HAN}]|二十|三十)"
_LUNAR = pattern(
    f"(?:(?P<y>{YEAR})年)?(?:\\L<time.lunar>(?P<m>[正冬腊]|十[一二]?|[{HAN}])月(?P<d>{_DAY})?"
    f"|(?P<named>[正冬腊])月(?P<n>{_DAY})?)日?"
)
_MONTHS = {"正": 1, "冬": 11, "腊": 12}
_TURN = 3  # up to March the eleventh and twelfth month without a year are those of the year before


def lunar(text: str, start: int, clock: Clock) -> Point | None:
    """The day or month of the Chinese calendar that begins at ``start``; of a month no days are known here.

    >>> import datetime as dt
    >>> clock = Clock(dt.date(2024, 3, 1))
    >>> [str(lunar(text, 0, clock).days.first) for text in ("农历八月十五前", "正月初八")], lunar("腊月", 0, clock).days
    (['2024-09-17', '2024-02-17'], None)
    """
    match = _LUNAR.match(text, start)
    if match is None:
        return None
    name, said = match["m"] or match["named"], match["d"] or match["n"]
    month = _MONTHS.get(name) or date_integer(name)
    if not said:
        return Point(match.end(), None, "lunar-month")
    year = date_integer(match["y"]) if match["y"] else _year(month, clock)
    date = holiday.lunar(year, month, date_integer(said.removeprefix("初"))) if year else None
    return Point(match.end(), Days(date, date) if date else None, "day", date.year if date else None)


def _year(month: int, clock: Clock) -> int | None:
    """The lunar year of a month that names none."""
    if clock.year is not None or clock.reference is None:
        return clock.year
    before = month > 10 and clock.reference.month <= _TURN
    return clock.reference.year - before
