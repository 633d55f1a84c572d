"""The file of one section template: read to be changed, written with its former text kept."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from app.core.errors import ReadError
from app.files.atomic import write_bytes
from app.files.system_errors import write_error
from app.jobs.program import Program
from app.templating.own.kinds import OwnKind
from app.templating.own.section_text import section_text
from app.templating.section_template import SectionTemplate, section_of


@dataclass(frozen=True, slots=True)
class TemplateFile:
    """What was read of a file. `template` is None where it is none as it stands: then its text is to be mended.

    `on_disk` is what the own file holds as far as is known, empty where there is none (a built-in one was read).
    """

    path: Path
    text: str
    template: SectionTemplate | None
    on_disk: str

    @property
    def id(self) -> str:
        """The ID of the template."""
        return self.path.stem


@dataclass(frozen=True, slots=True)
class Written:
    """What is to be written: a template that was changed, or the text of the whole file (`template` is None)."""

    template: SectionTemplate | None
    text: str = ""
    renamed: Mapping[str, str] = field(default_factory=dict[str, str])
    """The present names of fields by those in the file."""


def open_template(program: Program, path: Path) -> TemplateFile:
    """Read a section template, own or built-in, to be changed. Raises ReadError where its bytes are no text."""
    text = program.own.read(path)
    own = program.own.is_own(path)
    try:
        template = section_of(text, path, built_in=not own)
    except ReadError:
        template = None
    return TemplateFile(path, text, template, text if own else "")


def file_text(opened: TemplateFile, written: Written) -> str:
    """The text that the file gets: what was not changed is written as it was. Raises ReadError."""
    if written.template is None:
        return written.text
    return section_text(written.template, opened.text if opened.template else "", written.renamed)


def save_template(program: Program, opened: TemplateFile, written: Written, on_disk: str) -> tuple[Path, str]:
    """Write it into the writer's folder, over the file only if that holds `on_disk`; where it is, and its text.

    The library is the one with it afterwards.

    Raises ReadError, WriteError with the file unharmed.
    """
    text = file_text(opened, written)
    path = program.own.write(OwnKind.SECTIONS, opened.id, text, unless_changed=on_disk)
    program.refresh_library()
    return path, text


def text_on_disk(program: Program, opened: TemplateFile) -> str | None:
    """What the own file holds now, empty where there is none; None where it cannot be read just now."""
    path = program.own.own_file(OwnKind.SECTIONS, opened.id)
    if path is None:
        return ""
    try:
        return program.own.read(path)
    except ReadError:
        return None


def keep_unsaved(program: Program, opened: TemplateFile, written: Written) -> None:
    """Keep what is not saved yet, for the case that the program ends without being left. Raises ReadError, WriteError."""
    path = _unsaved(program, opened)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise write_error(error, path) from error
    write_bytes(path, file_text(opened, written).encode("utf-8", "replace"), replace=True)


def unsaved_text(program: Program, opened: TemplateFile) -> str | None:
    """What was kept of a template and never saved nor thrown away; None where there is nothing, or nothing else."""
    path = _unsaved(program, opened)
    try:
        text = program.own.read(path) if path.exists() else opened.text
    except ReadError:
        return None
    return None if text == opened.text else text


def drop_unsaved(program: Program, opened: TemplateFile) -> None:
    """What was kept is saved, or not wanted."""
    with suppress(OSError):  # what will not go is offered once more, no more than that
        _unsaved(program, opened).unlink(missing_ok=True)


def _unsaved(program: Program, opened: TemplateFile) -> Path:
    return program.places.user_data / "unsaved" / opened.path.name
