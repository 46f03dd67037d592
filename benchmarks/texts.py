"""The texts that are measured: the seed document, texts of a given length made of it, random text, a folder."""

import random
from collections.abc import Iterator
from pathlib import Path

from policyextract import lexicon

SEED = Path(__file__).parents[1] / "seeds" / "000_332db4b73ec3ed6e.txt"
PUNCTUATION = "，。；：、！？“”（）《》,.;:%\n"


def seed() -> str:
    """The document that the project began from: speeches of 2021, as found on a page."""
    return SEED.read_bytes().decode("utf-8")


def policy(length: int) -> str:
    """Policy text of a given length: the seed document, again and again."""
    text = seed()
    return (text * (length // len(text) + 1))[:length]


def noise(length: int) -> str:
    """Random Chinese characters, digits and punctuation of a given length; always the same."""
    source = random.Random(8)
    han = [chr(code) for code in range(0x4E00, 0x9FA6)]
    kinds = (han, "0123456789", "一二三四五六七八九十百千万亿", PUNCTUATION)
    chosen = source.choices(kinds, weights=(70, 12, 8, 10), k=length)
    return "".join(map(source.choice, chosen))


def folder(path: str) -> list[str]:
    """The text files under a folder, in the order of their names."""
    return [file.read_bytes().decode("utf-8") for file in sorted(Path(path).rglob("*.txt"))]


def lexicon_words() -> Iterator[str]:
    """Every word of every lexicon, once, list by list."""
    lists = Path(lexicon.__file__).parent
    names = (file.relative_to(lists).with_suffix("").as_posix() for file in sorted(lists.rglob("*.tsv")))
    return iter(dict.fromkeys(word for name in names for word in lexicon.words(name) if word))


def repeated(word: str, length: int) -> str:
    """A word again and again, to a length."""
    return (word * (length // len(word) + 1))[:length]
