"""Text files: UTF-8, UTF-16 with a byte order mark, or GB 18030 (which holds GBK and GB 2312)."""

import codecs

from policyextract.readers.builder import Layout
from policyextract.text.pattern import pattern
from policyextract.text.place import Place, PlaceKind
from policyextract.text.span import Span

_LINE = pattern(r"[^\r\n]+")
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def decode(content: bytes) -> str:
    """The text of a file; what no encoding can read becomes ``U+FFFD``.

    >>> decode("增长6%".encode()), decode("增长6%".encode("gbk"))
    ('增长6%', '增长6%')
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, "replace")
    for encoding in ("utf-8", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    utf8, national = (content.decode(encoding, "replace") for encoding in ("utf-8", "gb18030"))
    return min((utf8, national), key=lambda text: text.count("\ufffd"))


def layout(content: bytes) -> Layout:
    """The text as it is, line ends and blank lines included; a place for each line that is not blank.

    >>> [str(place) for place in layout("一、目标\\r\\n\\r\\n增长6%。".encode()).places]
    ['第1行', '第3行']
    """
    text = decode(content)
    places = []
    number, reached = 1, 0
    for match in _LINE.finditer(text):
        if match.group().isspace():
            continue
        number += len(_BREAK.findall(text, reached, match.start()))
        reached = match.start()
        places.append(Place(PlaceKind.LINE, number, Span(*match.span())))
    return Layout(text, tuple(places))


_BREAK = pattern(r"\r\n?|\n")
