"""The house itself: public names and their documentation, arrows between rooms, the cost of an import, word lists."""

import importlib
import inspect
import pkgutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

import policyextract
from policyextract import lexicon
from policyextract.text.pattern import _Pattern

PACKAGE = Path(policyextract.__file__).parent
ROOT = Path(__file__).parents[1]
PUBLIC = sorted(policyextract.__all__)
HEAVY = {
    *("cn2an", "proces", "dateparser", "regex", "jinja2", "openpyxl", "lxml", "olefile", "xlrd", "pypdfium2", "spacy"),
    *("pyarrow", "pandas", "polars", "numpy", "tqdm", "rich", "hypothesis", "pytest"),
    *("importlib.resources", "concurrent.futures", "multiprocessing", "logging", "argparse", "asyncio"),
}
MODULES = [
    module.name
    for module in pkgutil.walk_packages([str(PACKAGE)], "policyextract.")
    if ".export." not in module.name
    and ".readers." not in module.name
    and not module.name.endswith(("__main__", "spacy_factory"))
]
REGISTERS = {"about/regions": 34, "clean/script": 1887, "name/places": 3332, "time/lunar": 199}
"""Lists that are taken whole from their source; nobody would miss one row of thousands."""
LISTS = sorted(
    path.relative_to(PACKAGE / "lexicon").with_suffix("").as_posix() for path in (PACKAGE / "lexicon").rglob("*.tsv")
)


def test_public_names_are_the_names_of_the_package() -> None:
    asked_for = {name: getattr(policyextract, name) for name in PUBLIC}
    shown = {name for name, value in vars(policyextract).items() if name[0] != "_" and not inspect.ismodule(value)}
    assert shown == set(asked_for) == set(dir(policyextract))
    assert len(set(policyextract.__all__)) == len(policyextract.__all__)


@pytest.mark.parametrize("name", PUBLIC)
def test_public_names_are_documented_with_an_example(name: str) -> None:
    value = getattr(policyextract, name)
    texts = [inspect.getdoc(value) or ""]
    assert texts[0].strip(), f"{name} has no docstring"
    if inspect.isclass(value):
        texts += [inspect.getdoc(member) or "" for member in vars(value).values()]
    assert any(">>> " in text for text in texts), f"{name} has no example"


@pytest.mark.parametrize("name", PUBLIC)
def test_public_methods_are_documented(name: str) -> None:
    value = getattr(policyextract, name)
    if not inspect.isclass(value):
        pytest.skip("not a class")
    for method, member in inspect.getmembers(value, inspect.isroutine):
        if method[0] != "_" or method == "__call__":
            assert inspect.getdoc(member), f"{name}.{method} has no docstring"


def test_imports_point_down() -> None:
    cli = pytest.importorskip("importlinter.cli")
    assert cli.lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == 0


@pytest.mark.parametrize("code", ["from policyextract import *", "from policyextract import extract, slogans"])
def test_an_import_loads_nothing_heavy(code: str) -> None:
    listing = f"import sys\nbefore = set(sys.modules)\n{code}\nprint(*sorted(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", listing], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "policyextract.grammar.quantity" in loaded
    assert not loaded & HEAVY


def test_the_package_itself_loads_none_of_its_modules() -> None:
    listing = "import policyextract, sys; print(*(name for name in sys.modules if name.startswith('policyextract.')))"
    done = subprocess.run([sys.executable, "-c", listing], capture_output=True, text=True, check=True)
    assert not done.stdout.split()


def test_an_import_compiles_no_pattern_and_reads_no_list() -> None:
    code = """
import re, sys
compiled, compile_ = [], re._compile
def watched(pattern, flags):
    frame = sys._getframe(1)
    while frame.f_code.co_filename.endswith(("pattern.py", "re/__init__.py")):
        frame = frame.f_back
    if "policyextract" in frame.f_code.co_filename:
        compiled.append((frame.f_code.co_filename, frame.f_lineno))
    return compile_(pattern, flags)
re._compile = watched
from policyextract.text import pattern as patterns
make = patterns.compiled
patterns.compiled = lambda source, flags: compiled.append(source) or make(source, flags)
from policyextract import *
from policyextract import lexicon
assert not compiled, compiled
assert not lexicon.rows.cache_info().currsize
"""
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize("name", MODULES)
def test_patterns_compile(name: str) -> None:
    module = importlib.import_module(name)
    for value in vars(module).values():
        if isinstance(value, _Pattern):
            assert lexicon.expanded(value._source) in value.pattern


def test_a_pattern_is_what_compile_gives() -> None:
    from policyextract.text.pattern import pattern

    later = pattern("[0-9]+(?P<unit>%)?")
    assert repr(later) == "pattern('[0-9]+(?P<unit>%)?', 0)"
    assert later.groups == 1
    assert later.groupindex == {"unit": 1}
    assert later.sub("", "增长6%") == "增长"
    with pytest.raises(AttributeError):
        _ = later.nonsense


@pytest.mark.parametrize("name", LISTS)
def test_word_lists_say_where_they_come_from(name: str) -> None:
    lines = (PACKAGE / "lexicon" / f"{name}.tsv").read_text("utf-8").splitlines()
    header, *rest = [line for line in lines if not line.startswith("#")]
    assert any(line.startswith("#") and len(line) > 20 for line in lines), "no line that says the source"
    assert rest
    assert all(line == line.rstrip("\n\r ") for line in lines)
    repeated = [row for row, count in Counter(line for line in rest if line).items() if count > 1]
    assert not repeated
    assert all(line.count("\t") <= header.count("\t") for line in rest)


@pytest.mark.parametrize("name", [name for name in LISTS if name.endswith("/words")])
def test_every_use_of_a_word_is_asked_for(name: str) -> None:
    code = "".join(path.read_text("utf-8") for path in PACKAGE.rglob("*.py"))
    room = name.removesuffix("/words")
    uses = {row[1] for row in lexicon.rows(name) if len(row) > 1}
    assert {
        use for use in uses if f"L<{room}.{use}>" not in code and f'"{use}"' not in code and f"'{use}'" not in code
    } == set()


@pytest.mark.parametrize(("name", "count"), REGISTERS.items())
def test_registers_are_whole(name: str, count: int) -> None:
    assert len(lexicon.rows(name)) == count


def test_types_are_shipped() -> None:
    assert (PACKAGE / "py.typed").exists()


@pytest.mark.skipif(not (ROOT / ".ci" / "sbom").exists(), reason="not in the source archive")
def test_the_bill_of_materials_is_that_of_the_project() -> None:
    made = subprocess.run([sys.executable, ROOT / ".ci" / "sbom"], capture_output=True, check=True).stdout
    assert made == (ROOT / "sbom.cdx.json").read_bytes()
