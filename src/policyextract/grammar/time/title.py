"""Years in the names of documents: ``《2021年工作要点》``. They date what they name, and are in force nowhere else."""

from collections.abc import Iterator

from policyextract.grammar.time import times
from policyextract.grammar.time.date import YEAR
from policyextract.grammar.time.dated import Dates
from policyextract.marks.enclosure import titles
from policyextract.text.document import Document, Find, shared
from policyextract.text.pattern import pattern
from policyextract.values import TimeBound

RULE = "time.title"
_DATED = pattern(f"{YEAR}(?<![0-9][0-9]{{4}})(?=年(?!远景目标)|[-—–－─~～至到]{{1,2}}[0-9])")


@shared
def mentioned(document: Document) -> tuple[Find, ...]:
    """The times of a document and the years in the names that it quotes, in the order of the text.

    >>> document = Document.plain("根据《2021年工作要点》，5月底前报送。")
    >>> [document.text[find.start : find.stop] for find in mentioned(document)]
    ['2021年', '5月底前']
    """
    finds = list(_named(document))
    return tuple(sorted((*times(document), *finds))) if finds else times(document)


def _named(document: Document) -> Iterator[Find]:
    """The years in the names of documents, read apart from the running text."""
    dates: Dates | None = None
    for start, stop in titles(document):
        reached = start
        for year in _DATED.finditer(document.text, start, stop):
            dates = dates or Dates(document)
            found = dates.at(year.start(), year.start()) if year.start() >= reached else None
            if found and found.stop < stop and found.value.earliest and found.value.bound is TimeBound.AT:
                reached = found.stop
                yield found._replace(rule=RULE)
