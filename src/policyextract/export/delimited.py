"""Rows as CSV text."""

import csv
import io
from collections.abc import Iterable, Sequence


def csv_text(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A header and rows as CSV text (RFC 4180).

    >>> csv_text(("任务", "完成时限"), [("组建专班", "6月底前, 或更早")])
    '任务,完成时限\\r\\n组建专班,"6月底前, 或更早"\\r\\n'
    """
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue()
