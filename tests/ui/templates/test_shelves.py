"""What the 模板库 lists, and on which shelves it stands."""

from app.core.kinds import Layer
from app.jobs.program import Program
from app.ui.templates.entries import Entry, Origin, entries
from app.ui.templates.rows import rows
from app.ui.templates.shelves import Shelf, shelves
from tests.ui.templates.conftest import Write, own


def listed(program: Program) -> dict[str, Entry]:
    return {entry.key: entry for entry in entries(program)}


def every_shelf(program: Program, *faulty: str) -> dict[str, Shelf]:
    found: dict[str, Shelf] = {}

    def take(shelf: Shelf) -> None:
        found[shelf.id] = shelf
        for each in shelf.below:
            take(each)

    for shelf in shelves(program.library, tuple(listed(program).values()), faulty):
        take(shelf)
    return found


def test_without_own_templates_all_are_built_in_each_once(program: Program) -> None:
    found = listed(program).values()
    assert {entry.id for entry in found} == set(program.library.sections)
    assert len(found) == len(program.library.sections)
    assert {entry.origin for entry in found} == {Origin.BUILT_IN}
    assert every_shelf(program)["own"].keys == () and "changed" not in every_shelf(program)


def test_own_ones_are_told_from_those_that_stand_in_the_place_of_built_in_ones(
    program: Program, write: Write
) -> None:
    new, changed = write("zijide", own("自己的")), write("tj_renshi_daotui", own("改了的"))
    found = listed(program)
    assert found[str(new)].origin is Origin.OWN and found[str(changed)].origin is Origin.CHANGED
    assert len(found) == len(program.library.sections)
    shelf = every_shelf(program)
    assert set(shelf["own"].keys) == {str(new), str(changed)} and shelf["changed"].keys == (str(changed),)


def test_a_file_that_cannot_be_read_is_listed_beside_what_stands_in_its_place(
    program: Program, write: Write
) -> None:
    broken = write("tj_renshi_daotui", "没有开头")
    found = listed(program)
    assert found[str(broken)].error is not None and found[str(broken)].template is None
    assert [entry.origin for entry in found.values() if entry.id == "tj_renshi_daotui"] == [
        Origin.BUILT_IN,
        Origin.CHANGED,
    ]
    assert every_shelf(program)["faulty"].keys == (str(broken),)
    assert str(broken) in every_shelf(program)["own"].keys


def test_what_is_found_wrong_later_stands_with_the_broken(program: Program, write: Write) -> None:
    path = write("zijide", own("自己的", "{{ 没有这个 }}"))
    assert "faulty" not in every_shelf(program)
    assert every_shelf(program, str(path))["faulty"].keys == (str(path),)


def test_every_template_stands_under_one_layer_or_none(program: Program) -> None:
    shelf = every_shelf(program)["layers"]
    keys = [key for each in shelf.below for key in each.keys]
    assert sorted(keys) == sorted(listed(program))
    assert [each.layer for each in shelf.below] == [*Layer, None]


def test_an_occasion_has_its_slots_with_the_templates_to_choose_from(program: Program, write: Write) -> None:
    path = write("zijide", own("自己的"))
    shelf = every_shelf(program)["occasion:tuijinhui"]
    assert [each.name for each in shelf.below] == ["开场", "认识", "形势", "任务", "保障", "收尾"]
    assert str(path) in shelf.below[1].keys and str(path) in shelf.keys
    assert str(path) not in shelf.below[2].keys


def test_slots_of_all_variants_are_there_once(program: Program) -> None:
    names = [each.name for each in every_shelf(program)["occasion:kaimuci"].below]
    assert names and len(names) == len(set(names))


def test_a_row_says_what_it_is_for_and_whose_it_is(program: Program, write: Write) -> None:
    path = write("zijide", own("自己的"))
    entry = listed(program)[str(path)]
    (row,) = rows([entry], program.library, None, {})
    assert (row.entry.name, row.below, row.marks) == ("自己的", "认识层 · 约 20 字", ("我的",))
    (wrong,) = rows([entry], program.library, None, {str(path): "第 7 行：没有。"})
    assert (wrong.below, wrong.marks) == ("第 7 行：没有。", ("我的", "有错"))


def test_a_broken_file_of_another_kind_is_listed_with_its_kind(program: Program) -> None:
    folder = program.places.user_data / "templates" / "occasions"
    folder.mkdir(parents=True)
    for name in ("tuijinhui", "xinde"):
        (folder / f"{name}.toml").write_text("名称 = ", encoding="utf-8")
    program.refresh_library()
    found = [entry for entry in listed(program).values() if entry.error is not None]
    assert [(entry.id, entry.origin) for entry in found] == [
        ("tuijinhui", Origin.CHANGED),
        ("xinde", Origin.OWN),
    ]
    (row, _) = rows(found, program.library, None, {})
    assert row.marks == ("改过", "场合", "有错") and row.is_wrong
    assert set(every_shelf(program)["faulty"].keys) == {entry.key for entry in found}


def test_what_was_deleted_is_listed_by_its_name_whatever_it_was(program: Program, write: Write) -> None:
    folder = program.places.user_data / "templates" / "occasions"
    folder.mkdir(parents=True)
    occasion = folder / "xinde.toml"
    occasion.write_text('名称 = "新的会"\n', encoding="utf-8")
    for path in (occasion, write("zijide", own("自己的")), write("huaide", "写坏了")):
        program.own.delete(path)
    program.refresh_library()
    found = {key: entry for key, entry in listed(program).items() if entry.origin is Origin.DELETED}
    assert {entry.name for entry in found.values()} == {"新的会", "自己的", "huaide"}
    shelf = every_shelf(program)
    assert set(shelf["deleted"].keys) == set(found)
    assert not set(found) & {*shelf["all"].keys, *shelf["own"].keys, *shelf["layer:认识"].keys}
