"""The fonts of a theme, by which styles of newer files name theirs (ECMA-376 part 1, 20.1.4.1.16 and 17.18.96)."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.importing.word.names import DRAWING, Element

_SIMPLIFIED = "Hans"
"""The script whose font stands in where a theme names none for East Asia: samples are Chinese."""
_WEST, _EAST = f"{DRAWING}latin", f"{DRAWING}ea"


@dataclass(frozen=True, slots=True)
class Theme:
    """Fonts by the names that w:asciiTheme, w:eastAsiaTheme … give them."""

    _fonts: Mapping[str, str] = field(default_factory=dict[str, str])

    @classmethod
    def read(cls, part: Element | None) -> "Theme":
        """The fonts of a theme part; none where the file has no theme."""
        fonts: dict[str, str] = {}
        for which in ("major", "minor"):
            found = None if part is None else next(part.iter(f"{DRAWING}{which}Font"), None)
            if found is not None:
                west, east = _named(found, _WEST), _named(found, _EAST) or _of_script(found)
                fonts |= {f"{which}Ascii": west, f"{which}HAnsi": west, f"{which}EastAsia": east}
        return cls({name: font for name, font in fonts.items() if font})

    def font(self, name: str | None) -> str:
        """The font of that name; empty where the theme has none."""
        return self._fonts.get(name or "", "")


def _named(fonts: Element, tag: str) -> str:
    found = fonts.find(tag)
    return "" if found is None else found.get("typeface", "")


def _of_script(fonts: Element) -> str:
    each = (font for font in fonts.iterchildren(f"{DRAWING}font") if font.get("script") == _SIMPLIFIED)
    return next((font.get("typeface", "") for font in each), "")
