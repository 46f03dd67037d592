"""Finds as W3C Web Annotations: https://www.w3.org/TR/annotation-model/.

Each find has a text position selector, whose positions count code points as the standard wants, and a text quote
selector with some characters before and after it, so that it is found again in a text that has changed.
"""

from typing import Any

from policyextract.export.annotation.entity import Entity, entities
from policyextract.export.fact import noted
from policyextract.found import Found

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 20
"""Characters of the prefix and the suffix of a quote."""


def annotations(result: Found, source: str) -> dict[str, Any]:
    """An annotation page with one annotation for each find.

    Args:
        result: what was found.
        source: the IRI of the text that was read.

    >>> from policyextract import extract
    >>> page = annotations(extract("力争进出口总额增长5%。"), "https://example.org/report.txt")
    >>> page["type"], page["items"][-1]["target"]["source"]
    ('AnnotationPage', 'https://example.org/report.txt')
    """
    text = result.document.source
    return {
        "@context": CONTEXT,
        "id": f"{source}#annotations",
        "type": "AnnotationPage",
        "items": [_annotation(entity, text, source) for entity in entities(result)],
    }


def _annotation(entity: Entity, text: str, source: str) -> dict[str, Any]:
    start, stop = entity.start, entity.stop
    return {
        "id": f"{source}#annotation-{entity.id}",
        "type": "Annotation",
        "motivation": "tagging",
        "body": [
            {"type": "TextualBody", "purpose": "tagging", "format": "text/plain", "value": entity.label},
            *(
                {
                    "type": "TextualBody",
                    "purpose": "describing",
                    "format": "text/plain",
                    "language": "zh",
                    "value": f"{name}：{value}",
                }
                for name, value in noted(entity.value, entity.rule)
            ),
        ],
        "target": {
            "source": source,
            "selector": [
                {"type": "TextPositionSelector", "start": start, "end": stop},
                {
                    "type": "TextQuoteSelector",
                    "exact": text[start:stop],
                    "prefix": text[max(start - AROUND, 0) : start],
                    "suffix": text[stop : stop + AROUND],
                },
            ],
        },
    }
