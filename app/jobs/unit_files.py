"""A unit's own Word file looked at, and kept as a layout of the writer's own with the file beside it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from app.core.errors import ReadError
from app.export.base.dressing import dressed
from app.export.base.edges import Edge, edges_of
from app.export.base.looks import Look, Looks, pitch_of
from app.export.base.opening import BaseFile, open_base
from app.export.base.proposing import Proposed, proposed
from app.export.base.sections import Frame, frame_of
from app.export.base.styles import BaseStyle, BaseStyles
from app.files.reading import read_bytes
from app.jobs.layouts import MOST_BASE_BYTES
from app.jobs.own_layouts import save_new_layout, standard_layout
from app.jobs.program import Program
from app.layouts.base import BASE_SUFFIXES
from app.layouts.model import Base, Layout
from app.templating.own.kinds import OwnKind

_MOST_STYLES = 300
"""Nobody looks for one among more; Word itself has 270 that are not for tables."""


@dataclass(frozen=True, slots=True)
class UnitFile:
    """A unit's file as it was looked at."""

    name: str
    suffix: str
    data: bytes
    base: BaseFile
    frame: Frame
    styles: tuple[BaseStyle, ...]
    """The paragraph styles that a speech may be set in, in the order of the file."""
    looks: Mapping[str, Look]
    """What each looks like, by its id."""
    proposed: Mapping[str, Proposed]
    """The style that is likely meant for a kind."""
    edges: tuple[Edge, ...]
    """What stands in headers and footers."""

    def named(self, style: str) -> Look | None:
        """The look of the style with a name; None where there is none."""
        found = next((each for each in self.styles if each.name == style), None)
        return None if found is None else self.looks[found.id]


def look_into(path: Path) -> UnitFile:
    """What a unit's file has, and what of it is likely meant for what. Raises ReadError."""
    suffix = path.suffix.lower()
    if suffix not in BASE_SUFFIXES:
        raise ReadError(
            f"“{path.name}”不能作模板。", "用 Word 或 WPS 打开，另存为 .docx（不带宏），再选那一份。"
        )
    data = read_bytes(path, MOST_BASE_BYTES)
    base = open_base(data, path.name)
    frame = frame_of(base.document)
    styles = BaseStyles(base.tree("styles"))
    found = Looks(styles, base.tree("theme"), pitch_of(frame.section))
    usable = styles.usable[:_MOST_STYLES]
    looks = {each.id: found.of(each.id) for each in usable}
    return UnitFile(
        path.name,
        suffix,
        data,
        base,
        frame,
        usable,
        looks,
        proposed(usable, looks),
        tuple(edges_of(base, frame)),
    )


def unit_layout(program: Program, unit: UnitFile, names: Mapping[str, str]) -> Layout:
    """The standard's layout as it looks on a unit's file whose styles of these names stand for kinds.

    Raises ReadError where the standard's cannot be read.
    """
    looks = {kind: look for kind, name in names.items() if (look := unit.named(name)) is not None}
    made = dressed(standard_layout(program), unit.frame.section, looks)
    return replace(made, base=Base(unit.name, dict(names)))


def keep_unit_layout(program: Program, unit: UnitFile, names: Mapping[str, str], name: str) -> Layout:
    """Keep it as the writer's own layout of that name, with a copy of the file beside it; what it is now.

    Raises UsageError for an empty name, WriteError, and ReadError where the standard's cannot be read.
    """
    item_id = program.own.id_for(name, OwnKind.LAYOUTS)
    layout = unit_layout(program, unit, names)
    layout = replace(layout, base=Base(f"{item_id}{unit.suffix}", dict(names)))
    if name.strip():
        program.own.write_base(item_id, unit.data, unit.suffix)
    return save_new_layout(program, layout, name)
