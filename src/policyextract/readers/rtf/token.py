"""The words of RTF: groups, control words and signs, text; data in binary is passed over (RTF 1.9.1, Conventions)."""

from collections.abc import Iterator
from typing import NamedTuple

from policyextract.text.pattern import pattern

_TOKEN = pattern(
    r"""\\(?:([A-Za-z]{1,32})(-?[0-9]{1,10})?[ ]?  # a control word and its number: \fs28
    |'([0-9A-Fa-f]{2})                             # a byte: \'d4
    |(.))                                          # a control sign: \~
    |([{}])                                        # the begin or end of a group
    |([^\\{}\r\n]+)                                # text
    |[\r\n]+""",
    64 | 16,
)


class Token(NamedTuple):
    """A word of RTF: one of these is there.

    Attributes:
        word: a control word, with its number if it has one.
        text: text of one byte for each sign, of a byte in figures too.
        sign: a control sign, or the begin or end of a group.
    """

    word: str = ""
    number: int | None = None
    text: str = ""
    sign: str = ""


def tokens(content: bytes) -> Iterator[Token]:
    r"""The words of a file; a sign that begins none is passed over.

    >>> [token.word or token.text or token.sign for token in tokens(b"{\\b a\\'41\\bin2 }}\\~}")]
    ['{', 'b', 'a', 'A', '~', '}']
    """
    told = content.decode("latin-1")
    at = 0
    while at < len(told):
        match = _TOKEN.match(told, at)
        if match is None:
            at += 1
            continue
        at = match.end()
        word, number, code, control, group, text = match.groups()
        if word == "bin":
            at += max(int(number or 0), 0)
        elif word:
            yield Token(word, None if number is None else int(number))
        elif code or text:
            yield Token(text=chr(int(code, 16)) if code else text)
        elif control or group:
            yield Token(sign=_CONTROL + control if control in _GROUPS else control or group)


_GROUPS, _CONTROL = ("{", "}"), "\\"
