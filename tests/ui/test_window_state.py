"""What the window remembers."""

from pathlib import Path

from app.ui.frame import PANEL
from app.ui.window_state import WindowState


def test_recent_files_stand_with_the_last_one_first_and_each_once(tmp_path: Path) -> None:
    paths = [tmp_path / f"{name}.siceng" for name in "甲乙丙"]
    for path in paths:
        path.touch()
    state = WindowState(tmp_path)
    for path in [*paths, paths[0]]:
        state.add_recent(path)
    assert WindowState(tmp_path).recent == (paths[0], paths[2], paths[1])


def test_at_most_ten_files_are_recent_and_those_that_are_gone_are_left_out(tmp_path: Path) -> None:
    state = WindowState(tmp_path)
    paths = [tmp_path / f"{number}.siceng" for number in range(12)]
    for path in paths:
        path.touch()
        state.add_recent(path)
    paths[11].unlink()
    assert state.recent == tuple(reversed(paths[2:11]))


def test_a_folder_that_is_gone_is_not_offered(tmp_path: Path) -> None:
    state = WindowState(tmp_path)
    state.set_folder("drafts", tmp_path / "gone")
    assert state.folder("drafts") == Path.home()
    state.set_folder("drafts", tmp_path)
    assert state.folder("drafts") == tmp_path


def test_nonsense_in_the_file_counts_as_never_written(tmp_path: Path) -> None:
    (tmp_path / "window.ini").write_text(
        "[window]\npanel_width=wide\npanel_shown=@Invalid()\ngeometry=7\n", "utf-8"
    )
    state = WindowState(tmp_path)
    assert state.width(PANEL, 320) == 320
    assert state.is_shown(PANEL)
    assert state.geometry.isEmpty()
