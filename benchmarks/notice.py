"""What would be noticed: drop alternatives of patterns and rows of word lists at random, and see who sees it.

    python -m benchmarks.notice FOLDER [--each 24] [--seed 1]

A copy of the package loses one alternative of one pattern, or one row of one list; then every find over the .txt files
of FOLDER, and every find over the lines of ``tests/corpus``, is compared with the finds of the package as it is. What
changes nothing is either not needed, or stands in no text and no test. Registers, which are taken whole from their
source, are left out: a test holds how many rows they have.
"""

import argparse
import ast
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import policyextract

_PACKAGE = Path(policyextract.__file__).parent
_CORPORA = Path(__file__).parents[1] / "tests" / "corpus"
REGISTERS = ("about/regions", "clean/script", "indicator/standards", "name/central", "name/places", "time/lunar")
"""Lists that are whole: nobody would miss one place of three thousand, and each is one."""
_DUMP = """
import sys
from datetime import date
from pathlib import Path
from policyextract import extract
for path in sorted(Path(sys.argv[1]).rglob("*.txt")):
    print("text", path.name, extract(path.read_text("utf-8", "replace")).to_json())
for path in sorted(Path(sys.argv[2]).glob("*.txt")):
    for number, line in enumerate(path.read_text("utf-8").splitlines()):
        if line and not line.startswith("#"):
            text = line.removeprefix("= ").replace("⏎", chr(10))
            print("line", path.name, number, extract(text, reference_date=date(2021, 4, 25)).to_json())
"""


def alternatives(source: str) -> Iterator[tuple[int, int]]:
    """Where the alternatives of a pattern stand, each with the ``|`` that parts it from another.

    >>> [("a|bc|(?:d|e)f"[start:stop]) for start, stop in alternatives("a|bc|(?:d|e)f")]
    ['d|', '|e', 'a|', '|bc', '|(?:d|e)f']
    """
    opened: list[list[int]] = [[0]]
    position = 0
    while position < len(source):
        sign = source[position]
        if sign == "\\":
            position += 1
        elif sign == "[":
            position = max(source.find("]", position + 2), position)
        elif sign == "(":
            body = source.find(":", position, position + 4) if source.startswith("(?", position) else position
            opened.append([max(body, position) + 1])
        elif sign == "|":
            opened[-1] += [position, position + 1]
        elif sign == ")" and len(opened) > 1:
            yield from _parts([*opened.pop(), position])
        position += 1
    yield from _parts([*opened[0], len(source)])


def _parts(edges: list[int]) -> Iterator[tuple[int, int]]:
    """From where alternatives begin and end, the stretch of each with one ``|``; none where there is only one."""
    pairs = list(zip(edges[::2], edges[1::2], strict=True))
    for number, (start, stop) in enumerate(pairs if len(pairs) > 1 else ()):
        yield (start - 1, stop) if number else (start, stop + 1)


def _patterns(path: Path) -> Iterator[tuple[int, int]]:
    """Where the alternatives of the strings of a module stand, as offsets in its bytes."""
    code = path.read_bytes()
    lines = [0]
    for line in code.splitlines(keepends=True):
        lines.append(lines[-1] + len(line))
    for node in ast.walk(ast.parse(code)):
        if not (isinstance(node, ast.Constant) and isinstance(node.value, str) and "|" in node.value):
            continue
        if node.lineno != node.end_lineno or node.end_col_offset is None:
            continue
        begin, end = lines[node.lineno - 1] + node.col_offset, lines[node.lineno - 1] + node.end_col_offset
        written = code[begin:end].decode()
        for start, stop in alternatives(written.strip("rf\"'")):
            lead = len(written) - len(written.lstrip("rf\"'"))
            yield begin + len(written[: lead + start].encode()), begin + len(written[: lead + stop].encode())


def _rows(path: Path) -> Iterator[tuple[int, int]]:
    position, header = 0, True
    for line in path.read_bytes().splitlines(keepends=True):
        if not line.startswith(b"#") and line.strip():
            if not header:
                yield position, position + len(line)
            header = False
        position += len(line)


def _finds(package: Path, folder: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", _DUMP, folder, str(_CORPORA)],
        env={**os.environ, "PYTHONPATH": str(package.parent), "PYTHONHASHSEED": "0"},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout.splitlines() if done.returncode == 0 else [f"raised {done.stderr[-200:]}"]


def _noticed(whole: list[str], found: list[str]) -> str:
    """Who sees a difference: nobody (empty), the texts, the lines, or both.

    >>> _noticed(["text a 1", "line b 1 2"], ["text a 1", "line b 1 3"])
    'line'
    """
    return " ".join(sorted({line.split(" ", 1)[0] for line in set(whole) ^ set(found)}))


def _counts(path: Path, kind: str) -> bool:
    """Whether alternatives or rows of a file are drawn: those that decide what is found."""
    if kind == "alternatives":
        return path.parts[0] in ("grammar", "reading", "duty", "marks")
    name = path.relative_to("lexicon").with_suffix("").as_posix()
    return name not in REGISTERS and path.parts[1] not in ("cli", "export")


def _sampled(kind: str, each: int, seed: int) -> list[tuple[Path, int, int]]:
    suffix, places = ("*.py", _patterns) if kind == "alternatives" else ("*.tsv", _rows)
    found = [
        (path.relative_to(_PACKAGE), *place)
        for path in sorted(_PACKAGE.rglob(suffix))
        if _counts(path.relative_to(_PACKAGE), kind)
        for place in places(path)
    ]
    return random.Random(seed).sample(found, min(each, len(found)))


def main() -> None:
    """Read the arguments, drop one after another, and print what was noticed."""
    parser = argparse.ArgumentParser("python -m benchmarks.notice", description=__doc__)
    parser.add_argument("folder")
    parser.add_argument("--each", type=int, default=24, help="how many alternatives, and how many rows")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        package = Path(place) / "policyextract"
        shutil.copytree(_PACKAGE, package)
        whole = _finds(package, options.folder)
        if whole[0].startswith("raised"):
            parser.error(whole[0])
        for kind in ("alternatives", "rows"):
            noticed = []
            for name, start, stop in _sampled(kind, options.each, options.seed):
                file = package / name
                kept = file.read_bytes()
                file.write_bytes(kept[:start] + kept[stop:])
                seen = _noticed(whole, _finds(package, options.folder))
                file.write_bytes(kept)
                noticed.append(seen)
                dropped = json.dumps(kept[start:stop].decode().strip(), ensure_ascii=False)
                print(f"{seen or 'NOBODY':9}  {name}  {dropped}", flush=True)
            print(f"{kind}: {sum(map(bool, noticed))} of {len(noticed)} noticed\n")


if __name__ == "__main__":
    main()
