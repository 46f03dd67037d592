"""Times in running text: their spans and values by a corpus, what is none, the year in force, and properties."""

import datetime as dt
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policyextract import Times, lexicon, read
from policyextract.testing import check, corpus, times
from policyextract.values import Time, decimal_string

CORPUS = Path(__file__).parent / "corpus"
SAID = corpus(CORPUS / "times.txt")
NEGATIVE = corpus(CORPUS / "times_negative.txt")
TODAY = dt.date(2021, 4, 25)


def written(time: Time) -> str:
    clocks = f" {time.from_clock or ''}~{time.to_clock or ''}" if time.from_clock or time.to_clock else ""
    if time.kind == "date":
        return f"date {time.bound} {time.earliest or ''}..{time.latest or ''}{clocks}"
    if time.kind == "event":
        return f"event {time.bound}"
    return f"{time.kind} {time.bound} {decimal_string(time.amount)} {time.unit}{clocks}"


def found(text: str, today: dt.date | None = TODAY) -> list[tuple[str, str]]:
    document = read(text, reference_date=today)
    return [(document.quote(m.span), written(m.value)) for m in Times()(document)]


@pytest.mark.parametrize("case", SAID, ids=lambda case: f"{case.line}-{case.text}")
def test_a_time_is_found_with_its_span_and_value(case) -> None:
    span = re.search("【(.+)】", case.text)[1]
    text = case.text.replace("【", "").replace("】", "")
    expected = [(pair[0], pair[1]) for pair in found(text) if pair[0] == read(span).text.strip() or pair[0] == span]
    assert expected == [(span, case.value)], found(text)


@pytest.mark.parametrize("case", NEGATIVE, ids=lambda case: f"{case.line}-{case.text}")
def test_what_is_no_time_stays_out(case) -> None:
    assert found(case.text) == []


@pytest.mark.parametrize("case", SAID, ids=lambda case: f"{case.line}-{case.text}")
def test_the_promises_of_an_extractor_hold(case) -> None:
    check(Times(), case.text.replace("【", "").replace("】", ""))


def _first(text: str) -> Time | None:
    return next((mention.value for mention in Times()(read(text, reference_date=TODAY))), None)


@pytest.mark.parametrize(("word", "unit"), lexicon.mapping("time/units").items())
def test_every_unit_is_read_in_running_text(word: str, unit: str) -> None:
    time = _first(f"全程用时30{word}完成")
    assert time
    assert (time.kind, time.amount, time.unit or "") == ("duration", 30, unit)


@pytest.mark.parametrize(("word", "unit"), lexicon.mapping("time/rhythms").items())
def test_every_period_of_a_rhythm_is_read(word: str, unit: str) -> None:
    time = _first(f"每{word}调度一次")
    assert time
    assert (time.kind, time.unit or "") == ("recurrence", unit)


@pytest.mark.parametrize("word", lexicon.words("time/festivals"))
def test_every_festival_is_read(word: str) -> None:
    time = _first(f"请于{word}前完成")
    assert time
    assert time.latest
    assert (time.kind, time.bound) == ("date", "by")


@pytest.mark.parametrize("word", lexicon.words("time/day_parts"))
def test_every_part_of_the_day_is_read(word: str) -> None:
    time = _first(f"5月7日{word}7时集合")
    assert time
    assert time.from_clock in ("07:00", "19:00")


@pytest.mark.parametrize("word", lexicon.words("time/periods"))
def test_every_period_named_from_today_is_read(word: str) -> None:
    time = _first(f"自{word}起执行")
    assert time
    assert time.kind == "date"
    assert time.earliest


@pytest.mark.parametrize("word", lexicon.words("time/eras"))
def test_every_era_is_read(word: str) -> None:
    assert [text for text, _ in found(f"建于{word}12年。")] == [f"{word}12年"]


@pytest.mark.parametrize("word", lexicon.select("time/leads", "deadline"))
def test_every_word_of_a_deadline_is_read(word: str) -> None:
    time = _first(f"{word}5月7日。")
    assert time
    assert (time.bound, str(time.latest)) == ("by", "2021-05-07")


@pytest.mark.parametrize("word", lexicon.select("time/events", "term"))
def test_every_term_is_read(word: str) -> None:
    assert found(f"应在{word}期限内提交") == [(f"{word}期限内", "event within")]


@pytest.mark.parametrize("word", [word for word in lexicon.select("time/events", "act") if len(word) == 2])
def test_every_act_sets_a_time(word: str) -> None:
    ((text, value),) = found(f"项目{word}后，及时归档")
    assert text.endswith(f"{word}后")
    assert value == "event from"


VERBS = [
    "提交",
    "提出",
    "提供",
    "提请",
    "提报",
    "提升",
    "进行",
    "进入",
    "进驻",
    "移交",
    "移送",
    "置换",
    "述职",
    "实现",
    "完成",
    "报送",
    "上报",
    "反馈",
    "建成",
    "开工",
    "拨付",
    "印发",
    "制定",
    "出台",
    "落实",
    "整改",
    "验收",
    "召开",
    "开展",
    "组织",
    "启动",
    "办结",
    "公布",
]


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("day", ["6月30日前", "6月底前", "6月前", "第二季度末前", "今年6月中旬前", "7月1日17时前"])
def test_a_last_day_holds_before_any_verb(day: str, verb: str) -> None:
    assert [text for text, value in found(f"各单位于{day}{verb}报告。") if value.startswith("date by")] == [day]


@pytest.mark.parametrize("word", ["期工作", "景广阔", "沿技术", "述规定", "款规定", "置条件", "瞻布局"])
@pytest.mark.parametrize("time", ["今年", "6月", "二季度"])
def test_a_noun_that_begins_with_the_same_sign_bounds_nothing(time: str, word: str) -> None:
    assert [value.split()[1] for text, value in found(f"{time}前{word}") if text == time] == ["at"]


def test_a_list_of_lengths_shares_its_unit_and_its_bound() -> None:
    assert found("审批时限分别压缩至76个、80个工作日内") == [
        ("76个", "duration within 76 workday"),
        ("80个工作日内", "duration within 80 workday"),
    ]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("3、6、9、12月各会商一次", {"3": "03-31", "6": "06-30", "9": "09-30", "12月": "12-31"}),
        ("1、2月份开展，其他月份不开展", {"1": "01-31", "2月份": "02-28"}),
        ("1、7月完成方案。\n2、8月完成整改。", {"7月": "07-31", "8月": "08-31"}),
        ("1、2月完成方案。\n2、3月完成整改。", {"2月": "02-28", "3月": "03-31"}),
        ("今年二、四季度末报送", {"今年二": "06-30", "四季度末": "12-31"}),
        ("第一、第三季度召开", {"第一": "03-31", "第三季度": "09-30"}),
        ("5月6、16、26日赶集", {"5月6": "05-06", "16": "05-16", "26日": "05-26"}),
    ],
)
def test_a_list_of_dates_shares_its_unit_and_each_is_found(text: str, spans: dict[str, str]) -> None:
    mentions = Times()(read(text, reference_date=TODAY))
    document = read(text)
    assert {document.quote(m.span): f"{m.value.latest:%m-%d}" for m in mentions} == spans


def test_the_members_of_a_list_share_its_bound() -> None:
    assert found("2025、2027年底前普及率达到70%、85%") == [
        ("2025", "date by ..2025-12-31"),
        ("2027年底前", "date by ..2027-12-31"),
    ]


def test_days_in_a_list_share_their_month() -> None:
    assert found("12月18日、19日发生") == [
        ("12月18日", "date at 2021-12-18..2021-12-18"),
        ("19日", "date at 2021-12-19..2021-12-19"),
    ]


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("2017年，推进改革，6月底前完成方案。", "6月底前", "date by ..2017-06-30"),
        ("2017年，推进改革。6月底前完成方案。", "6月底前", "date by ..2017-06-30"),
        (
            "一、2017年重点任务\n（一）抓改革。\n6月底前完成方案，全年完成投资3亿元。",
            "全年",
            "date at 2017-01-01..2017-12-31",
        ),
        ("一、2017年重点任务\n抓改革。\n二、保障措施\n6月底前完成方案。", "6月底前", "date by ..2021-06-30"),
        ("2019年启动试点，次年全面推开。", "次年", "date at 2020-01-01..2020-12-31"),
        ("去年启动改革，6月底前出台方案。", "6月底前", "date by ..2020-06-30"),
        ("报送上一年度决算，6月底前完成清算。", "6月底前", "date by ..2021-06-30"),
        ("比2015年提高，6月底前完成清算。", "6月底前", "date by ..2021-06-30"),
        ("在2018年基础上提高，年底前完成。", "年底前", "date by ..2021-12-31"),
        ("《2019年工作要点》印发后，6月底前完成方案。", "6月底前", "date by ..2021-06-30"),
        ("一年来，我们攻坚克难，取得显著成绩。\n全年减税3亿元。", "全年", "date at 2020-01-01..2020-12-31"),
        ("一年来，成绩显著。\n二、2021年工作任务\n全年减税3亿元。", "全年", "date at 2021-01-01..2021-12-31"),
        ("去年新增就业9万人，比上年多1万人。", "上年", "date at 2019-01-01..2019-12-31"),
        ("上年末结余5亿元，可返还上年度实缴的六成。", "上年度", "date at 2020-01-01..2020-12-31"),
        ("2020年1-6月收入14亿元，比上年同期增收1亿元。", "上年同期", "date at 2019-01-01..2019-06-30"),
        ("上半年收入14亿元，去年同期为13亿元。", "去年同期", "date at 2020-01-01..2020-06-30"),
        ("2019年，产值310亿元。\n二、农业\n面积60万亩，比上年下降0.4%。", "上年", "date at 2018-01-01..2018-12-31"),
        ("2019年全区经济运行情况\n出口8亿元，比去年同期增长3%。", "去年同期", "date at 2018-01-01..2018-12-31"),
        ("一、综合\n产值200亿元，比上年增长4.9%。", "上年", "date at 2019-01-01..2019-12-31"),
        ("2007年与2009年间开工的工程。", "2007年与2009年间", "date within 2007-01-01..2009-12-31"),
    ],
)
def test_the_year_in_force_is_carried_on(text: str, span: str, value: str) -> None:
    assert (span, value) in found(text)


@pytest.mark.parametrize(
    ("title", "today", "span", "value"),
    [
        ("关于2022年放假安排的通知", dt.date(2021, 12, 1), "4月5日", "date at 2022-04-05..2022-04-05"),
        ("2021年工作总结", dt.date(2022, 1, 10), "4月5日", "date at 2021-04-05..2021-04-05"),
        ("2021年工作要点", dt.date(2021, 3, 10), "4月5日", "date at 2021-04-05..2021-04-05"),
        ("关于2022年和2023年任务的通知", dt.date(2021, 12, 1), "4月5日", "date at 2021-04-05..2021-04-05"),
    ],
)
def test_a_title_at_the_turn_of_the_year_says_which_year_it_is_about(
    title: str, today: dt.date, span: str, value: str
) -> None:
    assert (span, value) in found(f"{title}\n各单位：\n清明节：4月5日举行活动。", today)


def test_a_sentence_keeps_its_times_whatever_stands_beside_it() -> None:
    for case in SAID:
        text = case.text.replace("【", "").replace("】", "")
        text = text if text[-1] in "。，：" else f"{text}。"
        alone = found(text)
        assert found(f"各单位要高度重视。{text}") == alone, text
        assert found(f"{text}特此通知。") == alone, text


@pytest.mark.parametrize(
    "ways",
    [
        ("6月30日前", "六月三十日前", "６月３０日前", "6 月 30 日前"),
        ("2025年底前", "二〇二五年底前", "２０２５年底前", "2025 年底前"),
        (
            "2021年5月7日17:30前",
            "2021年5月7日17时30分前",
            "二〇二一年五月七日十七时三十分前",
            "2021年5月7日下午5时30分前",
        ),
        ("3个月内", "三个月内", "３个月内", "3 个月内"),
        ("0.5个工作日内", "零点五个工作日内", "０．５个工作日内"),
        ("每周五17时前", "每周五十七时前", "每星期五17:00前"),
        ("第3季度", "第三季度", "三季度"),
    ],
)
def test_any_numerals_give_the_same_time(ways: tuple[str, ...]) -> None:
    values = {value for way in ways for _, value in found(f"各单位要在{way}完成整改。")}
    assert len(values) == 1, values


def test_without_a_reference_date_relative_times_keep_their_span() -> None:
    assert found("今年6月底前完成，2025年底前建成。", None) == [
        ("今年6月底前", "date by .."),
        ("2025年底前", "date by ..2025-12-31"),
    ]


def test_a_time_runs_over_a_hard_line_break() -> None:
    assert found("锚定远景目标，综合考量全市发展实际和阶段性特征，到 2025\n年，贯彻落实取得显著成果。") == [
        ("2025年", "date by ..2025-12-31")
    ]


@given(times())
def test_every_time_put_into_a_text_is_found_with_its_exact_span(phrase) -> None:
    text = f"各有关单位要压实责任，{phrase.text}全面完成整改任务。"
    document = read(text, reference_date=phrase.reference_date)
    spans = {document.quote(mention.span): mention.value for mention in Times()(document)}
    assert spans.get(phrase.text) == phrase.time, (phrase, spans)


@given(
    st.text(
        alphabet="今明本上下去前后每按年月日季旬天周时初末底期间内一二三十五0123456789.-—至到、，。“”（）世纪代春节国庆起来",
        max_size=60,
    )
)
@settings(max_examples=300)
def test_no_text_makes_it_raise_and_days_are_in_order(text: str) -> None:
    for mention in check(Times(), text):
        time = mention.value
        assert not (time.earliest and time.latest and time.earliest > time.latest)


@given(
    st.dates(),
    st.sampled_from(
        ["今年", "明年", "去年", "本月", "上月", "下季度", "本周五", "明天", "前三季度", "2月底", "国庆前"]
    ),
)
def test_any_reference_date_is_good(today: dt.date, text: str) -> None:
    for _, value in found(f"{text}完成", today):
        assert value.startswith(("date", "duration"))


@pytest.mark.parametrize("today", [dt.date.min, dt.date.max])
@pytest.mark.parametrize(
    "text", ["本月前", "去年", "明年", "国庆前", "下周", "今年秋季", "下季度末", "自今年起", "前天", "上世纪初"]
)
def test_the_ends_of_the_calendar_are_no_error(today: dt.date, text: str) -> None:
    for mention in check(Times(), f"{text}完成"):
        assert mention.value.kind == "date"
    found(f"{text}完成", today)


@given(st.dates(dt.date(1950, 1, 1), dt.date(2100, 1, 1)), st.integers(-30, 30))
def test_a_shifted_reference_date_shifts_relative_years(today: dt.date, shift: int) -> None:
    moved = today.replace(year=today.year + shift, day=min(today.day, 28))
    first, second = (Times()(read("今年上半年完成", reference_date=day))[0].value for day in (today, moved))
    assert second.earliest.year - first.earliest.year == shift
    assert (second.latest.month, second.latest.day) == (6, 30)


@given(st.integers(1, 31), st.integers(1, 12), st.integers(1990, 2060))
def test_numerals_and_width_do_not_matter(day: int, month: int, year: int) -> None:
    han = "零一二三四五六七八九"

    def small(value: int) -> str:
        tens, ones = divmod(value, 10)
        return (("" if tens == 1 else han[tens]) + "十" if tens else "") + (han[ones] if ones else "")

    plain = f"{year}年{month}月{day}日"
    wide = plain.translate({ord(str(digit)): 0xFF10 + digit for digit in range(10)})
    chinese = "".join(han[int(char)] for char in str(year)) + f"年{small(month)}月{small(day)}日"
    values = {found(text)[0][1] for text in (plain, wide, chinese)}
    assert len(values) == 1


def test_the_cost_is_linear_on_long_runs() -> None:
    for piece in ("1", "一", "年", "2021年", "前后", "十五", "在" * 3 + "后，", "每", "1-", "（含"):
        Times()(piece * 20000)
