"""The contract of every extractor, and the smallest way to keep it: named rules over the text of a document."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar, runtime_checkable

from attrs import frozen

from policyextract.text.document import Document, Find
from policyextract.text.span import Mention, worded

if TYPE_CHECKING:
    import re

    import regex

V = TypeVar("V")
V_co = TypeVar("V_co", covariant=True)


@runtime_checkable
class Extractor(Protocol[V_co]):
    """Anything that is called with a document and gives mentions: a generator function, a frozen class, a pipeline."""

    def __call__(self, document: Document, /) -> Iterable[Mention[Any]]:
        """The mentions of one document, in the order of the text."""
        ...


def mentions_of(extractor: Callable[[Document], Iterable[Mention[Any]]], document: Document) -> Iterator[Mention[Any]]:
    """The mentions that an extractor gives, each with its words.

    >>> def careless(document):
    ...     return ["12345"]
    >>> next(mentions_of(careless, Document.plain("12345")))
    Traceback (most recent call last):
    TypeError: the extractor careless gives '12345' (str) where a Mention(Span(start, stop), value, rule) is due

    Raises:
        TypeError: if it gives something else than mentions; the message names it.
    """
    found = extractor(document)
    if not isinstance(found, Iterable):
        raise TypeError(f"the extractor {named(extractor)} gives {found!r}: it has to return or yield mentions")
    for mention in found:
        if not isinstance(mention, Mention):
            kind = type(mention).__name__
            raise TypeError(
                f"the extractor {named(extractor)} gives {mention!r} ({kind}) "
                "where a Mention(Span(start, stop), value, rule) is due"
            )
        yield mention if mention.text else worded(mention, document.quote(mention.span))


def named(extractor: object) -> str:
    """How an extractor is called in messages."""
    return str(getattr(extractor, "__name__", None) or repr(extractor))


@frozen
class Rule(Generic[V]):
    """A name, a pattern, and a production, which may decline by returning ``None``.

    >>> import regex
    >>> from policyextract import Document
    >>> phone = Rule("phone.city", regex.compile(r"0\\d{2,3}-\\d{7,8}"), lambda match, document: match.group())
    >>> [mention.value for mention in run((phone,), Document.plain("咨询电话：020-12345678。"))]
    ['020-12345678']
    """

    name: str
    pattern: "regex.Pattern[str] | re.Pattern[str]"
    produce: Callable[[Any, Document], V | None]


def run(rules: Sequence[Rule[V]], document: Document) -> Iterator[Mention[V]]:
    """The mentions that the rules read, in the order of the text; at one place, an earlier rule comes first."""
    finds = [
        (match.start(), order, Find(match.start(), match.end(), value, rule.name))
        for order, rule in enumerate(rules)
        for match in rule.pattern.finditer(document.text)
        if (value := rule.produce(match, document)) is not None
    ]
    finds.sort(key=lambda found: found[:2])
    for _, _, find in finds:
        yield document.mention(find)
