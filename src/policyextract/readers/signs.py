"""Signs as old formats write them: those of fonts of symbols (U+E000 to U+F8FF), those of two units of UTF-16."""

_BOXES = {0xF0A8: "□", 0xF06F: "□", 0xF0FE: "☑", 0xF052: "☑", 0xF0FC: "√"}
_PRIVATE = range(0xE000, 0xF900)


def sign(code: int) -> str:
    """What a sign shows: boxes to tick as such, another one as a bullet.

    >>> sign(0xF0FE), sign(0xF0B7), sign(0x25CB), sign(-1)
    ('☑', '•', '○', '')
    """
    if code in _PRIVATE:
        return _BOXES.get(code, "•")
    return chr(code) if 0 <= code < 0x110000 and not 0xD800 <= code < 0xE000 else ""


def whole(words: str) -> str:
    """Characters of units of UTF-16: pairs put together, what has lost its other half as U+FFFD.

    >>> whole("\\ud840\\udc0b县")
    '𠀋县'
    """
    if any("\ud800" <= unit < "\ue000" for unit in words):
        return words.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return words
