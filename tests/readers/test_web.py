"""HTML pages: paragraphs and tables, what is furniture, and no page that breaks the reader."""

import time

import pytest

from policyextract import extract
from policyextract.readers import read_bytes

pytest.importorskip("lxml")

PAGE = """<!doctype html><html><head><meta charset="utf-8"><title>标题</title><style>p{}</style></head><body>
<nav>首页 &gt; 正文</nav><!-- 注释 --><h1>政府工作报告</h1>
<p>确保全年地区<b>生产
总值</b>增长<span>6%</span>以上，<br>由市发展改革委牵头。</p><script>alert("增长99%")</script>
<table><tr><th>指标</th><th>目标</th></tr><tr><td><p>森林</p><p>覆盖率</p></td><td>25%&nbsp;以上</td></tr></table></body>"""


def test_paragraphs_and_rows() -> None:
    document = read_bytes(PAGE.encode(), ".html")
    assert document.source.splitlines() == [
        "首页 > 正文",
        "政府工作报告",
        "确保全年地区生产总值增长6%以上，",
        "由市发展改革委牵头。",
        "指标\t目标",
        "森林",
        "覆盖率\t25%\xa0以上",
    ]
    assert [str(place) for place in document.places][-2:] == ["第1行（表格）", "第2行（表格）"]


def test_tables_for_layout_are_read_as_the_paragraphs_in_them() -> None:
    inner = "<table><tr><td>森林覆盖率<td>25%<tr><td>耕地<td>不减</table>"
    body = f"<p>一、目标</p><p>达到90%。</p>{inner}<p>二、保障</p><p>三、其他</p>"
    html = f"<table><tr><td>返回</td><td>{body}</td></tr></table>"
    expected = ["返回", "一、目标", "达到90%。", "森林覆盖率\t25%", "耕地\t不减", "二、保障", "三、其他"]
    assert read_bytes(html.encode(), ".html").source.splitlines() == expected


def test_lines_of_preformatted_text_are_kept() -> None:
    html = "<body><pre><span>一、目标</span>\n<b>网上</b>可办率\n\n达到90%\n</pre>二、保障</body>"
    assert read_bytes(html.encode(), ".html").source.splitlines() == ["一、目标", "网上可办率", "达到90%", "二、保障"]


def test_cells_over_rows_and_columns_stand_where_they_reach() -> None:
    html = (
        "<table><tr><th rowspan=2>任务<th colspan=2>责任单位<th rowspan=2>时限<tr><th>牵头<th>配合"
        "<tr><td>建成公园3个<td rowspan=2>县住建局<td>县财政局<td rowspan=2>6月底前"
        "<tr><td>改造危房20户<td>县民政局</table>"
    )
    found = extract(read_bytes(html.encode(), ".html")).commitments
    names = [[body.value.name for body in duty.value.departments] for duty in found]
    assert names == [["县住建局", "县财政局"], ["县住建局", "县民政局"]]
    assert [len(duty.value.times) for duty in found] == [1, 1]


@pytest.mark.parametrize(
    "part",
    [
        '<div class="crumbs">您所在位置：<a>首页</a> &gt; <a>县财政局</a></div>',
        '<div id="footer">承办：县大数据局</div>',
        "<ul><li><a>县财政局</a> | <a>县教育局</a></li></ul>",
        "<select><option>县财政局</select>",
        '<div role="navigation"><p>县教育局</p></div>',
        "<table><tr><td>索 引 号：<td>A1<td>发文机关：<td>县财政局</table>",
    ],
)
def test_furniture_is_kept_in_the_source_and_out_of_the_finds(part: str) -> None:
    document = read_bytes(f"<body>{part}<p>县民政局要建成养老中心4个。</p></body>".encode(), ".html")
    assert "县" in document.source.splitlines()[0]
    assert [body.value.name for body in extract(document).departments] == ["县民政局"]


def test_a_sentence_in_a_part_with_a_common_name_is_text() -> None:
    words = "县民政局要在2024年6月底前建成养老服务中心4个，新增普惠托位300个以上，切实做好服务。"
    html = f'<div class="main top"><p>{words}</p></div>'
    assert len(extract(read_bytes(html.encode(), ".html")).targets) == 2


@pytest.mark.parametrize(
    "head",
    [
        '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">',
        '<meta charset="utf-8">',
        "<!--" + " " * 3000 + '--><meta charset="gbk">',
        "",
    ],
)
def test_the_encoding_that_the_bytes_show_counts(head: str) -> None:
    assert read_bytes(f"{head}<p>网上可办率达到90%，囍</p>".encode("gbk"), ".html").source == "网上可办率达到90%，囍"


def test_big5_where_it_is_declared() -> None:
    assert read_bytes('<meta charset="big5"><p>網上可辦率</p>'.encode("big5"), ".html").source == "網上可辦率"


def test_a_head_that_is_not_closed_hides_nothing() -> None:
    assert read_bytes("<html><head><title>题</title><body><p>增长6%".encode(), ".html").source == "增长6%"
    assert read_bytes("<html><head><title>题</title><p>增长6%".encode(), ".html").source == "增长6%"


@pytest.mark.parametrize(
    "html",
    [
        "",
        "<",
        "<![%x",
        "<p>" * 20_000,
        "<table><tr><td>" * 500 + "增长6%",
        "\x00<p>增长6%",
        "<table><td rowspan=99999999999 colspan=99999999>增长6%<td>b",
        '<?xml version="1.0" encoding="gb2312"?><p>增长6%',
    ],
)
def test_no_page_breaks_the_reader(html: str) -> None:
    document = read_bytes(html.encode(), ".htm")
    assert document.source == "\n".join(document.source[p.span.start : p.span.stop] for p in document.places)


def test_what_is_nested_too_deep_is_named_as_left_out() -> None:
    assert read_bytes(("<div>" * 1000 + "增长6%").encode(), ".html").source == "增长6%"
    deep = read_bytes(("<div>" * 3000 + "增长6%").encode(), ".html")
    assert deep.source == "增长6%" or "nested" in deep.left_out[0]  # lxml 5.3 has no limit


def test_nested_tables_cost_no_more_than_they_are_long() -> None:
    def seconds(number: int) -> float:
        html = ("<table><tr><td>增长6%</td><td>甲</td><td>" * 50 + "</td></tr></table>" * 50) * number
        begin = time.perf_counter()
        read_bytes(html.encode(), ".html")
        return time.perf_counter() - begin

    seconds(4)
    assert seconds(80) < 12 * max(seconds(20), 0.005)
