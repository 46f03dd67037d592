"""Finds as a line of doccano's JSONL, for a sequence-labelling project with relations and overlapping spans allowed."""

import json

from policyextract.export.annotation.entity import entities, links
from policyextract.found import Found


def line(result: Found, document: str = "") -> str:
    """One line of JSONL, without its line end.

    >>> from policyextract import extract
    >>> json.loads(line(extract("力争进出口总额增长5%。")))["text"]
    '力争进出口总额增长5%。'
    """
    found = entities(result)
    numbers = {entity.id: number for number, entity in enumerate(found, 1)}
    return json.dumps(
        {
            "text": result.document.source,
            "entities": [
                {
                    "id": numbers[entity.id],
                    "label": entity.label,
                    "start_offset": entity.start,
                    "end_offset": entity.stop,
                }
                for entity in found
            ],
            "relations": [
                {"id": number, "from_id": numbers[link.source], "to_id": numbers[link.target], "type": link.kind}
                for number, link in enumerate(links(result), 1)
            ],
            "document": document,
        },
        ensure_ascii=False,
    )
