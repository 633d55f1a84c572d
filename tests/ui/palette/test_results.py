"""Which results stand where."""

from app.ui.palette.results import Result, found


def result(name: str, enabled: bool = True, recent: int | None = None, only_asked: bool = False) -> Result:
    return Result(name, "", lambda: None, enabled=enabled, recent=recent, only_asked=only_asked)


def names(query: str, *results: Result) -> list[str]:
    return [each.name for each in found(query, results)]


def test_what_was_run_lately_comes_first_and_what_cannot_be_run_last() -> None:
    results = (
        result("甲"),
        result("乙", enabled=False, recent=0),
        result("丙", recent=1),
        result("丁", recent=0),
    )
    assert names("", *results) == ["丁", "丙", "甲", "乙"]


def test_headings_and_files_are_shown_only_when_something_is_typed() -> None:
    results = result("标题总览"), result("一、总览全局", only_asked=True)
    assert names("", *results) == ["标题总览"]
    assert names("总览", *results) == ["标题总览", "一、总览全局"]


def test_a_better_fit_stands_before_one_that_was_run_lately() -> None:
    assert names("存", result("另存为", recent=0), result("存档")) == ["存档", "另存为"]
