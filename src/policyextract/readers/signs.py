"""Signs of fonts of symbols, which have their places where Unicode has none of its own (U+E000 to U+F8FF)."""

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
