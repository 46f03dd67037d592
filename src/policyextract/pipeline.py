"""Extractors put together: a :class:`Pipeline` is itself an extractor."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from attrs import field, frozen

from policyextract.clean import as_document
from policyextract.document import Document
from policyextract.resolve import Policy, keep
from policyextract.span import Mention

Step = Callable[[Document], Iterable[Mention[Any]]]


def _callables(extractors: Sequence[Step]) -> tuple[Step, ...]:
    extractors = tuple(extractors)
    for extractor in extractors:
        if not callable(extractor) or isinstance(extractor, type):
            raise TypeError(f"an extractor is called with a document and gives mentions; {extractor!r} is not one")
    return extractors


@frozen
class Pipeline:
    """Runs extractors over one document and settles overlaps by one policy.

    What several extractors need (clauses, quantities, times) is found once for a document, since the document keeps
    it.

    >>> from policyextract import NumericTargets, Pipeline, Slogans
    >>> pipeline = Pipeline([NumericTargets(), Slogans()])
    >>> [mention.rule.split(".")[0] for mention in pipeline("围绕“三高四新”战略，确保争取获省级表彰达到30次以上。")]
    ['slogan', 'quantity']

    Raises:
        TypeError: if something in ``extractors`` can't be called with a document.
    """

    extractors: tuple[Step, ...] = field(converter=_callables)
    resolve: Policy = keep

    def __call__(self, document: Document | str, /) -> Iterator[Mention[Any]]:
        """The mentions of all extractors, in the order of the text."""
        document = as_document(document)
        yield from self.resolve(mention for extractor in self.extractors for mention in extractor(document))
