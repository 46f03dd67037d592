"""Extractors put together: a :class:`Pipeline` is itself an extractor."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from operator import length_hint
from typing import Any

from attrs import field, frozen

from policyextract.clean import as_document
from policyextract.extractor import mentions_of, named
from policyextract.many.stream import Held, Outcome, Text, cores, in_threads, in_turn, shown
from policyextract.resolve import POLICIES, Policy, keep
from policyextract.text.document import Document
from policyextract.text.span import Mention

Step = Callable[[Document], Iterable[Mention[Any]]]


def _callables(extractors: Sequence[Step]) -> tuple[Step, ...]:
    if callable(extractors) or not isinstance(extractors, Iterable):
        raise TypeError(f"extractors are given as a list, as in Pipeline([NumericTargets()]), not {extractors!r}")
    extractors = tuple(extractors)
    for extractor in extractors:
        if not callable(extractor) or isinstance(extractor, type):
            hint = f"; {extractor.__name__}() is" if isinstance(extractor, type) else ""
            raise TypeError(
                f"an extractor is called with a document and gives mentions; {extractor!r} is not one{hint}"
            )
    return extractors


def _policy(resolve: Policy) -> Policy:
    if not callable(resolve):
        names = ", ".join(sorted(policy.__name__ for policy in POLICIES))
        raise TypeError(
            f"resolve is a function from mentions to mentions, one of policyextract.resolve ({names}) or your own; "
            f"not {resolve!r}"
        )
    return resolve


def _workers(workers: int | None) -> int:
    if workers is None:
        return cores()
    if not isinstance(workers, int) or isinstance(workers, bool):
        raise TypeError(f"workers is a number of processes, an int or None, not {workers!r}")
    if workers < 1:
        raise ValueError(f"workers is at least 1, not {workers}")
    return workers


def _timeout(timeout: float | None, threads: bool) -> float | None:
    if timeout is None:
        return None
    if not isinstance(timeout, int | float) or isinstance(timeout, bool):
        raise TypeError(f"timeout is a number of seconds or None, not {timeout!r}")
    if not timeout > 0:
        raise ValueError(f"timeout is above 0, not {timeout}")
    if threads:
        raise ValueError("a thread can't be stopped; timeout goes with processes")
    return timeout


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
        TypeError: if something in ``extractors`` can't be called with a document, or ``resolve`` with mentions; when
            called, if one of the extractors gives something else than mentions.
    """

    extractors: tuple[Step, ...] = field(converter=_callables)
    resolve: Policy = field(default=keep, converter=_policy)

    def __call__(self, document: Document | str, /) -> Iterator[Mention[Any]]:
        """The mentions of all extractors, in the order of the text."""
        document = as_document(document)
        found = chain.from_iterable([list(mentions_of(extractor, document)) for extractor in self.extractors])
        kept = self.resolve(found)
        if not isinstance(kept, Iterable):
            raise TypeError(f"the policy {named(self.resolve)} gives {kept!r}: it has to return mentions")
        return iter(kept)

    def map(
        self,
        texts: Iterable[Text],
        workers: int | None = None,
        *,
        threads: bool = False,
        progress: bool = False,
        timeout: float | None = None,
    ) -> Iterator[Outcome]:
        """Read many documents: a lazy stream of their results, in their order, in constant memory.

        The texts are taken as they are needed, a few parcels ahead of what has been given out. What comes out is the
        same as one by one. A document that can't be read gives a :class:`~policyextract.many.stream.Failure` in its
        place and stops nothing; an error of the source of the texts is raised after all that came before it.

        Args:
            texts: each a ``str``, a pair of a ``str`` and its reference date, or a document.
            workers: how many processes read, by default as many as there are cores; 1 reads in this process.
            threads: read in threads instead, which pays where Python has no global lock.
            progress: show a bar on standard error. Needs tqdm, the extra ``cli``.
            timeout: seconds after which a document is given up, which gives a failure ``TimedOut`` in its place and
                stops nothing. The documents are read in processes then, one by one, also where ``workers`` is 1. The
                first document of a process takes some tenths of a second longer than others.

        >>> from policyextract import Failure, NumericTargets, Pipeline
        >>> pipeline = Pipeline([NumericTargets()])
        >>> for outcome in pipeline.map(["确保网上可办率达到90%。", None], workers=1):
        ...     print(outcome.error if isinstance(outcome, Failure) else len(outcome.targets))
        1
        TypeError

        Raises:
            TypeError: if ``texts`` is one ``str`` and not many, or ``workers`` no ``int``, or ``timeout`` no number.
            ValueError: if ``workers`` is less than 1, ``timeout`` not above 0, or one is given for threads, which can't
                be stopped.
        """
        if isinstance(texts, str | bytes | Document):
            raise TypeError("map reads many texts: give it a list of them, or call the pipeline for one")
        if not isinstance(texts, Iterable):
            raise TypeError(f"map reads many texts: it takes a list or another iterable of them, not {texts!r}")
        workers, timeout = _workers(workers), _timeout(timeout, threads)
        source = Held(texts)
        outcomes = self._outcomes(source, workers, threads, timeout)
        return source.followed(shown(outcomes, length_hint(texts)) if progress else outcomes)

    def _outcomes(self, texts: Iterable[Text], workers: int, threads: bool, timeout: float | None) -> Iterator[Outcome]:
        if workers == 1 and timeout is None:
            return in_turn(self, texts)
        if threads:
            return in_threads(self, texts, workers)
        from policyextract.many.workers import in_processes

        return in_processes(self, texts, workers, timeout)
