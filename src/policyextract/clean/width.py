"""Full-width and look-alike forms: digits, letters and number signs, dashes, quotation marks, spaces, radicals."""

import unicodedata
from collections.abc import Iterator

from policyextract.text.offsets import Edit, apply
from policyextract.text.pattern import among, pattern

_FORM = (
    "[０-９Ａ-Ｚａ-ｚ％＋－～\ufe62\ufe63\ufe6a\u2010-\u2013\u2015\u2212\u2500\u2501"  # digits, letters, signs, dashes
    "\u2e80-\u2fdf\uf900-\ufaff"  # radicals and compatibility ideographs
    "「」『』]"
)
_FORMS = pattern(f"{_FORM}{_FORM}*+")
_BETWEEN_DIGITS = "(?<=[0-9０-９].)(?=[0-9０-９])"
_POINTS = {pattern(f"．{_BETWEEN_DIGITS}"): ".", pattern(f"，{_BETWEEN_DIGITS}"): ","}
_UNBREAKABLE = "\u00a0\u202f"
_UNBREAKING = pattern(f"[{_UNBREAKABLE}](?!(?<=[0-9].)[0-9]{{3}}(?![0-9]))")  # but where it parts thousands
_SIGNS = str.maketrans("\u2010\u2011\u2012\u2013\u2015\u2212\u2500\u2501「」『』", "----—-——“”‘’")


def width(text: str) -> Iterator[Edit]:
    """Edits that put the usual form for the unusual one, a character for a character.

    Full-width digits, letters and number signs become half-width; the many dashes become ``-`` or ``—``; ``「」``
    becomes ``“”``; spaces that do not break become those that do; the radicals that PDF files hold in the place of
    characters become those. A full-width point or comma between digits becomes half-width; all other punctuation stays.

    >>> [edit.replacement for edit in width("增长６．５％，完成ＡＢ，⼯作⼒度")]
    ['6', '5%', 'AB', '工', '力', '.']
    """
    for match in _FORMS.finditer(text):
        found = match.group()
        usual = unicodedata.normalize("NFKC", found.translate(_SIGNS))
        if len(usual) == len(found) and usual != found:
            yield Edit(match.start(), match.end(), usual)
    for match in among(_UNBREAKING, text, _UNBREAKABLE):
        yield Edit(match.start(), match.end(), " ")
    for sign, usual in _POINTS.items():
        for match in sign.finditer(text):
            yield Edit(match.start(), match.end(), usual)


def usual(text: str) -> str:
    """The text in the usual forms, character for character.

    >>> usual("（１）６．５％")
    '（1）6.5%'
    """
    return apply(text, width(text))
