"""The default pipeline in one call."""

import datetime as dt
from os.path import isfile, splitext

from policyextract.clean import read
from policyextract.duty import Commitments
from policyextract.extractors import Departments, Figures, QualitativeTargets, Slogans, Timings
from policyextract.pipeline import Pipeline
from policyextract.result import Result
from policyextract.text.document import Document

PIPELINE = Pipeline((Figures(), Timings(), Departments(), Slogans(), Commitments(), QualitativeTargets()))
"""What :func:`extract` runs."""


_LONGEST_NAME = 1_000
_LONGEST_SUFFIX = 6


def extract(text: str | Document, *, reference_date: dt.date | None = None) -> Result:
    """Read a text with all five layers.

    Args:
        text: any text, of any length, or a document (:func:`~policyextract.read`, :func:`~policyextract.read_file`),
            which has its own reference date.
        reference_date: the day on which the text was spoken or signed; without it, the day that the document states.

    >>> result = extract("确保行政审批、服务事项网上可办率达到90%。")
    >>> [(figure.value.indicator, figure.value.quantity.low) for figure in result.targets]
    [('网上可办率', Decimal('90'))]

    Raises:
        TypeError: if ``text`` is neither a ``str`` nor a document, or ``reference_date`` not a ``datetime.date``, or
            if a date is given beside a document.
        ValueError: if ``text`` is no text but the name of a file that is there: ``read_file`` reads it.
    """
    if isinstance(text, Document):
        if reference_date is not None:
            raise TypeError("a document has its own reference_date; give it where the document is read")
        document = text
    else:
        if isinstance(text, str) and _names_a_file(text):
            raise ValueError(f"{text!r} is the name of a file, not a text; read it first: extract(read_file({text!r}))")
        document = read(text, reference_date=reference_date)
    return Result.collect(document, PIPELINE(document))


def _names_a_file(text: str) -> bool:
    """Whether a text is but the name of a file that is there and that ``read_file`` would read."""
    if len(text) > _LONGEST_NAME or "." not in text[-_LONGEST_SUFFIX:] or "\n" in text:
        return False
    from policyextract.readers import SUFFIXES

    return splitext(text)[1].lower() in SUFFIXES and isfile(text)
