"""Words as data: one ``.tsv`` a list, read at first use.

A list has a first line that names its columns; lines that begin with ``#`` say where the words come from.
"""

import re
from functools import cache


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of the list ``name``, without its header; a cell that is left out at the end of a row is empty.

    >>> all(len(row) == len(rows("clean/boilerplate")[0]) for row in rows("clean/boilerplate"))
    True

    Raises:
        FileNotFoundError: if there is no such list.
        ValueError: if a row has more cells than the header.
    """
    import pkgutil

    data = pkgutil.get_data(__name__, f"{name}.tsv") or b""
    lines = data.decode("utf-8").splitlines()
    table = [tuple(line.split("\t")) for line in lines if line and not line.startswith("#")]
    header, *body = table
    width = len(header)
    for place, row in enumerate(body):
        if len(row) > width:
            raise ValueError(f"lexicon {name}: {row} has more cells than the header {header}")
        if len(row) < width:
            body[place] = row + ("",) * (width - len(row))
    return tuple(body)


@cache
def words(name: str) -> tuple[str, ...]:
    """The first column of the list ``name``, in its order."""
    return tuple(row[0] for row in rows(name))


@cache
def select(name: str, kind: str) -> tuple[str, ...]:
    """The words of the list ``name`` whose second column is ``kind``, in the order of the list."""
    return tuple([row[0] for row in _by_kind(name).get(kind, ())])


@cache
def _by_kind(name: str) -> dict[str, list[tuple[str, ...]]]:
    """The rows of the list ``name`` by their second column."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for row in rows(name):
        found.setdefault(row[1], []).append(row)
    return found


@cache
def mapping(name: str) -> dict[str, str]:
    """The first column of the list ``name`` to its second; not to be changed."""
    return {row[0]: row[1] for row in rows(name)}


@cache
def pairs(name: str, kind: str) -> dict[str, str]:
    """The second column of the list ``name`` to its third, of the rows whose first is ``kind``; not to be changed.

    >>> pairs("export/members", "TimeRole")
    {'limit': '时限', 'reference': '参照时间'}
    """
    return {row[1]: row[2] for row in rows(name) if row[0] == kind}


def alternation(choices: tuple[str, ...]) -> str:
    """A pattern that matches any of the words, the longest first; words with one first character share it.

    >>> alternation(("以上", "以", "内"))
    '(?:以(?:上|)|内)'
    """
    heads: dict[str, list[str]] = {}
    for word in sorted(set(choices), key=lambda word: (-len(word), word)):
        heads.setdefault(word[:1], []).append(re.escape(word[1:]))
    return f"(?:{'|'.join(_shared(re.escape(head), tails) for head, tails in heads.items())})"


def _shared(head: str, tails: list[str]) -> str:
    """Words with one first character as a pattern; tails of one character each would make a class, which costs
    more to compile than it saves."""
    apart = len(tails) == 1 or all(len(tail) == 1 for tail in tails)
    return "|".join(head + tail for tail in tails) if apart else f"{head}(?:{'|'.join(tails)})"


@cache
def named(name: str) -> str:
    """A pattern for the words of one use in one room: ``day.adopted``, those in the list ``day/words``.

    A third cell of a row, ``unless``, is a pattern of what follows that makes its word another one.

    >>> named("day.adopted")
    '(?:修正|修订|公布|发布|通过)'

    Raises:
        KeyError: if no word has this use.
    """
    room, use = name.split(".")
    found = [(word, *others, "") for word, _, *others in _by_kind(f"{room}/words").get(use, ())]
    if not found:
        raise KeyError(name)
    if not any(unless for _, unless, *_ in found):
        return alternation(tuple(word for word, *_ in found))
    found.sort(key=lambda row: -len(row[0]))
    return f"(?:{'|'.join(re.escape(word) + (f'(?!{unless})' if unless else '') for word, unless, *_ in found)})"


def expanded(source: str) -> str:
    r"""A pattern with its named lists in full.

    >>> expanded(r"\L<day.adopted>。")
    '(?:修正|修订|公布|发布|通过)。'
    """
    return re.sub(r"\\L<([a-z.-]+)>", lambda match: named(match[1]), source)
