"""A sample is chosen, looked at, and the layout kept of it is used at once."""

from collections.abc import Callable
from pathlib import Path

from app.jobs.making import new_draft
from app.jobs.program import Program
from app.templating.answers import Answers
from app.ui.main_window import MainWindow
from tests.ui.dialogs import Presser

Choose = Callable[[Path | None], None]


def test_the_open_draft_is_shown_in_the_layout_that_was_learned(
    window: MainWindow, program: Program, sample: Path, choose_file: Choose, press: Presser
) -> None:
    window.bench.show_draft(new_draft(program, "tuijinhui", Answers()).draft)
    choose_file(sample)
    press("存为版式并用上")
    window.commands["learn_layout"].trigger()
    draft = window.bench.open_draft()
    assert draft is not None and draft.layout == "zhaobenjujianghua"
    assert [layout.name for layout, current in window.bench.layout.choices() if current] == ["照《本局讲话》"]


def test_without_a_draft_it_is_said_where_the_layout_is(
    window: MainWindow, sample: Path, choose_file: Choose, press: Presser
) -> None:
    choose_file(sample)
    press("存为版式", "知道了")
    window.commands["learn_layout"].trigger()
    assert "存好了" in press.told[-1]


def test_who_leaves_the_choice_of_a_file_is_asked_nothing(window: MainWindow, choose_file: Choose) -> None:
    choose_file(None)
    window.commands["learn_layout"].trigger()


def test_a_file_that_shows_no_layout_is_refused_with_a_word_on_what_to_choose(
    window: MainWindow, tmp_path: Path, choose_file: Choose, press: Presser
) -> None:
    text = tmp_path / "讲话.txt"
    text.write_text("同志们：\n今天开会。", "utf-8")
    choose_file(text)
    press("知道了")
    window.commands["learn_layout"].trigger()
    assert "没有版式" in press.told[-1]


def test_leaving_keeps_nothing(
    window: MainWindow, program: Program, sample: Path, choose_file: Choose, press: Presser
) -> None:
    choose_file(sample)
    press("取消")
    window.commands["learn_layout"].trigger()
    assert not list((program.places.user_data / "templates").glob("layouts/*"))
