"""Exporting a draft for others, in the format that the file's name asks for."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

from app.core.draft import Draft
from app.core.errors import UsageError
from app.export.report import ExportReport, empty_blocks, marks, placeholders_left
from app.files.atomic import write_bytes
from app.jobs.layouts import layout_of, opened_base
from app.jobs.opening import MARKUP_SUFFIX
from app.jobs.program import Program

if TYPE_CHECKING:  # imported when first used: start-up counts
    from app.layouts.model import Layout

WORD_SUFFIX, TEXT_SUFFIX = ".docx", ".txt"
Fonts: TypeAlias = Callable[[], frozenset[str] | None]
"""Tells the fonts that are installed; None where that cannot be told."""
EXPORT_SUFFIXES = (WORD_SUFFIX, TEXT_SUFFIX, MARKUP_SUFFIX)


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What a writer may choose for an export. All but `overwrite` are for Word files."""

    layout: str = ""
    """The ID of a layout or the path of a `.toml` file; empty: the layout of the draft."""
    numbering: Literal["text", "auto"] = "text"
    """Numbers of headings as text, or as Word's own numbering."""
    clean: bool = False
    """Leaves out the hidden bookmarks."""
    author: str = ""
    """The only name that gets into the file; empty: none."""
    bold_point_leads: bool | None = None
    """Whether first sentences of points are bold; None: as the layout says."""
    overwrite: bool = False


@dataclass(frozen=True, slots=True)
class Exported:
    """A finished export."""

    path: Path
    report: ExportReport
    note: str = ""
    """What the writer should know although all went well; empty when there is nothing."""


def export_draft(
    program: Program,
    draft: Draft,
    path: Path,
    options: ExportOptions | None = None,
    source: Path | None = None,
    fonts: Fonts | None = None,
) -> Exported:
    """Write the draft to `path` as Word, plain text or markup, by its suffix.

    `source` is the file that the draft was read from: it is never written over. `fonts` tells which are installed,
    for one who exports many; None asks the system. Raises UsageError for
    another suffix, that file or an unknown layout, ReadError for a layout that is wrong, and WriteError,
    with the former file unharmed, when writing fails or a file is there and may not be replaced.
    """
    options = options or ExportOptions()
    suffix = path.suffix.lower()
    if suffix not in EXPORT_SUFFIXES:
        raise UsageError(f"不会导出成“{path.name}”。", f"文件名的后缀写 {'、'.join(EXPORT_SUFFIXES)} 之一。")
    if source is not None and _is_same(path, source):
        raise UsageError("导出的文件就是打开的这一个，没有覆盖。", "换一个文件名。")
    if suffix == WORD_SUFFIX:
        data, report = _word(program, draft, options, fonts)
    else:
        from app.export.text import export_markup, export_txt

        text = export_txt(draft) if suffix == TEXT_SUFFIX else export_markup(draft)
        data = text.encode("utf-8", "replace")
        report = ExportReport(
            placeholders=placeholders_left(draft),
            empty_blocks=empty_blocks(draft),
            marks_lost=marks(draft) if suffix == TEXT_SUFFIX else 0,
        )
    written = write_bytes(path, data, replace=options.overwrite)
    return Exported(written.path, report, written.note)


def default_file_name(draft: Draft, layout: "Layout") -> str:
    """The name under which a Word file is offered: 标题（稿次）月日.docx, or as the layout has it."""
    from app.export.file_name import file_name

    return file_name(draft, layout) + WORD_SUFFIX


def _word(
    program: Program, draft: Draft, options: ExportOptions, fonts: Fonts | None
) -> tuple[bytes, ExportReport]:
    layout = layout_of(program, draft, options.layout)
    from app.export.docx import DocxOptions, export_docx
    from app.export.fonts import installed_fonts

    word = DocxOptions(
        numbering=options.numbering,
        clean=options.clean,
        author=options.author,
        bold_point_leads=options.bold_point_leads,
        installed=(fonts or installed_fonts)(),
    )
    if layout.base is None:
        return export_docx(draft, layout, word, program.segmenter)
    from app.export.base.writing import export_on_base

    base = opened_base(program, layout, options.layout)
    return export_on_base(draft, layout, base, layout.base.styles, word, program.segmenter)


def _is_same(path: Path, other: Path) -> bool:
    """Whether two paths are one file, by whatever name."""
    try:
        return path.samefile(other)
    except (OSError, ValueError):
        return False
