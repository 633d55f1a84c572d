"""The indents that the levels of lists bring (ECMA-376 part 1, 17.9.22)."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.importing.layout.said import Said, said_of_paragraph
from app.importing.word.names import Element, W, child, value

_SOURCE = "自动编号里设的"


@dataclass(frozen=True, slots=True)
class ListLevels:
    """The instances of a numbering part and the lists they stand for, each read where it is asked for."""

    _instances: Mapping[str, Element] = field(default_factory=dict[str, Element])
    _lists: Mapping[str, Element] = field(default_factory=dict[str, Element])
    _known: dict[tuple[str, str], Said] = field(default_factory=dict[tuple[str, str], Said])

    @classmethod
    def read(cls, part: Element | None) -> "ListLevels":
        """Those of a part; none where the file has no numbering."""
        if part is None:
            return cls()
        return cls(
            {each.get(f"{W}numId", ""): each for each in part.iterchildren(f"{W}num")},
            {each.get(f"{W}abstractNumId", ""): each for each in part.iterchildren(f"{W}abstractNum")},
        )

    def level(self, instance: str, level: str) -> Said:
        """What a level of an instance says of paragraphs; nothing for one that is not there."""
        key = (instance, level)
        if key not in self._known:
            self._known[key] = self._read_level(instance, level)
        return self._known[key]

    def _read_level(self, instance: str, level: str) -> Said:
        num = self._instances.get(instance)
        if num is None:
            return {}
        overrides = (each for each in num.iterchildren(f"{W}lvlOverride"))
        parents = [*overrides, self._lists.get(value(num, "abstractNumId") or "")]
        for parent in parents:
            for each in () if parent is None else parent.iterchildren(f"{W}lvl"):
                if each.get(f"{W}ilvl", "0") == level:
                    return said_of_paragraph(child(each, "pPr"), _SOURCE)
        return {}
