"""How well a folder of annotated documents is read: precision, recall and full records, layer by layer.

    python -m benchmarks.quality FOLDER [--misses N]

For each NAME.txt in the folder there is a NAME.json in the shape of the annotation guide (docs/annotation.md). Spans
are matched one to one, best overlap first, where they share at least half of their union. "exact" counts equal spans,
"record" matches whose fields are all right. Figures of several documents are summed before dividing.
"""

import argparse
import datetime as dt
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

from policyextract import extract

Row = Mapping[str, Any]
QUANTITY = ("low", "high", "low_open", "high_open", "approximate", "unit")
TIME = ("kind", "bound", "earliest", "latest", "amount", "unit")


class View(NamedTuple):
    """What one line of the table is about: a layer, which of its rows, and the fields of a full record."""

    layer: str
    keep: Callable[[Row], bool]
    fields: Sequence[str]


VIEWS = {
    "quantities": View("quantities", lambda row: True, QUANTITY),
    "targets": View("quantities", lambda row: row["role"] == "target", (*QUANTITY, "change", "modality")),
    "achieved": View("quantities", lambda row: row["role"] == "achieved", (*QUANTITY, "change")),
    "times": View("times", lambda row: True, TIME),
    "time limits": View("times", lambda row: row["role"] == "limit", TIME),
    "departments": View("departments", lambda row: True, ("kind",)),
    "responsible departments": View("departments", lambda row: row["role"] != "none", ("kind", "role")),
    "slogans": View("slogans", lambda row: True, ("kind",)),
}
MEMBERS = {"departments": "departments", "targets": "quantities", "times": "times"}


class Score(NamedTuple):
    """Counts of one line of the table."""

    gold: int = 0
    found: int = 0
    matched: int = 0
    exact: int = 0
    full: int = 0

    def plus(self, other: "Score") -> "Score":
        """Both together."""
        return Score(*(mine + theirs for mine, theirs in zip(self, other, strict=True)))

    def f1(self, right: int) -> float:
        """The harmonic mean of precision and recall, for so many right ones."""
        return 2 * right / (self.gold + self.found) if self.gold + self.found else 1.0

    def cells(self) -> str:
        """Precision, recall, F1, and F1 of exact spans and full records."""
        precision = self.matched / self.found if self.found else float(not self.gold)
        recall = self.matched / self.gold if self.gold else float(not self.found)
        values = (precision, recall, self.f1(self.matched), self.f1(self.exact), self.f1(self.full))
        return f"{self.gold:6}{self.found:6}" + "".join(f"{value:8.3f}" for value in values)


def same(field: str, one: Any, other: Any) -> bool:
    """Whether two values of a field say the same; numbers by value."""
    if field in ("low", "high", "amount"):
        return (one and Fraction(one)) == (other and Fraction(other))
    return (one or None) == (other or None)


def pairs(gold: Sequence[Row], found: Sequence[Row]) -> Iterator[tuple[int, int]]:
    """Which found row matches which annotated one, by index."""
    scored = []
    for i, one in enumerate(gold):
        for j, other in enumerate(found):
            shared = min(one["end"], other["end"]) - max(one["start"], other["start"])
            union = max(one["end"], other["end"]) - min(one["start"], other["start"])
            if 2 * shared >= union:
                scored.append((-shared / union, one["start"], i, j))
    taken: tuple[set[int], set[int]] = (set(), set())
    for *_, i, j in sorted(scored):
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            yield i, j


def score(view: View, gold: Row, found: Row, notes: list[str]) -> Score:
    """One line of the table for one document; what differs is noted."""
    wanted = [row for row in gold[view.layer] if view.keep(row)]
    given = [row for row in found[view.layer] if view.keep(row)]
    exact = full = 0
    matched = list(pairs(wanted, given))
    for i, j in matched:
        one, other = wanted[i], given[j]
        wrong = [field for field in view.fields if not same(field, one[field], other[field])]
        exact += (one["start"], one["end"]) == (other["start"], other["end"])
        full += not wrong
        notes += (f"{one['text']}: {field} is {one[field]!r}, read {other[field]!r}" for field in wrong)
    left, right = {i for i, _ in matched}, {j for _, j in matched}
    notes += (f"{row['text']}: missed" for i, row in enumerate(wanted) if i not in left)
    notes += (f"{row['text']}: not in the annotation" for j, row in enumerate(given) if j not in right)
    return Score(len(wanted), len(given), len(matched), exact, full)


def link_score(gold: Row, found: Row) -> Score:
    """Pairs of members of one commitment, from two layers."""
    names = {row["id"]: row["id"] for layer in MEMBERS.values() for row in gold[layer]}
    other_names = {row["id"]: f"?{row['id']}" for layer in MEMBERS.values() for row in found[layer]}
    for layer in MEMBERS.values():
        for i, j in pairs(gold[layer], found[layer]):
            other_names[found[layer][j]["id"]] = gold[layer][i]["id"]
    wanted, given = _links(gold, names), _links(found, other_names)
    right = len(wanted & given)
    return Score(len(wanted), len(given), right, right, right)


def _links(result: Row, names: Mapping[str, str]) -> set[tuple[str, str]]:
    links = set()
    for commitment in result["commitments"]:
        groups = [[names[id_] for id_ in commitment[key] if id_ in names] for key in MEMBERS]
        for number, group in enumerate(groups):
            links |= {(one, other) for later in groups[number + 1 :] for one in group for other in later}
    return links


def documents(folder: Path) -> Iterator[tuple[str, Row, Row]]:
    """Name, annotation and reading of each document."""
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text("utf-8"))
        text = path.with_suffix(".txt").read_bytes().decode("utf-8")
        day = gold["reference_date"] and dt.date.fromisoformat(gold["reference_date"])
        yield path.stem, gold, extract(text, reference_date=day).to_dict()


def main() -> None:
    """Read the arguments, measure, and print."""
    arguments = argparse.ArgumentParser("python -m benchmarks.quality", description=__doc__.partition("\n")[0])
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--misses", type=int, default=0, help="list up to so many differences of each layer")
    options = arguments.parse_args()
    read = list(documents(options.folder))
    print(f"{len(read)} documents, {sum(gold['length'] for _, gold, _ in read):,} characters")
    print(f"{'':24}{'gold':>6}{'found':>6}{'P':>8}{'R':>8}{'F1':>8}{'exact':>8}{'record':>8}")
    for name, view in VIEWS.items():
        notes: list[str] = []
        total = Score()
        for _, gold, found in read:
            total = total.plus(score(view, gold, found, notes))
        print(f"{name:24}{total.cells()}")
        print("".join(f"    {note}\n" for note in notes[: options.misses]), end="")
    total = Score()
    for _, gold, found in read:
        total = total.plus(link_score(gold, found))
    print(f"{'commitment links':24}{total.cells()}")


if __name__ == "__main__":
    main()
