"""A component for spaCy: ``nlp.add_pipe("policyextract")``. Needs the extra ``spacy``.

It writes the finds of each layer to ``doc.spans`` under the name of the layer; the label of a span is its role or kind,
its id the id in the JSON output. The whole result is kept as plain data in ``doc.user_data["policyextract"]``, so that
it goes with the document to bytes and back; :func:`result_of` makes it a result again.
"""

import datetime as dt
from typing import TYPE_CHECKING, Any

from policyextract.default import extract
from policyextract.layers import LAYERS, sort_of
from policyextract.result import Result
from policyextract.values import QualitativeTarget, Slogan

if TYPE_CHECKING:
    from spacy.tokens import Doc

KEY = "policyextract"


class PolicyExtract:
    """The component: reads the text of a document with the default pipeline.

    Attributes:
        reference_date: the day on which the texts were spoken or signed, or ``None``.

    >>> import spacy
    >>> nlp = spacy.blank("zh")
    >>> _ = nlp.add_pipe("policyextract")
    >>> doc = nlp("力争进出口总额增长5%。")
    >>> [(span.text, span.label_) for span in doc.spans["quantities"]]
    [('5%', 'target')]
    """

    def __init__(self, reference_date: dt.date | None = None) -> None:
        self.reference_date = reference_date

    def __call__(self, doc: "Doc") -> "Doc":
        """Read a document. A find that ends inside a token takes the whole token."""
        result = extract(doc.text, reference_date=self.reference_date)
        ids = result.ids()
        for name in (layer.name for layer in LAYERS):
            spans = (
                doc.char_span(
                    mention.span.start,
                    mention.span.stop,
                    label=_label(mention.value),
                    span_id=ids[mention],
                    alignment_mode="expand",
                )
                for mention in getattr(result, name)
            )
            doc.spans[name] = [span for span in spans if span is not None]
        doc.user_data[KEY] = result.to_dict()
        return doc


def result_of(doc: "Doc") -> Result:
    """The result that the component left in a document.

    >>> import spacy
    >>> nlp = spacy.blank("zh")
    >>> _ = nlp.add_pipe("policyextract", config={"reference_date": "2021-04-25"})
    >>> result_of(nlp("今年力争进出口总额增长5%。")).reference_date
    datetime.date(2021, 4, 25)

    Raises:
        KeyError: if the component has not read the document.
    """
    return Result.from_dict(doc.user_data[KEY], doc.text)


def _label(value: Any) -> str:
    if isinstance(value, Slogan | QualitativeTarget):
        return str(value.kind)
    return str(getattr(value, "role", sort_of(value).key))
