"""The check that nothing of a source vanishes."""

from app.core.draft import Block, Draft, plain_runs
from app.core.kinds import Kind
from app.importing.lossless import Missing, missing, of_draft, of_paragraphs, visible
from app.importing.paragraphs import Paragraph
from app.importing.report import Fate, Item

SOURCE = (
    Paragraph(plain_runs("同志们："), line=1),
    Paragraph(plain_runs("一、提高站位"), line=3),
    Paragraph(plain_runs("提高站位很重要。"), line=4),
)


def draft(*texts: str) -> Draft:
    return Draft(blocks=tuple(Block(str(at), Kind.BODY, plain_runs(text)) for at, text in enumerate(texts)))


def lost(made: Draft, *items: Item) -> tuple[Missing, ...]:
    return missing(of_paragraphs(SOURCE), of_draft(made, items))


def test_nothing_is_missing_where_all_is_in_the_draft_or_listed() -> None:
    made = draft("同志们：", "提高站位", "提高站位很重要。")
    assert lost(made, Item(Fate.NUMBER, "一、", 3)) == ()


def test_order_and_blanks_do_not_matter() -> None:
    assert lost(draft("提高站位 很重要。", "同志们：一、\u3000提高站位")) == ()


def test_a_paragraph_that_vanished_is_named_with_its_line() -> None:
    assert lost(draft("同志们：", "一、提高站位")) == (Missing("提高站位很重要。", 4),)


def test_a_number_that_is_not_listed_is_missing() -> None:
    assert lost(draft("同志们：", "提高站位", "提高站位很重要。")) == (Missing("一、", 3),)


def test_what_is_there_twice_must_be_there_twice() -> None:
    assert "".join(each.text for each in lost(draft("同志们：", "一、", "提高站位很重要。"))) == "提高站位"


def test_a_computed_number_belongs_to_the_source() -> None:
    source = (Paragraph(plain_runs("甲"), number="（一）"),)
    assert missing(of_paragraphs(source), ["甲"]) == (Missing("（一）", None),)


def test_only_what_can_be_seen_counts() -> None:
    assert visible("甲 \u3000\t\n\u2028\u200b\ufeff\0\u00ad\ufffc乙\ufffd\ue000×") == "甲乙\ufffd\ue000×"
