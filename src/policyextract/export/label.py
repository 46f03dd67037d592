"""What tables and files are headed by: the words and widths of ``lexicon/export/labels.tsv``."""

from policyextract.lexicon import rows, select


def labels(use: str) -> tuple[str, ...]:
    """The words of one use, in their order.

    >>> labels("slogan-line")
    ('提法', '类别', '次数')
    """
    return select("export/labels", use)


def label(use: str) -> str:
    """The word of a use that has one.

    >>> label("tasks")
    '任务分解表'
    """
    return labels(use)[0]


def columns(use: str) -> tuple[tuple[str, float], ...]:
    """The columns of a sheet and their widths, in characters.

    >>> columns("source")
    (('来源', 24.0),)
    """
    return tuple((word, float(width)) for word, known, width, _ in rows("export/labels") if known == use)


def points(use: str) -> tuple[int, ...]:
    """The widths of the columns of a Word file, in twentieths of a point."""
    return tuple(int(width) for _, known, _, width in rows("export/labels") if known == use)
