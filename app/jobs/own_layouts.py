"""The writer's own layouts: which there are, written, handed on as one file and taken in from one."""

from dataclasses import dataclass, replace
from itertools import chain, count
from pathlib import Path

from app.core.errors import AppError, ReadError, UsageError
from app.files.atomic import write_bytes
from app.files.reading import read_bytes
from app.files.toml import read_toml
from app.files.toml_edit import EditedToml
from app.jobs.layouts import MOST_BASE_BYTES
from app.jobs.program import Program
from app.layouts.base import base_file
from app.layouts.find import DEFAULT
from app.layouts.model import Base, Layout
from app.layouts.read import BASE, layout_file, layout_values, read_layout
from app.layouts.write import changed_text, layout_text
from app.templating.own.kinds import OwnKind

_KIND = OwnKind.LAYOUTS
_UNIT_FILE = "base"
"""The table of a layout that prints on a unit's own Word file."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A layout that there is, or what is wrong with its file."""

    id: str
    path: Path
    layout: Layout | None
    """None where the file cannot be used."""
    fault: AppError | None
    """What is wrong with it; where there is a layout all the same, its unit's Word file is missing."""
    own: bool
    """Whether the file is the writer's."""
    over_built_in: bool
    """Whether it stands in the place of one that comes with the program."""

    @property
    def name(self) -> str:
        """What a writer calls it."""
        return self.layout.name if self.layout else self.path.stem


def kept_layouts(program: Program) -> tuple[Kept, ...]:
    """Every layout: the writer's own first by name, then those of the program, the standard before the others."""
    found: dict[str, Kept] = {}
    for folder in program.places.layout_folders:
        for path in sorted(folder.glob("*.toml")):
            found.setdefault(path.stem, _kept(program, path))
    return tuple(sorted(found.values(), key=lambda each: (not each.own, each.id != DEFAULT, each.name)))


def _kept(program: Program, path: Path) -> Kept:
    layout, fault = None, None
    try:
        if layout_file(path.stem, (path.parent,)) is None:
            raise UsageError(f"版式“{path.name}”的文件名不能用。", "只用英文字母、数字和 - _。")
        layout = read_layout(path, program.places.layout_folders)
        if layout.base is not None:
            base_file(layout.base, layout.id, program.places.layout_folders)
    except AppError as error:
        fault = error
    own = program.own.is_own(path)
    return Kept(path.stem, path, layout, fault, own, own and program.own.built_in_below(path) is not None)


def standard_layout(program: Program) -> Layout:
    """The standard's layout as it comes with the program, whatever the writer made of his own."""
    return read_layout(_built_in(program) / f"{DEFAULT}.toml")


def save_layout(program: Program, layout: Layout, unless_changed: str | None = None) -> Path:
    """Write an own layout under its ID, the former text kept as a version; where it is.

    A new one stands on the program's of the same ID, else on the standard. `unless_changed` is the text from
    which it was made, see `OwnStore.write`. Raises ReadError, WriteError, UsageError.
    """
    own, store = program.own.own_file(_KIND, layout.id), program.own
    former = store.read(own) if own is not None else ""
    base, below_path = _base(program, layout.id, own, former)
    below = layout_values(below_path, program.places.layout_folders)
    text = changed_text(former, layout, base, below) if former else layout_text(layout, base, below)
    return store.write(_KIND, layout.id, text, unless_changed)


def save_new_layout(program: Program, layout: Layout, name: str) -> Layout:
    """Write a layout as another own one of that name, whatever its ID was; what it is now.

    Where a layout has the name already, it gets （2） and so on: in a menu two alike could not be told apart. A unit's
    Word file comes with it, so that each layout has its own. Raises UsageError for an empty name, ReadError where
    that file is missing, WriteError.
    """
    if not name.strip():
        raise UsageError("名称是空的。", "写一个名称。")
    made = replace(layout, id=program.own.id_for(name, _KIND), name=_free_name(program, name.strip()))
    if layout.base is not None:
        made = replace(made, base=_own_unit_file(program, layout, made.id))
    save_layout(program, made)
    return made


def _free_name(program: Program, name: str) -> str:
    taken = {kept.name for kept in kept_layouts(program)}
    names = chain([name], (f"{name}（{number}）" for number in count(2)))
    return next(each for each in names if each not in taken)


def _own_unit_file(program: Program, layout: Layout, layout_id: str) -> Base:
    """What a layout of another ID prints on: a copy of the unit's file, beside it under its ID."""
    assert layout.base is not None
    file = base_file(layout.base, layout.id, program.places.layout_folders)
    name = f"{layout_id}{file.suffix.lower()}"
    if file.name != name:
        program.own.write_base(layout_id, read_bytes(file, MOST_BASE_BYTES), file.suffix.lower())
    return replace(layout.base, file=name)


def exported_layout(program: Program, kept: Kept, target: Path) -> None:
    """Write a layout into one file that stands on nothing but the standard. Raises WriteError, UsageError."""
    if kept.layout is None:
        raise UsageError("这个版式的文件有毛病，导出了也用不上。", "先改好再导出。")
    if kept.layout.base is not None:
        remedy = "用“模板”菜单里的“导出模板包…”，Word 模板和版式一起导出。"
        raise UsageError("这个版式连着单位的 Word 模板，一个文件装不下。", remedy)
    text = layout_text(kept.layout, DEFAULT, layout_values(_built_in(program) / f"{DEFAULT}.toml"))
    write_bytes(target, text.encode(), replace=True)


def take_in_layout(program: Program, source: Path) -> Layout:
    """Make an own layout of a file from elsewhere; what it is now. Raises ReadError with what is wrong, WriteError."""
    layout = read_layout(source, program.places.layout_folders)
    if _has_unit_file(source):
        raise ReadError(
            "这个版式连着单位的 Word 模板，只有一个文件用不了。", "请对方用“模板”菜单里的“导出模板包…”给你。"
        )
    return save_new_layout(program, layout, layout.name)


def _has_unit_file(path: Path) -> bool:
    return _UNIT_FILE in read_toml(path)


def _built_in(program: Program) -> Path:
    return program.places.templates / _KIND


def _base(program: Program, layout_id: str, own: Path | None, former: str) -> tuple[str, Path]:
    """The ID and the file of the layout on which an own one stands."""
    standing = EditedToml(former, f"{layout_id}.toml").value((BASE,)) if former else None
    built_in = program.own.built_in_file(_KIND, layout_id)
    base = standing if isinstance(standing, str) else (layout_id if built_in is not None else DEFAULT)
    file = layout_file(base, program.places.layout_folders, (own.resolve(),) if own else ())
    if file is None:
        raise ReadError(f"版式“{layout_id}”所基于的“{base}”没有找到。", "在文字里把“基于”改成有的版式。")
    return base, file
