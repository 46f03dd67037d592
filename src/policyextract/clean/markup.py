"""Tags that are left where the text of a web page was taken with its code."""

from collections.abc import Iterator

from policyextract.text.offsets import Edit
from policyextract.text.pattern import pattern

_TAG = pattern(
    r"(?i:</?(?:(?P<block>\L<clean.block-tag>)|\L<clean.inline-tag>)(?![0-9A-Za-z])(?:\s[^<>]{0,400})?/?>)|<!--[^<>]{0,400}-->"
)


def markup(text: str) -> Iterator[Edit]:
    """Edits that take tags out; one that begins or ends a block, a row or a cell leaves a line break.

    The names are those of the HTML standard, so that other words between ``<`` and ``>`` stay.

    >>> from policyextract.text.offsets import apply
    >>> source = "<P>一是<b>加快</b>进度。</P><P>二是<甲方>验收。"
    >>> apply(source, markup(source))
    '\\n一是加快进度。\\n\\n二是<甲方>验收。'
    """
    for match in _TAG.finditer(text) if "<" in text else ():
        yield Edit(match.start(), match.end(), "\n" if match["block"] else "")
