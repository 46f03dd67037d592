"""One cell of a panel: what a report sets for a region, a year and a standard indicator."""

import datetime as dt
from decimal import Decimal
from fractions import Fraction

from attrs import field, frozen

from policyextract.export.column import Column
from policyextract.text.record import Record

_Number = Decimal | Fraction


@frozen
class PanelRow(Record):
    """A target of a panel. The meaning of each field is that of its column in :data:`COLUMNS`.

    >>> from policyextract import extract
    >>> from policyextract.panels import panel
    >>> (row,) = panel([extract("2026年湖南省政府工作报告\\n今年主要预期目标是：地区生产总值增长5%左右。")])
    >>> row.region, row.year, row.indicator, row.measure, row.low, row.bound, row.firmness
    ('湖南省', 2026, '生产总值', 'growth', Decimal('5'), 'point', 'soft')
    """

    region: str
    region_code: str
    region_level: str
    year: int
    indicator: str
    code: str
    measure: str
    horizon: str
    low: _Number | None
    high: _Number | None
    low_open: bool
    high_open: bool
    bound: str
    approximate: bool
    unit: str
    modality: str
    cue: str
    firmness: str
    binding: str
    stretch_low: _Number | None
    stretch_high: _Number | None
    stretch: str
    scope: str
    basis: str
    per: str
    better: str
    period_from: dt.date | None
    period_to: dt.date | None
    base: str
    base_from: dt.date | None
    base_to: dt.date | None
    is_conflict: bool
    mentions: int
    prior_low: _Number | None
    prior_high: _Number | None
    prior_text: str
    prior_conflict: bool
    later_low: _Number | None
    later_high: _Number | None
    later_text: str
    later_document: str
    later_conflict: bool
    as_written: str
    wording: str
    evidence: str
    document: str
    title: str
    part: int
    char_from: int
    char_to: int
    place: str
    rule: str = field(default="")


COLUMNS: tuple[Column, ...] = (
    Column("region", "text", "region of the report, by the list of divisions; empty where the report does not say"),
    Column("region_code", "text", "its code of six digits (GB/T 2260); empty for the whole country"),
    Column("region_level", "text", "nation, province, prefecture or county"),
    Column("year", "integer", "year of the target; of a target over several years, its last year"),
    Column("indicator", "text", "standard name of the indicator"),
    Column("code", "text", "its short name in ASCII letters"),
    Column("measure", "text", "growth, decline (%), level, added (in the unit), points (of a share), times (番, 倍)"),
    Column("horizon", "text", "annual, average (a year, over several), whole (of several years) or part (of a year)"),
    Column("low", "decimal", "lower end, multipliers folded in; missing where the side is open"),
    Column("high", "decimal", "upper end; equal to the lower for one number"),
    Column("low_open", "flag", "whether the lower end itself is left out (超过)"),
    Column("high_open", "flag", "whether the upper end itself is left out (低于)"),
    Column("bound", "text", "point, range, floor (以上, 不低于) or ceiling (以内, 不超过)"),
    Column("approximate", "flag", "whether the report says 左右, 约"),
    Column("unit", "text", "unit without its multiplier"),
    Column("modality", "text", "required (确保), strive (力争), expected (预期) or plain"),
    Column("cue", "text", "the word that shows the modality"),
    Column("firmness", "text", "hard, soft or plain, by the wording; see the guide"),
    Column("binding", "text", "binding (约束性) or expected (预期性), where the report says so"),
    Column("stretch_low", "decimal", "lower end of a further target beside it: 增长7%，力争8%"),
    Column("stretch_high", "decimal", "upper end of that"),
    Column("stretch", "text", "words that ask for more than the target: 争取更好结果"),
    Column("scope", "text", "another part or place than the region whose figure it is; empty for the region itself"),
    Column("basis", "text", "how it is reckoned: 同口径, 可比价, 实际, 名义"),
    Column("per", "text", "per what it counts: 万元生产总值, 每千人口"),
    Column("better", "text", "up or down: the way in which the indicator is wanted"),
    Column("period_from", "date", "first day of the time of the target"),
    Column("period_to", "date", "last day of that time"),
    Column("base", "text", "what the target is compared with, in the words of the report"),
    Column("base_from", "date", "first day of what it is compared with"),
    Column("base_to", "date", "last day of that"),
    Column("is_conflict", "flag", "whether the reports state different values for this cell; all are kept"),
    Column("mentions", "integer", "how often the report states this value"),
    Column("prior_low", "decimal", "actual of the year before that the same report states: lower end"),
    Column("prior_high", "decimal", "upper end of that"),
    Column("prior_text", "text", "the sentence that states it"),
    Column("prior_conflict", "flag", "whether the report states several; the first is given"),
    Column("later_low", "decimal", "actual of the year itself that a later report states: lower end"),
    Column("later_high", "decimal", "upper end of that"),
    Column("later_text", "text", "the sentence that states it"),
    Column("later_document", "text", "the report that states it"),
    Column("later_conflict", "flag", "whether later reports state several; the first is given"),
    Column("as_written", "text", "the indicator as the report names it"),
    Column("wording", "text", "the figure as the report writes it"),
    Column("evidence", "text", "the sentence that sets the target"),
    Column("document", "text", "name of the document, as the caller gave it; else its number among the results"),
    Column("title", "text", "title of the document"),
    Column("part", "integer", "part of the file that it stands in, 1 for the first"),
    Column("char_from", "integer", "first character of the figure in the source, from 0"),
    Column("char_to", "integer", "character after its last"),
    Column("place", "text", "page, paragraph or line of the file, or the characters"),
    Column("rule", "text", "the rule that read it"),
)
"""The codebook of a panel: its columns in their order."""
