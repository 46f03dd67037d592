"""What a document says of itself: records, each with the characters that say it."""

import datetime as dt
from enum import StrEnum

from attrs import field, frozen

from policyextract.text.record import Record
from policyextract.text.span import Span


class DocumentKind(StrEnum):
    """What sort of document a text is."""

    REPORT = "report"
    PLAN = "plan"
    SCHEME = "scheme"
    NOTICE = "notice"
    CIRCULAR = "circular"
    OPINION = "opinion"
    DECISION = "decision"
    RESOLUTION = "resolution"
    MEASURES = "measures"
    RULES = "rules"
    REGULATION = "regulation"
    LAW = "law"
    ORDER = "order"
    ANNOUNCEMENT = "announcement"
    BULLETIN = "bulletin"
    REPLY = "reply"
    REQUEST = "request"
    LETTER = "letter"
    MOTION = "motion"
    MINUTES = "minutes"
    SPEECH = "speech"
    GUIDE = "guide"
    LIST = "list"


class Level(StrEnum):
    """The level of government of a region."""

    NATION = "nation"
    PROVINCE = "province"
    PREFECTURE = "prefecture"
    COUNTY = "county"


@frozen
class Stated(Record):
    """Words of the source, without white space, and where they stand.

    >>> Stated("国发〔2021〕5号", Span(12, 21)).to_dict()
    {'text': '国发〔2021〕5号', 'start': 12, 'end': 21}
    """

    text: str
    span: Span


@frozen
class StatedDate(Record):
    """A day that the source states, and where."""

    date: dt.date
    span: Span


@frozen
class Region(Record):
    """The region that a document is of.

    Attributes:
        name: the name of the list of divisions; 中国 for the whole country.
        code: six digits (GB/T 2260): 430000 for Hunan; empty for the whole country, and where two have the name.
        level: nation, province, prefecture or county.
        span: the words that name it.

    >>> from policyextract import extract
    >>> region = extract("2026年湖南省政府工作报告\\n各位代表：").about.region
    >>> region.name, region.code, region.level.value
    ('湖南省', '430000', 'province')
    """

    name: str
    code: str
    level: Level
    span: Span


@frozen
class About(Record):
    """What a document is, after its head and its foot (GB/T 9704-2012); ``None`` or empty where they do not say.

    Attributes:
        title: its title.
        kind: what sort of document the title names.
        issuers: who issued it; several for a document that several issued together.
        region: the region that it is of.
        number: its number (发文字号).
        made: the day of making (成文日期) or of the speech.
        printed: the day of printing or publishing (印发日期).
        effective: the day from which it holds (施行日期).
        expires: the last day on which it holds (有效期至, 失效日期).
        recipients: to whom it is addressed (主送机关).

    >>> from policyextract import extract
    >>> about = extract("江山市财政局关于做好补贴发放的通知\\n各乡镇：\\n请照办。\\n2024年3月1日").about
    >>> about.kind.value, about.issuers[0].text, about.made.date.isoformat(), about.recipients[0].text
    ('notice', '江山市财政局', '2024-03-01', '各乡镇')
    """

    title: Stated | None = None
    kind: DocumentKind | None = None
    issuers: tuple[Stated, ...] = ()
    region: Region | None = None
    number: Stated | None = None
    made: StatedDate | None = None
    printed: StatedDate | None = None
    effective: StatedDate | None = None
    expires: StatedDate | None = None
    recipients: tuple[Stated, ...] = field(default=())


@frozen
class Part(Record):
    """One of the documents that a file holds.

    Attributes:
        number: 1 for the first.
        span: its characters in the source.
        title: its title, or ``None`` for a document that has none.
        kind: what sort of document its title names.

    >>> from policyextract import extract
    >>> result = extract("关于开展督查的通知\\n各镇：\\n请照办。\\n在动员会上的讲话\\n同志们：\\n今天开会。")
    >>> [part.title.text for part in result.parts]
    ['关于开展督查的通知', '在动员会上的讲话']
    """

    number: int
    span: Span
    title: Stated | None = None
    kind: DocumentKind | None = None
