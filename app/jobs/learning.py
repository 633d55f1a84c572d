"""A layout learned from a unit's file, compared with the standard, and kept as the writer's own."""

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from app.core.errors import ReadError
from app.importing.file_kinds import FileKind
from app.jobs.own_layouts import save_new_layout, standard_layout
from app.jobs.program import Program
from app.jobs.sources import read_content, word_data

if TYPE_CHECKING:  # imported with the first file: start-up counts
    from app.importing.layout.findings import Key
    from app.importing.layout.learn import Learned
    from app.layouts.model import Layout

SAMPLE_SUFFIXES = (".docx", ".dotx", ".docm", ".doc", ".wps", ".rtf", ".odt")
"""What a sample may be: what is no file of Word is made into one by LibreOffice, where it is installed."""


def learned_from(program: Program, path: Path) -> "Learned":
    """What a file shows of its layout, compared with the standard's.

    Raises ReadError, which says what to do, for what is no file of an office program, and for one without text.
    """
    from app.importing.layout.learn import learn

    content = read_content(path)
    if content.kind in (FileKind.TEXT, FileKind.PAGE, FileKind.PAGE_ARCHIVE):
        raise ReadError(f"“{content.name}”里没有版式。", "选一份排好版的 Word 文件。")
    return learn(word_data(content), content.name, standard_layout(program))


def keep_learned(program: Program, learned: "Learned", taken: "Collection[Key]", name: str) -> "Layout":
    """The layout with the findings that are taken, kept as the writer's own under that name.

    Raises ReadError for what no layout can be, UsageError for an empty name, WriteError.
    """
    from app.layouts.checks import check

    layout = learned.with_taken(taken)
    check(layout)
    return save_new_layout(program, layout, name)
