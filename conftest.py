"""Doctests of modules whose optional library is missing are left out; the tests themselves skip, with a reason."""

from importlib.util import find_spec

NEEDS = {
    "src/policyextract/engines/batch.py": ["pyarrow"],
    "src/policyextract/engines/spacy_component.py": ["spacy"],
    "src/policyextract/engines/spacy_factory.py": ["spacy"],
    "src/policyextract/export/arrow.py": ["pyarrow"],
    "src/policyextract/export/frame.py": ["pandas", "polars", "pyarrow"],
    "src/policyextract/export/page.py": ["jinja2"],
    "src/policyextract/export/workbook.py": ["openpyxl"],
}

collect_ignore = [path for path, libraries in NEEDS.items() if not all(map(find_spec, libraries))]
