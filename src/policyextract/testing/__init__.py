"""For the tests of your own rules and extractors: a reader of corpus files, and the promises that an extractor keeps.

A corpus file has an expected value first, then the ways of saying it; ``#`` begins a comment, an empty line ends a
block::

    # 以上, 不低于: the number itself is included
    = [30, ∞) 次
    达到30次以上
    不低于30次

A negative corpus has no values: one text a line, in which nothing is to be found.
"""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

from policyextract.clean import as_document
from policyextract.testing.strategies import Numeral, Phrase, Stated, clauses, numerals, quantities, times
from policyextract.text.document import Document
from policyextract.text.span import Mention

__all__ = ["Case", "Numeral", "Phrase", "Stated", "check", "clauses", "corpus", "numerals", "quantities", "times"]


class Case(NamedTuple):
    """One way of saying a value.

    Attributes:
        value: what is to be read; empty in a negative corpus.
        text: the phrase.
        line: where the corpus file has it.
    """

    value: str
    text: str
    line: int


def corpus(path: str | Path) -> tuple[Case, ...]:
    r"""The cases of a corpus file, in its order.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = Path(folder, "bound.txt")
    ...     _ = file.write_text("= [30, ∞) 次\n达到30次以上\n不低于30次\n", "utf-8")
    ...     for case in corpus(file):
    ...         print(case.value, case.text, case.line)
    [30, ∞) 次 达到30次以上 2
    [30, ∞) 次 不低于30次 3

    Raises:
        ValueError: if a value has no way of saying it.
    """
    cases: list[Case] = []
    value, pending = "", 0
    for number, line in enumerate(Path(path).read_text("utf-8").splitlines(), 1):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        if line.startswith("="):
            if pending:
                raise ValueError(f"{path}, line {pending}: a value without a way of saying it: {value!r}")
            value, pending = line[1:].strip(), number
            continue
        pending = 0
        cases.append(Case(value, line, number))
    if pending:
        raise ValueError(f"{path}, line {pending}: a value without a way of saying it: {value!r}")
    return tuple(cases)


def check(extractor: Callable[[Document], Iterable[Mention[Any]]], text: str) -> tuple[Mention[Any], ...]:
    """The mentions that an extractor finds in a text, after a check of what every extractor promises.

    Every mention lies inside the source and is not empty, the mentions are in the order of the text, they can be
    hashed, they carry the name of their rule, and a second run over the same text gives the same.

    >>> from policyextract import Quantities
    >>> [str(mention.value.low) for mention in check(Quantities(), "新增规上企业160家")]
    ['160']

    Raises:
        AssertionError: if a promise is broken; the message says which.
    """
    document = as_document(text)
    mentions = tuple(extractor(document))
    reached = 0
    for mention in mentions:
        start, stop = mention.span.start, mention.span.stop
        if not reached <= start < stop <= len(text):
            raise AssertionError(f"{mention} does not lie in the text, in order: [{start}, {stop}) after {reached}")
        if not document.quote(mention.span) or not mention.rule:
            raise AssertionError(f"{mention} quotes no characters or names no rule")
        hash(mention)
        reached = start
    if tuple(extractor(as_document(text))) != mentions:
        raise AssertionError(f"a second run over the same text gave other mentions than {mentions}")
    return mentions
