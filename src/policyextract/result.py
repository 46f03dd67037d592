"""What was found in one document, with its ways out: :class:`Result`."""

import datetime as dt
import json
from collections.abc import Callable, Iterable, Mapping
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, cast

from attrs import frozen

from policyextract.found import Found
from policyextract.text.document import Document

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

    from policyextract.explain import Explanation
    from policyextract.tasks import TaskTable
    from policyextract.text.span import Mention


@frozen(repr=False)
class Result(Found):
    """The layers of one document.

    Attributes:
        document: what was read.
        quantities, times, departments, slogans, commitments: the mentions of each layer, in the order of the text.
        reference_date: the day that relative times were resolved against: the one given, else the one that the
            document states, else ``None``.
        others: the mentions of other kinds, from extractors of one's own.
        qualitative_targets: the targets without a figure, kept apart from the quantities.

    In a notebook it shows itself as the text with its layers.
    """

    @property
    def tasks(self) -> "TaskTable":
        """The 任务分解表: the commitments as rows that an office can hand out.

        >>> from policyextract import extract
        >>> [(task.lead, task.action) for task in extract("由市财政局牵头，6月底前完成清理任务30项。").tasks]
        [(('市财政局',), '完成清理任务30项')]
        """
        from policyextract.tasks import task_table

        return task_table(self)

    def explain(self, mention: "Mention[Any]") -> "Explanation":
        """Why a mention of this result is what it is: its rule, what its clause does, and what says so.

        >>> from policyextract import extract
        >>> result = extract("市财政局要确保投资增长8%。")
        >>> print(result.explain(result.targets[0]))
        “8%”：量化目标，规则quantity.unit.move；分句提出要求（依据词语“确保”）

        Raises:
            TypeError: if ``mention`` is no mention.
        """
        from policyextract.explain import explain

        return explain(self.document, mention)

    def to_json(self, path: "str | PathLike[str] | None" = None, *, indent: int | None = None) -> str:
        """:meth:`to_dict` as JSON text, Chinese characters as they are.

        Args:
            path: where to write it, too, as UTF-8; a file that is there is replaced.
            indent: by how much each level is set in; without it, all stands in one line.

        Raises:
            TypeError: if ``path`` is no path: the indent is given by its name.
            OSError: if the file cannot be written.
        """
        if not isinstance(path, str | PathLike | None):
            raise TypeError(f"path is where to write, not {path!r}; the indent is given as indent={path!r}")
        text = json.dumps(self.to_dict(), ensure_ascii=False, indent=indent)
        if path is not None:
            Path(path).write_text(text + "\n", encoding="utf-8", newline="")
        return text

    @classmethod
    def from_json(cls, text: str | bytes, source: Document | str, kinds: Iterable[type] = ()) -> Self:
        """The result that :meth:`to_json` was called on: :meth:`from_dict` of JSON text.

        >>> from policyextract import extract
        >>> result = extract("力争进出口总额增长5%。")
        >>> Result.from_json(result.to_json(), "力争进出口总额增长5%。") == result
        True

        Raises:
            TypeError: if ``text`` is no JSON text but something else, such as the dictionary that it holds.
            ValueError: if it is not JSON, or not of a result.
        """
        if not isinstance(text, str | bytes):
            raise TypeError(f"from_json takes JSON text, not {type(text).__name__}; from_dict takes a dictionary")
        try:
            data = json.loads(text)
        except ValueError as error:
            raise ValueError(f"from_json takes what to_json gives, and this is no JSON: {error}") from error
        return cls.from_dict(cast("Mapping[str, Any]", data), source, kinds)

    def to_rows(self, layer: str, document: str = "") -> list[dict[str, Any]]:
        """The finds of one layer as rows of the fixed schema in :mod:`policyextract.export.schema`.

        Args:
            layer: quantities, targets, times, time_limits, departments, slogans, commitments, qualitative_targets,
                others; or tasks: a commitment a row, with the words of its members and no ids to join.
            document: the name of the document, for its column.

        >>> from policyextract import extract
        >>> [(row["text"], row["low"]) for row in extract("力争进出口总额增长5%。").to_rows("targets")]
        [('5%', Decimal('5'))]

        Raises:
            ValueError: if there is no such layer.
        """
        from policyextract.export.table import rows

        return list(rows(self, layer, document))

    def to_arrow(self, layer: str, document: str = "") -> "pyarrow.Table":
        """The same rows as an Arrow table, decimals exact. Needs the extra ``arrow``."""
        from policyextract.export.arrow import table

        return table(self, layer, document)

    def to_pandas(self, layer: str, document: str = "") -> "pandas.DataFrame":
        """The same rows as a pandas frame with Arrow-backed columns. Needs the extra ``pandas``."""
        from policyextract.export.frame import pandas_frame

        return pandas_frame(self, layer, document)

    def to_polars(self, layer: str, document: str = "") -> "polars.DataFrame":
        """The same rows as a Polars frame. Needs the extra ``polars``."""
        from policyextract.export.frame import polars_frame

        return polars_frame(self, layer, document)

    def to_html(self, path: "str | PathLike[str]", title: str = "") -> None:
        """Write a page that stands alone: the source with its finds, tasks, time limits, targets. Needs ``html``.

        Args:
            path: where to write; a file that is there is replaced.
            title: the heading of the page; without it, the first line of the text.
        """
        from policyextract.export.page import write

        write(self, path, title)

    def to_ics(
        self,
        path: "str | PathLike[str]",
        title: str = "",
        *,
        received: "dt.date | None" = None,
        rest_days: "Callable[[dt.date], bool] | None" = None,
    ) -> None:
        """Write a calendar (iCalendar) with an event on the last day of every time limit of every task.

        Args:
            path: where to write; a file that is there is replaced.
            title: the name of the calendar; without it, the first line of the text.
            received: the day from which lengths (``3个工作日内``) are counted; without it they are left out.
            rest_days: which days are days of rest, such as :func:`~policyextract.chinese_rest_days`; for working days.
        """
        from policyextract.export.ics import write

        write(self, path, title, received=received, rest_days=rest_days)

    def to_docx(self, path: "str | PathLike[str]", title: str = "") -> None:
        """Write a Word file: the 任务分解表, ready to be sent out.

        Args:
            path: where to write; a file that is there is replaced.
            title: its title; without it, the first line of the text.
        """
        from policyextract.export.document import write

        write(self, path, title)

    def to_xlsx(self, path: "str | PathLike[str]", title: str = "") -> None:
        """Write a workbook: the 任务分解表, and a sheet for each layer. Needs the extra ``xlsx``.

        Args:
            path: where to write; a file that is there is replaced.
            title: the title of the first sheet; without it, the first line of the text.
        """
        from policyextract.export.workbook import write

        write(self, path, title)

    def __repr__(self) -> str:
        """A line that says how much was found."""
        from policyextract.export.notebook import line

        return line(self)

    def _repr_html_(self) -> str:
        from policyextract.export.notebook import text

        return text(self)
