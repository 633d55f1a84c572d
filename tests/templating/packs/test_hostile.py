"""Packs that mean no good are refused, or what is bad in them is told; nothing is written, and nothing hangs."""

import itertools
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from app.core.errors import ReadError
from app.templating.packs.looking import Checking
from app.templating.packs.pack_file import read_pack
from app.templating.packs.taking import take_in
from app.templating.packs.unpacking import Unpacking
from tests.templating.packs.conftest import Writer
from tests.templating.packs.hostile import FILES, PACKS, TEMPLATES, fields, section
from tests.templating.packs.packing import by_hand, looked
from tests.templating.small_library import write

pytestmark = pytest.mark.timeout(20)


@pytest.mark.parametrize("case", PACKS)
def test_a_hostile_pack_is_refused(case: str, taker: Writer, tmp_path: Path) -> None:
    data, said = PACKS[case]
    path = tmp_path / "a.zip"
    path.write_bytes(data())
    with pytest.raises(ReadError, match=said):
        looked(taker, path)
    assert taker.files() == set()


@pytest.mark.parametrize("case", TEMPLATES)
def test_what_a_hostile_template_tries_is_told_and_nothing_of_it_is_taken(
    case: str, taker: Writer, tmp_path: Path
) -> None:
    text, said = TEMPLATES[case]
    look = looked(taker, by_hand(tmp_path / "a.zip", {"sections/wode/huai.j2": text}))
    (found,) = look.items
    if said:
        assert any(re.search(said, fault) for fault in found.faults), found.faults
        assert take_in(look, {}, taker.store).paths == ()
        assert taker.files() == set()


@pytest.mark.parametrize("case", FILES)
def test_a_file_that_would_do_harm_is_told(case: str, taker: Writer, tmp_path: Path) -> None:
    files, said = FILES[case]
    look = looked(taker, by_hand(tmp_path / "a.zip", files))
    assert any(re.search(said, fault) for item in look.items for fault in item.faults)
    assert taker.files() == set()


@pytest.mark.parametrize("count", [300, 6000, 100_000])
def test_a_template_of_ones_own_with_fields_without_end_is_a_problem_and_the_rest_is_there(
    count: int, taker: Writer
) -> None:
    path = write(taker.store.folder, "sections/wode/huai.j2", section("x", fields(count)))
    (problem,) = taker.library.problems
    assert problem.path == path
    assert "超过" in str(problem.error)
    assert "kc_yi" in taker.library.sections


def seconds() -> Callable[[], float]:
    """A clock on which a second has gone whenever one looks."""
    return map(float, itertools.count()).__next__


def test_a_crowd_of_slow_templates_is_not_waited_for(taker: Writer, tmp_path: Path) -> None:
    path = by_hand(tmp_path / "a.zip", {"sections/a.j2": section("x"), "sections/b.j2": section("x")})
    unpacking = Unpacking(read_pack(path), taker.store, lambda: 0.0)
    items = unpacking.read()
    checking = Checking(read_pack(path), taker.library, taker.store, unpacking.values, seconds())
    checking.checked(items, checking.library_with(items), taker.places.user_data)
    assert any("有 1 个没有试写" in note for note in checking.notes())


def test_a_pack_that_takes_long_to_read_is_given_up(taker: Writer, tmp_path: Path) -> None:
    path = by_hand(tmp_path / "a.zip", {"sections/a.j2": section("x"), "sections/b.j2": section("x")})
    with pytest.raises(ReadError, match="多得反常"):
        Unpacking(read_pack(path), taker.store, seconds()).read()


def test_a_file_that_is_no_utf_8_is_told(taker: Writer, tmp_path: Path) -> None:
    look = looked(taker, by_hand(tmp_path / "a.zip", {"sections/wode/huai.j2": "名称".encode("gb18030")}))
    assert "UTF-8" in look.items[0].faults[0]
    assert not look.items[0].can_be_taken
