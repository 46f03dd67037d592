"""Files whose text is placed on pages: lines, paragraphs and tables are put together by where they stand."""

from collections.abc import Iterator, Sequence

from policyextract.readers.builder import Builder, Layout
from policyextract.readers.paged.furniture import furniture
from policyextract.readers.paged.grid import Grid, continued, grids
from policyextract.readers.paged.line import Line, lines, over, paragraphs
from policyextract.readers.paged.page import Page


def assembled(read: Sequence[Page]) -> Layout:
    """The text of pages, line by line as they have it; tables where lines show them.

    A paragraph or a table that goes on at the top of the next page is one. Lines that come again on the pages, and the
    numbers of pages, are kept at the end as furniture. A page without a text layer has an empty place, and is named as
    left out where it holds pictures.
    """
    builder = Builder()
    found = [_Read(page) for page in read]
    for page, aside in zip(
        found, furniture([page.lines for page in found], [page.height for page in read]), strict=True
    ):
        page.aside = aside
    _join(found)
    starts: list[int] = []
    last: Line | Grid | None = None
    for page in found:
        last = _write(builder, page, starts, last)
    for page in found:
        for index in sorted(page.aside):
            builder.line(page.lines[index].text, None, furniture=True)
    for start, stop in zip(starts, [*starts[1:], None], strict=True):
        builder.page_place(start, stop)
    pictures = [number for number, page in enumerate(read, 1) if not page.glyphs and page.has_pictures]
    if pictures:
        builder.left_out.append(f"{_named(pictures)}: pictures without a text layer; read them with a recogniser first")
    noted = [number for number, page in enumerate(read, 1) if page.has_notes]
    if noted:
        builder.left_out.append(f"{_named(noted)}: notes and form fields that lie over the page")
    return builder.layout()


class _Read:
    """A page: its lines outside tables, its tables, and which lines are furniture."""

    def __init__(self, page: Page) -> None:
        self.grids = grids(page)
        inside = [grid.box for grid in self.grids]
        self.lines: list[Line] = list(lines([g for g in page.glyphs if not any(box.holds(g) for box in inside)]))
        self.aside: set[int] = set()
        self.joined = False

    @property
    def body(self) -> list[Line]:
        """Its lines outside tables that are no furniture."""
        return [line for index, line in enumerate(self.lines) if index not in self.aside]

    def blocks(self) -> "Iterator[Line | Grid]":
        """Lines and tables from above, furniture left out."""
        text = self.body
        for table in sorted(self.grids, key=lambda grid: -grid.box.top):
            index = next((i for i, line in enumerate(text) if line.y < table.box.top), len(text))
            yield from paragraphs(text[:index])
            yield table
            text = text[index:]
        yield from paragraphs(text)


def _join(found: Sequence[_Read]) -> None:
    """Join tables that go on at the top of the next page: the later pages' rows move to the first."""
    last: Grid | None = None
    for page in found:
        blocks = list(page.blocks())
        first = blocks[0] if blocks else None
        if last is not None and isinstance(first, Grid) and continued(last, first):
            page.joined = True
            page.grids.remove(first)
            if len(blocks) > 1:
                last = blocks[-1] if isinstance(blocks[-1], Grid) else None
        elif blocks:
            last = blocks[-1] if isinstance(blocks[-1], Grid) else None


def _write(builder: Builder, page: _Read, starts: list[int], last: "Line | Grid | None") -> "Line | Grid | None":
    """Write a page, and give its last block; ``last`` is that of the page before.

    A paragraph that goes on from the page before is one. Where a table of the page goes on, the beginnings of the next
    pages are known with its rows.
    """
    begun = page.joined
    for block in page.blocks():
        goes_on = not begun and isinstance(block, Line) and isinstance(last, Line) and over(last, block, page.body)
        if not begun:
            starts.append(builder.begin() - goes_on)
            begun = True
        if isinstance(block, Line):
            builder.line(block.text.lstrip() if goes_on else block.text, None, joined=goes_on)
        else:
            rows = builder.table(block.boxes)
            starts += [rows[row] for row in block.page_rows if row in rows]
        last = block
    if not begun:
        starts.append(builder.begin())
    return last


def _named(numbers: Sequence[int]) -> str:
    """``page 3``, ``pages 2-4, 7``."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    words = ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)
    return f"page{'s' if len(numbers) > 1 else ''} {words}"
