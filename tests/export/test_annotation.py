"""The review formats, read back by the rules of each tool, or by the tool itself."""

import json
import re
import xml.etree.ElementTree as ET

import pytest

from policyextract import Result
from policyextract.export.annotation import brat, doccano, label_studio, web
from policyextract.export.annotation.entity import entities, links
from policyextract.export.utf16 import Utf16, to_utf16

SPAN = re.compile(r"(\w+) (\d+ \d+(?:;\d+ \d+)*)")


def test_brat_entities_slice_back_and_events_have_their_members(result: Result) -> None:
    source = result.document.source
    lines = [line.split("\t") for line in brat.standoff(result).splitlines()]
    bound = {row[0]: row for row in lines if row[0].startswith("T")}
    assert len(bound) == len(entities(result))
    for _, what, text in bound.values():
        match = SPAN.fullmatch(what)
        assert match
        parts = [source[int(a) : int(b)] for a, b in (part.split() for part in match[2].split(";"))]
        assert " ".join(parts) == text
        assert not any("\n" in part for part in parts)
    events = [row[1].split() for row in lines if row[0].startswith("E")]
    assert [[end.partition(":")[0] for end in event] for event in events] == [
        ["Commitment", "lead", "support", "target", "timelimit"],
        ["Commitment", "target", "timelimit"],
    ]
    assert all(end.partition(":")[2] in bound for event in events for end in event)


def test_brat_gives_a_find_over_a_line_break_in_fragments(result: Result) -> None:
    line = next(line for line in brat.standoff(result).splitlines() if "\tCommitment " in line)
    assert ";" in line.split("\t")[1]


def test_brat_configuration_names_every_type_and_value(result: Result) -> None:
    for line in brat.standoff(result).splitlines():
        name, what, *_ = line.split("\t")
        kind, *rest = what.split()
        if name[0] in "TA":
            assert kind in brat.CONFIGURATION
        if name[0] == "A":
            assert re.search(rf"^{kind} .*[:|]{rest[1]}\b", brat.CONFIGURATION, re.M)


def test_doccano_line_holds_entities_and_relations(result: Result) -> None:
    row = json.loads(doccano.line(result, "讲话"))
    assert "\n" not in doccano.line(result)
    words = {entity["id"]: row["text"][entity["start_offset"] : entity["end_offset"]] for entity in row["entities"]}
    ends = [(words[link["from_id"]][:4], words[link["to_id"]], link["type"]) for link in row["relations"]]
    assert ("由县政务", "县政务局", "lead") in ends
    assert ("由县政务", "6月底前", "timelimit") in ends


def test_label_studio_accepts_its_task_and_configuration(result: Result) -> None:
    sdk = pytest.importorskip("label_studio_sdk.label_interface")
    interface = sdk.LabelInterface(label_studio.CONFIGURATION)
    made = label_studio.task(result)
    assert interface.validate() is None
    assert interface.validate_task({"data": made["data"]})
    assert interface.validate_prediction(made["predictions"][0])
    wrong = json.loads(json.dumps(made["predictions"][0]).replace('"Target"', '"Goal"'))
    assert not interface.validate_prediction(wrong)


def test_label_studio_regions_slice_back_and_relations_join_them(result: Result) -> None:
    made = label_studio.task(result)
    regions = [part for part in made["predictions"][0]["result"] if part["type"] == "labels"]
    for region in regions:
        value = region["value"]
        assert made["data"]["text"][value["start"] : value["end"]] == value["text"]
    relations = [part for part in made["predictions"][0]["result"] if part["type"] == "relation"]
    assert len(relations) == len(list(links(result)))
    assert {end for part in relations for end in (part["from_id"], part["to_id"])} <= {r["id"] for r in regions}
    offered = {label.get("value") for label in ET.fromstring(label_studio.CONFIGURATION).iter("Label")}
    assert {label for region in regions for label in region["value"]["labels"]} <= offered


def test_web_annotations_find_their_quote_by_position_and_by_context(result: Result) -> None:
    text = result.document.source
    page = web.annotations(result, "urn:uuid:6f3f5c1e")
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert len({item["id"] for item in page["items"]}) == len(page["items"]) == len(entities(result))
    for item in page["items"]:
        position, quote = item["target"]["selector"]
        assert text[position["start"] : position["end"]] == quote["exact"]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in text
        assert item["body"][-1]["value"].startswith("规则：")


def test_utf16_offsets_slice_back_in_code_units(result: Result) -> None:
    units = result.document.source.encode("utf-16-le")
    data = to_utf16(result)
    assert data["length"] == len(units) // 2 == len(result.document.source) + 1
    for name in ("quantities", "times", "departments", "slogans", "commitments"):
        for mine, counted in zip(result.to_dict()[name], data[name], strict=True):
            assert "".join(units[counted["start"] * 2 : counted["end"] * 2].decode("utf-16-le").split()) == mine["text"]
            assert counted["end"] - counted["start"] >= mine["end"] - mine["start"]


def test_utf16_is_the_same_where_all_is_in_the_basic_plane() -> None:
    assert [Utf16("增长6%")(position) for position in range(5)] == [0, 1, 2, 3, 4]
