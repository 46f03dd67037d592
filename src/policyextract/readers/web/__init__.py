"""HTML pages, by lxml: the extra ``web``."""

from attrs import evolve

from policyextract.extra import need
from policyextract.readers.builder import Box, Builder, Layout
from policyextract.readers.text import decode
from policyextract.readers.web.table import Line, Table
from policyextract.readers.web.walk import Walk
from policyextract.text.pattern import pattern
from policyextract.text.place import PlaceKind

_DECLARED = pattern(r"charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})")
_HEAD = 65_536
_WEAK = frozenset("utf-8 utf8 gb2312 gbk gb18030 x-gbk gb_2312-80 iso-8859-1 ascii us-ascii".split())  # noqa: SIM905
_PARTICULARS = 2  # labels that make a table one of particulars


def layout(content: bytes) -> Layout:
    """The text of a page, a line for each paragraph and for each row of a table, its cells parted by tabs.

    A table that is there for the layout of the page is read as the paragraphs in its cells. Navigation, crumbs, share
    bars, form controls, the foot of the page and its table of particulars are kept as furniture; scripts and styles are
    no text.
    """
    etree = need("lxml.etree", "web")
    text = markup(content).replace("\x00", "")
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True)
    root = etree.fromstring(text.encode("utf-8", "replace"), parser) if text.strip() else None
    walk = Walk()
    if root is not None:
        walk.through(etree.iterwalk(root, events=("start", "end")))
    builder = Builder()
    if any("Excessive depth" in entry.message for entry in parser.error_log):  # its number differs by version
        builder.left_out.append("what is nested deeper than 2048 elements")
    for item in _footed(list(walk.items())):
        if isinstance(item, Line):
            builder.line(item.text, item.kind, furniture=item.furniture)
        else:
            _add(builder, item)
    return builder.layout()


def _footed(items: "list[Line | Table]") -> "list[Line | Table]":
    """The lines and tables of a page, those at its foot known as furniture: from where it offers to print or close."""
    floor = max((index + 1 for index, item in enumerate(items) if _is_text(item)), default=0)
    for index in range(floor, len(items)):
        item = items[index]
        if isinstance(item, Line) and _FOOT.search(item.text):
            foot = [evolve(line, furniture=True) for line in items[index:] if isinstance(line, Line)]
            return [*items[:index], *foot]
    return items


def _is_text(item: "Line | Table") -> bool:
    """Whether something can't stand at the foot of a page: a table, or a sentence."""
    return isinstance(item, Table) or len(item.text) > _FOOT_LENGTH or "。" in item.text


_FOOT = pattern("\\L<clean.page-verb>\\L<clean.page-noun>|ICP备|\\L<clean.page-foot>|公网?安备")
_FOOT_LENGTH = 120  # characters of a line at the foot of a page


def _add(builder: Builder, table: Table) -> None:
    boxes = [Box([line.text for line in cell.lines()], *cell.place) for cell in table.cells]
    if sum(table.is_label(box.lines) for box in boxes) >= _PARTICULARS:
        for line in table.lines():
            builder.line(line.text, PlaceKind.ROW, furniture=True)
    else:
        builder.table(boxes)


def markup(content: bytes) -> str:
    """The markup of a page: in the encoding that its bytes show; what it declares counts where they leave it open.

    Many pages declare ``gb2312`` late, or ``utf-8`` wrongly.

    >>> markup('<meta charset="utf-8"><p>增长6%'.encode("gb18030"))[-5:]
    '>增长6%'
    """
    declared = _DECLARED.search(content[:_HEAD].decode("latin-1"))
    name = declared[1].lower() if declared else ""
    if name and name not in _WEAK:
        try:
            content.decode("utf-8")
        except UnicodeDecodeError:
            try:
                return content.decode(name)
            except (UnicodeDecodeError, LookupError):
                pass
    return decode(content)
