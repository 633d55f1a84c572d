"""The layout that a draft is shown and printed in."""

from app.core.draft import Draft
from app.core.errors import UsageError
from app.jobs.program import Program
from app.layouts.find import find_layout
from app.layouts.model import Layout


def layout_of(program: Program, draft: Draft, chosen: str = "") -> Layout:
    """The layout with the ID or in the `.toml` file that was chosen, else the one that the draft names.

    Raises UsageError, naming those there are, where there is none, and ReadError for one that is wrong.
    """
    if not chosen and draft.layout.endswith(".toml"):
        # A draft names layouts by ID: whoever sent it does not choose files here.
        raise UsageError(f"稿子里写的版式“{draft.layout}”不能用。", "导出时另选一个版式（--layout gb9704）。")
    return find_layout(chosen or draft.layout, program.places.layout_folders)
