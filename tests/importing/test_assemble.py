"""Pieces become blocks and items of the report."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from app.core.draft import FORCED_LINE_END, Draft, Run
from app.core.ids import counting_ids
from app.core.kinds import Kind
from app.core.markup import print_block
from app.core.numbering import numbers
from app.core.repair import repaired
from app.importing.assemble import assembled
from app.importing.paragraphs import Paragraph
from app.importing.pieces import Piece, Role
from app.importing.report import Fate, Report


def paragraph(text: str, number: str = "", ids: tuple[tuple[int, str], ...] = ()) -> Paragraph:
    return Paragraph((Run(text),), number=number, ids=ids)


def made(*paragraphs: Paragraph, pieces: Sequence[Piece]) -> tuple[Draft, Report]:
    return assembled(paragraphs, pieces, counting_ids())


def whole(at: int, text: str, role: Role, number: int = 0, ordinal: int = 0, marker: str = "") -> Piece:
    return Piece(at, 0, len(text), role, 1.0, "", number, ordinal, marker)


def lines(draft: Draft) -> list[str]:
    return [print_block(block) for block in draft.blocks]


def test_lines_of_one_title_stand_in_one_block() -> None:
    one, two, three = "在推进会上", "的讲话", "同志们："
    draft, report = made(
        *map(paragraph, (one, two, three)),
        pieces=[whole(0, one, Kind.TITLE), whole(1, two, Kind.TITLE), whole(2, three, Kind.SALUTATION)],
    )
    assert [(block.kind, block.text) for block in draft.blocks] == [
        (Kind.TITLE, f"{one}{FORCED_LINE_END}{two}"),
        (Kind.SALUTATION, three),
    ]
    assert report == Report()


def test_each_speaker_has_a_block() -> None:
    draft, _ = made(
        paragraph("市长　甲乙"),
        paragraph("局长　丙丁"),
        pieces=[whole(0, "市长　甲乙", Kind.BYLINE), whole(1, "局长　丙丁", Kind.BYLINE)],
    )
    assert [block.text for block in draft.blocks] == ["市长　甲乙", "局长　丙丁"]


def test_the_number_of_a_heading_goes_to_the_report_and_that_of_other_text_stays() -> None:
    heading, body = "一、统一思想", "二、三产业要抓紧。"
    draft, report = made(
        paragraph(heading),
        paragraph(body),
        paragraph("照办。", number="3."),
        paragraph("抓学习", number="（一）"),
        pieces=[
            whole(0, heading, Kind.H1, number=2, ordinal=1),
            whole(1, body, Kind.BODY),
            whole(2, "照办。", Kind.BODY),
            whole(3, "抓学习", Kind.H2, ordinal=1),
        ],
    )
    assert lines(draft) == ["# 统一思想", body, "3.照办。", "## 抓学习"]
    assert [(item.fate, item.text) for item in report.items] == [
        (Fate.NUMBER, "一、"),
        (Fate.NUMBER, "（一）"),
    ]


def test_a_paragraph_that_holds_several_pieces_becomes_several_blocks() -> None:
    text = "要做到：一是学深。二是做实。"
    draft, report = made(
        paragraph(text),
        pieces=[
            Piece(0, 0, 4, Kind.BODY, 1.0, ""),
            Piece(0, 4, 9, Kind.POINT, 1.0, "", 2, 1, "是", joined=True),
            Piece(0, 9, 14, Kind.POINT, 1.0, "", 2, 2, "是", joined=True),
        ],
    )
    assert lines(draft) == ["要做到：", "+- 学深。", "+- 做实。"]
    assert numbers(draft.blocks) == ("", "一是", "二是")
    assert [item.text for item in report.items] == ["一是", "二是"]


def test_what_has_no_place_in_the_speech_is_listed_with_its_number_and_line() -> None:
    source = Paragraph((Run("责任编辑：某某"),), number="1.", line=7)
    draft, report = made(source, pieces=[whole(0, source.text, Fate.RESIDUE)])
    assert draft.blocks == ()
    assert [(item.fate, item.text, item.line) for item in report.items] == [
        (Fate.RESIDUE, "1.责任编辑：某某", 7)
    ]


def test_what_the_source_lacks_comes_in_as_a_placeholder() -> None:
    draft, report = made(
        paragraph("前文"),
        pieces=[
            whole(0, "前文", Kind.BODY),
            Piece(0, 2, 2, Kind.BODY, 1.0, "", inserted="【缺：约800字】"),
        ],
    )
    assert draft.blocks[1].runs == (Run("【缺：约800字】", placeholder=True),)
    assert report == Report()


def test_blanks_where_a_paragraph_was_cut_are_in_no_block() -> None:
    text = "（2026年3月2日） 同志们："
    draft, _ = made(
        paragraph(text),
        pieces=[Piece(0, 0, 12, Kind.DATE, 1.0, ""), Piece(0, 12, len(text), Kind.SALUTATION, 1.0, "")],
    )
    assert [block.text for block in draft.blocks] == ["（2026年3月2日）", "同志们："]


def test_a_series_that_begins_again_under_the_same_heading_begins_again_in_the_draft() -> None:
    texts = ["一是甲。", "二是乙。", "一是丙。"]
    draft, _ = made(
        *map(paragraph, texts),
        pieces=[
            whole(at, text, Kind.POINT, 2, ordinal, "是")
            for at, (text, ordinal) in enumerate(zip(texts, (1, 2, 1), strict=True))
        ],
    )
    assert numbers(draft.blocks) == ("一是", "二是", "一是")


def test_blocks_of_ours_that_came_back_keep_their_ids() -> None:
    draft, _ = made(
        paragraph("甲。乙。", ids=((0, "abcdefgh"), (2, "ijklmnop"))),
        pieces=[Piece(0, 0, 2, Kind.BODY, 1.0, ""), Piece(0, 2, 4, Kind.BODY, 1.0, "", joined=True)],
    )
    assert [block.id for block in draft.blocks] == ["abcdefgh", "ijklmnop"]


def test_a_heading_that_is_bold_all_over_has_no_bold_of_its_own() -> None:
    bold = Paragraph((Run("一、抓学习。", bold=True), Run("要学。")))
    marked = Paragraph((Run("二、抓"), Run("落实", bold=True)))
    draft, _ = made(
        bold,
        marked,
        pieces=[whole(0, bold.text, Kind.H1, 2, 1), whole(1, marked.text, Kind.H1, 2, 2)],
    )
    assert lines(draft) == ["# 抓学习。要学。", "# 抓**落实**"]


ROLES = st.sampled_from([*Kind, Fate.RESIDUE, Fate.CONTENTS])


@given(st.data(), st.lists(st.text("一二三、是甲乙 　。", min_size=1, max_size=12), max_size=6))
def test_all_that_is_seen_is_in_the_draft_or_in_the_report(data: st.DataObject, texts: list[str]) -> None:
    paragraphs = [Paragraph((Run(text),)) for text in texts if text.strip()]
    pieces: list[Piece] = []
    for at, each in enumerate(paragraphs):
        cut = data.draw(st.integers(0, len(each.text)))
        for start, stop in ((0, cut), (cut, len(each.text))):
            if start < stop:
                number = data.draw(st.integers(0, min(2, stop - start)))
                pieces.append(Piece(at, start, stop, data.draw(ROLES), 0.5, "", number, 1, "是"))
    draft, report = made(*paragraphs, pieces=pieces)
    assert repaired(draft) == draft
    seen = "".join(block.text for block in draft.blocks) + "".join(item.text for item in report.items)
    assert sorted(_visible(seen)) == sorted(_visible("".join(each.text for each in paragraphs)))


def _visible(text: str) -> str:
    return "".join(text.split()).replace(FORCED_LINE_END, "")
