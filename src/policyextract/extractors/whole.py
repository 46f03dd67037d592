"""What is read in each of the documents of a file and in its tables, as mentions with their places in the source."""

from collections.abc import Callable, Iterable
from itertools import chain
from operator import attrgetter
from typing import Any

from policyextract.clean import as_document
from policyextract.marks.part import parts
from policyextract.reading.column import texts_in
from policyextract.text.document import Document, Find
from policyextract.text.span import Mention

_PLACE = attrgetter("span.start", "span.stop")


def mentions(
    document: Document, finds: Iterable[Find], in_tables: Iterable[Mention[Any]] = ()
) -> tuple[Mention[Any], ...]:
    """The finds of a text with their places in the source, and those of its tables among them."""
    found = tuple([document.mention(find) for find in finds])
    return tuple(sorted((*found, *in_tables), key=_PLACE)) if document.tables else found


def of_parts(
    document: Document | str, extractor: object, read: "Callable[[Document], tuple[Mention[Any], ...]]"
) -> tuple[Mention[Any], ...]:
    """What an extractor reads in each of the documents of a file, once for each and for all."""
    whole = as_document(document)
    found = parts(whole)
    if len(found) == 1:
        return whole.once(extractor, read)
    return whole.once(extractor, lambda _: tuple(chain.from_iterable([part.once(extractor, read) for part in found])))


def finds_of(document: Document, read: "Callable[[Document], Iterable[Find]]") -> tuple[Find, ...]:
    """The finds in each of the documents of a file, with their places in the text of the whole."""
    texts, found, begin = parts(document), list[Find](), 0
    if len(texts) == 1:
        return tuple(read(document))
    for part in texts:
        found += [find._replace(start=begin + find.start, stop=begin + find.stop) for find in read(part)]
        begin += len(part.text)
    return tuple(found)


def with_tables(document: Document, read: "Callable[[Document], Iterable[Find]]") -> tuple[Mention[Any], ...]:
    """The finds of a text and of the words in its tables."""
    inner = (text.mention(find) for text in texts_in(document) for find in read(text))
    return mentions(document, read(document), inner if document.tables else ())
