"""Characters that Word files name by a font and a place in it (w:sym, ECMA-376 part 1, 17.3.3.30)."""

from app.importing.word.names import W

_WINGDINGS = {
    0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x75: "◆", 0x76: "❖", 0x77: "◆", 0x9E: "·",
    0x9F: "•", 0xA1: "○", 0xA7: "▪", 0xA8: "□", 0xD8: "➢", 0xE0: "→", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒",
    0xFE: "☑", **{0x80 + number: sign for number, sign in enumerate("⓪①②③④⑤⑥⑦⑧⑨⑩")},
}  # fmt: skip
_WINGDINGS_2 = {0x50: "✓", 0x4F: "✗", 0x52: "☑", 0x51: "☒", 0xA3: "□"}
_SYMBOL = {0xB7: "•", 0xB0: "°", 0xB1: "±", 0xB4: "×", 0xA3: "≤", 0xB3: "≥", 0xB9: "≠", 0xAE: "→", 0xA5: "∞"}
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "symbol": _SYMBOL}
_PRIVATE = range(0xF000, 0xF100)
"""Where fonts of symbols have their characters."""

FONT, PLACE = f"{W}font", f"{W}char"


def symbol(font: str, place: str) -> str:
    """The character that is printed; empty where it has no place in Unicode that is known."""
    try:
        code = int(place, 16)
    except ValueError:
        return ""
    known = _FONTS.get(font.lower())
    if known is not None:
        return known.get(code & 0xFF, "")
    is_character = 0x20 <= code < 0xD800 or 0xE000 <= code < 0xFFFE
    return chr(code) if is_character and code not in _PRIVATE else ""
