"""What is chosen of a pack becomes own files, and nothing that was there is lost."""

from pathlib import Path

import pytest

from app.core.errors import WriteError
from app.templating.own.kinds import OwnKind
from app.templating.packs.taking import Choice, choices_for, take_in
from tests.templating.packs.conftest import FACTS, LAYOUT, OCCASION, SECTION, Writer
from tests.templating.packs.packing import by_hand, item, looked, packed


def test_what_is_new_is_taken_where_nobody_chooses(giver: Writer, taker: Writer, tmp_path: Path) -> None:
    take_in(looked(taker, packed(giver, tmp_path / "a.zip")), {}, taker.store)
    library = taker.library
    assert not library.problems
    assert library.occasions["zhibudahui"].name == "支部大会"
    assert library.sections["zhibu_kaichang"].name == "支部开场"
    assert {"支部", "口号"} <= library.facts.keys()
    assert taker.store.own_file(OwnKind.LAYOUTS, "benju")


def test_what_replaces_an_own_file_leaves_a_version_of_it(
    giver: Writer, taker: Writer, tmp_path: Path
) -> None:
    path = taker.write(OwnKind.SECTIONS, "zhibu_kaichang", SECTION.replace("都到了", "到齐了"))
    look = looked(taker, packed(giver, tmp_path / "a.zip"))
    take_in(look, {item(look, "支部开场").key: Choice.TAKE}, taker.store)
    assert taker.store.read(path) == SECTION
    assert "到齐了" in taker.store.read(taker.store.versions(path)[0].path)


def test_what_is_saved_beside_has_a_name_of_its_own_and_the_occasion_of_the_pack_names_it(
    giver: Writer, taker: Writer, tmp_path: Path
) -> None:
    taker.write(OwnKind.SECTIONS, "zhibu_kaichang", SECTION.replace("都到了", "到齐了"))
    take_in(looked(taker, packed(giver, tmp_path / "a.zip")), {}, taker.store)
    library = taker.library
    assert "到齐了" in library.sections["zhibu_kaichang"].body
    (new,) = (each for each in library.sections.values() if each.name == "支部开场（处里的包）")
    assert "都到了" in new.body
    assert library.occasions["zhibudahui"].slots[0].templates == ("kc_yi", new.id)


def test_what_is_saved_beside_never_takes_the_place_of_another_of_the_pack(
    taker: Writer, tmp_path: Path
) -> None:
    taker.write(OwnKind.SECTIONS, "zhibu_kaichang", SECTION.replace("都到了", "到齐了"))
    other = SECTION.replace("支部开场", "另一个").replace("都到了", "来了")
    files = {"sections/wode/zhibu_kaichang.j2": SECTION, "sections/wode/zhibukaichang.j2": other}
    look = looked(taker, by_hand(tmp_path / "a.zip", files))
    choices = {item(look, "支部开场").key: Choice.BESIDE, item(look, "另一个").key: Choice.TAKE}
    take_in(look, choices, taker.store)
    bodies = [taker.store.read(path) for path in taker.store.files(OwnKind.SECTIONS)]
    assert sorted(word for body in bodies for word in ("都到了", "到齐了", "来了") if word in body) == [
        "到齐了",
        "来了",
        "都到了",
    ]


def test_a_layout_that_is_saved_beside_takes_its_word_file_and_its_followers_along(
    taker: Writer, tmp_path: Path
) -> None:
    taker.write(OwnKind.LAYOUTS, "benju", LAYOUT + "[page]\n左 = 30\n")
    files = {
        "layouts/benju.toml": LAYOUT + '[base]\n文件 = "benju.docx"\n',
        "layouts/benju.docx": b"PK",
        "layouts/chushi.toml": '名称 = "处室"\n基于 = "benju"\n',
    }
    look = looked(taker, by_hand(tmp_path / "a.zip", files))
    choices = {each.key: Choice.BESIDE if each.id == "benju" else Choice.TAKE for each in look.items}
    take_in(look, choices, taker.store)
    chushi = taker.store.own_file(OwnKind.LAYOUTS, "chushi")
    assert chushi is not None
    new = taker.store.read(chushi).split('基于 = "')[1].split('"')[0]
    assert new != "benju"
    path = taker.store.own_file(OwnKind.LAYOUTS, new)
    assert path is not None and path.with_suffix(".docx").read_bytes() == b"PK"
    assert f'文件 = "{new}.docx"' in taker.store.read(path)


def test_facts_join_those_that_are_there_with_their_comments(
    giver: Writer, taker: Writer, tmp_path: Path
) -> None:
    path = taker.write(OwnKind.FACTS, "facts", '# 我的\n[领导]\n类型 = "人" # 一把手\n')
    take_in(looked(taker, packed(giver, tmp_path / "a.zip")), {}, taker.store)
    text = taker.store.read(path)
    assert '# 我的\n[领导]\n类型 = "人" # 一把手\n' in text
    assert "[支部]" in text


def test_what_is_not_wanted_is_not_written(giver: Writer, taker: Writer, tmp_path: Path) -> None:
    look = looked(taker, packed(giver, tmp_path / "a.zip"))
    taken = take_in(look, {each.key: Choice.LEAVE for each in look.items}, taker.store)
    assert taken.paths == () and taker.files() == set()


def test_what_has_a_fault_comes_only_when_it_is_asked_for(taker: Writer, tmp_path: Path) -> None:
    look = looked(taker, by_hand(tmp_path / "a.zip", {"sections/wode/x.j2": SECTION}))
    assert choices_for(look.items[0]) == (Choice.LEAVE, Choice.TAKE)
    assert take_in(look, {}, taker.store).paths == ()
    assert take_in(look, {look.items[0].key: Choice.TAKE}, taker.store).paths


def test_what_cannot_be_read_does_not_come_even_when_it_is_asked_for(taker: Writer, tmp_path: Path) -> None:
    look = looked(taker, by_hand(tmp_path / "a.zip", {"sections/wode/x.j2": "没有开头"}))
    assert take_in(look, {look.items[0].key: Choice.TAKE}, taker.store).paths == ()


def test_a_fact_is_replaced_or_left_but_never_doubled(giver: Writer, taker: Writer, tmp_path: Path) -> None:
    taker.write(OwnKind.FACTS, "facts", FACTS.replace("××支部", "第一支部"))
    look = looked(taker, packed(giver, tmp_path / "a.zip"))
    fact = item(look, "支部")
    assert choices_for(fact) == (Choice.LEAVE, Choice.TAKE)
    take_in(look, {fact.key: Choice.TAKE}, taker.store)
    assert taker.library.facts["支部"].example == "××支部"


def test_a_pack_that_is_given_back_and_forth_changes_nothing(
    giver: Writer, taker: Writer, tmp_path: Path
) -> None:
    take_in(looked(taker, packed(giver, tmp_path / "a.zip")), {}, taker.store)
    before = giver.files()
    take_in(looked(giver, packed(taker, tmp_path / "b.zip")), {}, giver.store)
    assert giver.files() == before


def test_where_the_folder_cannot_be_written_that_is_told(
    giver: Writer, taker: Writer, tmp_path: Path
) -> None:
    look = looked(taker, packed(giver, tmp_path / "a.zip"))
    taker.places.user_data.rmdir()
    taker.places.user_data.write_text("no folder")
    with pytest.raises(WriteError):
        take_in(look, {}, taker.store)


def test_every_occasion_text_of_a_pack_stays_as_it_was_written(
    giver: Writer, taker: Writer, tmp_path: Path
) -> None:
    take_in(looked(taker, packed(giver, tmp_path / "a.zip")), {}, taker.store)
    path = taker.store.own_file(OwnKind.OCCASIONS, "zhibudahui")
    assert path is not None and taker.store.read(path) == OCCASION
