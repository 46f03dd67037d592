"""Finds as a task of Label Studio with predictions to be corrected, and the labelling configuration for it."""

from importlib.metadata import version
from typing import Any

from policyextract.export.annotation.entity import RELATIONS, entities, links
from policyextract.export.fact import noted
from policyextract.found import Found
from policyextract.layers import SORTS

CONFIGURATION = "\n".join(
    (
        "<View>",
        "  <Relations>",
        *(f'    <Relation value="{kind}"/>' for kind in RELATIONS),
        "  </Relations>",
        '  <Labels name="label" toName="text">',
        *(f'    <Label value="{sort.label}" background="{sort.colour}"/>' for sort in SORTS),
        "  </Labels>",
        '  <Text name="text" value="$text" saveTextResult="yes"/>',
        "</View>",
    )
)
"""The labelling configuration of a project that takes these tasks."""


def task(result: Found, document: str = "") -> dict[str, Any]:
    """A task with one prediction: the source, its finds as labelled regions, the members of commitments as relations.

    >>> from policyextract import extract
    >>> made = task(extract("力争进出口总额增长5%。"), "工作报告")
    >>> made["data"]
    {'text': '力争进出口总额增长5%。', 'document': '工作报告'}
    """
    source = result.document.source
    regions: list[dict[str, Any]] = [
        {
            "id": entity.id,
            "from_name": "label",
            "to_name": "text",
            "type": "labels",
            "value": {
                "start": entity.start,
                "end": entity.stop,
                "text": source[entity.start : entity.stop],
                "labels": [entity.label],
            },
            "meta": {"text": [f"{name}：{value}" for name, value in noted(entity.value, entity.rule)]},
        }
        for entity in entities(result)
    ]
    relations = [
        {"type": "relation", "from_id": link.source, "to_id": link.target, "direction": "right", "labels": [link.kind]}
        for link in links(result)
    ]
    return {
        "data": {"text": source, "document": document},
        "predictions": [{"model_version": f"policyextract {version('policyextract')}", "result": regions + relations}],
    }
