"""The JSON Schema of the output, read off the records: what :meth:`policyextract.Result.to_dict` gives."""

from collections.abc import Iterator
from typing import Any

from policyextract.about.record import About, Part
from policyextract.found import SCHEMA
from policyextract.layers import LAYERS, OTHERS, Layer
from policyextract.text.field import Field, Kind, fields

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_NUMBER = r"^-?[0-9]+(\.[0-9]+)?$|^-?[0-9]+/[0-9]+$"
_DAY = {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
_STRINGS = {"type": "array", "items": {"type": "string"}}
_FORMS: dict[Kind, dict[str, Any]] = {
    Kind.TEXT: {"type": "string"},
    Kind.CHOICE: {"type": "string"},
    Kind.NUMBER: {"type": "string", "pattern": _NUMBER},
    Kind.DATE: _DAY,
    Kind.FLAG: {"type": "boolean"},
    Kind.INTEGER: {"type": "integer"},
    Kind.TEXTS: _STRINGS,
    Kind.INTEGERS: {"type": "array", "items": {"type": "integer"}},
    Kind.MEMBERS: _STRINGS,
}


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of :meth:`policyextract.Result.to_dict`, of the schema version that it names.

    Further fields may come within one version, so that objects are open; none goes, and none changes its meaning.

    >>> schema = json_schema()
    >>> schema["$id"], sorted(schema["$defs"])[:2]
    ('urn:policyextract:result:1', ['About', 'Commitment'])
    >>> schema["$defs"]["Figure"]["properties"]["role"]["enum"]
    ['target', 'achieved', 'other']
    """
    layers = {layer.name: _several(layer) for layer in (*LAYERS, OTHERS)}
    properties = {
        "schema": {"const": SCHEMA, "description": "the version of the shape of this output"},
        "reference_date": _or_null(_DAY) | {"description": "the day that relative times were resolved against"},
        "length": {"type": "integer", "minimum": 0, "description": "how many code points the source has"},
        "about": _ref(About) | {"description": "what the document is"},
        "parts": {"type": "array", "items": _ref(Part), "description": "the documents that the file holds"},
        **layers,
    }
    held = {record.__name__: {"title": record.__name__, **_object(dict(_fields(record)))} for record in inside()}
    return {
        "$schema": _DIALECT,
        "$id": f"urn:policyextract:result:{SCHEMA}",
        "title": "What policyextract found in one document",
        "description": "Offsets count Unicode code points of the source, half-open; numbers are exact decimal strings.",
        **_object(properties),
        "$defs": held | {layer.record.__name__: _record(layer) for layer in LAYERS} | {"Other": _other()},
    }


def inside() -> list[type]:
    """The records of what the output says of the document itself, each behind those that it holds."""
    found: dict[type, None] = {}

    def gather(record: type) -> None:
        for field in fields(record):
            if field.record is not None:
                gather(field.record)
        found[record] = None

    gather(About)
    gather(Part)
    return list(found)


def _ref(record: type) -> dict[str, Any]:
    return {"$ref": f"#/$defs/{record.__name__}"}


def _several(layer: Layer) -> dict[str, Any]:
    name = "Other" if layer is OTHERS else layer.record.__name__
    return {"type": "array", "items": {"$ref": f"#/$defs/{name}"}}


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(properties)}


def _place(letter: str) -> dict[str, Any]:
    return {
        "id": {"type": "string", "pattern": f"^{letter}[1-9][0-9]*$", "description": "its id in this output"},
        "start": {"type": "integer", "minimum": 0, "description": "its first code point in the source"},
        "end": {"type": "integer", "minimum": 0, "description": "the code point after its last"},
        "text": {"type": "string", "description": "the characters of the source, without white space"},
        "part": {"type": "integer", "minimum": 0, "description": "the number of the part of the file, 1 for the first"},
        "rule": {"type": "string", "description": "the rule that read it"},
    }


def _record(layer: Layer) -> dict[str, Any]:
    return {"title": layer.record.__name__, **_object(_place(layer.letter) | dict(_fields(layer.record)))}


def _fields(record: type) -> Iterator[tuple[str, dict[str, Any]]]:
    for field in fields(record):
        told = f"ids of {field.meaning}" if field.kind is Kind.MEMBERS else field.meaning
        yield field.name, _form(field) | {"description": told}


def _form(field: Field) -> dict[str, Any]:
    if field.record is not None:
        ref = _ref(field.record)
        return {"type": "array", "items": ref} if field.kind is Kind.RECORDS else {"anyOf": [ref, {"type": "null"}]}
    form = dict(_FORMS[field.kind])
    if field.choices:
        form["enum"] = list(field.choices)
    return _or_null(form) if field.nullable else form


def _or_null(form: dict[str, Any]) -> dict[str, Any]:
    choices = {"enum": [*form["enum"], None]} if "enum" in form else {}
    return form | {"type": [form["type"], "null"]} | choices


def _other() -> dict[str, Any]:
    own = {
        "kind": {"type": "string", "description": "the name of the class of the value"},
        "value": {"description": "the value of an extractor of one's own, as plain data"},
    }
    return {"title": "Other", **_object(_place(OTHERS.letter) | own)}
