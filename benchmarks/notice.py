"""What would be noticed: drop alternatives of patterns and rows of word lists at random, and see who sees it.

    python -m benchmarks.notice FOLDER [--each 24] [--seed 1] [--tests]

A copy of the package loses one alternative of one pattern, or one row of one list; then every find over the .txt files
of FOLDER is compared with the finds of the package as it is, and with ``--tests`` the corpus tests are run. What
changes nothing is either not needed, or stands in no text and no test.
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
_LAYERS = ("commitments", "departments", "passages", "quantities", "slogans", "targets", "times", "timings")
_CORPORA = tuple(f"tests/test_{layer}.py" for layer in _LAYERS)
_DUMP = """
import sys
from pathlib import Path
from policyextract import extract
for path in sorted(Path(sys.argv[1]).rglob("*.txt")):
    print(path.name, extract(path.read_text("utf-8", "replace")).to_json())
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


def _finds(package: Path, folder: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", _DUMP, folder],
        env={**os.environ, "PYTHONPATH": str(package.parent)},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout if done.returncode == 0 else f"raised: {done.stderr[-200:]}"


def _tested(package: Path) -> bool:
    """Whether a corpus test fails on a package."""
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *_CORPORA]
    env = {**os.environ, "PYTHONPATH": str(package.parent)}
    return subprocess.run(command, env=env, capture_output=True, check=False).returncode != 0


def _sampled(kind: str, each: int, seed: int) -> list[tuple[Path, int, int]]:
    suffix, places = ("*.py", _patterns) if kind == "alternatives" else ("*.tsv", _rows)
    found = [
        (path.relative_to(_PACKAGE), *place)
        for path in sorted(_PACKAGE.rglob(suffix))
        if kind != "alternatives" or path.relative_to(_PACKAGE).parts[0] in ("grammar", "reading", "duty", "marks")
        for place in places(path)
    ]
    return random.Random(seed).sample(found, min(each, len(found)))


def main() -> None:
    """Read the arguments, drop one after another, and print what was noticed."""
    parser = argparse.ArgumentParser("python -m benchmarks.notice", description=__doc__)
    parser.add_argument("folder")
    parser.add_argument("--each", type=int, default=24, help="how many alternatives, and how many rows")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--tests", action="store_true", help="run the corpus tests, too")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        package = Path(place) / "policyextract"
        shutil.copytree(_PACKAGE, package)
        whole = _finds(package, options.folder)
        for kind in ("alternatives", "rows"):
            noticed = []
            for name, start, stop in _sampled(kind, options.each, options.seed):
                file = package / name
                kept = file.read_bytes()
                file.write_bytes(kept[:start] + kept[stop:])
                seen = _finds(package, options.folder) != whole or (options.tests and _tested(package))
                file.write_bytes(kept)
                noticed.append(seen)
                dropped = json.dumps(kept[start:stop].decode().strip(), ensure_ascii=False)
                print(f"{'noticed' if seen else 'NOT    '}  {name}  {dropped}")
            print(f"{kind}: {sum(noticed)} of {len(noticed)} noticed\n")


if __name__ == "__main__":
    main()
