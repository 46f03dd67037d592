"""The types of the JSON output: what ``Result.to_dict`` gives, as TypedDicts. Made by ``tests/test_json.py``.

FastAPI takes :class:`ResultDict` as a response model, pydantic's ``TypeAdapter`` as a type.
"""

import datetime as dt
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from typing import TypedDict
else:
    try:  # pydantic wants this one before Python 3.12, and brings it along
        from typing_extensions import TypedDict
    except ImportError:
        from typing import TypedDict


class MentionDict(TypedDict):
    """Where something was found: its id here, its code points, its words, its part of the file, its rule."""

    id: str
    start: int
    end: int
    text: str
    part: int
    rule: str


class StatedDict(TypedDict):
    """Words of the source, without white space, and where they stand."""

    text: str
    start: int
    end: int


class RegionDict(TypedDict):
    """The region that a document is of."""

    name: str
    code: str
    level: Literal["nation", "province", "prefecture", "county"]
    start: int
    end: int


class StatedDateDict(TypedDict):
    """A day that the source states, and where."""

    date: str
    start: int
    end: int


class AboutDict(TypedDict):
    """What a document is, after its head and its foot (GB/T 9704-2012); ``None`` or empty where they do not say."""

    title: StatedDict | None
    kind: Literal["report", "plan", "scheme", "notice", "circular", "opinion", "decision", "resolution", "measures", "rules", "regulation", "law", "order", "announcement", "bulletin", "reply", "request", "letter", "motion", "minutes", "speech", "guide", "list"] | None
    issuers: list[StatedDict]
    region: RegionDict | None
    number: StatedDict | None
    made: StatedDateDict | None
    printed: StatedDateDict | None
    effective: StatedDateDict | None
    expires: StatedDateDict | None
    recipients: list[StatedDict]


class PartDict(TypedDict):
    """One of the documents that a file holds."""

    number: int
    start: int
    end: int
    title: StatedDict | None
    kind: Literal["report", "plan", "scheme", "notice", "circular", "opinion", "decision", "resolution", "measures", "rules", "regulation", "law", "order", "announcement", "bulletin", "reply", "request", "letter", "motion", "minutes", "speech", "guide", "list"] | None


class FigureDict(MentionDict):
    """One of ``quantities``."""

    low: str | None
    high: str | None
    low_open: bool
    high_open: bool
    approximate: bool
    unit: str
    role: Literal["target", "achieved", "other"]
    indicator: str | None
    change: Literal["level", "increase", "decrease"] | None
    modality: Literal["required", "strive", "expected", "plain"] | None
    cue: str
    baseline: str
    scope: str
    indicator_standard: str
    basis: str
    per: str
    period_from: str | None
    period_to: str | None
    pace: Literal["annual", "average", "whole", "part"] | None
    baseline_from: str | None
    baseline_to: str | None
    binding: Literal["binding", "expected"] | None
    period: str


class TimingDict(MentionDict):
    """One of ``times``."""

    kind: Literal["date", "duration", "recurrence", "event"]
    bound: Literal["by", "within", "from", "at"]
    earliest: str | None
    latest: str | None
    amount: str | None
    unit: Literal["second", "minute", "hour", "workday", "day", "week", "month", "quarter", "half-year", "year"] | None
    from_clock: str | None
    to_clock: str | None
    role: Literal["limit", "reference"]


class ResponsibilityDict(MentionDict):
    """One of ``departments``."""

    kind: Literal["agency", "government", "group"]
    role: Literal["lead", "support", "responsible", "supervise", "none"]
    name: str
    canonical: str
    label: str


class SloganDict(MentionDict):
    """One of ``slogans``."""

    kind: Literal["label", "motto", "parallel"]
    items: list[str] | None
    numeral_of: list[int]
    expansion: list[str]


class CommitmentDict(MentionDict):
    """One of ``commitments``."""

    departments: list[str]
    targets: list[str]
    times: list[str]
    action: str
    heading: list[str]
    inherited: list[str]


class QualitativeTargetDict(MentionDict):
    """One of ``qualitative_targets``."""

    kind: Literal["coverage", "zero", "trend", "comparison"]
    indicator: str
    wording: str
    modality: Literal["required", "strive", "expected", "plain"]
    cue: str


class OtherDict(MentionDict):
    """What an extractor of one's own found: its class, its value."""

    kind: str
    value: Any


class ResultDict(TypedDict):
    """What was found in one document."""

    schema: int
    reference_date: str | None
    length: int
    about: AboutDict
    parts: list[PartDict]
    quantities: list[FigureDict]
    times: list[TimingDict]
    departments: list[ResponsibilityDict]
    slogans: list[SloganDict]
    commitments: list[CommitmentDict]
    qualitative_targets: list[QualitativeTargetDict]
    others: list[OtherDict]


class TaskRow(TypedDict):
    """A row of ``Result.to_rows("tasks")``, its days as days."""

    document: str
    id: str
    start: int
    end: int
    text: str
    part: int
    rule: str
    number: int
    action: str
    targets: list[str]
    lead: list[str]
    support: list[str]
    responsible: list[str]
    supervise: list[str]
    inherited: list[str]
    limits: list[str]
    heading: list[str]
    begin: dt.date | None
    due: dt.date | None
