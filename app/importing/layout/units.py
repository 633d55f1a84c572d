"""From what a Word file says to the units of a layout: twips, hundredths of a character or of a line.

What people set with a ruler is seldom exact: an indent of 632 twips beside characters of 320 is meant to be two.
"""

from app.importing.layout.said import Said

_SINGLE = 240
"""Twips of a line where no grid says otherwise, and the denominator of a multiple of lines (17.3.1.33)."""
_NATURAL = 1.3
"""Height of a line of Chinese over its size, where the font decides: what Word takes for its own Chinese fonts."""
_DEFAULT_SIZE = 20
"""Half points where nobody says anything (17.3.2.38)."""
_NEAR = 3
"""Hundredths of a character by which an indent may miss half a character and still be meant for it."""
_HALF = 50


def size_of(said: Said) -> int:
    """Half points."""
    size = said["sz"].number if "sz" in said else None
    return size if size and size > 0 else _DEFAULT_SIZE


def line_of(paragraph: Said, size: int, pitch: int) -> tuple[int, bool]:
    """The height of lines in twips, and whether the file says it exactly; `pitch` is the grid's, 0 without one.

    Where the font or the grid decides, it is reckoned.
    """
    line = paragraph["spacing.line"].number if "spacing.line" in paragraph else None
    rule = paragraph["spacing.lineRule"].value if "spacing.lineRule" in paragraph else "auto"
    if line and line > 0 and rule == "exact":
        return line, True
    natural = size * 10 * _NATURAL
    on_grid = pitch > 0 and ("snapToGrid" not in paragraph or paragraph["snapToGrid"].on)
    if on_grid:
        natural = pitch * -(-natural // pitch)
    if rule == "atLeast" and line:
        return max(line, round(natural)), False
    return round(natural * (line or _SINGLE) / _SINGLE), False


def characters(said: Said, name: str, width: int) -> int:
    """An indent in hundredths of characters, which are `width` twips wide; 0 where none is said."""
    in_characters = said[f"ind.{name}Chars"].number if f"ind.{name}Chars" in said else None
    if in_characters:
        return in_characters
    twips = said[f"ind.{name}"].number if f"ind.{name}" in said else None
    if not twips or width <= 0:
        return 0
    exact = twips * 100 / width
    near = round(exact / _HALF) * _HALF
    return near if abs(near - exact) <= _NEAR else round(exact)


def blank(said: Said, side: str, unit: int, pitch: int) -> int:
    """The blank before or after a paragraph in hundredths of lines of `pitch` twips.

    `unit` is a line of the file's own grid, 0 where it has none.
    """
    in_lines = said[f"spacing.{side}Lines"].number if f"spacing.{side}Lines" in said else None
    if in_lines and in_lines > 0:
        return round(in_lines * (unit or _SINGLE) / pitch)
    twips = said[f"spacing.{side}"].number if f"spacing.{side}" in said else None
    return lines(max(twips or 0, 0), pitch)


def lines(twips: float, pitch: int) -> int:
    """A blank in hundredths of lines; one that is nearly half a line is meant for it."""
    exact = twips * 100 / pitch
    near = round(exact / _HALF) * _HALF
    return near if abs(near - exact) <= _NEAR else round(exact)
