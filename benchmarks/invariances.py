"""How many finds a change of the text costs that does not change what the text says.

``python -m benchmarks.invariances FOLDER`` changes every text of a folder in each of several ways, reads it before and
after, and counts the finds that are lost, or found elsewhere, or with other values. ``--show 20 wrapped`` prints some.
"""

import argparse
import datetime as dt
import random
import re
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from itertools import accumulate
from pathlib import Path
from typing import Any, NamedTuple

from policyextract import Result, extract, lexicon, parse_number

LAYERS = ("quantities", "times", "departments", "slogans", "commitments")
FIELDS = {
    "quantities": ("low", "high", "low_open", "high_open", "approximate", "unit", "role", "change", "modality"),
    "times": ("kind", "bound", "earliest", "latest", "amount", "unit", "role"),
    "departments": ("kind", "role"),
    "slogans": ("kind",),
}
"""What has to stay the same of each find, besides its place."""

Edit = tuple[int, int, str]
"""Characters of the text from, to, and what stands in their place."""
Found = tuple[str, int, int, tuple[Any, ...]]


class Changed(NamedTuple):
    """A text with a change, and where each place of the text before stands in it."""

    text: str
    places: list[int]


class Lost(NamedTuple):
    """A find of a text that its change has not, with the words around it."""

    layer: str
    words: str
    around: str


def changed(text: str, edits: Iterable[Edit]) -> Changed:
    """A text after edits, which are in order and do not overlap."""
    parts, sizes, reached = [], [0] * (len(text) + 1), 0
    for start, stop, instead in edits:
        parts += [text[reached:start], instead]
        sizes[stop] += len(instead) - (stop - start)
        reached = stop
    places = [place + moved for place, moved in enumerate(accumulate(sizes))]
    return Changed("".join([*parts, text[reached:]]), places)


def _each(pattern: str, instead: Callable[[re.Match[str]], str] | str, text: str) -> Iterator[Edit]:
    for match in re.finditer(pattern, text):
        yield match.start(), match.end(), instead if isinstance(instead, str) else instead(match)


def _signs(signs: dict[str, str], text: str) -> Iterator[Edit]:
    return _each(f"[{re.escape(''.join(signs))}]", lambda match: signs[match.group()], text)


def _wrapped(text: str) -> Iterator[Edit]:
    """A break somewhere in every line of forty characters or more, as a page of that width has it."""
    source = random.Random(len(text))
    for match in re.finditer(r"[^\n]{40,}", text):
        place = match.start() + source.randrange(20, match.end() - match.start() - 10)
        if not re.match(r"(?<=[0-9A-Za-z.])[0-9A-Za-z.%]|\s", text[place:]) and text[place - 1] not in " \u3000\r":
            yield place, place, "\n"


@cache
def _counties() -> tuple[dict[str, str], "re.Pattern[str]"]:
    """Counties by name, each with another that is as long; and the pattern of them."""
    names = [
        name for name, code in lexicon.rows("name/places") if len(code) == 6 and name[-1] in "县区" and len(name) > 2
    ]
    by_build: dict[tuple[int, str], list[str]] = {}
    for name in names:
        by_build.setdefault((len(name), name[-1]), []).append(name)
    others = {
        one: other for group in by_build.values() for one, other in zip(group, [*group[1:], group[0]], strict=True)
    }
    return others, re.compile(lexicon.alternation(tuple(names)))


def _other_county(text: str) -> Iterator[Edit]:
    others, pattern = _counties()
    return ((match.start(), match.end(), others[match.group()]) for match in pattern.finditer(text))


UNKNOWN = {2: "岚川", 3: "云岫岭", 4: "霁月桃源"}
"""Names of places that there are not."""


def _unknown_county(text: str) -> Iterator[Edit]:
    _, pattern = _counties()
    for match in pattern.finditer(text):
        name = match.group()
        yield match.start(), match.end() - 1, UNKNOWN.get(len(name) - 1, "岚川")


def _arabic(text: str) -> Iterator[Edit]:
    """Chinese numerals before a measure word or a unit, as figures."""
    digits = "零一二三四五六七八九十百千"
    units = "个百分点|个工作日|个月|公里|万元|亿元|年内|天内|日内|万人"
    pattern = f'(?<![第初数几每周星期〇两万亿点之0-9“"{digits}])[两{digits[1:]}][{digits}]{{0,6}}(?={units})'
    return _each(pattern, lambda match: str(parse_number(match.group())), text)


HALF = dict(zip("，；：（）！？", ",;:()!?", strict=True))
WIDE = {chr(code): chr(code + 0xFEE0) for code in (*range(ord("0"), ord("9") + 1), ord("%"))}
UNRELATED = "天上飘着几朵白云，河边的柳树绿了。\n"

CHANGES: dict[str, Callable[[str], Iterable[Edit]]] = {
    "an unrelated sentence before": lambda text: [(0, 0, UNRELATED)],
    "an unrelated sentence after": lambda text: [(len(text), len(text), "\n" + UNRELATED)],
    "a line broken anywhere": _wrapped,
    "no-break spaces for spaces": partial(_each, " ", "\u00a0"),
    "「」 for “”": partial(_signs, {"“": "「", "”": "」"}),
    "half-width punctuation": partial(_signs, HALF),
    "another county": _other_county,
    "an unknown county": _unknown_county,
    "Arabic for Chinese numerals": _arabic,
    "CRLF for LF": partial(_each, r"(?<!\r)\n", "\r\n"),
    "a byte order mark": lambda text: [(0, 0, "\ufeff")],
    "full-width digits": partial(_signs, WIDE),
    "an en dash for an em dash": partial(_each, "(?<=[0-9%])—(?=[0-9])", "–"),
}
JOINED = "two documents joined"


def _finds(
    result: Result, places: list[int] | None, skip: frozenset[str] = frozenset()
) -> dict[Found, tuple[int, int]]:
    """The finds, by layer, place and values, with their own places; commitments by those of their members."""
    data = result.to_dict()
    found, ids = {}, {}

    def at(row: dict[str, Any]) -> tuple[int, int]:
        return (row["start"], row["end"]) if places is None else (places[row["start"]], places[row["end"] - 1] + 1)

    for layer in LAYERS[:-1]:
        for row in data[layer]:
            values = tuple(row[field] for field in FIELDS[layer] if field not in skip)
            start, end = ids[row["id"]] = at(row)
            found[layer, start, end, values] = (row["start"], row["end"])
    for row in data["commitments"]:
        members = sorted(ids[name] for kind in ("departments", "targets", "times") for name in row[kind])
        found["commitments", 0, 0, tuple(members)] = (row["start"], row["end"])
    return found


def _lost(text: str, before: dict[Found, tuple[int, int]], after: Iterable[Found]) -> list[Lost]:
    rest = set(after)
    return [
        Lost(key[0], text[start:stop], text[max(0, start - 25) : stop + 25].replace("\n", "⏎"))
        for key, (start, stop) in before.items()
        if key not in rest
    ]


Counted = dict[str, tuple[dict[str, int], list[Lost]]]


def _count(before: dict[Found, tuple[int, int]]) -> dict[str, int]:
    return {layer: sum(key[0] == layer for key in before) for layer in LAYERS}


def compare(pair: tuple[str, str]) -> Counted:
    """For each change: how many finds a text has, and which are lost; a second text is joined to it."""
    text, other = pair
    result = extract(text)
    day = result.reference_date
    counted: Counted = {}
    for name, change in CHANGES.items():
        after = changed(text, change(text))
        if after.text != text:
            known = _finds(result, after.places)
            now = _finds(extract(after.text, reference_date=day), None) if day else _finds(extract(after.text), None)
            counted[name] = (_count(known), _lost(text, known, now))
    counted[JOINED] = _joined(text, other, day)
    return counted


def _joined(text: str, other: str, day: dt.date | None) -> tuple[dict[str, int], list[Lost]]:
    """What either text loses where the other stands before or after it; of days none, for each may state its own."""
    days = frozenset(("earliest", "latest"))
    behind = len(text) + 1
    both = _finds(extract(f"{text}\n{other}", reference_date=day), None, days)
    lost, counts = [], dict.fromkeys(LAYERS, 0)
    for one, start in ((text, 0), (other, behind)):
        known = _finds(extract(one, reference_date=day), [place + start for place in range(len(one) + 1)], days)
        lost += _lost(one, known, both)
        counts = {layer: counts[layer] + count for layer, count in _count(known).items()}
    return counts, lost


def table(folder: str, most: int) -> dict[str, tuple[dict[str, int], list[Lost]]]:
    """The finds and the losses of all texts of a folder, by change."""
    texts = [file.read_bytes().decode("utf-8", "replace") for file in sorted(Path(folder).rglob("*.txt"))][:most]
    whole: dict[str, tuple[dict[str, int], list[Lost]]] = {}
    with ProcessPoolExecutor() as pool:
        for counted in pool.map(compare, zip(texts, [*texts[1:], texts[0]], strict=True), chunksize=2):
            for name, (counts, lost) in counted.items():
                known, losses = whole.setdefault(name, (dict.fromkeys(LAYERS, 0), []))
                known.update({layer: known[layer] + counts[layer] for layer in LAYERS})
                losses += lost
    return whole


def main() -> None:
    """Print the table, or some of what a change loses."""
    arguments = argparse.ArgumentParser("python -m benchmarks.invariances", description=__doc__)
    arguments.add_argument("folder")
    arguments.add_argument("--most", type=int, default=1000, help="texts at most")
    arguments.add_argument("--show", nargs=2, metavar=("COUNT", "CHANGE"), help="some losses of the changes so named")
    options = arguments.parse_args()
    whole = table(options.folder, options.most)
    print(f"| finds lost or changed, % | all | {' | '.join(LAYERS)} |\n|---|{'---|' * (len(LAYERS) + 1)}")
    for name, (counts, lost) in whole.items():
        rates = [
            100
            * len([one for one in lost if layer in ("", one.layer)])
            / max(1, counts.get(layer, sum(counts.values())))
            for layer in ("", *LAYERS)
        ]
        print(f"| {name} | {' | '.join(f'{rate:.2f}' for rate in rates)} |")
    if options.show:
        chosen = [one for name, (_, lost) in whole.items() if options.show[1] in name for one in lost]
        for one in random.Random(1).sample(chosen, min(int(options.show[0]), len(chosen))):
            print(f"{one.layer}\t{' '.join(one.words.split())[:40]}\t{one.around}")


if __name__ == "__main__":
    main()
