"""Values as people read them, in Chinese: for the page and the workbook."""

import datetime as dt
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from policyextract.lexicon import pairs
from policyextract.text.record import decimal_string
from policyextract.values import Change, Figure, Number, Pace, Quantity, Time, TimeBound, TimeKind

_SIGNS = {Change.INCREASE: "增涨", Change.DECREASE: "减降压"}
_STEPS = ((Decimal(10) ** 12, "万亿"), (Decimal(10) ** 8, "亿"), (Decimal(10) ** 4, "万"))
_COUNTED = frozenset(("工作日", "百分点", "小时"))
_UNSCALED = frozenset(("%", "‰", "个百分点"))


def word(member: Enum) -> str:
    """The word for a member of one of the enums of the records, as it stands behind a number.

    >>> from policyextract.values import Modality, TimeUnit
    >>> word(Modality.STRIVE), word(TimeUnit.HALF_YEAR)
    ('力争', '个半年')
    """
    return pairs("export/members", type(member).__name__)[member.value]


def choice(member: Enum) -> str:
    """The same by itself; its value, where there is no word.

    >>> from policyextract.values import TimeUnit
    >>> choice(TimeUnit.HALF_YEAR)
    '半年'
    """
    return pairs("export/members", type(member).__name__).get(member.value, str(member.value)).removeprefix("个")


def number(value: Number, unit: str = "") -> str:
    """A number with its unit, in 万 and 亿 where it is large; a part of a whole (``一半``) as a fraction.

    >>> number(Decimal("10000000000"), "元"), number(Decimal(30), "次"), number(Decimal("0.5"), "工作日")
    ('100亿元', '30次', '0.5个工作日')
    >>> number(Decimal("0.5")), number(Fraction(2, 3))
    ('1/2', '2/3')
    """
    if not unit and 0 < value < 1:
        return decimal_string(Fraction(value)) or ""
    if unit in _COUNTED:
        unit = f"个{unit}"
    if isinstance(value, Decimal) and unit not in _UNSCALED:
        for step, word in _STEPS:
            if abs(value) >= step and len(short := decimal_string(value.scaleb(-step.adjusted())) or "") <= 8:
                return f"{short}{word}{unit}"
    return f"{decimal_string(value)}{unit}"


def interval(quantity: Quantity) -> str:
    """A quantity with its bounds as signs.

    >>> interval(Quantity(Decimal(30), None, unit="次")), interval(Quantity(Decimal(6), Decimal("6.5"), unit="%"))
    ('≥30次', '6%～6.5%')
    """
    low, high, unit = quantity.low, quantity.high, quantity.unit
    about = "约" if quantity.approximate else ""
    if low is not None and low == high:
        return about + number(low, unit)
    if low is not None and high is not None:
        return f"{about}{number(low, unit)}～{number(high, unit)}"
    if low is not None:
        return about + (">" if quantity.low_open else "≥") + number(low, unit)
    if high is not None:
        return about + ("<" if quantity.high_open else "≤") + number(high, unit)
    return unit


def figure(value: Figure) -> str:
    """A figure with its direction, unless its indicator says that.

    >>> ten = Quantity(Decimal(10), Decimal(10), unit="%")
    >>> figure(Figure(ten, change=Change.DECREASE)), figure(Figure(ten, indicator="出口增幅", change=Change.INCREASE))
    ('减少10%', '10%')
    """
    signs = _SIGNS.get(value.change) if value.change is not None else None
    named = value.indicator or ""
    says = signs is None or not set(signs).isdisjoint(named) or (value.change is Change.INCREASE and named[:1] == "新")
    return ("" if says or value.change is None else word(value.change)) + interval(value.quantity)


def day(date: dt.date) -> str:
    """A day in Chinese.

    >>> day(dt.date(2021, 5, 10))
    '2021年5月10日'
    """
    return f"{date.year}年{date.month}月{date.day}日"


def stretch(earliest: dt.date | None, latest: dt.date | None, since: str = "", until: str = "") -> str:
    """Two days, either of which may be open, with their times of the day.

    >>> stretch(None, dt.date(2025, 12, 31)), stretch(dt.date(2021, 5, 1), dt.date(2021, 5, 10))
    ('2025年12月31日前', '2021年5月1日至2021年5月10日')
    >>> stretch(None, dt.date(2025, 5, 7), until="17:30"), stretch(None, None, "09:00", "11:30")
    ('2025年5月7日17:30前', '09:00至11:30')
    """
    begins, ends = (f"{day(date) if date else ''}{clock}" for date, clock in ((earliest, since), (latest, until)))
    if begins and earliest == latest:
        return begins if since == until else f"{begins}至{until}"
    if begins and ends:
        return f"{begins}至{ends}"
    return f"{ends}前" if ends else begins and f"{begins}起"


def period(value: Figure) -> str:
    """For which time a figure is, in years where it is for whole years.

    >>> from policyextract.values import Pace
    >>> ten = Quantity(Decimal(10), None, unit="%")
    >>> period(Figure(ten, period_from=dt.date(2026, 1, 1), period_to=dt.date(2030, 12, 31), pace=Pace.AVERAGE))
    '2026—2030年，年均'
    """
    first, last, pace = value.period_from, value.period_to, value.pace
    if last is None:
        return word(pace) if pace is Pace.AVERAGE else ""
    days = stretch(first, last)
    if first is None and (last.month, last.day) == (12, 31):
        days = f"到{last.year}年"
    elif first is not None and (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        days = f"{last.year}年" if first.year == last.year else f"{first.year}—{last.year}年"
    return f"{days}，{word(pace)}" if pace is Pace.AVERAGE else days


def length(time: Time) -> str:
    """The length of a duration, or the period of a recurrence.

    >>> from policyextract.values import TimeUnit
    >>> length(Time(TimeKind.RECURRENCE, amount=Decimal(1), unit=TimeUnit.QUARTER))
    '每1个季度'
    """
    if time.amount is None or time.unit is None:
        return ""
    words = f"{decimal_string(time.amount)}{word(time.unit)}"
    if time.kind is TimeKind.RECURRENCE:
        return f"每{words}"
    return f"{words}以内" if time.bound in (TimeBound.WITHIN, TimeBound.BY) else words


def moment(time: Time) -> str:
    """What a time says, in days or as a length; empty where it was not resolved.

    >>> from policyextract.values import TimeUnit
    >>> moment(Time(TimeKind.DATE, TimeBound.BY, latest=dt.date(2021, 6, 30)))
    '2021年6月30日前'
    >>> moment(Time(TimeKind.RECURRENCE, TimeBound.BY, amount=Decimal(1), unit=TimeUnit.WEEK, to_clock="17:00"))
    '每1周17:00前'
    """
    rhythm = time.kind is TimeKind.RECURRENCE
    days = stretch(time.earliest, time.latest, time.from_clock or "", time.to_clock or "")
    return length(time) + days if rhythm else days or length(time)
