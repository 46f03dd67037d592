"""The finds over the documents in ``golden``, as they were when someone last looked: a change shows what it changed.

After a change of grammar, look at the difference; where it is right, write the new finds with

    python tests/test_golden.py
"""

import datetime as dt
from pathlib import Path

import pytest

from policyextract import extract

HERE = Path(__file__).with_name("golden")
DAYS = {
    "report": dt.date(2023, 1, 8),
    "notice": dt.date(2022, 3, 15),
    "measures": dt.date(2023, 1, 1),
    "speech": dt.date(2021, 4, 20),
}
LETTERS = {"quantities": "q", "times": "t", "departments": "d", "slogans": "s", "commitments": "c"}
PLACE = ("id", "start", "end", "text", "part")


def lines(name: str) -> list[str]:
    """One line for each find: where it stands, what it is, and every field that is not empty."""
    data = extract(HERE.joinpath(f"{name}.txt").read_text("utf-8"), reference_date=DAYS[name]).to_dict()
    found = []
    for layer in LETTERS:
        for record in data[layer]:
            fields = " ".join(f"{key}={_plain(value)}" for key, value in record.items() if key not in PLACE and value)
            found.append((record["start"], record["end"], f"{layer}\t{record['text']}\t{fields}"))
    return [f"{start}-{stop}\t{rest}" for start, stop, rest in sorted(found)]


def _plain(value: object) -> str:
    return "|".join(map(str, value)) if isinstance(value, list) else str(value)


def expected(name: str) -> list[str]:
    """The lines that were found when someone last looked."""
    return HERE.joinpath(f"{name}.tsv").read_text("utf-8").splitlines()


@pytest.mark.parametrize("name", DAYS)
def test_same_finds_as_before(name):
    found, before = lines(name), expected(name)
    lost = [f"- {line}" for line in before if line not in set(found)]
    gained = [f"+ {line}" for line in found if line not in set(before)]
    assert not lost + gained, "\n".join(["the finds have changed; see the head of this file", *lost, *gained])
    assert found == before


def test_every_document_is_looked_at():
    assert {path.stem for path in HERE.iterdir()} == set(DAYS)


if __name__ == "__main__":
    for each in DAYS:
        HERE.joinpath(f"{each}.tsv").write_text("".join(line + "\n" for line in lines(each)), "utf-8")
