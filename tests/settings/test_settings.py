"""Settings are kept in one file; what is damaged or unknown is never thrown away."""

import errno
import json
import os
from pathlib import Path
from typing import Annotated, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import Meta

from app.core.errors import ReadError, UsageError, WriteError
from app.settings.options import Option, Registry, Stored
from app.settings.settings import Settings

NAME: Option[str] = Option("name", str, "", "名称")
SIZE: Option[int] = Option("size", Annotated[int, Meta(ge=1, le=9)], 3, "大小")
RATES: Option[dict[str, float]] = Option("rates", dict[str, float], {"常速": 1.0}, "语速")
FILES: Option[tuple[str, ...]] = Option("files", tuple[str, ...], (), "文件")
OPTIONS = (NAME, SIZE, RATES, FILES)
REGISTRY = Registry(OPTIONS)

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.json"


def stored(path: Path, content: object) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(content), "utf-8")
    return path


def test_without_a_file_the_defaults_hold_and_none_is_made(path: Path) -> None:
    read = Settings(path, REGISTRY)
    assert [read.get(option) for option in OPTIONS] == ["", 3, {"常速": 1.0}, ()]
    assert read.faults == ()
    read.save()
    assert not path.parent.exists()


def test_what_is_saved_is_there_the_next_time(path: Path) -> None:
    first = Settings(path, REGISTRY)
    first.set(RATES, {"×××": 0.9})
    first.set(FILES, ("讲话稿.siceng", "另一稿.siceng"))
    assert first.get(RATES) == {"×××": 0.9}
    assert not path.exists()
    first.save()
    again = Settings(path, REGISTRY)
    assert again.get(RATES) == {"×××": 0.9}
    assert again.get(FILES) == ("讲话稿.siceng", "另一稿.siceng")
    assert again.get(SIZE) == 3
    assert "×××" in path.read_text("utf-8")


def test_a_value_given_out_can_be_changed_without_changing_the_setting(path: Path) -> None:
    read = Settings(path, REGISTRY)
    read.get(RATES)["常速"] = 2.0
    assert read.get(RATES) == RATES.default == {"常速": 1.0}
    mine = {"快": 1.1}
    read.set(RATES, mine)
    mine["快"] = 5.0
    read.get(RATES)["快"] = 6.0
    assert read.get(RATES) == {"快": 1.1}


@pytest.mark.parametrize(
    ("option", "value"),
    [
        (SIZE, 0),
        (SIZE, "3"),
        (NAME, None),
        (NAME, "\ud800"),
        (RATES, {"快": float("nan")}),
        (FILES, object()),
    ],
)
def test_a_value_that_cannot_be_is_refused(path: Path, option: Option[Any], value: object) -> None:
    read = Settings(path, REGISTRY)
    with pytest.raises(UsageError, match=f"“{option.title}”不能设成这个值。"):
        read.set(option, value)
    assert read.get(option) == option.default


def test_what_this_version_does_not_know_stays_in_the_file(path: Path) -> None:
    stored(path, {"version": 1, "later": {"a": [1, None]}, "size": 4})
    read = Settings(path, REGISTRY)
    read.set(SIZE, 5)
    read.save()
    assert json.loads(path.read_text("utf-8")) == {"version": 1, "later": {"a": [1, None]}, "size": 5}


def test_what_another_window_saved_meanwhile_stays(path: Path) -> None:
    one, other = Settings(path, REGISTRY), Settings(path, REGISTRY)
    one.set(SIZE, 5)
    one.save()
    other.set(NAME, "甲")
    other.save()
    again = Settings(path, REGISTRY)
    assert (again.get(SIZE), again.get(NAME)) == (5, "甲")
    assert other.get(SIZE) == 5


def test_a_value_that_cannot_be_gives_way_to_its_default_and_is_kept_beside(path: Path) -> None:
    content = {"version": 1, "size": 99, "files": "讲话稿", "name": "甲"}
    before = stored(path, content).read_bytes()
    read = Settings(path, REGISTRY)
    assert (read.get(SIZE), read.get(FILES), read.get(NAME)) == (3, (), "甲")
    assert [str(fault) for fault in read.faults] == [
        "设置里的“大小”、“文件”不对，原文件另存为“settings.json.bad”。程序照常使用，有关设置先用默认的。"
    ]
    assert path.with_name("settings.json.bad").read_bytes() == before


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[1]",
        b"\xff\xfe",
        b'{"name": "\xff"}',
        b'{"a":' + b"[" * 99999 + b"]" * 99999 + b"}",
        b"null",
    ],
)
def test_a_damaged_file_is_kept_beside_and_the_defaults_hold(path: Path, data: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(data)
    read = Settings(path, REGISTRY)
    assert read.get(SIZE) == 3
    assert [fault.what for fault in read.faults] == [
        "设置文件坏了，读不出来，原文件另存为“settings.json.bad”。"
    ]
    assert path.with_name("settings.json.bad").read_bytes() == data
    read.set(SIZE, 4)
    read.save()
    assert Settings(path, REGISTRY).get(SIZE) == 4
    assert Settings(path, REGISTRY).faults == ()


def test_a_damaged_file_that_cannot_be_kept_beside_is_told_too(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object) -> int:
        raise OSError(errno.EROFS, "read-only")

    path.parent.mkdir()
    path.write_bytes(b"{")
    monkeypatch.setattr(os, "open", refuse)
    what = [fault.what for fault in Settings(path, REGISTRY).faults]
    assert what[0] == "设置文件坏了，读不出来。"
    assert "只读的" in what[1]
    assert path.read_bytes() == b"{"


def test_a_file_that_cannot_be_read_is_told_and_not_written_over(path: Path) -> None:
    path.mkdir(parents=True)
    read = Settings(path, REGISTRY)
    assert [type(fault) for fault in read.faults] == [ReadError]
    read.set(SIZE, 4)
    with pytest.raises(ReadError):
        read.save()
    assert path.is_dir()


def test_what_could_not_be_saved_is_saved_the_next_time(path: Path) -> None:
    path.parent.write_bytes(b"in the way")
    read = Settings(path, REGISTRY)
    read.set(SIZE, 4)
    with pytest.raises(WriteError):
        read.save()
    path.parent.unlink()
    read.save()
    assert Settings(path, REGISTRY).get(SIZE) == 4


def renamed(content: Stored) -> Stored:
    return {("name" if key == "title" else key): value for key, value in content.items()}


def doubled(content: Stored) -> Stored:
    size = content.get("size")
    return content | {"size": size * 2} if isinstance(size, int) else content


UPGRADED = Registry(OPTIONS, (renamed, doubled))


@pytest.mark.parametrize(
    ("content", "name", "size"),
    [
        ({"title": "甲", "size": 2}, "甲", 4),
        ({"version": 1, "title": "甲", "size": 2}, "甲", 4),
        ({"version": 2, "title": "甲", "size": 2}, "", 4),
        ({"version": 3, "name": "乙", "size": 2}, "乙", 2),
        ({"version": 9, "name": "乙", "size": 2}, "乙", 2),
        ({"version": "?", "title": "甲", "size": 2}, "甲", 4),
        ({"version": -5, "title": "甲", "size": 2}, "甲", 4),
    ],
)
def test_a_file_of_an_earlier_version_is_upgraded_step_by_step(
    path: Path, content: Stored, name: str, size: int
) -> None:
    read = Settings(stored(path, content), UPGRADED)
    assert (read.get(NAME), read.get(SIZE), read.faults) == (name, size, ())


@pytest.mark.parametrize(("before", "after"), [(1, 3), (3, 3), (9, 9)])
def test_the_version_of_a_file_never_goes_back(path: Path, before: int, after: int) -> None:
    read = Settings(stored(path, {"version": before, "size": 2}), UPGRADED)
    read.set(NAME, "甲")
    read.save()
    assert json.loads(path.read_text("utf-8"))["version"] == after


@given(st.dictionaries(st.sampled_from(["version", "name", "size", "rates", "files", "else"]), VALUES))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_content_can_be_read_and_saved_again(path: Path, content: Stored) -> None:
    read = Settings(stored(path, content), REGISTRY)
    for option in OPTIONS:
        value = read.get(option)
        read.set(option, value)
    read.save()
    again = Settings(path, REGISTRY)
    assert again.faults == ()
    assert [again.get(option) for option in OPTIONS] == [read.get(option) for option in OPTIONS]
    assert json.loads(path.read_text("utf-8")).get("else") == content.get("else")
