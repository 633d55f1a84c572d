"""A pack holds what was chosen and what that needs of the writer's own, as plain files."""

from pathlib import PurePosixPath

from app.templating.own.kinds import OwnKind
from app.templating.packs.things import Thing
from tests.templating.packs.conftest import Writer


def chosen(writer: Writer, *names: str) -> list[Thing]:
    return [thing for thing in writer.things.all if thing.name in names]


def test_only_what_the_writer_made_can_be_given_away(giver: Writer) -> None:
    assert [(thing.kind, thing.name) for thing in giver.things.all] == [
        (OwnKind.OCCASIONS, "支部大会"),
        (OwnKind.SECTIONS, "支部开场"),
        (OwnKind.LAYOUTS, "本局"),
        (OwnKind.FACTS, "支部"),
        (OwnKind.FACTS, "口号"),
        (OwnKind.FACTS, "没用到的"),
    ]


def test_an_occasion_brings_its_own_templates_layout_and_facts(giver: Writer) -> None:
    whole = giver.things.with_needs(chosen(giver, "支部大会"))
    assert {thing.name for thing in whole} == {"支部大会", "支部开场", "本局", "支部", "口号"}


def test_a_template_brings_the_facts_that_it_names(giver: Writer) -> None:
    whole = giver.things.with_needs(chosen(giver, "支部开场"))
    assert {thing.name for thing in whole} == {"支部开场", "支部", "口号"}


def test_a_layout_brings_what_it_stands_on_and_its_word_file(giver: Writer) -> None:
    giver.store.write_base("chushi", b"PK", ".docx")
    giver.write(OwnKind.LAYOUTS, "chushi", '名称 = "处室"\n基于 = "benju"\n[base]\n文件 = "chushi.docx"\n')
    things = giver.things
    whole = things.with_needs([Thing(OwnKind.LAYOUTS, "chushi", "处室")])
    assert {str(path) for path in things.pack("包", whole).files} == {
        "layouts/benju.toml",
        "layouts/chushi.toml",
        "layouts/chushi.docx",
    }


def test_a_pack_declares_only_the_facts_that_are_in_it(giver: Writer) -> None:
    things = giver.things
    pack = things.pack("包", things.with_needs(chosen(giver, "支部开场")))
    text = pack.files[PurePosixPath("facts.toml")].data.decode()
    assert "[支部]" in text and "[口号]" in text and "没用到的" not in text


def test_files_that_cannot_be_read_are_not_offered(giver: Writer) -> None:
    giver.write(OwnKind.SECTIONS, "huai", "没有开头")
    giver.write(OwnKind.FACTS, "facts", "[坏")
    assert {thing.name for thing in giver.things.all} == {"支部大会", "支部开场", "本局"}
