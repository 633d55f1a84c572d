"""The body of a speech: its pieces cover it, and what was recognised and printed is recognised the same again."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.kinds import Kind
from app.core.numbering import print_number
from app.importing.body import body_pieces
from app.importing.lines import Line
from app.importing.report import Fate
from tests.importing.speech_lines import BODY, lines, pieces

FRAGMENTS = [
    *("一、", "二、", "（一）", "(2)", "1.", "3．", "第一章"),
    *("一是", "二是", "三要", "第一，", "第二，", "首先，", "最后，", "①"),
    *("。；，：“”（）…a\u3000"),
    *("……", "（略）", "（省略20字）", "同志们，", "总之，", "抓落实", BODY),
]
texts = st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=8).map("".join)


@given(st.lists(texts, max_size=12))
def test_the_pieces_of_a_line_are_its_text(found: list[str]) -> None:
    of = [Line(at, 5, 5 + len(text), text) for at, text in enumerate(found)]
    rows = body_pieces(of, [(1, 1, "抓落实"), (1, 2, "抓学习")])
    assert len(rows) == len(of)
    for line, row in zip(of, rows, strict=True):
        covering = [piece for piece in row if not piece.inserted]
        assert "".join(line.text[piece.start - 5 : piece.stop - 5] for piece in covering) == line.text
        assert all(piece.paragraph == line.paragraph for piece in row)
        assert all(piece.start == piece.stop for piece in row if piece.inserted)
        assert all(0 <= piece.number < piece.stop - piece.start for piece in covering if piece.number)
        assert all(0 < piece.confidence <= 1 and piece.reason for piece in row)
        assert not (row and row[0].joined)


WORDS = st.sampled_from(["抓好春耕生产", "守牢安全底线", "改进工作作风", "落实帮扶措施", "办好民生实事"])
NUMBERED = st.tuples(st.sampled_from([Kind.H1, Kind.H2, Kind.H3, Kind.H4, Kind.POINT, Kind.BODY]), WORDS)


def printed(blocks: list[tuple[Kind, str]]) -> tuple[list[str], list[tuple[Kind, int]]]:
    """Lines with numbers as the program prints them, and what they are; levels that nothing stands above are left out."""
    rank = {Kind.H1: 1, Kind.H2: 2, Kind.H3: 3, Kind.H4: 4, Kind.POINT: 5}
    counts = [0] * 6
    texts: list[str] = []
    kinds: list[tuple[Kind, int]] = []
    for kind, words in [(Kind.BODY, ""), (Kind.H1, "统一思想认识"), *blocks]:
        level = rank.get(kind, 0)
        if level and level < 5 and not all(counts[1:level]):
            continue
        if level:
            counts[level] += 1
            counts[level + 1 :] = [0] * (5 - level)
            number = print_number(kind, counts[level], "是")
            texts.append(f"{number}{words}{'。' if kind is Kind.POINT else ''}")
            kinds.append((kind, counts[level]))
        else:
            texts.append(BODY)
            kinds.append((kind, 0))
    return texts, kinds


@given(st.lists(NUMBERED, max_size=30))
def test_what_is_printed_with_numbers_is_recognised_again(blocks: list[tuple[Kind, str]]) -> None:
    texts, kinds = printed(blocks)
    rows = body_pieces(lines("\n".join(texts)))
    assert [(row[0].role, row[0].ordinal) for row in rows] == kinds
    assert all(len(row) == 1 for row in rows)


def test_points_of_a_paragraph_are_joined_to_what_stands_before_them() -> None:
    assert pieces("我们要做到：一是早；二是快。希望大家抓紧。") == [
        "body:我们要做到：",
        "+point是1:早；",
        "+point是2:快。",
        "+body:希望大家抓紧。",
    ]
    assert pieces("一是早。二是快。") == ["point是1:早。", "+point是2:快。"]


def test_points_follow_a_run_in_heading() -> None:
    assert pieces(f"（一）守底线。{BODY}一是早。二是快。") == [
        f"h21:守底线。{BODY}",
        "+point是1:早。",
        "+point是2:快。",
    ]


def test_a_series_of_points_ends_at_the_next_heading() -> None:
    text = "（一）甲事\n一是早。\n二是快。\n（二）乙事\n一是稳。\n二是准。"
    assert [each.split(":")[0] for each in pieces(text)] == [
        "h21",
        "point是1",
        "point是2",
        "h22",
        "point是1",
        "point是2",
    ]


def test_a_line_that_was_broken_after_the_number_of_a_point_goes_on_in_the_next() -> None:
    assert pieces("我们要抓好落实，\n一要\n早谋划。\n二要\n快行动。三要严督办。") == [
        "body:我们要抓好落实，",
        "序号:一要",
        "point要1:早谋划。",
        "序号:二要",
        "point要2:快行动。",
        "+point要3:严督办。",
    ]


def test_a_number_that_leads_nowhere_makes_its_line_doubtful() -> None:
    row = body_pieces(lines(f"{BODY}\n五、其他事项\n{BODY}"))[1]
    assert (row[0].role, row[0].confidence) == (Kind.BODY, 0.6)
    assert "序号" in row[0].reason


@pytest.mark.parametrize("role", [Kind.TITLE, Kind.BODY, Kind.CLOSING, Fate.RESIDUE])
def test_a_role_that_the_writer_set_is_the_role(role: Kind | Fate) -> None:
    of = lines("一、甲事\n一是早。二是快。（略）\n二、乙事")
    of[1] = replace(of[1], fixed=role)
    rows = body_pieces(of)
    assert [(piece.role, piece.confidence) for piece in rows[1]] == [(role, 1.0)]
    assert [row[0].role for row in rows] == [Kind.H1, role, Kind.H1]


def test_a_point_that_the_writer_set_keeps_its_number_where_it_has_one() -> None:
    of = [replace(line, fixed=Kind.POINT) for line in lines("三要严督办\n抓督办")]
    assert pieces(of) == ["point要3:严督办", "point:抓督办"]
    assert [row[0].marker for row in body_pieces(of)] == ["要", "是"]
