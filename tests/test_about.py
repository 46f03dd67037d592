"""What a document is, after its head and its foot; and the documents that one file holds."""

import datetime as dt
from pathlib import Path

import pytest

from policyextract import Document, Result, extract, read
from policyextract.about import about, part_at, parts
from policyextract.about.record import About, DocumentKind, Level
from policyextract.about.region import named, of_number
from policyextract.marks.part.title import kind_of

SEED = next((Path(__file__).parents[1] / "seeds").glob("*.txt"))
NOTICE = """衡山县人民政府办公室关于印发《衡山县消费提振行动方案》的通知
山政办发〔2024〕12号
各乡镇人民政府，县直各单位，省市驻山各单位：
《衡山县消费提振行动方案》已经县政府同意，现印发给你们，请认真组织实施。
衡山县人民政府办公室
2024年4月8日
（此件公开发布）
衡山县消费提振行动方案
为扩大消费，制定本方案。
一、工作目标
社会消费品零售总额增长6%以上。
本方案自2024年5月1日起施行，有效期至2026年12月31日。
衡山县人民政府办公室2024年4月9日印发
"""
REPORT = """政府工作报告
——2025年1月8日在岳州市第九届人民代表大会第四次会议上
湖北省鄂州市市长　李明
各位代表：
现在，我代表市人民政府，向大会报告工作，请予审议。
今年主要预期目标是：地区生产总值增长6%左右。
"""


def told(text: str) -> About:
    return about(read(text))


def test_a_notice_says_what_it_is() -> None:
    found = told(NOTICE)
    assert found.title
    assert found.title.text == "衡山县人民政府办公室关于印发《衡山县消费提振行动方案》的通知"
    assert found.kind is DocumentKind.NOTICE
    assert [issuer.text for issuer in found.issuers] == ["衡山县人民政府办公室"]
    assert found.region
    assert (found.region.name, found.region.code, found.region.level) == ("衡山县", "430423", Level.COUNTY)
    assert found.number
    assert found.number.text == "山政办发〔2024〕12号"
    days = (found.made, found.printed, found.effective, found.expires)
    assert [day and day.date.isoformat() for day in days] == ["2024-04-08", "2024-04-09", "2024-05-01", "2026-12-31"]
    assert [group.text for group in found.recipients] == ["各乡镇人民政府", "县直各单位", "省市驻山各单位"]


def test_everything_that_is_stated_slices_back() -> None:
    document = read(NOTICE)
    found = about(document)
    several = (*found.issuers, *found.recipients)
    for stated in (found.title, found.number, *several):
        assert stated
        assert document.quote(stated.span) == stated.text
    assert found.region
    assert document.quote(found.region.span) == "衡山县"
    assert found.made
    assert document.quote(found.made.span) == "2024年4月8日"


def test_a_notice_and_what_it_hands_out_are_two_parts() -> None:
    result = extract(NOTICE)
    assert [(part.number, part.kind and part.kind.value) for part in result.parts] == [(1, "notice"), (2, "scheme")]
    (target,) = result.targets
    assert result.part_of(target) == 2
    assert result.to_dict()["quantities"][0]["part"] == 2
    assert result.to_rows("targets")[0]["part"] == 2


def test_a_report_is_of_the_region_of_its_congress() -> None:
    found = told(REPORT)
    assert found.title
    assert (found.title.text, found.kind) == ("政府工作报告", DocumentKind.REPORT)
    assert [issuer.text for issuer in found.issuers] == ["市人民政府"]
    assert found.region
    assert (found.region.name, found.region.code) == ("鄂州市", "420700")
    assert found.made
    assert found.made.date == dt.date(2025, 1, 8)


def test_the_speeches_of_one_file_are_told_apart() -> None:
    result = extract(read(SEED.read_text("utf-8")))
    titles = [part.title.text for part in result.parts if part.title]
    assert len(titles) == 4
    assert [title[-4:] for title in titles] == ["的讲话4", "的讲话5", "话摘编1", "话摘编2"]
    assert {part.kind for part in result.parts} == {DocumentKind.SPEECH}
    assert {result.part_of(mention) for mention in result.quantities} == {0, 1, 2, 3}


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("关于加强督查工作的意见", "opinion"),
        ("某市国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要", "plan"),
        ("2024年政府工作要点", "plan"),
        ("专项资金管理办法（试行）", "measures"),
        ("城市更新条例实施细则", "rules"),
        ("优化营商环境条例", "regulation"),
        ("在全县经济工作会议上的讲话", "speech"),
        ("县政府第12次常务会议纪要", "minutes"),
        ("2023年国民经济和社会发展统计公报", "bulletin"),
        ("关于申报项目的公告", "announcement"),
        ("关于督查情况的通报", "circular"),
        ("国务院关于同意设立开发区的批复", "reply"),
        ("中华人民共和国预算法", "law"),
        ("重点工作任务分解表", "scheme"),
    ],
)
def test_the_last_word_of_a_title_names_its_sort(title: str, kind: str) -> None:
    found = kind_of(title)
    assert found
    assert found == kind


@pytest.mark.parametrize("title", ["工作方法", "好做法", "通知", "主要目标", "", "项目进展快"])
def test_what_names_no_sort(title: str) -> None:
    assert not kind_of(title)


def test_several_issuers_of_one_notice() -> None:
    found = told("江山市财政局　江山市农业农村局关于做好补贴发放的通知\n各乡镇：\n请照办。\n2024年3月1日")
    assert [issuer.text for issuer in found.issuers] == ["江山市财政局", "江山市农业农村局"]


def test_who_gives_a_bulletin_stands_under_its_title() -> None:
    found = told(
        "2024年国民经济和社会发展统计公报\n合肥市统计局\n国家统计局合肥调查队\n2025年3月20日\n全年生产总值增长6%。"
    )
    assert [issuer.text for issuer in found.issuers] == ["合肥市统计局", "国家统计局合肥调查队"]
    assert found.region
    assert found.region.name == "合肥市"


def test_the_documents_of_a_gazette_are_told_apart() -> None:
    text = (
        "四川省人民政府公报\n2024年第3期\n四川省人民政府关于支持企业的若干措施\n川府发〔2024〕2号\n各市（州）人民政府：\n为支持企业，"
        "制定以下措施。\n四川省人民政府\n2024年1月9日\n四川省人民政府办公厅关于加强消防工作的通知\n川办发〔2024〕8号\n"
        "各市（州）人民政府：\n为加强消防工作，通知如下。\n"
    )
    kinds = [part.kind and part.kind.value for part in parts(read(text))]
    assert kinds == ["bulletin", "measures", "notice"]


def test_a_title_over_several_lines() -> None:
    found = told(
        "国务院办公厅关于全面推行\n有关制度的\n指导意见\n国办发〔2018〕118号\n各省、自治区人民政府：\n请照办。"
    )
    assert found.title
    assert found.title.text == "国务院办公厅关于全面推行有关制度的指导意见"
    assert found.region
    assert (found.region.name, found.region.code, found.region.level) == ("中国", "", Level.NATION)


def test_a_title_with_its_number_in_the_same_line() -> None:
    found = told("国务院关于加强环境保护的决定国发〔2005〕39号各省人民政府：\n为保护环境，作如下决定。")
    assert found.title
    assert found.number
    assert (found.title.text, found.number.text) == ("国务院关于加强环境保护的决定", "国发〔2005〕39号")


def test_labels_say_what_the_text_does_not() -> None:
    found = told(
        "标题：关于发放消费券的通告\n发布机构：海宁市商务局\n文号：海商务〔2024〕3号\n实施日期：2024-05-01\n失效日期：2024-12-31\n"
    )
    assert found.title
    assert found.effective
    assert found.expires
    assert found.title.text == "关于发放消费券的通告"
    assert [issuer.text for issuer in found.issuers] == ["海宁市商务局"]
    assert (found.effective.date, found.expires.date) == (dt.date(2024, 5, 1), dt.date(2024, 12, 31))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "今年地区生产总值增长6%。",
        "首页\n政务公开\n信用信息公示\n产业扶持政策\n正文内容在这里，没有题目。",
        "一、主要措施\n二、保障措施\n",
        "会议强调，要抓好《实施方案》的落实，并印发通知。",
    ],
)
def test_what_does_not_say_what_it_is(text: str) -> None:
    found = told(text)
    assert (found.title, found.kind, found.issuers, found.number, found.recipients) == (None, None, (), None, ())
    assert len(parts(read(text))) == 1


def test_two_regions_with_one_name_have_no_code_unless_something_says_which() -> None:
    assert [division.code for _, _, division in named("朝阳区人民政府")] == [""]
    assert [division.code for _, _, division in named("北京市朝阳区人民政府")] == ["110000", "110105"]
    assert of_number("鲁政发〔2024〕1号").name == "山东省"  # type: ignore[union-attr]


def test_a_part_is_found_by_place() -> None:
    document = Document.plain(NOTICE)
    assert next(part.span.start for part in parts(document)) == 0
    assert part_at(document, len(NOTICE) - 1) == 2
    assert about(document) is about(document)


def test_it_is_part_of_the_json_output() -> None:
    result = extract(NOTICE)
    data = result.to_dict()
    assert data["about"]["kind"] == "notice"
    assert data["about"]["region"]["code"] == "430423"
    assert data["about"]["made"] == {"date": "2024-04-08", "start": 116, "end": 125}
    assert [part["number"] for part in data["parts"]] == [1, 2]
    assert Result.from_dict(data, NOTICE) == result


def test_a_long_file_costs_no_more_than_its_length() -> None:
    for word in ("关于", "通知\n", "各位代表：\n", "（", "2024年1月1日\n", "市人民政府、"):
        assert told(word * 5000) is not None
