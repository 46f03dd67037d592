"""Carriers: sentences with a slot (＿), in which a word of a list makes a difference.

``corpus/carriers.tsv`` has a list and use, a carrier, a word for its slot that the list has not, what is read, and how
many words of the list give this. Where no such word is named, it is a nonce. A reading is a layer, a field with its
value, and the words of the find, in which the slot stands for itself; behind ``-`` stands what is read with the other
word only.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from policyextract import extract, lexicon

SLOT, NONCE = "＿", "彧"
FILE = Path(__file__).parent / "corpus" / "carriers.tsv"
TODAY = dt.date(2021, 4, 25)
_BREAK = "\n\n"
_PATTERN = frozenset("\\([{|?*.")
_AT_ONCE = 20  # lines that are read as one text
_ASIDE = frozenset(("id", "start", "end", "text", "part", "departments", "targets", "times"))
_LAYERS = ("quantities", "times", "departments", "slogans", "commitments", "qualitative_targets")


class Carrier(NamedTuple):
    """A sentence for the words of one use of one list, and what is read in it."""

    uses: str
    sentence: str
    other: str
    reading: str
    count: int


@cache
def carriers(path: Path = FILE) -> tuple[Carrier, ...]:
    """The carriers of the file, in its order."""
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines() if line and line[0] != "#"][1:]
    return tuple(
        Carrier(uses, sentence.replace("⏎", "\n").replace("⇥", "\t"), other, reading, int(count))
        for uses, sentence, other, reading, count in rows
    )


def words_of(uses: str) -> tuple[str, ...]:
    """The words of a list, or of those of its rows whose next cells are as named: ``part/roles before lead``.

    A row that is a pattern, and no word, is left out.
    """
    name, *cells = uses.split(" ")
    found = (row[0] for row in lexicon.rows(name) if list(row[1 : 1 + len(cells)]) == cells)
    return tuple(dict.fromkeys(word for word in found if _PATTERN.isdisjoint(word)))


def read(sentence: str, words: Sequence[str], at_once: int = _AT_ONCE) -> Iterator[frozenset[str]]:
    """What is read in a sentence with each of some words; so many of them are read as one text."""
    for start in range(0, len(words), at_once):
        some = words[start : start + at_once]
        yield from _read(sentence, some)


def _read(sentence: str, words: Sequence[str]) -> Iterator[frozenset[str]]:
    lines = [sentence.replace(SLOT, word) for word in words]
    slot = sentence.index(SLOT) if sentence.count(SLOT) == 1 else -1
    result = extract(_BREAK.join(lines), reference_date=TODAY).to_dict()
    finds = sorted(
        ((find["start"], find["end"], layer, find) for layer in _LAYERS for find in result[layer]),
        key=lambda found: found[0],
    )
    position, start = 0, 0
    for line, word in zip(lines, words, strict=True):
        stop, held = start + len(line), []
        while position < len(finds) and finds[position][0] < stop:
            held.append(finds[position])
            position += 1
        places = (start + slot, start + slot + len(word)) if slot >= 0 else None
        about = {f"about {key}={value}".replace(word, SLOT) for key, value in result["about"].items() if value}
        yield frozenset(item for found in held for item in _items(*found, places, word)) | about
        start = stop + len(_BREAK)


def _items(
    start: int, stop: int, layer: str, find: dict[str, Any], slot: tuple[int, int] | None, word: str
) -> Iterator[str]:
    text = find["text"]
    if slot is None:
        text = text.replace(word, SLOT)
    elif start <= slot[0] and slot[1] <= stop:
        text = text[: slot[0] - start] + SLOT + text[slot[1] - start :]
    text = text.replace("\n", "⏎").replace("\t", "⇥")
    yield f"{layer} {text}"
    for field, value in find.items():
        if field not in _ASIDE and value not in (None, "", False, [], ()):
            yield f"{layer} {field}={str(value).replace(word, SLOT)} {text}"


def _reads(carrier: Carrier, words: Sequence[str]) -> Iterator[frozenset[str]]:
    """A text that is read for what it is about holds one word."""
    return read(carrier.sentence, words, 1 if "about " in carrier.reading else _AT_ONCE)


def others(carrier: Carrier, words: Sequence[str]) -> dict[str, frozenset[str]]:
    """What is read with the other word in place of each of some words: a nonce word is as long as the word is."""
    plain = {size: carrier.other or NONCE * size for size in {len(word) for word in words}}
    found = dict(zip(plain, _reads(carrier, tuple(plain.values())), strict=True))
    return {word: found[len(word)] for word in words}


def gives(carrier: Carrier) -> list[str]:
    """The words of its list that give the reading of a carrier where the other word does not."""
    words = words_of(carrier.uses)
    wanted, absent = carrier.reading.removeprefix("-"), carrier.reading.startswith("-")
    plain = others(carrier, words)
    return [
        word
        for word, found in zip(words, _reads(carrier, words), strict=True)
        if (wanted in found) is not absent and (wanted in plain[word]) is absent
    ]
