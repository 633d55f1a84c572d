"""The layout that a draft is shown and printed in."""

from pathlib import Path
from typing import TYPE_CHECKING

from app.core.draft import Draft
from app.core.errors import UsageError
from app.jobs.program import Program
from app.layouts.find import find_layout
from app.layouts.model import Layout

if TYPE_CHECKING:  # imported when first used: start-up counts
    from app.export.base.opening import BaseFile

MOST_BASE_BYTES = 32 << 20
"""Of a unit's own Word file: logos are small."""


def layout_of(program: Program, draft: Draft, chosen: str = "") -> Layout:
    """The layout with the ID or in the `.toml` file that was chosen, else the one that the draft names.

    Raises UsageError, naming those there are, where there is none, and ReadError for one that is wrong.
    """
    if not chosen and draft.layout.endswith(".toml"):
        # A draft names layouts by ID: whoever sent it does not choose files here.
        raise UsageError(f"稿子里写的版式“{draft.layout}”不能用。", "导出时另选一个版式（--layout gb9704）。")
    return find_layout(chosen or draft.layout, program.places.layout_folders)


def opened_base(program: Program, layout: Layout, chosen: str = "") -> "BaseFile":
    """The unit's own Word file that a layout stands on; it has one.

    `chosen` is what the layout was chosen by: a file lies beside its `.toml`, else in a folder of layouts.
    Raises ReadError where the file is missing, or cannot be built on.
    """
    from app.export.base.opening import open_base
    from app.files.reading import read_bytes
    from app.layouts.base import base_file

    assert layout.base is not None
    beside = (Path(chosen).parent,) if chosen.endswith(".toml") else ()
    path = base_file(layout.base, layout.id, (*beside, *program.places.layout_folders))
    return open_base(read_bytes(path, MOST_BASE_BYTES), path.name)
