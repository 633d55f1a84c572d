"""Occasions and section templates: found by name, and an author's own checked."""

from pathlib import Path

from app.core.errors import AppError, ReadError, UsageError
from app.jobs.making import raise_problem
from app.jobs.program import Program
from app.layouts.read import read_layout
from app.templating.occasion import Occasion
from app.templating.problems import near
from app.templating.remarks import Level, Remark
from app.templating.section_template import SectionTemplate
from app.templating.validate import validate


def find_template(program: Program, key: str) -> Occasion | SectionTemplate:
    """The occasion or section template of that ID or 名称, an occasion first.

    Raises the error of its file where it has one, UsageError naming what is near where there is none.
    """
    library = program.library
    by_name = {each.name: each for each in library.sections.values()}
    occasions = {name: each for each in library.occasions.values() for name in (each.id, each.name)}
    found = occasions.get(key) or library.sections.get(key) or by_name.get(key)
    if found is not None:
        return found
    for folder in ("occasions", "sections"):
        raise_problem(library, folder, key)
    known = [*occasions, *library.sections]
    raise UsageError(f"没有叫“{key}”的场合或节模板。", near(key, known))


def check_templates(program: Program, path: Path) -> tuple[Remark, ...]:
    """All remarks about an author's file or folder: section templates, occasions, facts and layouts.

    None if it is sound. Raises UsageError for a file that is none of these, ReadError where nothing is there.
    """
    path = path.absolute()
    if not path.exists():
        raise ReadError(f"没有找到“{path}”。", "检查文件名和文件夹是否写对。")
    if path.is_dir():
        remarks = validate(path, program.library, program.renderer)
        layouts = (
            remark for file in sorted(path.glob("layouts/*.toml")) for remark in _layout(program, file)
        )
        return (*remarks, *layouts)
    if path.parent.name == "layouts" and path.suffix == ".toml":
        return _layout(program, path)
    return validate(path, program.library, program.renderer)


def _layout(program: Program, path: Path) -> tuple[Remark, ...]:
    try:
        read_layout(path, program.places.layout_folders)
    except AppError as error:
        return (Remark(path, None, Level.WRONG, error.what, error.remedy),)
    return ()
