"""Tables by their columns: one commitment a row, figures with unit, year and role, heads that are no mentions."""

import datetime as dt

import pytest

from policyextract import Result, extract
from policyextract.readers import document_of
from policyextract.readers.builder import Box, Builder
from policyextract.text.place import PlaceKind

DAY = dt.date(2024, 3, 1)


def table(*rows: str, before: str = "", after: str = "", day: dt.date | None = DAY) -> Result:
    """A table whose cells are parted by bars: ``^`` goes on with the cell above, ``<`` with the one to the left."""
    boxes: list[list[object]] = []
    at: dict[tuple[int, int], int] = {}
    for number, row in enumerate(rows):
        for column, words in enumerate(row.split("|")):
            words = words.strip()
            if words == "^":
                index = at[number, column] = at[number - 1, column]
                boxes[index][3] = number - int(boxes[index][1]) + 1  # type: ignore[call-overload]
            elif words == "<":
                index = at[number, column] = at[number, column - 1]
                boxes[index][4] = column - int(boxes[index][2]) + 1  # type: ignore[call-overload]
            else:
                at[number, column] = len(boxes)
                boxes.append([words.split("⏎"), number, column, 1, 1])
    builder = Builder()
    for line in before.splitlines():
        builder.line(line, PlaceKind.PARAGRAPH)
    builder.table([Box(*box) for box in boxes])  # type: ignore[arg-type]
    for line in after.splitlines():
        builder.line(line, PlaceKind.PARAGRAPH)
    result = extract(document_of(builder.layout(), reference_date=day))
    for mention in (*result.quantities, *result.times, *result.departments):
        assert result.document.source[mention.span.start : mention.span.stop].strip()
    return result


def tasks(result: Result) -> list[str]:
    """Each commitment in a line: the action, the bodies by role, the targets, the limits."""
    lines = []
    for duty in result.commitments:
        value = duty.value
        bodies = " ".join(f"{body.value.role.value[0]}:{body.value.name}" for body in value.departments)
        figures = " ".join(
            f"{t.value.quantity.low or t.value.quantity.high}{t.value.quantity.unit}" for t in value.targets
        )
        limits = " ".join(str(t.value.time.latest or result.document.quote(t.span)) for t in value.times)
        lines.append(" / ".join((value.action, bodies, figures, limits)))
    return lines


HEADS = [
    "序号|工作任务|牵头单位|配合单位|完成时限",
    "编号|重点任务|主办部门|协办部门|办结时间",
    "序号|具体事项|主责单位|参加单位|时间节点",
    "序 号|工 作 内 容|牵头⏎部门|协同⏎单位|完成⏎期限",
    "序号|重点工作|牵头责任单位|配合责任单位|计划完成时间",
]


@pytest.mark.parametrize("heads", HEADS)
def test_a_task_table(heads: str) -> None:
    rows = ("1|建成公园3个。|县住建局|县财政局、各乡镇人民政府|6月底前", "2|修订管理办法|县司法局|—|2024.12")
    assert tasks(table(heads, *rows)) == [
        "建成公园3个 / l:县住建局 s:县财政局 s:各乡镇人民政府 / 3个 / 2024-06-30",
        "修订管理办法 / l:县司法局 /  / 2024-12-31",
    ]


def test_columns_in_another_order_and_a_title_and_a_repeated_head() -> None:
    rows = (
        "2024年任务分解表|<|<",
        "时限|责任单位|任务",
        "全年|县教育局、县体育局|新建球场12个",
        "时限|责任单位|任务",
        "每季度末|县统计局|报送数据",
    )
    assert tasks(table(*rows)) == [
        "新建球场12个 / r:县教育局 r:县体育局 / 12个 / 2024-12-31",
        "报送数据 / r:县统计局 /  / 每季度末",
    ]


def test_heads_on_two_levels_and_merged_cells() -> None:
    rows = (
        "重点工作|具体任务|责任单位|<|完成时限",
        "^|^|牵头|配合|^",
        "一、优化服务|压减材料30%|县审批局|县民政局|9月底前",
        "^|推行容缺受理|^|县税务局|^",
    )
    found = table(*rows)
    assert tasks(found) == [
        "压减材料30% / l:县审批局 s:县民政局 / 30% / 2024-09-30",
        "推行容缺受理 / l:县审批局 s:县税务局 /  / 2024-09-30",
    ]
    assert found.commitments[1].value.heading == ("一、优化服务",)


def test_ditto_dashes_persons_and_names_broken_by_a_narrow_cell() -> None:
    rows = (
        "任务|责任单位|责任人|督办单位|时限",
        "整治水塘5座|县水利局⏎县农业农村局|张××|县政府督查室|汛期前",
        "清理河道8公里|同上|副县长|〃|长期坚持",
        "建立台账|县综合行政⏎执法局|/|—|立行立改",
    )
    assert tasks(table(*rows)) == [
        "整治水塘5座 / r:县水利局 r:县农业农村局 s:县政府督查室 / 5座 / 汛期前",
        "清理河道8公里 / r:县水利局 r:县农业农村局 s:县政府督查室 / 8公里 / 长期坚持",
        "建立台账 / r:县综合行政执法局 /  / 立行立改",
    ]


def test_who_leads_is_named_in_the_cell_by_a_mark_a_label_or_a_note() -> None:
    heads = "任务|责任单位|时限"
    rows = (
        "建成公园3个|县住建局（牵头）、县财政局|6月底前",
        "建成广场2个|牵头单位：县住建局⏎配合单位：县财政局|6月底前",
    )
    expected = "l:县住建局 s:县财政局"
    assert all(expected in line for line in tasks(table(heads, *rows)))
    note = "注：责任单位中列第一位的为牵头单位。"
    assert expected in tasks(table(heads, "建成公园3个|县住建局、县财政局|6月底前", after=note))[0]


def test_a_table_without_heads_whose_columns_a_sentence_lists() -> None:
    before = "任务分工如下，下表各列依次为任务、牵头单位、配合单位、时限。"
    found = table("建成公园3个|县住建局|县财政局|6月底前", "建成广场2个|县城管局|县水利局|9月底前", before=before)
    assert tasks(found)[1] == "建成广场2个 / l:县城管局 s:县水利局 / 2个 / 2024-09-30"


def test_what_can_not_be_told_is_left_as_text() -> None:
    found = table("甲|乙|丙", "12|34|56", "78|90|12")
    assert (found.document.tables, found.quantities, found.commitments) == ((), (), ())


def test_a_task_over_several_rows_is_one() -> None:
    rows = ("任务|责任单位|时限", "建成公园3个|县住建局|6月底前", "^|县财政局|9月底前")
    assert tasks(table(*rows)) == ["建成公园3个 / r:县住建局 r:县财政局 / 3个 / 2024-06-30 2024-09-30"]


def test_a_ledger_of_faults_asks_nothing_of_what_was_found() -> None:
    rows = (
        "问题|整改目标|整改措施|责任单位|整改时限|整改进展",
        "12座水塘漏水|完好率达到95%|维修水塘12座|县水利局|2024年10月底前|已维修3座",
    )
    found = table(*rows)
    assert tasks(found) == ["维修水塘12座 / r:县水利局 / 95% 12座 / 2024-10-31"]
    assert sorted(figure.value.role.value for figure in found.quantities) == ["achieved", "other", "target", "target"]


def test_a_list_of_projects_has_the_unit_of_its_head_or_of_the_table() -> None:
    rows = (
        "项目名称|建设内容|建设年限|总投资|2024年计划投资|责任单位",
        "合计|||5000|1200|",
        "一、交通类|<||5000|1200|",
        "南环路工程|改建道路9公里|2023—2025|5,000|1200|县交通局",
    )
    found = table(*rows, before="单位：万元")
    assert tasks(found) == ["南环路工程 / r:县交通局 / 9公里 12000000元 / 2025-12-31"]
    assert found.commitments[0].value.heading == ("一、交通类",)
    (planned,) = (target for target in found.targets if target.value.indicator == "2024年计划投资")
    assert planned.value.period == "2024"


INDICATORS = (
    "指标|单位|2020年|2025年|年均增长⏎〔累计〕（%）|属性",
    "地区生产总值|亿元|186.4|260|6.5|预期性",
    "森林覆盖率|%|41.2|>42|〔0.8〕|约束性",
    "单位能耗降低|%|—|待下达|〔13.5〕|约束性",
    "床位数（张）||3,126|≥3600|—|预期性",
)


@pytest.mark.parametrize("day", [None, dt.date(2021, 4, 1)])
def test_a_table_of_indicators(day: dt.date | None) -> None:
    found = table(*INDICATORS, day=day)
    lines = [
        (
            figure.value.indicator,
            str(figure.value.quantity.low),
            figure.value.quantity.unit,
            figure.value.period,
            figure.value.role.value,
            figure.value.change.value if figure.value.change else None,
            figure.value.binding.value if figure.value.binding else None,
        )
        for figure in found.quantities
    ]
    assert lines == [
        ("地区生产总值", "18640000000", "元", "2020", "achieved", "level", "expected"),
        ("地区生产总值", "26000000000", "元", "2025", "target", "level", "expected"),
        ("地区生产总值", "6.5", "%", "", "target", "increase", "expected"),
        ("森林覆盖率", "41.2", "%", "2020", "achieved", "level", "binding"),
        ("森林覆盖率", "42", "%", "2025", "target", "level", "binding"),
        ("森林覆盖率", "0.8", "%", "", "target", "increase", "binding"),
        ("单位能耗降低", "13.5", "%", "", "target", "decrease", "binding"),
        ("床位数", "3126", "张", "2020", "achieved", "level", "expected"),
        ("床位数", "3600", "张", "2025", "target", "level", "expected"),
    ]
    assert (found.commitments, found.departments, found.times) == ((), (), ())


def test_indicators_with_bodies_are_commitments() -> None:
    rows = ("指标名称|计量单位|2023年实绩|2024年目标|责任单位", "实际利用外资|万美元|3200|3500以上|县商务局")
    assert tasks(table(*rows)) == ["实际利用外资 / r:县商务局 / 35000000美元 / "]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            ("目标任务|责任分工|时限", "建成公园3个|由县住建局牵头，县财政局、县林业局配合|6月底前"),
            "建成公园3个 / l:县住建局 s:县财政局 s:县林业局 / 3个 / 2024-06-30",
        ),
        (
            ("建议名称|主办单位|会办单位|分管领导|办理时限", "关于充电桩的建议|市发改委|市住建局|张副市长|7月31日前"),
            "关于充电桩的建议 / l:市发改委 s:市住建局 /  / 2024-07-31",
        ),
        (
            ("阶段|时间安排|工作内容|责任单位", "排查整治|2024年4月—10月|排查企业500家|各县区、市应急局"),
            "排查企业500家 / r:各县区 r:市应急局 / 500家 / 2024-10-31",
        ),
        (
            ("物资名称|数量|单位|到位时限|责任单位", "抽水泵|20|台|5月底前|县水利局"),
            "抽水泵 / r:县水利局 / 20台 / 2024-05-31",
        ),
        (
            ("项目名称|城南路工程", "责任单位|县交通局", "完成时限|2024年10月底", "建设内容|改造道路9公里"),
            "城南路工程 / r:县交通局 / 9公里 / 2024-10-31",
        ),
        (
            ("任务：|牵头单位：|完成时限：", "建成公园3个|县住建局（王某）|6月底"),
            "建成公园3个 / l:县住建局 / 3个 / 2024-06-30",
        ),
        (
            ("任务|责任单位|时限", "整治街道8条|各镇（街道）、开发区管委会等单位|年底前"),
            "整治街道8条 / r:各镇（街道） r:开发区管委会 / 8条 / 2024-12-31",
        ),
        (
            ("任務|牽頭單位|完成時限", "建成公園3個|縣財政局|6月底前"),
            "建成公园3个 / l:县财政局 / 3个 / 2024-06-30",
        ),
    ],
)
def test_other_forms(rows: tuple[str, ...], expected: str) -> None:
    assert tasks(table(*rows)) == [expected]


def test_a_note_in_the_table_or_under_it_asks_nothing() -> None:
    heads, row = "任务|责任单位|时限", "建成公园3个|县住建局、县财政局|6月底"
    for found in (
        table(heads, row, "注：1.责任单位排第一位的为牵头单位；2.五年累计。|<|<"),
        table(heads, row, after="注：责任单位中列第一位的为牵头单位，五年累计数。"),
    ):
        assert tasks(found) == ["建成公园3个 / l:县住建局 s:县财政局 / 3个 / 2024-06-30"]


def test_a_cell_of_a_rate_in_a_row_of_amounts_is_a_rise() -> None:
    found = table("指标|单位|2023年实际|2024年预期", "生产总值|亿元|512.3|6%左右")
    assert [(f.value.quantity.unit, f.value.change) for f in found.quantities] == [("元", "level"), ("%", "increase")]


def test_cells_that_do_not_quite_align_stand_in_the_columns_of_the_others() -> None:
    boxes = [
        Box([words], 0, column, 1, 2) for column, words in zip((0, 2, 4), ("任务", "责任单位", "时限"), strict=True)
    ]
    for number in range(1, 6):
        places = (0, 2, 4) if number != 3 else (0, 1, 3)
        words = (f"建成公园{number}个", "县住建局", "6月底")
        boxes += [Box([one], number, column, 1, 2) for column, one in zip(places, words, strict=True)]
    builder = Builder()
    builder.table(boxes)
    found = extract(document_of(builder.layout(), reference_date=DAY))
    assert tasks(found)[2] == "建成公园3个 / r:县住建局 / 3个 / 2024-06-30"


@pytest.mark.parametrize(
    "text",
    [
        "分工如下：\n序号\t任务\t责任单位\t时限\n1\t建成公园3个\t县住建局\t6月底\n请抓好落实。",
        "| 任务 | 责任单位 | 时限 |\n|---|---|---|\n| 建成公园3个 | 县住建局 | 6月底 |",
        "任务          责任单位      完成时限\n建成公园3个    县住建局      6月底\n",
        "任务　　　责任单位　　完成时限\n建成公园3个　　县住建局　　6月底\n",
        "序号 工作任务 责任单位 完成时限\n1 建成公园3个 县住建局 6月底\n请抓好落实。",
        "序号\n任务\n责任单位\n时限\n1\n建成公园3个\n县住建局\n6月底\n",
        "序号 |\n任务 |\n责任单位 |\n时限 |\n|\n1 |\n建成公园3个 |\n县住建局 |\n6月底 |\n",
        "序号\n\n任务\n\n责任\n\n单位\n\n时限\n\n备注\n\n1\n\n建成公园3个\n\n县住建局\n\n6月底\n",
    ],
)
def test_a_table_in_plain_text_whose_shape_is_plain(text: str) -> None:
    found = extract(text, reference_date=DAY)
    assert tasks(found) == ["建成公园3个 / r:县住建局 / 3个 / 2024-06-30"]
    assert found.from_dict(found.to_dict(), text) == found


@pytest.mark.parametrize(
    "text",
    [
        "任务：建成公园3个　　时限：6月底\n责任单位：县住建局　　联系人：王某\n",
        "甲\t乙\t丙\n1\t2\t3\n",
        "县财政局  县教育局  县民政局\n县水利局  县林业局  县商务局\n",
        "会议地点 县政府 三楼\n参加单位 县住建局 各乡镇\n",
        "序号\n1\n建成公园3个\n2\n建成广场2个\n",
        "序号\n县区\n治理计划\n2024年\n2025年\n1\n甲县\n3\n4\n2\n乙县\n5\n6\n",
    ],
)
def test_lines_that_are_no_table_are_text(text: str) -> None:
    assert extract(text).document.tables == ()


def test_lines_of_a_row_stand_where_they_fit() -> None:
    rows = "一、城建\n1\n建成公园3个；\n改造管网5公里\n县住建局\n县水利局\n6月底\n2\n建成广场2个\n县城管局\n常年坚持\n"
    last = "二、教育\n3\n新建学校1所\n县教育局\n三、要求\n各镇要每月报送进度。"
    found = extract(f"任务表\n序号\n任务\n牵头单位\n时限\n{rows}{last}", reference_date=DAY)
    assert tasks(found)[:3] == [
        "建成公园3个；改造管网5公里 / l:县住建局 l:县水利局 / 3个 5公里 / 2024-06-30",
        "建成广场2个 / l:县城管局 / 2个 / 常年坚持",
        "新建学校1所 / l:县教育局 / 1所 / ",
    ]
    assert found.document.tables[0].span.stop < found.document.source.index("三、要求")


@pytest.mark.parametrize("bodies", ["国家林草局、中国气象局", "交通运输部", "全国妇联、团中央办公厅", "市文联、各街道"])
def test_bodies_of_any_sort_say_where_their_column_is(bodies: str) -> None:
    row = f"1\n推行巡护登记制\n巡护员每班登记，\n站长每周核对。\n{bodies}\n全省\n"
    source = f"序号\n改革事项\n主要内容\n指导部门\n范围\n{row}2\n推行轮训\n每季轮训一次。\n县林业局\n全省\n"
    table = extract(source).document.tables[0]
    cells = {(cell.row, cell.column): source[cell.span.start : cell.span.stop] for cell in table.cells}
    assert (cells[1, 2], cells[1, 3], cells[1, 4]) == ("巡护员每班登记，\n站长每周核对。", bodies, "全省")


def test_full_width_digits_count_and_are_figures() -> None:
    text = "序号\n任务\n责任单位\n数量（个）\n１\n建成公园\n县住建局\n３\n２\n建成广场\n县城管局\n１２\n"
    found = extract(text)
    assert [(figure.text, str(figure.value.quantity.low)) for figure in found.quantities] == [
        ("３", "3"),
        ("１２", "12"),
    ]


def test_how_far_a_task_is_stands_beside_a_remark() -> None:
    found = table(
        "项目内容|当前进度|牵头单位", "新建学校3所。|85%（东城偏慢）|县教育局", "改造管网6公里。|100%|县水利局"
    )
    assert tasks(found) == ["新建学校3所 / l:县教育局 / 3所 / ", "改造管网6公里 / l:县水利局 / 6公里 / "]
    told = [figure for figure in found.quantities if figure.value.role == "achieved"]
    assert [(figure.text, figure.value.indicator) for figure in told] == [("85%", "当前进度"), ("100%", "当前进度")]


def test_a_table_without_heads_goes_on_with_the_one_above() -> None:
    builder = Builder()
    heads = [Box([words], 0, column) for column, words in enumerate(("任务", "牵头单位", "时限"))]
    row = [Box([words], 1, column) for column, words in enumerate(("建成公园3个", "县住建局", "6月底"))]
    rest = [Box([words], 0, column) for column, words in enumerate(("建成广场2个", "县城管局", "9月底"))]
    builder.table([*heads, *row])
    builder.line("（续表）", PlaceKind.PARAGRAPH)
    builder.table(rest)
    found = extract(document_of(builder.layout(), reference_date=DAY))
    assert tasks(found)[1] == "建成广场2个 / l:县城管局 / 2个 / 2024-09-30"


def test_a_measure_without_a_name_measures_the_task_of_its_row() -> None:
    found = table("任务|量化指标|责任单位", "技改投资|增长12%|县工信局", "高标准农田|新建2.4万亩|县农业农村局")
    assert [target.value.indicator for target in found.targets] == ["技改投资", "高标准农田"]
