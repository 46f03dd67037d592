"""Text whose encoding was mistaken before it came here: it is told, and never mended.

A line is such a text where its characters, put back to the bytes that they were read from, are UTF-8 (``鈥滀竴缃`` and
``ï¼Œ`` were ``“一网`` and ``，``). In Chinese that was read rightly these bytes hardly ever make a character, and
never a few in a row, so no list of odd characters is needed. ``锟斤拷`` is what two losses look like, read as GBK.
"""

from collections.abc import Callable, Iterator

from policyextract.text.pattern import pattern

_RUN = pattern("(?:(?!\xef\xbf\xbd)[\xe2-\xef][\x80-\xbf][\x80-\xbf]){3,}")
_HIGH = pattern("[\x80-\U0010ffff]+")
_LOSS = "锟斤拷"
_SHOWN = 8
_WINDOWS = {ord(bytes([code]).decode("cp1252", "replace")): code for code in range(0x80, 0xA0)}
"""Where Windows differs from Latin-1; what it has no sign for stands as U+FFFD."""


def told(text: str) -> tuple[str, ...]:
    """What of a text is no text, since its encoding was mistaken before: in words, one for each mistake.

    >>> told("浜屻€佺‘淇濈綉涓婂彲鍔炵巼杈惧埌90%")
    ('1 line that is UTF-8 read as GBK (浜屻€佺‘淇濈綉…); get it again from where it is right',)
    >>> told("二、确保网上可办率达到90%")
    ()
    """
    return tuple(_told(text))


def _told(text: str) -> Iterator[str]:
    lines = text.split("\n")
    mistakes: tuple[tuple[str, Callable[[str], bool]], ...] = (
        ("is UTF-8 read as GBK", lambda line: _is_mostly_utf8(_bytes_of_gbk(line))),
        ("is UTF-8 read as Latin-1", lambda line: _is_mostly_utf8(line.translate(_WINDOWS))),
        ("has lost its characters", _is_lost),
    )
    for mistake, is_mistaken in mistakes:
        found = [line.strip() for line in lines if not line.isascii() and is_mistaken(line)]
        if found:
            count = f"{len(found)} lines that {_plural(mistake)}" if len(found) > 1 else f"1 line that {mistake}"
            yield f"{count} ({found[0][:_SHOWN]}…); get it again from where it is right"


def _plural(mistake: str) -> str:
    return mistake.replace("is ", "are ", 1).replace("has lost its", "have lost their", 1)


def _bytes_of_gbk(line: str) -> str:
    """The bytes of a line in GBK, each as the character of its number; Windows reads the byte 80 as a euro sign."""
    return "\x80".join(part.encode("gb18030", "replace").decode("latin-1") for part in line.split("€"))


def _is_mostly_utf8(line: str) -> bool:
    """Whether half of what is not ASCII are characters of UTF-8, a few in a row."""
    covered = sum(len(match.group()) for match in _RUN.finditer(line))
    return covered > 0 and 2 * covered >= sum(len(match.group()) for match in _HIGH.finditer(line))


def _is_lost(line: str) -> bool:
    """Whether the signs of loss are dense: two of them, or a quarter of the line."""
    count = line.count(_LOSS)
    return count > 1 or 4 * len(_LOSS) * count >= len(line.strip()) > 0
