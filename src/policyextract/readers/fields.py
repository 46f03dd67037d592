"""What fields of word processors show that have no result: their instruction says it (ISO/IEC 29500-1, 17.16.5)."""

from policyextract.readers.numbering import circled
from policyextract.readers.signs import sign
from policyextract.text.pattern import pattern

_SYMBOL = pattern(r"\s*+symbol\s+(0x[0-9a-f]{1,6}|[0-9]{1,7})(.*)", 2 | 16)
_OVER = pattern(r"\s*+eq\s.*?\\o", 2 | 16)
_FONTS = pattern("symbol|dings", 2)
_CIRCLES = frozenset("○◯〇")
_BYTE = 0x100
_LONGEST = 1000  # characters of an instruction that is looked at


def unsaid(code: str) -> str:
    r"""What a field shows by its instruction: a sign of a font, the last of what is written one over another.

    Offices write a character in a circle, and one with its reading above it, in this way.

    >>> unsaid(r'SYMBOL 254 \f "Wingdings" \s 12'), unsaid(r"SYMBOL 0x25cb"), unsaid("PAGE")
    ('☑', '○', '')
    >>> unsaid(r"eq \o\ac(○,3)"), unsaid(r"EQ \* jc2 \o\ad(\s\up 9(yáo),洮)")
    ('③', '洮')
    """
    code = code[:_LONGEST]
    symbol = _SYMBOL.match(code)
    if symbol:
        number = int(symbol[1], 0) if symbol[1][:2].lower() == "0x" else int(symbol[1])
        return sign(0xF000 + number if number < _BYTE and _FONTS.search(symbol[2]) else number)
    over = _OVER.match(code)
    if not over:
        return ""
    parts = _parts(code[over.end() :])
    if len(parts) > 1 and parts[0] in _CIRCLES and parts[-1].isascii() and parts[-1].isdigit():
        return circled(int(parts[-1]))
    return parts[-1] if parts else ""


def _parts(told: str) -> list[str]:
    """What stands between the brackets of an instruction, parted by commas that stand in no others."""
    begin = told.find("(")
    parts, depth = [""], 0
    for one in told[begin + 1 :] if begin >= 0 else "":
        if one in ",;" and not depth:
            parts.append("")
            continue
        depth += (one == "(") - (one == ")")
        if depth < 0:
            return [part.strip() for part in parts]
        parts[-1] += one
    return []
