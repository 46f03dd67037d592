"""The days that a document states of itself: of making, of printing, from which and until which it holds."""

import re
from collections.abc import Iterator

from policyextract.about.record import StatedDate
from policyextract.day.stated_date import stated_day
from policyextract.grammar.time import times
from policyextract.marks.part import parts
from policyextract.text.document import Document
from policyextract.text.pattern import pattern
from policyextract.text.span import Span
from policyextract.values import TimeKind

_HOLDS = pattern("\\L<about.force-verb>")
_HOLDS_LABEL = pattern(r"\L<about.force>\L<day.day-noun>\s*[：:]\s*$")
_ENDS_LABEL = pattern(r"有效期(?:限)?(?:截止)?[^，。；\n]{0,8}?[至到为]\s*$|\L<about.ends>\L<day.day-noun>\s*[：:]\s*$")
_PRINTED = pattern(r"\s?印发")
_PRINTED_LABEL = pattern(r"\L<day.published>\L<day.day-noun>\s*[：:]\s*$|publish_date\s*[：:]\s*$")
_NEAR = 24


def made(document: Document) -> StatedDate | None:
    """The day of making that the document states."""
    found = stated_day(document)
    return StatedDate(*found) if found else None


def effective(document: Document) -> StatedDate | None:
    """The day from which a document holds: ``本办法自2021年1月1日起施行``, ``实施日期：2021-01-01``."""
    return next(_labelled(document, _HOLDS_LABEL, _HOLDS), None)


def expires(document: Document) -> StatedDate | None:
    """The last day on which it holds: ``有效期至2025年12月31日``, ``失效日期：2025-12-31``."""
    return next(_labelled(document, _ENDS_LABEL), None)


def printed(document: Document) -> StatedDate | None:
    """The day of printing or publishing: ``2021年3月5日印发``, ``发布日期：2021-03-05``."""
    return next(_labelled(document, _PRINTED_LABEL, _PRINTED), None)


def _labelled(
    document: Document, before: "re.Pattern[str]", after: "re.Pattern[str] | None" = None
) -> Iterator[StatedDate]:
    """The days of a document behind one pattern, or before another."""
    for part in parts(document):
        yield from _labelled_in(part, before, after)


def _labelled_in(
    document: Document, before: "re.Pattern[str]", after: "re.Pattern[str] | None"
) -> Iterator[StatedDate]:
    text = document.text
    for find in times(document):
        time = find.value
        day = time.earliest or time.latest
        if time.kind is not TimeKind.DATE or day is None or time.earliest not in (day, None):
            continue
        single = time.latest is None or time.earliest in (time.latest, None)
        said = before.search(text, max(find.start - _NEAR, 0), find.start) or (after and after.match(text, find.stop))
        if single and said:
            yield StatedDate(day, Span(*document.offsets.to_source(find.start, find.stop)))
