"""Paragraphs become pieces: all of the text, in order, with the roles that the writer set."""

from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.draft import plain_runs
from app.core.kinds import Kind
from app.importing.paragraphs import Paragraph
from app.importing.pieces import Fixed, Piece, Role
from app.importing.report import Fate
from app.importing.structure import structure
from app.importing.text import read_text
from tests.importing.framing import name

SPEECH = (
    "本地要闻\n在全区防汛会议上的讲话\n区长　赵明远\n同志们：\n"
    "今天的会议很重要，主要是研究下一步怎么干。下面，我讲两点意见。\n一、认清形势\n汛期将至，形势严峻。\n二、抓好落实\n人人有责。\n谢谢大家！"
)
_PARTS = st.sampled_from(
    [
        "同志们：",
        "各位代表！",
        "目录",
        "一、",
        "（一）",
        "1.",
        "一是",
        "二是",
        "在会议上的讲话",
        "区长 王大明",
        "（2026年3月12日）",
        "——",
        "来源：",
        "附件：",
        "谢谢大家！",
        "……（未完）",
        "---",
        "— 3 —",
        "。",
        "，",
        "：",
        "\u3000",
        "\u2028",
        "\u200b",
        "\ufffd",
        "今天开会，讲三点意见。",
        "甲",
        "好的，以下是为您起草的讲话稿：",
        "$ G! l0 B& {7 H",
        "相关阅读：",
        "12",
        "《",
        "》",
        "\x00",
    ]
)
_TEXTS = st.one_of(st.lists(_PARTS, max_size=8).map("".join), st.text(max_size=30))
_PARAGRAPHS = st.lists(
    st.builds(
        Paragraph,
        runs=_TEXTS.map(plain_runs),
        level=st.sampled_from([None, None, None, 1, 2]),
        number=st.sampled_from(["", "", "一、"]),
        style=st.sampled_from(["", "Title", "标题 1"]),
        centred=st.booleans(),
        size=st.sampled_from([0, 32, 44]),
        blank_before=st.integers(0, 2),
    ),
    max_size=12,
)
_ROLES: st.SearchStrategy[Role] = st.one_of(st.sampled_from(Kind), st.sampled_from(Fate))


def covers(paragraphs: list[Paragraph] | tuple[Paragraph, ...], pieces: tuple[Piece, ...]) -> bool:
    """Whether the pieces are the text of the paragraphs, one after the other."""
    places = [(piece.paragraph, piece.start, piece.stop) for piece in pieces if piece.start < piece.stop]
    expected: list[tuple[int, int, int]] = []
    for at, paragraph in enumerate(paragraphs):
        of = [place for place in places if place[0] == at]
        cuts = [start for _, start, _ in of]
        stops = [*cuts[1:], len(paragraph.text)]
        expected += [(at, start, stop) for start, stop in zip(cuts, stops, strict=True)] if of else []
        if (not of and paragraph.text) or (of and of[0][1] != 0):
            return False
    return places == expected


@settings(max_examples=300)
@given(_PARAGRAPHS)
def test_the_pieces_of_any_paragraphs_are_all_of_their_text(paragraphs: list[Paragraph]) -> None:
    pieces = structure(paragraphs)
    assert covers(paragraphs, pieces)
    assert pieces == structure(paragraphs)
    assert all(0 <= piece.number <= piece.stop - piece.start for piece in pieces if not piece.inserted)


@settings(max_examples=200)
@given(_PARAGRAPHS, st.data())
def test_roles_that_the_writer_set_are_kept(paragraphs: list[Paragraph], data: st.DataObject) -> None:
    before = [piece for piece in structure(paragraphs) if piece.start < piece.stop]
    chosen = data.draw(st.lists(st.sampled_from(before), max_size=3)) if before else []
    fixed: Fixed = {piece.place: data.draw(_ROLES) for piece in chosen}
    pieces = structure(paragraphs, fixed)
    assert covers(paragraphs, pieces)
    for place, role in fixed.items():
        assert [piece.role for piece in pieces if piece.place == place and piece.start < piece.stop] == [role]


def told(fixed: Fixed) -> list[str]:
    return [name(piece.role) for piece in structure(read_text(SPEECH).paragraphs, fixed)]


AS_IS = ["RESIDUE", "title", "byline", "salutation", "body", "h1", "body", "h1", "body", "closing"]


def test_a_line_that_the_writer_made_the_title_moves_the_head() -> None:
    assert told({}) == AS_IS
    assert told({(0, 0): Kind.TITLE})[:4] == ["title", "REPEATED", "byline", "salutation"]


def test_a_line_that_the_writer_struck_out_is_out_and_the_next_best_stands_for_it() -> None:
    assert told({(3, 0): Fate.RESIDUE}) == [*AS_IS[:3], "RESIDUE", *AS_IS[4:]]
    assert told({(1, 0): Fate.RESIDUE})[1] == "RESIDUE"


def test_a_line_that_the_writer_made_text_begins_the_body() -> None:
    assert told({(2, 0): Kind.BODY})[1:4] == ["title", "body", "body"]


def test_where_the_writer_sets_a_role_within_a_line_it_is_cut_and_runs_on() -> None:
    paragraphs = read_text("我们要早准备，早动手，把防汛的各项工作抓在前面，不误时机。").paragraphs
    first, second = structure(paragraphs, {(0, 7): Kind.BODY})
    assert (first.stop, second.start, second.joined) == (7, 7, True)
