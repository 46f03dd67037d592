"""What a page or a workbook is called."""

from policyextract.export.fact import shortened
from policyextract.export.label import label
from policyextract.found import Found

MOST = 60
"""Characters of a title taken from a text."""


def title(result: Found, given: str = "") -> str:
    """The title that the caller gave, else the first line of the text.

    >>> from policyextract import extract
    >>> title(extract("政府工作报告\\n各位代表：")), title(extract(""))
    ('政府工作报告', '未命名')
    """
    line = given or next((line for line in result.document.text.splitlines() if line.strip()), "")
    return shortened(line.strip(), MOST) or label("untitled")
