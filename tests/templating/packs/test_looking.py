"""Before anything is taken, a pack says what it brings, what it would replace and what is wrong with it."""

from pathlib import Path

from app.templating.own.kinds import OwnKind
from app.templating.packs.brought import Standing
from tests.templating.packs.conftest import LAYOUT, OCCASION, SECTION, Writer
from tests.templating.packs.packing import by_hand, item, looked, packed


def test_to_somebody_who_has_none_of_it_everything_is_new(
    giver: Writer, taker: Writer, tmp_path: Path
) -> None:
    look = looked(taker, packed(giver, tmp_path / "a.zip"))
    assert look.name == "处里的包"
    assert {each.name for each in look.items} == {"支部大会", "支部开场", "本局", "支部", "口号", "没用到的"}
    assert {each.standing for each in look.items} == {Standing.NEW}
    assert not any(each.faults for each in look.items) and not look.notes
    assert taker.files() == set()


def test_to_who_made_it_everything_is_the_same(giver: Writer, tmp_path: Path) -> None:
    look = looked(giver, packed(giver, tmp_path / "a.zip"))
    assert {each.standing for each in look.items} == {Standing.SAME}


def test_what_differs_is_there_with_both_texts(giver: Writer, taker: Writer, tmp_path: Path) -> None:
    mine = SECTION.replace("都到了", "到齐了")
    taker.write(OwnKind.SECTIONS, "zhibu_kaichang", mine)
    taker.write(OwnKind.FACTS, "facts", '[支部]\n类型 = "文字"\n示例 = "第一支部"\n')
    look = looked(taker, packed(giver, tmp_path / "a.zip"))
    section, fact = item(look, "支部开场"), item(look, "支部")
    assert (section.standing, section.present, section.text, section.replaces_own) == (
        Standing.DIFFERENT, mine, SECTION, True,
    )  # fmt: skip
    assert fact.standing is Standing.DIFFERENT
    assert "第一支部" in fact.present and "××支部" in fact.text


def test_what_would_stand_in_the_place_of_a_built_in_one_is_told_so(taker: Writer, tmp_path: Path) -> None:
    text = SECTION.replace("支部开场", "开场新").replace("口号", "称谓").replace("{{ 支部 }}的", "")
    found = item(looked(taker, by_hand(tmp_path / "a.zip", {"sections/kc_yi.j2": text})), "kc_yi")
    assert found.standing is Standing.DIFFERENT
    assert not found.replaces_own
    assert "开场一" in found.present


def test_a_layout_with_another_word_file_differs(giver: Writer, taker: Writer, tmp_path: Path) -> None:
    text = LAYOUT + '[base]\n文件 = "benju.docx"\n'
    for writer, data in ((giver, b"PK1"), (taker, b"PK2")):
        writer.store.write_base("benju", data, ".docx")
        writer.write(OwnKind.LAYOUTS, "benju", text)
    look = looked(
        taker, by_hand(tmp_path / "a.zip", {"layouts/benju.toml": text, "layouts/benju.docx": b"PK1"})
    )
    assert item(look, "benju").standing is Standing.DIFFERENT
    assert item(look, "benju").base == (".docx", b"PK1")


def test_a_template_that_names_what_is_nowhere_says_so_and_can_be_taken(
    taker: Writer, tmp_path: Path
) -> None:
    look = looked(taker, by_hand(tmp_path / "a.zip", {"sections/wode/x.j2": SECTION}))
    found = item(look, "支部开场")
    assert any("支部" in fault for fault in found.faults)
    assert found.can_be_taken


def test_a_pack_brings_its_own_facts_for_its_own_templates(
    giver: Writer, taker: Writer, tmp_path: Path
) -> None:
    assert not item(looked(taker, packed(giver, tmp_path / "a.zip")), "支部开场").faults


def test_an_occasion_without_its_templates_says_which_are_missing(taker: Writer, tmp_path: Path) -> None:
    look = looked(taker, by_hand(tmp_path / "a.zip", {"occasions/zhibudahui.toml": OCCASION}))
    assert any("zhibu_kaichang" in fault for fault in item(look, "支部大会").faults)


def test_files_that_are_no_templates_and_those_that_are_missing_are_named(
    taker: Writer, tmp_path: Path
) -> None:
    manifest = '格式 = 1\n名称 = "包"\n[[内容]]\n文件 = "sections/wode/meiyou.j2"\n'
    look = looked(taker, by_hand(tmp_path / "a.zip", {"说明.txt": "看我", "run.exe": "MZ"}, manifest))
    assert "run.exe" in look.notes[0] and "meiyou.j2" in look.notes[1]


def test_a_pack_that_was_packed_again_with_its_folder_is_read(taker: Writer, tmp_path: Path) -> None:
    files = {"市办模板/pack.toml": '格式 = 1\n名称 = "市办"\n', "市办模板/layouts/benju.toml": LAYOUT}
    look = looked(taker, by_hand(tmp_path / "a.zip", files, manifest=None))
    assert (look.name, [each.name for each in look.items]) == ("市办", ["benju"])
    assert not look.items[0].faults


def test_what_is_left_over_of_looking_is_nothing(giver: Writer, taker: Writer, tmp_path: Path) -> None:
    looked(taker, packed(giver, tmp_path / "a.zip"))
    assert not any(taker.places.user_data.iterdir())
