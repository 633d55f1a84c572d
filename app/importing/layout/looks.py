"""What the look of a paragraph or style says of the settings of its kind, in the words of a layout's file."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from app.importing.layout.cascade import Style
from app.importing.layout.findings import Evidence, Place
from app.importing.layout.said import Said
from app.importing.layout.story import Stretch
from app.importing.layout.surroundings import Gap
from app.importing.layout.units import characters, line_of, size_of
from app.layouts.model import Alignment
from app.layouts.values import Value, font_size, hundredths, points, word_for
from app.layouts.words import ALIGNMENTS

WEST = "西文字体"
"""The key of the font for digits and Latin letters, which in a layout's file is with the font for Chinese."""
LEAD = "领句加粗"
_UNSAID = "没有设"
_ALIGNED: Mapping[str, Alignment] = {
    "center": "center", "right": "right", "end": "right", "both": "both", "distribute": "both",
}  # fmt: skip
_DEFAULT_FONTS = {"east": "宋体", "west": "Times New Roman"}
_SMALLEST, _LARGEST = 10, 144
_TIGHTEST, _WIDEST = -80, 400
_MOST_LINE = 4000
_DEEPEST = 9
_MOST_FIRST, _MOST_INWARD, _MOST_BLANK = 1000, 2000, 1000
"""What a layout can hold: half points, twips, levels, hundredths of characters and of lines."""


@dataclass(frozen=True, slots=True)
class Measure:
    """The lines that lengths are measured by, in twips: the file's grid (0 without one) and the layout's."""

    unit: int
    pitch: int
    spacing: int = 0
    """What a grid of characters adds to each of the body's size."""
    body_size: int = 0

    def spacing_of(self, said: Said) -> int:
        """What is added to each character of a run."""
        own = said["spacing"].number if "spacing" in said else None
        if own is None:
            own = self.spacing if size_of(said) == self.body_size else 0
        return max(_TIGHTEST, min(own, _WIDEST))


@dataclass(frozen=True, slots=True)
class Look:
    """A paragraph of one kind, or a style that is called after it."""

    role: str
    style: Style
    said: Said
    """What is said of the paragraph."""
    stretches: tuple[Stretch, ...]
    """The text that is of this kind."""
    mark: Said
    """What is said of characters where there are none."""
    weight: int
    """How many characters the paragraph has."""
    place: Place

    @property
    def widest(self) -> Said:
        """What is said of most of its text."""
        return max(self.stretches, key=lambda each: len(each.text)).said if self.stretches else self.mark


class Looks:
    """Turns looks into evidence."""

    def __init__(
        self, evidence: Evidence, measure: Measure, latin: Collection[str] = (), leads: Collection[str] = ()
    ) -> None:
        """`latin` are the kinds with digits or letters in their text, by which alone their fonts are told; `leads`
        those whose leads have a style of ours, which says all of them."""
        self._evidence, self._measure, self._latin, self._leads = evidence, measure, latin, leads

    def add_runs(self, look: Look, run_in: bool = False) -> None:
        """Fonts, size, weight and spacing of characters."""
        for stretch in look.stretches:
            said, weight = stretch.said, len("".join(stretch.text.split()))
            latin = latin_in(stretch.text)
            self._say(look, "字体", font_of(said, "east"), said, "east", weight - latin)
            shown = latin if look.role in self._latin else weight
            self._say(look, WEST, font_of(said, "west"), said, "west", shown)
            self._say(look, "字号", font_size(_size(said)), said, "sz", weight)
            if not run_in or look.role not in self._leads:
                self._say(look, LEAD if run_in else "加粗", "b" in said and said["b"].on, said, "b", weight)
            self._say(look, "字距", points(self._measure.spacing_of(said)), said, "spacing", weight)

    def add_paragraph(self, look: Look) -> None:
        """Alignment, indents, lines and what the paragraph keeps to."""
        said, widest = look.said, look.widest
        alignment = _ALIGNED.get(said["jc"].value, "left") if "jc" in said else "left"
        self._say(look, "对齐", word_for(ALIGNMENTS, alignment), said, "jc")
        width = _size(widest) * 10 + self._measure.spacing_of(widest)
        first, left, right = (characters(said, name, width) for name in ("firstLine", "left", "right"))
        if first < 0:
            # Of a hanging indent a layout can hold where the first line begins.
            left, first = left + first, 0
        self._say(look, "首行缩进", _within(first, _MOST_FIRST), said, "ind.firstLine")
        self._say(look, "左缩进", _within(left, _MOST_INWARD), said, "ind.left")
        self._say(look, "右缩进", _within(right, _MOST_INWARD), said, "ind.right")
        self._add_line(look)
        for key, name, usual in (("对齐网格", "snapToGrid", True), ("与下段同页", "keepNext", False)):
            # WPS writes into every paragraph what is so anyway: that says nothing.
            if name in said and (look.style.ours or said[name].on is not usual):
                self._say(look, key, said[name].on, said, name)
        level = said["outlineLvl"].number if "outlineLvl" in said else None
        if level is not None and 0 <= level < _DEEPEST:
            self._say(look, "大纲级", level + 1, said, "outlineLvl")
        elif level is None and look.style.ours:
            self._say(look, "大纲级", 0, said, "outlineLvl")

    def _add_line(self, look: Look) -> None:
        """The height of lines; one in which letters are cut off is given the height of these."""
        size = _size(look.widest)
        line, exact = line_of(look.said, size, self._measure.unit)
        line = max(size * 10, min(line, _MOST_LINE))
        self._say(look, "行距", points(line), look.said, "spacing.line", reckoned=not exact)

    def add_gap(self, look: Look, gap: Gap) -> None:
        """The blanks before and after, those of them that are the kind's own."""
        for key, value, name in (("段前", gap.before, "before"), ("段后", gap.after, "after")):
            if value is not None:
                self._say(look, key, _within(value, _MOST_BLANK), look.said, f"spacing.{name}")

    def _say(
        self, look: Look, key: str, value: Value, said: Said, name: str,
        weight: int | None = None, *, reckoned: bool = False,
    ) -> None:  # fmt: skip
        found = said.get(f"{name}Chars") or said.get(f"{name}Lines") or said.get(name)
        place = look.place
        where = Place(place.name, found.source if found else _UNSAID, place.text, place.paragraph)
        count = look.weight if weight is None else weight
        self._evidence.add((f"styles.{look.role}", key), value, count, where, reckoned)


def latin_in(text: str) -> int:
    """How many digits and Latin letters a text has."""
    return sum(char.isascii() and char.isalnum() for char in text)


def font_of(said: Said, side: str) -> str:
    """The font for Chinese (`east`) or for digits and letters (`west`); Word's where none is named."""
    return said[side].value if side in said else _DEFAULT_FONTS[side]


def _size(said: Said) -> int:
    return max(_SMALLEST, min(size_of(said), _LARGEST))


def _within(value: int, most: int) -> Value:
    return hundredths(max(0, min(value, most)))
