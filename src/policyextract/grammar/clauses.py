"""Parallel runs whose members are clauses, parted by ``，``."""

import re
from collections.abc import Iterator, Sequence

from policyextract.document import Document, Find, shared
from policyextract.grammar.parallel import find
from policyextract.grammar.phrase import build, is_dull, opens_with_verb
from policyextract.segment import layout
from policyextract.values import Slogan, SloganKind

_TAKE = re.compile(
    '以[^，,。；;\\n“”"]{2,24}为[^，,。；;、\\n“”"]{2,14}(?:[，,、]以[^，,。；;\\n“”"]{2,24}为[^，,。；;、\\n“”"]{2,14}){2,7}'
)
_PLAIN = re.compile('[^、0-9A-Za-z“”"（）()《》：:；;。！？!?\n]+')
_LEAST, _MOST = 5, 24


def _is_run(members: Sequence[str]) -> bool:
    if not all(_PLAIN.fullmatch(member) for member in members):
        return False
    common = build(members)
    head = "" if is_dull(common.head or "新") else common.head
    inner = common.inner.replace("的", "")
    verbs = sum(map(opens_with_verb, members)) >= len(members) - 1
    return len(head) + len(inner) >= (1 if verbs and inner else 2) and (bool(inner) or len(head) > 1)


def _equal(document: Document) -> Iterator[Find]:
    text, clauses = document.text, layout(document).clauses
    starts, stops = clauses.starts, clauses.stops
    sizes = [stop - start - 1 for start, stop in zip(starts, stops, strict=True)]
    index, last = 1, len(sizes) - 1
    while index < last:
        size = sizes[index]
        if not _LEAST <= size <= _MOST or text[stops[index] - 1] not in "，," or text[starts[index] - 1] not in "，,":
            index += 1
            continue
        after = index + 1
        while after < last and sizes[after] == size and text[stops[after] - 1] in "，,":
            after += 1
        start = stops[index - 1] - 1 - size
        stop = starts[after] + size
        if start >= starts[index - 1] and sizes[after] >= size:
            members = [text[start : start + size], *(text[a : a + size] for a in starts[index : after + 1])]
            if _is_run(members) and stop <= stops[after]:
                yield find(start, members, "slogan.parallel-clauses")
        index = after
    return


def _taking(document: Document) -> Iterator[Find]:
    for match in _TAKE.finditer(document.text):
        items = tuple(part for part in re.split("[，,、](?=以)", match.group()))
        yield Find(match.start(), match.end(), Slogan(SloganKind.PARALLEL, items), "slogan.parallel-taking")


@shared
def clause_runs(document: Document) -> tuple[Find, ...]:
    """The runs of clauses of a document.

    >>> from policyextract.clean import read
    >>> [found.value.items for found in clause_runs(read("要立足新发展阶段，贯彻新发展理念，构建新发展格局。"))]
    [('立足新发展阶段', '贯彻新发展理念', '构建新发展格局')]
    """
    return (*_equal(document), *_taking(document))
