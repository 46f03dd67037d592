"""What comes again on the pages of a file: running headers and footers, and the numbers of the pages."""

from collections import Counter
from collections.abc import Sequence

from policyextract.readers.paged.line import Line
from policyextract.text.pattern import pattern

_MARGIN = 0.14  # of the height of a page, above and below, in which furniture stands
_DIGITS = pattern("[0-9]+")
_NUMBER = pattern(
    r"[—－\-–·.\s]{0,4}(?:第\s*)?[0-9]{1,4}(?:\s*页)?(?:\s*[/／,，]?\s*共?\s*[0-9]{1,4}\s*页?)?[—－\-–·.\s]{0,4}"
)
_PLACE = 4  # points within which two lines stand at the same place
_FEW = 2


def furniture(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> list[set[int]]:
    """For each page the indexes of the lines that are furniture.

    A line in the margin is furniture where it is the number of a page, or where the same words, but for their digits,
    stand at the same place on another page.
    """
    keys = [
        {index: _key(line) for index, line in enumerate(lines) if _in_margin(line, height)}
        for lines, height in zip(pages, heights, strict=True)
    ]
    count = Counter(key for page in keys for key in set(page.values()))
    return [
        {index for index, key in page.items() if count[key] >= _FEW or _is_number(lines[index].text)}
        for page, lines in zip(keys, pages, strict=True)
    ]


def _is_number(words: str) -> bool:
    return _NUMBER.fullmatch(" ".join(words.split())) is not None


def _in_margin(line: Line, height: float) -> bool:
    return line.y < _MARGIN * height or line.y > (1 - _MARGIN) * height


def _key(line: Line) -> tuple[str, int]:
    return _DIGITS.sub("0", "".join(line.text.split())), round(line.y / _PLACE)
