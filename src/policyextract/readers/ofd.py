"""OFD files (GB/T 33190-2016), by lxml: the extra ``ofd``. Their text layer is placed on pages, as that of PDF is."""

from collections.abc import Iterator
from posixpath import dirname, join, normpath
from typing import Any

from policyextract.readers.archive import Archive, attribute, children
from policyextract.readers.builder import Layout
from policyextract.readers.paged import assembled
from policyextract.readers.paged.page import Glyph, Page, Stroke
from policyextract.text.pattern import pattern

_POINTS = 72 / 25.4  # in a millimetre, the unit of OFD
_NUMBER = pattern(r"-?[0-9]*\.?[0-9]+")
_STEP = pattern(r"g\s+([0-9]+)\s+(-?[0-9.]+)|(-?[0-9.]+)")
_PATH = pattern(r"([SMLCQBA])\s*((?:-?[0-9.]+\s*)*)")
_MOST = 100_000  # glyphs that one text may announce to stand alike
_STRAIGHT, _SHORTEST = 0.6, 1.5
_HOLDERS = frozenset(("Layer", "PageBlock", "Content"))


def layout(content: bytes) -> Layout:
    """The text of a file, page by page; tables where lines show them.

    Raises:
        ValueError: if the content is no OFD file, or is too large.
    """
    archive = Archive.of(content, ".ofd", "ofd")
    root = archive.xml("OFD.xml")
    if root is None:
        raise ValueError("this is not a readable .ofd file: it has no OFD.xml")
    pages = [page for name in _documents(root) for page in _pages(archive, name)]
    return assembled(pages)


def _documents(root: Any) -> Iterator[str]:
    for name, node in children(root):
        if name == "DocBody":
            for kind, child in children(node):
                if kind == "DocRoot" and child.text:
                    yield child.text.strip().lstrip("/")


def _pages(archive: Archive, name: str) -> Iterator[Page]:
    root = archive.xml(name)
    if root is None:
        return
    area = (0.0, 0.0, 210.0, 297.0)
    for kind, node in children(root):
        if kind == "CommonData":
            area = next(
                (_box(child, "PhysicalBox", area) for part, child in children(node) if part == "PageArea"), area
            )
        elif kind == "Pages":
            for _, page in children(node):
                place = normpath(join(dirname(name), (attribute(page, "BaseLoc") or "").lstrip("/")))
                drawn = archive.xml(place)
                if drawn is not None:
                    yield _page(drawn, area)


def _box(node: Any, wanted: str, other: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    for name, child in children(node):
        if name == wanted:
            return _rectangle(child.text) or other
    return other


def _rectangle(text: str | None) -> tuple[float, float, float, float] | None:
    numbers = [float(number) for number in _NUMBER.findall(text or "")[:4]]
    return (numbers[0], numbers[1], numbers[2], numbers[3]) if len(numbers) == 4 else None


def _page(root: Any, area: tuple[float, float, float, float]) -> Page:
    for name, node in children(root):
        if name == "Area":
            area = _box(node, "PhysicalBox", area)
    height = area[3] * _POINTS
    glyphs, across, down, pictures = list[Glyph](), list[Stroke](), list[Stroke](), False
    for name, node in _objects(root):
        if name == "TextObject":
            glyphs += _glyphs(node, height)
        elif name == "PathObject":
            for stroke, is_across in _strokes(node, height):
                (across if is_across else down).append(stroke)
        else:
            pictures = True
    return Page(height, glyphs, across, down, pictures)


def _objects(root: Any) -> Iterator[tuple[str, Any]]:
    """The objects of a page, in the order in which they are drawn."""
    stack = [iter(list(children(root)))]
    while stack:
        for name, node in stack[-1]:
            if name in _HOLDERS:
                stack.append(iter(list(children(node))))
                break
            if name in ("TextObject", "PathObject", "ImageObject"):
                yield name, node
        else:
            stack.pop()


def _glyphs(node: Any, height: float) -> Iterator[Glyph]:
    """The characters of a text with their boxes; ``DeltaX`` says how far apart they stand (``g 3 4``: 4, 4, 4)."""
    box = _rectangle(attribute(node, "Boundary"))
    size = float((_NUMBER.findall(attribute(node, "Size") or "") or ["4"])[0])
    if box is None:
        return
    for name, code in children(node):
        if name != "TextCode" or not code.text:
            continue
        x = box[0] + _first(attribute(code, "X"))
        base = box[1] + _first(attribute(code, "Y"))
        steps = _steps(attribute(code, "DeltaX"), len(code.text))
        for index, char in enumerate(code.text):
            width = size if ord(char) > 0x2E7F else size / 2
            if char > " " or char == " ":
                yield Glyph(
                    x * _POINTS,
                    height - (base + size * 0.14) * _POINTS,
                    (x + width) * _POINTS,
                    height - (base - size * 0.86) * _POINTS,
                    char,
                )
            x += steps[index] if index < len(steps) else width


def _first(text: str | None) -> float:
    return float((_NUMBER.findall(text or "") or ["0"])[0])


def _steps(text: str | None, count: int) -> list[float]:
    steps: list[float] = []
    for match in _STEP.finditer(text or ""):
        steps += [float(match[2])] * min(int(match[1]), count, _MOST) if match[1] else [float(match[3])]
        if len(steps) >= count:
            break
    return steps


def _strokes(node: Any, height: float) -> Iterator[tuple[Stroke, bool]]:
    """The straight lines of a path, and whether each runs across the page."""
    box = _rectangle(attribute(node, "Boundary"))
    data = next((child.text or "" for name, child in children(node) if name == "AbbreviatedData"), "")
    if box is None or len(data) > _MOST:
        return
    last: tuple[float, float] | None = None
    for match in _PATH.finditer(data):
        numbers = [float(number) for number in _NUMBER.findall(match[2])]
        if len(numbers) < 2:
            continue
        point = (box[0] + numbers[-2], box[1] + numbers[-1])
        if match[1] == "L" and last is not None:
            (x0, y0), (x1, y1) = last, point
            if abs(y0 - y1) < _STRAIGHT and abs(x0 - x1) >= _SHORTEST:
                yield Stroke(height - (y0 + y1) / 2 * _POINTS, min(x0, x1) * _POINTS, max(x0, x1) * _POINTS), True
            elif abs(x0 - x1) < _STRAIGHT and abs(y0 - y1) >= _SHORTEST:
                low, high = sorted((height - y0 * _POINTS, height - y1 * _POINTS))
                yield Stroke((x0 + x1) / 2 * _POINTS, low, high), False
        last = point
