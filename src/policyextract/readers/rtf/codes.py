"""Bytes of RTF as characters: by the character set of the font, else by the code page of the file."""

import codecs

from policyextract.readers.signs import sign
from policyextract.text.pattern import pattern

_SETS = {
    77: 10000, 128: 932, 129: 949, 130: 1361, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258, 177: 1255, 178: 1256,
    186: 1257, 204: 1251, 222: 874, 238: 1250, 254: 437, 255: 850,
}  # fmt: skip
"""The code pages of the character sets of Windows (RTF 1.9.1, Font Table)."""
_NAMES = {936: "gb18030", 54936: "gb18030", 65001: "utf-8", 10000: "mac_roman", 10008: "gb18030", 1361: "johab"}
_DOUBLE = frozenset((932, 936, 949, 950, 54936))
_PAIRS = pattern("(?:[\x00-\x7f]|[\xa1-\xfe][\xa1-\xfe])*")
_WESTERN, _SYMBOLS = 0, 2
WINDOWS = 1252


def decoded(signs: str, charset: int | None, page: int) -> str:
    r"""Bytes, each as the sign of its number, as characters.

    Many programs write Chinese in a font that says it is Western: bytes that make pairs are Chinese all the same.

    >>> decoded("\xd4\xf6\xb3\xa4", 134, 1252), decoded("\xd4\xf6\xb3\xa4", 0, 936), decoded("\x93a\x94", 0, 936)
    ('增长', '增长', '“a”')
    >>> decoded("\xfe\xa8", 2, 936), decoded("\xd4\xf6", None, 936)
    ('☑□', '增')
    """
    if signs.isascii() and charset != _SYMBOLS:
        return signs
    if charset == _SYMBOLS:
        return "".join(sign(0xF000 + ord(one)) if one > " " else one for one in signs)
    if charset == _WESTERN:
        page = page if page in _DOUBLE and _PAIRS.fullmatch(signs) else WINDOWS
    else:
        page = _SETS.get(charset or 0, page)
    content = signs.encode("latin-1")
    try:
        return content.decode(_name(page))
    except UnicodeDecodeError:
        return content.decode(_name(page), "replace")


def _name(page: int) -> str:
    name = _NAMES.get(page, f"cp{page}")
    try:
        codecs.lookup(name)
    except LookupError:
        return f"cp{WINDOWS}"
    return name
