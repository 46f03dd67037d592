"""Characters that a web page writes by their names or numbers."""

from collections.abc import Iterator
from html import unescape

from policyextract.text.offsets import Edit
from policyextract.text.pattern import pattern

_ENTITY = pattern("&(?:[A-Za-z]{2,8}|#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6});")


def entity(text: str) -> Iterator[Edit]:
    """Edits that put the character for its name in HTML.

    >>> from policyextract.text.offsets import apply
    >>> source = "深化&ldquo;放管服&rdquo;改革&nbsp;&#12289;R&D;"
    >>> apply(source, entity(source))
    '深化“放管服”改革\\xa0、R&D;'
    """
    for match in _ENTITY.finditer(text) if "&" in text else ():
        char = unescape(match.group())
        if char != match.group():
            yield Edit(match.start(), match.end(), char)
