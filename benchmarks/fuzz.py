"""Fuzzing guided by coverage: whatever the bytes, every promise of an extractor holds, in time linear in the text.

    pip install atheris
    python benchmarks/fuzz.py -max_total_time=600 -max_len=4000 -timeout=10 [FOLDER]

FOLDER keeps the texts that reached something new. Bytes are read as UTF-8, with lone surrogates for what is none; a
first byte chooses between the bytes as text and the bytes as numbers of words of policy text.
"""

import datetime as dt
import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["policyextract"]):
    from policyextract import PIPELINE, extract
    from policyextract.testing import check

WORDS = [
    *'0123456789一二三四五六七八九十百千万亿两几半年月日个家次元%、，。；：（）《》“”" \n第每各前内底至比',
    *Path(__file__).parents[1].joinpath("tests", "pieces.txt").read_text("utf-8").split(),
]
DAY = dt.date(2021, 4, 12)


def text_of(data: bytes) -> str:
    """The text that some bytes stand for."""
    if data[:1] < b"\x80":
        return data[1:].decode("utf-8", "surrogateescape")
    return "".join(WORDS[byte % len(WORDS)] for byte in data[1:])


def one(data: bytes) -> None:
    """Read one text in every way."""
    text = text_of(data)
    check(PIPELINE, text)
    extract(text, reference_date=DAY).to_dict()


if __name__ == "__main__":
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()
