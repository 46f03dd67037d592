"""What would be noticed: drop alternatives of patterns and rows of word lists at random, and see who sees it.

    python -m benchmarks.notice FOLDER [--each 24] [--seed 1]

A copy of the package loses one alternative of one pattern, or one row of one list; then the finds of the texts that
hold its words, of the .txt files of FOLDER and of the lines of ``tests/corpus``, are compared with those of the package
as it is. Lines are those of the corpora, of ``ways.tsv``, and each carrier of ``carriers.tsv`` with one of its words; a
row is looked for in the carriers of its own use first, with its word in them. What is short is read as a quantity and
as a time by itself, too. What changes nothing is either not needed, or stands in no text and no test. Registers, which
are taken whole from their source, are left out: a test holds how many rows they have.
"""

import argparse
import ast
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.carriers import SLOT, carriers, gives, words_of

import policyextract

_PACKAGE = Path(policyextract.__file__).parent
_CORPORA = Path(__file__).parents[1] / "tests" / "corpus"
_WAYS = _CORPORA / "ways.tsv"
REGISTERS = ("about/regions", "clean/script", "name/places", "time/lunar")
"""Lists that are whole: nobody would miss one place of three thousand, and each is one."""
_MOST = 400  # texts that are read for one word
_HAN = re.compile("[一-鿿]+")
_CLASS = re.compile(r"\[\^?[^\]]*\]")
_MARK = re.compile(r"\[([^\[\]|]*)\|[^\[\]]*\]|【([^【】]*)】")  # what a line of a corpus expects of its words
_MAY_LACK = re.compile(r"\(\?<?![^()]*\)|\([^()]*\)[?*]|[^()\[\]][?*]|\\L<[^>]*>|\{[A-Z_]+\}")
"""What an alternative has in its pattern, but no text that it reads: what may not stand there, or need not."""
_DUMP = """
import json, sys
from datetime import date
from hashlib import sha256
from policyextract import extract, parse_quantity, parse_time
day = date(2021, 4, 25)
def alone(read, *given):
    try:
        return repr(read(*given))
    except ValueError:
        return ""
for text in json.load(sys.stdin):
    found = extract(text, reference_date=day).to_json()
    if len(text) < 40:
        found += alone(parse_quantity, text) + alone(parse_time, text, day)
    print(sha256(found.encode()).hexdigest())
"""


_OPENS = re.compile(r"\((?:\?(?::|<?[=!]|P<\w+>|>))?")


def alternatives(source: str) -> Iterator[tuple[int, int]]:
    """Where the alternatives of a pattern stand, each with the ``|`` that parts it from another.

    >>> [("a|bc|(?:d|e)f"[start:stop]) for start, stop in alternatives("a|bc|(?:d|e)f")]
    ['d|', '|e', 'a|', '|bc', '|(?:d|e)f']
    >>> [("a(?!b|c)"[start:stop]) for start, stop in alternatives("a(?!b|c)")]
    ['b|', '|c']
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
            opened.append([_OPENS.match(source, position).end()])  # type: ignore[union-attr]
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
        if not (isinstance(node, ast.Constant) and isinstance(node.value, str) and "|" in node.value.strip("|")):
            continue  # "|" by itself joins what is not written here
        if " | " in node.value:
            continue  # a type, which waits for its names
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


def _texts(folder: str) -> dict[str, list[str]]:
    """What is read: the lines of the corpus of the tests, carriers among them, and the texts of a folder."""
    lines = [line for path in sorted(_CORPORA.glob("*.txt")) for line in path.read_text("utf-8").splitlines()]
    marked = [line.removeprefix("= ").replace("⏎", "\n") for line in lines if line and not line.startswith("#")]
    said = [_MARK.sub(r"\1\2", line) for line in marked]
    said += [
        line.split("\t")[0].replace("⏎", "\n").replace("⇥", "\t") for line in _WAYS.read_text("utf-8").splitlines()[2:]
    ]
    said += [carrier.sentence.replace(SLOT, word) for carrier in carriers() for word in gives(carrier)[:1]]
    return {"line": said, "text": [path.read_text("utf-8", "replace") for path in sorted(Path(folder).rglob("*.txt"))]}


def _finds(package: Path, texts: list[str]) -> list[str]:
    """A digest of the finds of each text; shorter where one of them raises."""
    env = {**os.environ, "PYTHONPATH": str(package.parent), "PYTHONHASHSEED": "0"}
    command = [sys.executable, "-c", _DUMP]
    done = subprocess.run(command, input=json.dumps(texts), env=env, capture_output=True, text=True, check=False)
    return done.stdout.split()


def holding(words: str, texts: Sequence[str]) -> list[int]:
    """The texts that hold one of the Chinese words of a pattern or a row, spread over all if these are many.

    Where it has none, those that hold a sign of its classes.

    >>> holding("|学期(?!末)", ["每学期一次", "期末", "每年一次"]), holding("|[市县]", ["县里", "省里"])
    ([0], [0])
    """
    while (less := _MAY_LACK.sub("", words)) != words:
        words = less
    found = _HAN.findall(_CLASS.sub(" ", words)) or [sign for signs in _HAN.findall(words) for sign in signs]
    places = [place for place, text in enumerate(texts) if not found or any(word in text for word in found)]
    return places[:: -(-len(places) // _MOST)] if places else places


def carried(name: str, row: str) -> list[str]:
    """The carriers of a row of a list, with its word in them.

    >>> carried("about/kinds", "通告\\tannouncement")[0].split("\\n")[-1]
    '关于开展节水宣传的通告'
    """
    word, *cells = row.rstrip("\n").split("\t")
    return [
        carrier.sentence.replace(SLOT, word)
        for carrier in carriers()
        if [name, *cells][: carrier.uses.count(" ") + 1] == carrier.uses.split(" ") and word in words_of(carrier.uses)
    ]


def _carries(package: Path, name: Path, row: str) -> bool:
    """Whether the finds of a carrier of a row tell that the row is missing."""
    texts = carried(name.relative_to("lexicon").with_suffix("").as_posix(), row)
    return bool(texts) and _finds(package, texts) != _finds(_PACKAGE, texts)


def _noticed(package: Path, words: str, texts: dict[str, list[str]], whole: dict[str, list[str]]) -> str:
    """Who sees a difference: nobody (empty), the lines of the tests, or the texts."""
    for kind, known in texts.items():
        places = holding(words, known)
        found = _finds(package, [known[place] for place in places]) if places else []
        if found != [whole[kind][place] for place in places]:
            return kind
    return ""


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
        texts = _texts(options.folder)
        whole = {kind: _finds(package, known) for kind, known in texts.items()}
        if any(len(whole[kind]) < len(known) for kind, known in texts.items()):
            parser.error("a text raises")
        for kind in ("alternatives", "rows"):
            noticed = []
            for name, start, stop in _sampled(kind, options.each, options.seed):
                file = package / name
                kept = file.read_bytes()
                words = kept[start:stop].decode()
                file.write_bytes(kept[:start] + kept[stop:])
                if kind == "rows" and _carries(package, name, words):
                    seen = "carrier"
                else:
                    seen = _noticed(package, words if kind == "alternatives" else words.split("\t")[0], texts, whole)
                file.write_bytes(kept)
                noticed.append(seen)
                dropped = json.dumps(words.strip(), ensure_ascii=False)
                print(f"{seen or 'NOBODY':7}  {name}  {dropped}", flush=True)
            print(f"{kind}: {sum(map(bool, noticed))} of {len(noticed)} noticed\n")


if __name__ == "__main__":
    main()
