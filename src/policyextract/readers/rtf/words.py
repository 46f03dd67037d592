"""The control words of RTF that matter to a text: destinations, characters, properties (RTF 1.9.1)."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from policyextract.readers.rtf.state import Field, Goes
from policyextract.readers.rtf.story import Row, Story

if TYPE_CHECKING:
    from policyextract.readers.rtf.reader import Reader

CHARACTERS = {
    "tab": "\t", "line": "\n", "lbr": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’",
    "ldblquote": "“", "rdblquote": "”", "bullet": "•", "emspace": " ", "enspace": " ", "qmspace": " ",
}  # fmt: skip
MARGINS = frozenset("header headerl headerr headerf footer footerl footerr footerf".split())  # noqa: SIM905
_PAGES = {"ansi": 1252, "mac": 10000, "pc": 437, "pca": 850}


def _goes(reader: "Reader", word: str, *, to: Goes) -> None:
    reader.state.goes = to


def _story(reader: "Reader", word: str) -> None:
    """Begin a part of its own: a note, a text box, a header."""
    state = reader.state
    state.story, state.goes, state.contents = Story(word), Goes.TEXT, False
    state.begin_paragraph()


def _field(reader: "Reader", word: str) -> None:
    reader.state.field = Field()


def _result(reader: "Reader", word: str) -> None:
    state = reader.state
    state.contents = state.contents or (state.field is not None and state.field.lists_contents())


def _twice(reader: "Reader", word: str) -> None:
    """What is written twice: for old readers, and in Unicode (``\\upr``, ``\\ud``)."""
    state = reader.state
    if word == "upr":
        state.back, state.goes = state.goes, Goes.INSIDE
    else:
        state.goes = state.back


def _object(reader: "Reader", word: str) -> None:
    reader.left_out.append(f"the words in an object (number {len(reader.left_out) + 1} of what was left out)")
    reader.state.goes = Goes.INSIDE


def _inner_row(reader: "Reader", word: str) -> None:
    reader.state.nested = True


_NOWHERE = (
    "pict info colortbl filetbl revtbl rsidtbl themedata datastore xe tc tcn rxe txe objdata objclass objname"
    " nonshppict nonesttables shprslt sp template bkmkstart bkmkend atnid atnauthor annotation atrfstart atrfend atnref"
    " atndate atnicn ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn pntxta pntxtb pn mmathPict private formfield"
    " background panose falt fname listname levelnumbers liststylename listpicture generator latentstyles"
)
DESTINATIONS: "dict[str, Callable[[Reader, str], None]]" = {
    **dict.fromkeys(_NOWHERE.split(), partial(_goes, to=Goes.NOWHERE)),
    **dict.fromkeys(("shpinst", "do", "shpgrp", "listtable", "listoverridetable"), partial(_goes, to=Goes.INSIDE)),
    **dict.fromkeys(("listtext", "pntext"), partial(_goes, to=Goes.LABEL)),
    **dict.fromkeys(("shptxt", "dptxbxtext", "footnote", *MARGINS), _story),
    **dict.fromkeys(("upr", "ud"), _twice),
    "fldinst": partial(_goes, to=Goes.CODE),
    "fonttbl": partial(_goes, to=Goes.FONTS),
    "stylesheet": partial(_goes, to=Goes.STYLES),
    "leveltext": partial(_goes, to=Goes.LEVEL),
    "result": partial(_goes, to=Goes.TEXT),
    "moMath": partial(_goes, to=Goes.TEXT),
    "field": _field,
    "fldrslt": _result,
    "object": _object,
    "nesttableprops": _inner_row,
}
"""What the control words do that say where the text of their group goes."""


def _page(reader: "Reader", word: str, number: int | None) -> None:
    reader.page = _PAGES.get(word, number or reader.page)


def _default(reader: "Reader", word: str, number: int | None) -> None:
    reader.default = reader.state.font = number or 0


def _font(reader: "Reader", word: str, number: int | None) -> None:
    """A font: that of the text (``\\f``), or that of its script (``\\af``)."""
    state, number = reader.state, number or 0
    if state.goes is Goes.FONTS:
        reader.named = number
        return
    if word == "f":
        state.font = number
    if state.script:
        state.fonts = (*(one for one in state.fonts if one[0] != state.script), (state.script, number))


def _charset(reader: "Reader", word: str, number: int | None) -> None:
    if reader.state.goes is Goes.FONTS:
        reader.sets[reader.named] = number or 0


def _script(reader: "Reader", word: str, number: int | None) -> None:
    reader.state.script = "" if word == "ltrch" else word


def _fallback(reader: "Reader", word: str, number: int | None) -> None:
    reader.state.fallback = min(max(1 if number is None else number, 0), 16)


def _plain(reader: "Reader", word: str, number: int | None) -> None:
    state = reader.state
    state.font, state.fonts, state.script, state.gone = reader.default, (), "", frozenset()


def _gone(reader: "Reader", word: str, number: int | None) -> None:
    """Text that is not shown: hidden, deleted, moved away."""
    others = reader.state.gone - {word}
    reader.state.gone = others if number == 0 else others | {word}


def _paragraph(reader: "Reader", word: str, number: int | None) -> None:
    reader.state.begin_paragraph()


def _style(reader: "Reader", word: str, number: int | None) -> None:
    if reader.state.goes is Goes.STYLES:
        reader.named = number or 0
    else:
        reader.state.style = number or 0


def _listed(reader: "Reader", word: str, number: int | None) -> None:
    if reader.state.goes is Goes.INSIDE:
        reader.lists.told(word, number)
    elif word == "ls":
        reader.state.number = number
    else:
        reader.state.level = number or 0


def _in_table(reader: "Reader", word: str, number: int | None) -> None:
    if word == "itap":
        reader.state.depth = number or 0
    else:
        reader.state.in_table = True


def _row(reader: "Reader", word: str, number: int | None) -> None:
    """How a row stands: what is told in ``\\nesttableprops`` is of a table in a table."""
    state = reader.state
    if word == "trowd":
        if state.nested:
            state.story.inner = Row()
        else:
            state.story.row = Row()
    row = state.story.inner if state.nested else state.story.row
    if word == "trleft":
        row.left = number or 0
    elif word == "clmrg":
        row.across = True
    elif word == "clvmrg":
        row.down = True
    elif word == "cellx":
        row.edge(number or 0)


def _end(reader: "Reader", word: str, number: int | None) -> None:
    """The end of a paragraph, a section, a cell or a row."""
    state = reader.state
    if word in ("par", "sect"):
        if word == "par" or not state.story.is_empty():
            reader.end_paragraph()
        return
    depth = max(state.tables(), 2) if word.startswith("nest") else 1
    if word.endswith("cell"):
        reader.end_paragraph(depth)
        state.story.end_cell(depth)
    else:
        state.story.end_row(depth)


PROPERTIES: "dict[str, Callable[[Reader, str, int | None], None]]" = {
    **dict.fromkeys(("ansicpg", *_PAGES), _page),
    **dict.fromkeys(("f", "af"), _font),
    **dict.fromkeys(("loch", "hich", "dbch", "rtlch", "ltrch"), _script),
    **dict.fromkeys(("v", "deleted", "mvf"), _gone),
    **dict.fromkeys(("ls", "ilvl"), _listed),
    **dict.fromkeys(("intbl", "itap"), _in_table),
    **dict.fromkeys(("trowd", "trleft", "clmrg", "clvmrg", "cellx"), _row),
    **dict.fromkeys(("par", "sect", "cell", "nestcell", "row", "nestrow"), _end),
    "deff": _default,
    "fcharset": _charset,
    "uc": _fallback,
    "plain": _plain,
    "pard": _paragraph,
    "s": _style,
}
"""What the control words do that set a property or end something."""
