"""From blocks to printed paragraphs."""

from hypothesis import given

from app.core.draft import Draft
from app.core.kinds import HEAD_KINDS, Kind
from app.export.walk import printed_paragraphs
from tests.core.strategies import drafts
from tests.export.samples import draft


def texts(markup: str) -> list[str]:
    return [paragraph.text for paragraph in printed_paragraphs(draft(markup))]


def test_joined_blocks_run_on_in_the_paragraph_before_them() -> None:
    assert texts("## 观点。\n+- 甲。\n+- 乙。\n+ 丙。\n- 丁。\n") == [
        "（一）观点。一是甲。二是乙。丙。",
        "三是丁。",
    ]


def test_empty_blocks_are_left_out_and_have_no_number() -> None:
    assert texts("# 甲\n#\n# 乙\n\\\n正文。\n") == ["一、甲", "二、乙", "正文。"]


def test_what_was_joined_to_an_empty_block_runs_on_in_the_paragraph_above() -> None:
    assert texts("# 甲。\n-\n+- 乙。\n") == ["一、甲。一是乙。"]


def test_nothing_runs_on_in_a_line_of_the_head_or_in_the_title_of_a_part() -> None:
    assert texts("@称谓 同志们：\n\\\n+ 正文。\n") == ["同志们：", "正文。"]
    assert texts("@篇题 第一部分\n\\\n+ 正文。\n") == ["第一部分", "正文。"]


def test_a_heading_is_run_in_when_its_lead_ends_before_its_paragraph() -> None:
    speech = draft("# 甲\n# 乙。丙。\n# 丁。\n+ 戊。\n# 己。 {领句=全}\n# 庚。辛。 {领句=无}\n正文。\n")
    assert [(p.kind, p.run_in) for p in printed_paragraphs(speech)] == [
        *(
            (Kind.H1, False),
            (Kind.H1, True),
            (Kind.H1, True),
            (Kind.H1, False),
            (Kind.H1, True),
            (Kind.BODY, False),
        )
    ]


def test_a_lead_is_cut_where_it_ends_within_a_run_and_marks_stay() -> None:
    (paragraph,) = printed_paragraphs(draft("## **甲乙。丙**丁\n"))
    (piece,) = paragraph.pieces
    assert [(run.text, run.bold) for run in piece.lead] == [("甲乙。", True)]
    assert [(run.text, run.bold) for run in piece.rest] == [("丙", True), ("丁", False)]


def test_leads_of_points_are_bold_only_when_asked_and_when_text_follows_them() -> None:
    speech = draft("- 甲。乙。\n- 丙。\n+ 丁。\n- 戊。\n+- 己\n## 庚。辛。\n")
    bold = [piece.bold_lead for paragraph in printed_paragraphs(speech, True) for piece in paragraph.pieces]
    assert bold == [True, True, False, False, False, False]
    assert not any(piece.bold_lead for paragraph in printed_paragraphs(speech) for piece in paragraph.pieces)


def test_only_the_last_line_of_a_signoff_is_its_last() -> None:
    speech = draft("正文。\n@落款 甲\n@落款 乙\n@落款\n")
    assert [paragraph.last_of_signoff for paragraph in printed_paragraphs(speech)] == [False, False, True]


@given(drafts())
def test_every_written_block_is_printed_once_in_order(speech: Draft) -> None:
    paragraphs = list(printed_paragraphs(speech))
    printed = [piece.block for paragraph in paragraphs for piece in paragraph.pieces]
    assert printed == [block for block in speech.blocks if block.runs]
    assert all(len(paragraph.pieces) == 1 for paragraph in paragraphs if paragraph.kind in HEAD_KINDS)
    for paragraph in paragraphs:
        for piece in paragraph.pieces:
            assert "".join(run.text for run in (*piece.lead, *piece.rest)) == piece.block.text
