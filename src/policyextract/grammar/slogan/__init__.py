"""Slogans: labels, mottos and parallel runs, quoted and unquoted."""

from collections.abc import Iterable, Sequence
from operator import itemgetter

from policyextract.grammar.slogan.bare import half_quoted, known_labels, repeated
from policyextract.grammar.slogan.clauses import clause_runs
from policyextract.grammar.slogan.coined import coined
from policyextract.grammar.slogan.expansion import expansion, numerals
from policyextract.grammar.slogan.mixed import mixed_runs
from policyextract.grammar.slogan.motto import pairs
from policyextract.grammar.slogan.parallel import runs
from policyextract.grammar.slogan.quoted import Quoted, quoted
from policyextract.grammar.slogan.weigh import terms
from policyextract.text.document import Document, Find
from policyextract.values import Slogan, SloganKind


def _quoted(document: Document) -> tuple[list[Find], frozenset[int]]:
    """The slogans between quotation marks, and the places of the other quoted strings."""
    strings = quoted(document)
    none = terms(strings)
    values = [None if found.text in none else coined(found) for found in strings]
    finds, declined = list[Find](), set[int]()
    for index, (found, value) in enumerate(zip(strings, values, strict=True)):
        if value is None and found.text not in none and _is_listed(strings, values, index):
            value = coined(found, listed=True)
        if value is None or (finds and found.start < finds[-1].stop):  # marks of two sorts may cross
            declined.add(found.start)
        else:
            stop = found.stop - found.text.endswith("。")
            finds.append(Find(found.start, stop, value, f"slogan.{value.kind}-quoted"))
    return finds, frozenset(declined)


def _is_listed(strings: Sequence[Quoted], values: Sequence[Slogan | None], index: int) -> bool:
    """Whether the quoted string before or after, in one list with this one, is a slogan."""
    return any(
        values[other] is not None and strings[index].is_listed_with(strings[other])
        for other in (index - 1, index + 1)
        if 0 <= other < len(strings)
    )


def _free(finds: Iterable[Find], taken: list[Find]) -> list[Find]:
    """The finds that overlap with none of those taken, earlier and longer ones first."""
    places = sorted([(find.start, find.stop) for find in taken])
    kept: list[Find] = []
    index, last, reached = 0, len(places), 0
    longest_first = sorted(finds, key=itemgetter(1), reverse=True)
    for find in sorted(longest_first, key=itemgetter(0)):
        while index < last and places[index][1] <= find.start:
            index += 1
        if find.start < reached or (index < last and places[index][0] < find.stop):
            continue
        kept.append(find)
        reached = find.stop
    return kept


def _announcing(text: str, find: Find) -> Find:
    """A label with the numerals that it announces and what they stand for."""
    if find.value.kind is not SloganKind.LABEL:
        return find
    counts = numerals(text[find.start : find.stop])
    if not counts:
        return find
    members = expansion(text, find.start, find.stop, counts)
    value = Slogan(SloganKind.LABEL, find.value.items, counts, members)
    return Find(find.start, find.stop, value, find.rule)


def slogans(document: Document, labels: tuple[str, ...] = ()) -> tuple[Find, ...]:
    """The slogans of a document, in the order of the text; what is quoted comes before what is read by its build.

    >>> from policyextract.clean import read
    >>> document = read("围绕“三高四新”战略，紧盯“双过半”，确保实现双过半；着力减环节、减材料、减时限。")
    >>> [(find.value.kind.value, document.text[find.start : find.stop]) for find in slogans(document)]
    [('label', '三高四新'), ('label', '双过半'), ('label', '双过半'), ('parallel', '减环节、减材料、减时限')]
    """
    text = document.text
    between, declined = _quoted(document)
    taken = [*between]
    built = (*runs(document), *mixed_runs(document), *clause_runs(document))
    taken += _free([find for find in built if find.start not in declined], taken)
    taken += _free([find for find in pairs(document) if find.start not in declined], taken)
    known = (*repeated(document, between), *known_labels(document, declined, labels), *half_quoted(document))
    taken += _free(known, taken)
    return tuple([_announcing(text, find) for find in sorted(taken, key=itemgetter(0))])
