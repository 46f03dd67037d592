"""A result made by hand, so that the exports are tested by themselves."""

import datetime as dt
from decimal import Decimal
from fractions import Fraction

import pytest

from policyextract.result import Result
from policyextract.text.document import Document
from policyextract.text.span import Mention, Span
from policyextract.values import (
    Change,
    Commitment,
    DepartmentKind,
    DepartmentRole,
    Figure,
    Modality,
    Outcome,
    QualitativeTarget,
    Quantity,
    QuantityRole,
    Responsibility,
    Slogan,
    SloganKind,
    Time,
    TimeBound,
    TimeKind,
    TimeRole,
    TimeUnit,
    Timing,
)

SOURCE = (
    "=关于2021年工作的<b>讲话</b>\r\n"
    "深入推进“一网通办”，由县政务局牵头、县财政局配合，6月底前确保网上\n\n可办率达到90%以上，"
    "𠮷县审批时限压缩至1个工作日以内。\r\n"
    "按季度调度，三分之二的事项已下放。"
)


def place(words: str) -> Span:
    """Where words stand, line breaks in them included."""
    start = SOURCE.index(words)
    return Span(start, start + len(words))


@pytest.fixture(scope="session")
def result() -> Result:
    """Every layer, an overlap, a find over a line break, a character outside the basic plane, a fraction."""
    lead = Mention(
        place("县政务局"),
        Responsibility("县政务局", DepartmentKind.AGENCY, DepartmentRole.LEAD, canonical="某县政务服务局"),
        "department.lead",
    )
    support = Mention(
        place("县财政局"),
        Responsibility("县财政局", DepartmentKind.AGENCY, DepartmentRole.SUPPORT),
        "department.support",
    )
    rate = Mention(
        place("90%"),
        Figure(
            Quantity(Decimal(90), None, unit="%"),
            QuantityRole.TARGET,
            indicator="网上可办率",
            change=Change.LEVEL,
            modality=Modality.REQUIRED,
            cue="确保",
        ),
        "target.level",
    )
    days = Mention(
        place("1个工作日"),
        Figure(
            Quantity(None, Decimal(1), unit="工作日"),
            QuantityRole.TARGET,
            indicator="审批时限",
            change=Change.LEVEL,
            modality=Modality.PLAIN,
            scope="𠮷县",
        ),
        "target.level",
    )
    part = Mention(
        place("三分之二"),
        Figure(Quantity(Fraction(2, 3), Fraction(2, 3)), QuantityRole.ACHIEVED, indicator="事项", change=Change.LEVEL),
        "target.achieved",
    )
    year = Mention(
        place("2021年"),
        Timing(Time(TimeKind.DATE, TimeBound.AT, dt.date(2021, 1, 1), dt.date(2021, 12, 31)), TimeRole.REFERENCE),
        "time.year",
    )
    june = Mention(
        place("6月底前"),
        Timing(Time(TimeKind.DATE, TimeBound.BY, None, dt.date(2021, 6, 30)), TimeRole.LIMIT),
        "time.month",
    )
    within = Mention(
        place("1个工作日以内"),
        Timing(Time(TimeKind.DURATION, TimeBound.WITHIN, amount=Decimal(1), unit=TimeUnit.WORKDAY), TimeRole.LIMIT),
        "time.duration",
    )
    quarterly = Mention(
        place("按季度"),
        Timing(Time(TimeKind.RECURRENCE, amount=Decimal(1), unit=TimeUnit.QUARTER), TimeRole.LIMIT),
        "time.rhythm",
    )
    slogan = Mention(place("一网通办"), Slogan(SloganKind.LABEL, numeral_of=(1,)), "slogan.quoted")
    whole = Span(place("由县政务局").start, place("90%以上").stop)
    duty = Mention(
        whole,
        Commitment(
            (lead, support),
            (rate,),
            (june,),
            action="网上可办率达到90%以上",
            heading=(
                "纵深推进“放管服”改革持续优化营商环境的总体安排",
                "着力推进工程建设项目审批制度改革和政务服务事项网上办理",
            )
            * 2,
        ),
        "commitment.clause",
    )
    second = Mention(
        place("𠮷县审批时限压缩至1个工作日以内"),
        Commitment((), (days,), (within,), action="压缩审批时限"),
        "commitment.clause",
    )
    handed_down = Mention(
        place("事项已下放"), QualitativeTarget(Outcome.COVERAGE, "事项", "已下放", Modality.PLAIN), "outcome.coverage"
    )
    return Result(
        Document.plain(SOURCE, dt.date(2021, 4, 25)),
        (rate, days, part),
        (year, june, within, quarterly),
        (lead, support),
        (slogan,),
        (duty, second),
        dt.date(2021, 4, 25),
        others=(Mention(place("讲话"), "体裁", "own.kind"),),
        qualitative_targets=(handed_down,),
    )
