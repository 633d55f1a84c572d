"""What a writer does with own templates: copies, changes, deletes and puts back, and no text is ever lost."""

from pathlib import Path

import pytest

from app.core.errors import UsageError, WriteError
from app.files.places import Places
from app.templating.library import Library, load_library
from app.templating.own import store as store_module
from app.templating.own.kinds import OwnKind
from app.templating.own.store import OwnStore
from tests.templating.small_library import write

SECTIONS, OCCASIONS, LAYOUTS = OwnKind.SECTIONS, OwnKind.OCCASIONS, OwnKind.LAYOUTS


def library(places: Places) -> Library:
    return load_library((places.templates, places.user_data / "templates"))


def built_in(store: OwnStore, kind: OwnKind, item_id: str) -> Path:
    path = store.built_in_file(kind, item_id)
    assert path is not None
    return path


@pytest.fixture
def own(store: OwnStore) -> Path:
    """A copy of a built-in section template."""
    return store.copy(built_in(store, SECTIONS, "js_yi"), "简短结束")


def texts(store: OwnStore, path: Path) -> list[str]:
    return [store.read(version.path) for version in store.versions(path)]


def test_a_copy_is_one_more_to_choose_from(places: Places, own: Path) -> None:
    found = library(places)
    assert {"js_yi", "jianduanjieshu"} <= {*found.sections}
    assert found.sections["jianduanjieshu"].name == "简短结束"
    assert not found.sections["jianduanjieshu"].built_in
    assert found.sections["jianduanjieshu"].body == found.sections["js_yi"].body
    assert own == places.user_data / "templates" / "sections" / "wode" / "jianduanjieshu.j2"


def test_two_copies_of_one_name_are_two_files(store: OwnStore, own: Path) -> None:
    assert store.copy(own, "简短结束").stem == "jianduanjieshu_2"


def test_a_copy_of_a_built_in_layout_follows_what_it_is_a_copy_of(store: OwnStore) -> None:
    path = store.copy(built_in(store, LAYOUTS, "gb9704"), "本局")
    assert store.read(path) == '名称 = "本局"\n基于 = "gb9704"\n'


def test_a_copy_of_a_layout_has_a_copy_of_its_word_file(store: OwnStore) -> None:
    store.write_base("benju", b"PK", ".docx")
    path = store.write(LAYOUTS, "benju", '名称 = "本局"\n[base]\n文件 = "benju.docx"\n')
    copied = store.copy(path, "本局二")
    assert '文件 = "benjuer.docx"' in store.read(copied)
    assert copied.with_suffix(".docx").read_bytes() == b"PK"


def test_a_built_in_one_is_changed_by_a_file_in_its_place(places: Places, store: OwnStore) -> None:
    path = store.override(built_in(store, OCCASIONS, "xiaohui"))
    assert store.read(path) == store.read(built_in(store, OCCASIONS, "xiaohui"))
    store.rename(path, "小小会")
    assert library(places).occasions["xiaohui"].name == "小小会"
    assert store.built_in_below(path) == built_in(store, OCCASIONS, "xiaohui")
    assert store.override(built_in(store, OCCASIONS, "xiaohui")) == path
    assert "小小会" in store.read(path)


def test_the_built_in_one_is_there_again_when_the_change_is_given_up(places: Places, store: OwnStore) -> None:
    path = store.override(built_in(store, SECTIONS, "js_yi"))
    store.rename(path, "新结束")
    store.restore_built_in(path)
    assert library(places).sections["js_yi"].name == "结束"
    assert texts(store, path)[0].count("新结束") == 1


def test_what_stands_for_itself_has_nothing_to_go_back_to(store: OwnStore, own: Path) -> None:
    with pytest.raises(UsageError, match="不是从自带的改来的"):
        store.restore_built_in(own)
    assert own.exists()


def test_what_comes_with_the_program_cannot_be_deleted(store: OwnStore) -> None:
    with pytest.raises(UsageError, match="自带"):
        store.delete(built_in(store, SECTIONS, "js_yi"))
    assert built_in(store, SECTIONS, "js_yi").exists()


def test_every_text_that_is_written_over_is_a_version(store: OwnStore, own: Path) -> None:
    first = store.read(own)
    store.write(SECTIONS, own.stem, first + "又一句\n")
    store.write(SECTIONS, own.stem, first + "又两句\n")
    assert texts(store, own) == [first + "又一句\n", first]


def test_a_version_that_is_put_back_can_be_undone_by_putting_back(store: OwnStore, own: Path) -> None:
    first = store.read(own)
    store.write(SECTIONS, own.stem, first + "又一句\n")
    assert store.read(store.put_back(store.versions(own)[0])) == first
    assert store.read(store.put_back(store.versions(own)[0])) == first + "又一句\n"


def test_a_deleted_file_can_be_put_back(store: OwnStore, own: Path) -> None:
    text = store.read(own)
    store.delete(own)
    assert not own.exists()
    (version,) = store.deleted()
    assert store.read(store.put_back(version)) == text
    assert store.deleted() == ()


def test_a_deleted_layout_comes_back_with_its_word_file(store: OwnStore) -> None:
    base = store.write_base("benju", b"PK", ".docx")
    path = store.write(LAYOUTS, "benju", '名称 = "本局"\n[base]\n文件 = "benju.docx"\n')
    store.delete(path)
    assert not base.exists()
    (version,) = store.deleted()
    store.put_back(version)
    assert base.read_bytes() == b"PK"


def test_a_file_that_another_program_changed_is_not_written_over(store: OwnStore, own: Path) -> None:
    seen = store.read(own)
    own.write_text("别处改的", encoding="utf-8")
    with pytest.raises(WriteError, match="在别处改过"):
        store.write(SECTIONS, own.stem, "我改的", unless_changed=seen)
    assert store.read(own) == "别处改的"


def test_a_file_is_changed_where_it_is(store: OwnStore) -> None:
    path = write(store.folder, "sections/bieren/x.j2", "旧")
    assert store.write(SECTIONS, "x", "新") == path


def test_the_former_text_is_kept_although_writing_fails(
    store: OwnStore, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    former = store.read(own)

    def refuse(path: Path, data: bytes, *, replace: bool) -> None:
        raise WriteError("磁盘满了。")

    with monkeypatch.context() as patch:
        patch.setattr(store_module, "write_bytes", refuse)
        with pytest.raises(WriteError):
            store.write(SECTIONS, own.stem, "新")
    assert store.read(own) == former
    assert texts(store, own) == [former]


@pytest.mark.parametrize("name", ["", "../x", "a/b", "X", "名", "con.j2"])
def test_an_id_that_is_no_name_of_a_file_is_refused(store: OwnStore, name: str) -> None:
    with pytest.raises(UsageError):
        store.write(SECTIONS, name, "x")
    assert not store.folder.exists()


def test_what_is_too_long_or_no_text_is_refused(store: OwnStore) -> None:
    with pytest.raises(WriteError, match="太长"):
        store.write(SECTIONS, "x", "字" * 100_000)
    with pytest.raises(WriteError, match="第 2 行"):
        store.write(SECTIONS, "x", "一\n\ud800")
    with pytest.raises(UsageError, match=r"\.doc"):
        store.write_base("x", b"", ".docm")
    assert not store.folder.exists()


def test_a_name_must_say_something(store: OwnStore, own: Path) -> None:
    with pytest.raises(UsageError, match="名称"):
        store.rename(own, "  ")


def test_files_that_are_none_of_ours_are_not_taken_for_some(store: OwnStore, tmp_path: Path) -> None:
    for path in (tmp_path / "x.j2", store.folder / "x.j2", store.folder / "layouts" / "x" / "y.toml"):
        with pytest.raises(UsageError):
            store.kind_of(path)
