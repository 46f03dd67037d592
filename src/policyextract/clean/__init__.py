"""From a source to a document: steps that each mend one blemish and return edits."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from os import PathLike

from policyextract.clean.boilerplate import boilerplate
from policyextract.clean.entity import entity
from policyextract.clean.label import label
from policyextract.clean.mark import mark
from policyextract.clean.markup import markup
from policyextract.clean.page import page
from policyextract.clean.pause import pause
from policyextract.clean.ruled import ruled
from policyextract.clean.script import pinyin, script
from policyextract.clean.space import space
from policyextract.clean.width import width
from policyextract.clean.wrap import wrap
from policyextract.text.document import Document
from policyextract.text.offsets import Edit, OffsetMap, apply
from policyextract.text.place import Table
from policyextract.text.span import Span

Step = Callable[[str], Iterable[Edit]]

STEPS: tuple[Step, ...] = (entity, markup, mark, pause, width, pinyin, script, boilerplate, page, wrap, space, label)
"""The default steps, in their order; each reads what the one before it left."""


def read(
    source: str,
    steps: Sequence[Step] = STEPS,
    *,
    reference_date: dt.date | None = None,
    tables: Sequence[Table] | None = None,
    aside: Sequence[Span] = (),
) -> Document:
    """Clean a source, step by step.

    Args:
        source: any text.
        steps: functions from a text to the edits that it needs.
        reference_date: the day on which the text was spoken or signed.
        tables: its tables, in the order of the text, which are read by their columns; by default those whose shape
            shows in the lines of the text.
        aside: stretches that are not read.

    >>> read("确保行政审批、服务事项网上可办率达到\\n\\n９０％").text
    '确保行政审批、服务事项网上可办率达到90%'

    Raises:
        TypeError: if ``source`` is not a ``str`` or ``reference_date`` not a ``datetime.date``.
        ValueError: if the edits of a step overlap.
    """
    if not isinstance(source, str):
        raise TypeError(f"a source is a str, not {type(source).__name__}{_advice(source)}")
    if isinstance(reference_date, dt.datetime) or not isinstance(reference_date, dt.date | None):
        raise TypeError(f"reference_date is a datetime.date or None, not {reference_date!r}")
    known = ruled(source) if tables is None else tuple(tables)
    gone = sorted((*aside, *(table.span for table in known)))
    if gone:
        steps = (lambda text: (Edit(span.start, span.stop, "") for span in gone), *steps)
    text, offsets = source, OffsetMap.identity(len(source))
    for step in steps:
        edits = tuple(step(text))
        if edits:
            text, offsets = apply(text, edits), offsets.then(edits)
    return Document(source, text, offsets, reference_date, tables=known)


def _advice(source: object) -> str:
    """What to do with what is no text."""
    advice = (
        (PathLike, "; read_file reads a file"),
        (bytes | bytearray, "; decode bytes first"),
        (list | tuple, "; Pipeline.map reads many texts"),
    )
    return next((words for kind, words in advice if isinstance(source, kind)), "")


def as_document(text: Document | str) -> Document:
    """A document as it is; a ``str``, read with the default steps.

    Raises:
        TypeError: if it is neither.
    """
    return text if isinstance(text, Document) else read(text)


__all__ = [
    "STEPS",
    "Step",
    "as_document",
    "boilerplate",
    "entity",
    "label",
    "mark",
    "page",
    "pause",
    "pinyin",
    "read",
    "ruled",
    "script",
    "space",
    "width",
    "wrap",
]
