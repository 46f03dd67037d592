"""Which year and month a date without them belongs to, as a text is read from its beginning to its end."""

import datetime as dt

from policyextract.document import Document
from policyextract.grammar.date import Point
from policyextract.grammar.date_days import Clock
from policyextract.grammar.heading import heading
from policyextract.grammar.stated_date import day_of
from policyextract.segment import layout

_CARRIED = 1000


class InForce:
    """The year in force at each place.

    A year that is named holds for the rest of its sentence; at the head of a sentence, for the rest of its line; in a
    heading, for its section. Elsewhere it is the year of the day of the text.
    """

    def __init__(self, document: Document) -> None:
        self.reference: dt.date | None = day_of(document)
        self._document = document
        self._sentences = layout(document).sentences
        self._named: Point | None = None
        self._until = -1
        self._sections: list[tuple[int, int]] = []

    def clock(self, position: int) -> Clock:
        """What a date at ``position`` is read against."""
        if self._named and position < self._until:
            return Clock(self.reference, self._named.year, self._named.month)
        while self._sections and self._sections[-1][0] <= position:
            self._sections.pop()
        return Clock(self.reference, self._sections[-1][1] if self._sections else None)

    def name(self, found: Point, start: int) -> None:
        """Keep a date that names its year."""
        text = self._document.text
        begin, self._until = self._sentences.bounds(start)
        self._named = found
        if begin == start:
            stop = text.find("\n", start, start + _CARRIED)
            self._until = stop if stop >= 0 else min(start + _CARRIED, len(text))
        if found.size == "year" and found.year:
            headed = heading(self._document, start, found.stop)
            if headed:
                self._sections.append((headed.until, found.year))
