"""Rows as CSV text."""

import csv
import io
from collections.abc import Iterable, Sequence

from policyextract.text.pattern import pattern

FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""What makes a spreadsheet take a text for a formula."""
_RISKY = pattern(r"\s*+[=+@＝＋－＠-](?![\d.,]++%?\Z)")


def csv_text(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A header and rows as CSV text (RFC 4180).

    A cell that a spreadsheet would take for a formula begins with an apostrophe; a plain number does not.

    >>> csv_text(("任务", "完成时限"), [("组建专班", "6月底前, 或更早")])
    '任务,完成时限\\r\\n组建专班,"6月底前, 或更早"\\r\\n'
    >>> csv_text(("任务", "目标"), [("=HYPERLINK(1)", "-5%")])
    "任务,目标\\r\\n'=HYPERLINK(1),-5%\\r\\n"
    """
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(header)
    writer.writerows([f"'{cell}" if _RISKY.match(cell) else cell for cell in row] for row in rows)
    return out.getvalue()
