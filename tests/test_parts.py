"""Several documents in one file: each is read by its own title, opening and day, as if it stood alone."""

import datetime as dt
import random

import pytest

from policyextract import Departments, Document, NumericTargets, Result, extract, read
from policyextract.marks.part import parts

NOTICE = """平湖县交通局关于印发2024年绿色交通工作总结的通知
平政办发〔2025〕4号
各乡镇人民政府，县直各单位：
现将《2024年绿色交通工作总结》印发给你们，请各单位于3月底前报送下一步打算。
平湖县交通局
2025年2月18日
"""
REPORT = """2024年绿色交通工作总结
一、基本情况
新增公交车40辆，开通线路6条。
二、主要做法
县交通局协调县财政局筹措资金800万元，城乡公交覆盖率96%。
"""
PLAN = """附件1
平湖县2025年绿色交通工作方案
为做好绿色交通工作，制定本方案。
一、工作目标
新增公交车60辆，开通线路8条。
二、任务分工
县交通局筹措资金900万元，城乡公交覆盖率98%。
"""
SPEECH = """在全县绿色交通推进会上的讲话
（2023年4月6日）
同志们：
今年要新增公交车70辆。
"""
PRESS = """3月9日，全县绿色交通推进会召开。县长出席会议并讲话。
会议传达了文件，参会人员观摩了3个站场，现场签约项目5个，到场企业26家，总投资12.6亿元。
与会代表一致认为，去年以来全县新增充电桩213个，群众出行更加便捷，满意度不断提高。
讲话全文如下：
"""
RULES = """平湖县新能源车辆补贴办法
第一条　对购置新能源客车的企业给予奖励。
第二条　每辆给予补贴2万元，最高补贴50万元。
"""


def roles(text: str, reference_date: dt.date | None = None) -> list[tuple[str, str]]:
    return [(found.text, found.value.role.value) for found in extract(text, reference_date=reference_date).quantities]


def several(*texts: str) -> str:
    return "".join(texts)


@pytest.mark.parametrize(
    "texts",
    [
        (NOTICE, REPORT),
        (NOTICE, PLAN),
        (NOTICE, PLAN, REPORT),
        (PRESS, SPEECH),
        (PLAN, SPEECH, NOTICE),
        (SPEECH, RULES.replace("第一条", "第一章　总则\n第一条")),
    ],
)
def test_each_of_several_documents_is_read_as_if_it_stood_alone(texts: tuple[str, ...]) -> None:
    alone = [found for text in texts for found in roles(text, dt.date(2025, 3, 10))]
    assert roles(several(*texts), dt.date(2025, 3, 10)) == alone
    assert "".join(part.text for part in parts(read(several(*texts)))) == read(several(*texts)).text


def test_a_notice_asks_and_the_report_that_it_hands_out_tells() -> None:
    found = dict(roles(NOTICE + REPORT))
    assert {found["40辆"], found["6条"], found["800万元"], found["96%"]} == {"achieved"}
    limits = [mention.text for mention in extract(NOTICE + REPORT).time_limits]
    assert limits == ["3月底前"]


def test_a_plan_behind_a_report_plans() -> None:
    found = dict(roles(REPORT + PLAN))
    assert (found["40辆"], found["60辆"], found["96%"], found["98%"]) == ("achieved", "target", "achieved", "target")


def test_a_press_report_tells_and_the_speech_behind_it_asks() -> None:
    found = dict(roles(PRESS + SPEECH))
    assert (found["26家"], found["70辆"]) == ("achieved", "target")


def test_a_rule_book_among_other_papers_rules() -> None:
    found = dict(roles(NOTICE + "附件2\n" + RULES + PLAN))
    assert (found["2万元"], found["60辆"]) == ("other", "target")


def test_a_time_is_read_against_the_day_of_its_own_document() -> None:
    older = "平湖县水利局关于抓好春灌的通知\n各灌区管理所：\n5月底前完成渠道清淤。\n平湖县水利局\n2021年3月2日\n"
    newer = "平湖县水利局关于抓好秋灌的通知\n各灌区管理所：\n10月底前完成渠道清淤。\n平湖县水利局\n2023年8月5日\n"
    annex = "附件\n秋灌用水调度方案\n11月15日前完成放水。\n"
    found = extract(older + newer + annex)
    days = [mention.value.time.latest for mention in found.time_limits]
    assert days == [dt.date(2021, 5, 31), dt.date(2023, 10, 31), dt.date(2023, 11, 15)]
    assert found.reference_date == dt.date(2021, 3, 2)
    given = extract(older + newer, reference_date=dt.date(2024, 1, 9))
    assert [mention.value.time.latest.year for mention in given.time_limits if mention.value.time.latest] == [
        2024,
        2024,
    ]


def test_a_day_stated_later_is_that_of_what_hands_the_paper_out_and_of_no_other() -> None:
    notice = "平湖县水利局关于印发水库巡查办法的通知\n各水库管理所：\n请于6月底前报送名单。\n"
    rules = "水库巡查办法\n（2022年4月1日）\n第一条　水库每周巡查一次。\n"
    handed, other = extract(notice + rules), extract(notice + SPEECH)
    assert [mention.value.time.latest for mention in handed.time_limits][:1] == [dt.date(2022, 6, 30)]
    assert [mention.value.time.latest for mention in other.time_limits][:1] == [None]


@pytest.mark.parametrize(
    "head",
    [
        "附件 1\n农村客运工作方案\n",
        "附件一：农村客运工作方案\n",
        "附：农村客运工作方案\n",
        "《农村客运工作方案》\n",
        "平湖县人民政府文件\n平政发〔2025〕9号\n农村客运工作方案\n",
        "----------\n标题：农村客运工作方案\n来源：平湖日报\n",
        "附件2\n平湖县2025年农村客运\n工作实施方案\n",
    ],
)
def test_where_a_paper_begins_behind_a_notice(head: str) -> None:
    result = extract(NOTICE + head + "为发展农村客运，制定本方案。\n新增客车20辆。\n")
    assert [part.number for part in result.parts] == [1, 2]
    assert [result.part_of(mention) for mention in result.targets] == [2]


def test_an_annex_named_in_its_own_line_begins_with_its_line() -> None:
    minutes = "县政府第3次常务会议纪要\n会议听取了汇报，去年建成站场4个。\n"
    annex = "附件1：农村客运站场建设工作方案\n为加快建设，制定本方案。\n建成站场9个。\n"
    result = extract(minutes + annex)
    assert [part.title.text for part in result.parts if part.title] == [
        "县政府第3次常务会议纪要",
        "农村客运站场建设工作方案",
    ]
    assert dict(roles(minutes + annex)) == {"4个": "achieved", "9个": "target"}


LISTED = """平湖县交通局关于报送材料的通知
各乡镇：
请于5月底前报送下列材料，确保覆盖率达到95%。
附件：1.农村客运实施方案
2.公交都市建设方案
平湖县交通局
2024年5月6日
"""
HEADED = """平湖县2024年工作总结和2025年工作计划
全年围绕中心，服务大局，扎实推进各项工作，取得了明显成效，现将有关情况和下一步打算报告如下。
2024年工作总结
一、基础设施
新建公路12公里。
二、存在问题和整改措施
养护经费缺口300万元。
2025年工作计划
2025年，全县要新建公路20公里。
重点工作安排
主要包括以下几项：
一、新建桥梁3座。
保障措施和工作方案
加强领导，落实责任，投入资金600万元。
"""


@pytest.mark.parametrize(
    "text",
    [
        NOTICE,
        REPORT,
        PLAN,
        SPEECH,
        RULES,
        LISTED,
        HEADED,
        "会议印发了《关于加强督查的通知》。\n请各单位认真学习《工作方案》\n并于6月底前完成。",
        "你局《关于设立开发区的请示》（平发〔2024〕3号）收悉。\n同意设立，面积12平方公里。\n",
        "关于设立开发区的批复\n县商务局：\n你们关于设立开发区的请示（平商〔2024〕3号）收悉。\n同意设立，面积12平方公里。\n",
        "",
        "\n\n",
        "通知",
        "和二〇三五年规划纲要",
        "来源：县政府\n" * 500 + "关于开展督查的通知\n",
    ],
)
def test_one_document_stays_one(text: str) -> None:
    document = read(text)
    assert parts(document) == (document,)


def test_what_is_found_in_parts_keeps_its_place() -> None:
    text = NOTICE + PLAN
    result = extract(text)
    for mention in (*result.quantities, *result.times, *result.departments, *result.commitments):
        assert "".join(text[mention.span.start : mention.span.stop].split()) == mention.text
    document = read(text)
    for extractor in (NumericTargets(), Departments()):
        places = [document.find(mention)[:2] for mention in extractor(document)]
        assert [(find.start, find.stop) for find in extractor.finds(document)] == places
    assert Result.from_dict(result.to_dict(), text) == result
    (target,) = [mention for mention in result.targets if mention.text == "60辆"]
    assert result.part_of(target) == 2
    assert str(result.explain(target)).endswith("（依据标题“工作目标”）")


def test_a_part_of_a_part_is_the_part() -> None:
    part = parts(read(NOTICE + PLAN))[1]
    assert parts(part) == (part,)
    assert part.source == NOTICE + PLAN
    assert part.within
    assert part.source[part.within.start : part.within.stop].split() == PLAN.split()
    assert Document.plain("甲乙丙").part(1, 2).offsets.to_source(0, 1) == (1, 2)


LINES = (
    *("标题：甲县关于开展督查的通知", "关于开展督查的通知", "附件1", "附件：1.督查工作方案", "督查工作方案"),
    *("来源：县政府", "各镇：", "同志们：", "各位代表：", "现在，我代表县政府报告工作。", "2024年3月5日", "2.考核办法"),
    *("（此件公开发布）", "县发〔2021〕5号", "在大会上的讲话", "一、目标", "增长6%。", "为做好工作，制定本方案。", ""),
    *("附件2：督查工作方案", "第一条　补贴2万元。", "关于印发督查工作方案的通知", "2024年工作总结"),
    *("和二〇三五年规划纲要", "请于3月底前报送材料。" * 9),
)


def test_whatever_lines_a_file_has_its_parts_are_the_whole_of_it() -> None:
    source = random.Random(5)
    for _ in range(400):
        document = read("\n".join(source.choice(LINES) for _ in range(source.randrange(1, 14))))
        found = parts(document)
        assert "".join(part.text for part in found) == document.text
        assert all(part.text for part in found[1:])
