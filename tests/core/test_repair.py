"""Any draft made sound, without losing a character."""

from hypothesis import given
from hypothesis import strategies as st

from app.core.draft import Block, Draft, Run
from app.core.ids import counting_ids, is_id
from app.core.kinds import Kind
from app.core.repair import repaired
from tests.core.strategies import blocks as any_blocks
from tests.core.strategies import drafts


def made(*blocks: tuple[Kind, str] | Block) -> list[tuple[Kind, str]]:
    loose = [block if isinstance(block, Block) else Block("", block[0], (Run(block[1]),)) for block in blocks]
    return [(block.kind, block.text) for block in repaired(Draft(blocks=tuple(loose)), counting_ids()).blocks]


@given(drafts())
def test_a_sound_draft_is_left_alone(draft: Draft) -> None:
    assert repaired(draft) == draft


@given(st.lists(any_blocks, max_size=8))
def test_repairing_loses_no_visible_character(loose: list[Block]) -> None:
    def visible(blocks: tuple[Block, ...] | list[Block]) -> list[str]:
        return sorted(
            char for block in blocks for char in block.text if char.isprintable() and not char.isspace()
        )

    assert visible(repaired(Draft(blocks=tuple(loose))).blocks) == visible(loose)


def test_heads_stand_in_the_order_in_which_they_print() -> None:
    assert made((Kind.DATE, "日"), (Kind.TITLE, "题"), (Kind.BODY, "文")) == [
        (Kind.TITLE, "题"), (Kind.DATE, "日"), (Kind.BODY, "文"),
    ]  # fmt: skip


def test_a_head_kind_is_there_once_but_byline() -> None:
    kinds = [
        kind
        for kind, _ in made((Kind.TITLE, "甲"), (Kind.TITLE, "乙"), (Kind.BYLINE, "丙"), (Kind.BYLINE, "丁"))
    ]
    assert kinds == [Kind.TITLE, Kind.BYLINE, Kind.BYLINE, Kind.BODY]


def test_a_later_salutation_is_body() -> None:
    assert made((Kind.SALUTATION, "同志们："), (Kind.BODY, "文"), (Kind.SALUTATION, "同志们："))[2] == (
        Kind.BODY,
        "同志们：",
    )


def test_every_h1_begins_a_section() -> None:
    (block,) = repaired(Draft(blocks=(Block("", Kind.H1, (Run("题"),)),))).blocks
    assert block.section is not None and is_id(block.section.id)


def test_ids_that_are_there_twice_are_made_anew() -> None:
    first, second = repaired(Draft(blocks=(Block("abcdefgh"), Block("abcdefgh")))).blocks
    assert first.id == "abcdefgh" != second.id


def test_joined_is_never_first_nor_after_a_head_kind_or_part() -> None:
    loose = [Block("", joined=True), Block("", Kind.PART), Block("", joined=True), Block("", joined=True)]
    assert [block.joined for block in repaired(Draft(blocks=tuple(loose))).blocks] == [
        False,
        False,
        False,
        True,
    ]


def test_a_forced_line_end_stays_only_where_it_may_stand() -> None:
    assert made((Kind.TITLE, "上\u2028下"), (Kind.BODY, "上\u2028下")) == [
        (Kind.TITLE, "上\u2028下"),
        (Kind.BODY, "上 下"),
    ]


def test_a_placeholder_without_brackets_becomes_text() -> None:
    (block,) = repaired(Draft(blocks=(Block("", runs=(Run("甲【乙】丙", placeholder=True),)),))).blocks
    assert block.runs == (Run("甲"), Run("【乙】", placeholder=True), Run("丙"))
