"""The lists of an RTF file, for paragraphs whose number it does not write out (RTF 1.9.1, List Tables)."""

from attrs import define, field

from policyextract.readers.numbering import CODES, Counts, Level, Series, template

_LEVELS = 9


@define
class Lists:
    """Reads the tables of lists word by word, and gives the numbers of paragraphs, in their order.

    >>> lists = Lists()
    >>> for word, number in (("list", None), ("listlevel", None), ("levelnfc", 39)):
    ...     lists.told(word, number)
    >>> lists.words("\\x02\\x00、;")
    >>> for word, number in (("listid", 7), ("listoverride", None), ("listid", 7), ("ls", 1)):
    ...     lists.told(word, number)
    >>> lists.before(1, 0), lists.before(1, 0), lists.before(1, 3), lists.before(2, 0)
    ('一、', '二、', '', '')
    """

    _counts: Counts = field(init=False, factory=Counts)
    _levels: list[Level] = field(init=False, factory=list)
    _lists: dict[int, dict[int, Level]] = field(init=False, factory=dict)
    _series: dict[int, Series] = field(init=False, factory=dict)
    _uses: bool = field(init=False, default=False)
    _key: int = field(init=False, default=0)
    _starts: dict[int, int] = field(init=False, factory=dict)
    _depth: int = field(init=False, default=-1)
    _anew: bool = field(init=False, default=False)

    def told(self, word: str, number: int | None) -> None:
        """Take a control word of the tables."""
        if word in ("list", "listoverride"):
            self._uses, self._levels, self._starts, self._depth = word == "listoverride", [], {}, -1
        elif word == "listlevel":
            if not self._uses and len(self._levels) < _LEVELS:
                self._levels.append(Level())
        elif word == "listid":
            self._key = number or 0
            if not self._uses:
                self._lists[self._key] = dict(enumerate(self._levels))
        elif word == "lfolevel":
            self._depth, self._anew = self._depth + 1, False
        elif word == "listoverridestartat":
            self._anew = True
        elif word == "ls" and self._uses and number is not None:
            self._series[number] = Series(str(self._key), self._lists.get(self._key, {}), self._starts)
        elif word.startswith("level"):
            self._of_level(word, number or 0)

    def _of_level(self, word: str, number: int) -> None:
        if self._uses:
            if word == "levelstartat" and self._anew and 0 <= self._depth < _LEVELS:
                self._starts[self._depth] = number
        elif self._levels:
            level = self._levels[-1]
            if word in ("levelnfc", "levelnfcn"):
                level = level._replace(style=CODES.get(number, "decimal"))
            elif word == "levelstartat":
                level = level._replace(start=max(number, 0))
            elif word == "levelnorestart" and number:
                level = level._replace(restarts=0)
            elif word == "levellegal":
                level = level._replace(legal=number != 0)
            self._levels[-1] = level

    def words(self, signs: str) -> None:
        """Take what a level writes: how many signs it has, these, and what ends them."""
        if self._levels and signs and not self._uses:
            count = ord(signs[0])
            self._levels[-1] = self._levels[-1]._replace(words=template(signs[1 : 1 + count].removesuffix(";")))

    def before(self, number: int, level: int) -> str:
        """The number of the next paragraph of a list."""
        series = self._series.get(number)
        return "" if series is None else self._counts.next(str(number), series, level)
