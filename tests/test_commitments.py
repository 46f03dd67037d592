"""Commitments: clauses, members, actions; with the members marked in the text, so that no other grammar is needed."""

import re
from decimal import Decimal
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policyextract import Commitments, Document, Mention, Span, read
from policyextract.values import (
    DepartmentKind,
    DepartmentRole,
    Figure,
    Quantity,
    QuantityRole,
    Responsibility,
    Time,
    TimeKind,
    TimeRole,
    Timing,
)

MARK = re.compile(r"\[([^|\]]+)\|([a-z]+)\]")
TIMES = {"limit": TimeKind.DATE, "rhythm": TimeKind.RECURRENCE, "event": TimeKind.EVENT, "past": TimeKind.DATE}


def value_of(words: str, kind: str) -> Figure | Timing | Responsibility:
    if kind in ("target", "other"):
        return Figure(Quantity(Decimal(1), Decimal(1)), QuantityRole(kind))
    if kind in TIMES:
        return Timing(Time(TIMES[kind]), TimeRole.REFERENCE if kind == "past" else TimeRole.LIMIT)
    return Responsibility(words, DepartmentKind.AGENCY, DepartmentRole(kind))


def unmarked(marked: str) -> tuple[str, tuple[Mention, ...]]:
    """A text without its marks, and the mentions that they stood for."""
    parts, mentions, reached, length = [], [], 0, 0
    for match in MARK.finditer(marked):
        parts += marked[reached : match.start()], match.group(1)
        length += match.start() - reached
        span = Span(length, length + len(match.group(1)))
        mentions.append(Mention(span, value_of(*match.groups()), "test"))
        length, reached = span.stop, match.end()
    return "".join(parts) + marked[reached:], tuple(mentions)


def joined(marked: str) -> tuple[Document, tuple[Mention, ...]]:
    source, mentions = unmarked(marked)
    layers = [tuple(m for m in mentions if isinstance(m.value, kind)) for kind in (Responsibility, Figure, Timing)]
    steps = [lambda _, layer=layer: layer for layer in layers]
    document = read(source)
    return document, Commitments(*steps)(document)


def members(document: Document, mention: Mention) -> str:
    value = mention.value
    carried = ["（承上）" + document.quote(member.span) for member in value.inherited]
    every = sorted((*value.departments, *value.targets, *value.times), key=lambda member: member.span.start)
    return " ".join([*carried, *(document.quote(member.span) for member in every)])


def cases() -> list[tuple[str, str, list[str]]]:
    """The name of each form, a text of it, and what is to be found there."""
    found = []
    corpus = (Path(__file__).parent / "corpus" / "commitments.txt").read_text("utf-8")
    for block in corpus.split("\n\n")[1:]:
        name, *lines = block.strip().split("\n")
        for is_expected, group in groupby(lines, lambda line: line.startswith("=")):
            if is_expected:
                found[-1][2].extend(line.removeprefix("= ") for line in group if line != "=")
            else:
                found.append((name.removeprefix("# "), "\n".join(group), []))
    return found


@pytest.mark.parametrize(("name", "marked", "expected"), cases(), ids=[name for name, _, _ in cases()])
def test_corpus(name: str, marked: str, expected: list[str]) -> None:
    document, found = joined(marked)
    shown = [f"{document.quote(m.span)} = {members(document, m)} = {m.value.action}" for m in found]
    assert shown == expected


def test_header_labels_and_prose_are_no_duties() -> None:
    assert joined("牵头单位：[市商务局|lead]\n实施日期：2025年3月1日\n坚定信心，迎难而上。")[1] == ()


def test_only_members_with_a_part_count() -> None:
    assert joined("[2020年|past]，[市政府|none]表彰先进单位[20个|other]。")[1] == ()


def test_heading_path_is_outermost_first() -> None:
    _, (found,) = joined("一、做优产业。\n（一）培育主体。新增规上企业[50家|target]。")
    assert found.value.heading == ("做优产业", "培育主体")


@pytest.mark.parametrize(
    ("marked", "rule"),
    [
        ("[市交通局|responsible]要加快建设。", "commitment.actor"),
        ("推动[各地|responsible]加快建设。", "commitment.driven"),
        ("建成公厕[30座|target]。", "commitment.verb"),
        ("建成公厕[30座|target]，由[市城管局|responsible]负责。", "commitment.actor-last"),
    ],
)
def test_rules_say_how_a_clause_was_found(marked: str, rule: str) -> None:
    assert [mention.rule for mention in joined(marked)[1]] == [rule]


PIECES = st.sampled_from(
    [
        *(
            "[市交通局|lead]",
            "[各县区|responsible]",
            "[市财政局|support]",
            "[90%|target]",
            "[年底前|limit]",
            "[每月|rhythm]",
        ),
        *("由", "牵头，", "会同", "要", "确保", "加快建设", "其中，", "督促", "责任单位：", "目标是："),
        *("。", "；", "，", "、", "（", "）", "\n", "一、", "（一）", "一是", " ", "a", "1."),
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_every_text_is_read_and_every_commitment_slices_back(marked: str) -> None:
    document, found = joined(marked)
    previous = 0
    for mention in found:
        value = mention.value
        assert 0 <= mention.span.start < mention.span.stop <= len(document.source)
        assert mention.span.start >= previous
        assert value.departments or value.targets or value.times or value.inherited
        previous = mention.span.start


@given(st.lists(PIECES, max_size=40).map("".join))
def test_no_target_belongs_to_two_commitments_or_to_none(marked: str) -> None:
    targets = [m for m in unmarked(marked)[1] if isinstance(m.value, Figure)]
    held = [target for mention in joined(marked)[1] for target in mention.value.targets]
    assert sorted(held, key=lambda m: m.span) == targets


def test_long_runs_are_read_in_linear_steps() -> None:
    for piece in (
        "（",
        "[各县区|responsible]、",
        "到[2025年|limit]，",
        "其中，[市交通局|lead]",
        "（[市交通局|lead]）",
        "一是",
        "建设公园[10个|target]。由[市园林局|lead]牵头，[10月底前|limit]完成。",
        "建设公园[10个|target]，由[市园林局|lead]牵头，[10月底前|limit]完成，",
        "[市园林局|responsible]：\n1.建设公园。\n",
        "[市园林局|responsible]要加强管护。要完成清淤[3公里|target]。",
        "具体办法由[市财政局|responsible]",
        "逾期不改的，由[市住建局|responsible]责令停工，",
        "责任单位：[市园林局|responsible]；【完成时限】[年底前|limit]",
        "第一阶段（[7月|limit]）\n",
    ):
        document, _ = joined(piece * 2000)
        assert document.source
