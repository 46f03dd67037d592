"""The calendar, read back by the rules of RFC 5545."""

import datetime as dt
import re
from pathlib import Path

import pytest

from policyextract import Result, chinese_rest_days, extract
from policyextract.export.ics import calendar

TEXT = (
    "由市财政局牵头，2024年6月底前完成清理任务30项，3个工作日内报送方案；县教育局按季度调度，2024年5月7日17:30前上报。"
)


def unfolded(text: str) -> list[str]:
    """The lines of a calendar, each whole."""
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    return re.sub("\r\n[ \t]", "", text).removesuffix("\r\n").split("\r\n")


def starts(text: str) -> list[str]:
    return [line.partition("DTSTART")[2].lstrip(";:") for line in unfolded(text) if line.startswith("DTSTART")]


def test_an_event_on_the_last_day_of_each_limit() -> None:
    lines = unfolded(calendar(extract(TEXT), "清理；方案"))
    assert lines[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert lines[-1] == "END:VCALENDAR"
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == len(starts(calendar(extract(TEXT))))
    assert "VALUE=DATE:20240630" in starts(calendar(extract(TEXT)))
    assert any(line.endswith("（市财政局）") for line in lines if line.startswith("SUMMARY"))
    ids = [line for line in lines if line.startswith("UID")]
    assert len(set(ids)) == len(ids)


def test_an_hour_is_kept() -> None:
    assert "20240507T173000" in starts(calendar(extract(TEXT)))


def test_lengths_are_counted_when_asked() -> None:
    pytest.importorskip("chinese_calendar")
    received = dt.date(2024, 4, 30)
    before = starts(calendar(extract(TEXT)))
    assert starts(calendar(extract(TEXT), received=received)) == before
    counted = starts(calendar(extract(TEXT), received=received, rest_days=chinese_rest_days))
    assert set(counted) - set(before) == {"VALUE=DATE:20240508"}


def test_signs_are_escaped_and_any_text_goes_in(result: Result, tmp_path: Path) -> None:
    result.to_ics(tmp_path / "a.ics", "甲,乙;丙\\丁\n戊")
    lines = unfolded((tmp_path / "a.ics").read_bytes().decode())
    assert "X-WR-CALNAME:甲\\,乙\\;丙\\\\丁\\n戊" in lines
    for odd in ("", "\ud800市财政局要在2024年6月底前办结\0。", "各局要在2024年6月底前办结，" * 50):
        assert unfolded(calendar(extract(odd)))[-1] == "END:VCALENDAR"
