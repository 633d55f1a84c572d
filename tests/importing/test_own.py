"""A Word file of ours that was worked on in Word: what was left alone is known, what is new is recognised."""

import re
from collections.abc import Sequence
from dataclasses import replace

from app.core.draft import FORCED_LINE_END, Draft, Run
from app.core.ids import counting_ids
from app.core.kinds import Kind
from app.core.markup import parse_markup, print_block
from app.core.numbering import numbers
from app.importing.own import is_own
from app.importing.paragraphs import Paragraph
from app.importing.pieces import Piece
from app.importing.recognise import Recognised, recognise
from app.importing.report import Fate
from app.importing.word.reader import read_word
from tests.export.samples import OPTIONS, exported

SPEECH = """
@标题 在会上的讲话
@称谓 同志们：
今天开会，讲两点。
# 提高认识
## 这是大势所趋。形势逼人。
+- 抓开工。
+- 抓竣工。
+ 以上两条，要一抓到底。
## 这是现实之需
正文独立成段。
# 抓好落实
- 看现场。
- 听意见。
谢谢大家。
"""
TITLE, SALUTATION, OPENING, H1, RUN_IN, OWN_LINE, BODY, SECOND, LOOK, LISTEN, THANKS = range(11)
"""The paragraphs of the speech in Word."""


def word(speech: str = SPEECH, **options: object) -> list[Paragraph]:
    """The paragraphs of the speech as they went out."""
    data = exported(parse_markup(speech, counting_ids()), replace(OPTIONS, **options))
    return list(read_word(data, "稿.docx").paragraphs)


def read(paragraphs: Sequence[Paragraph]) -> Recognised:
    return recognise(paragraphs, new_id=counting_ids(1000))


def lines(draft: Draft) -> list[str]:
    return [re.sub(" {.*}$", "", print_block(block)) for block in draft.blocks]


def wanted(*changes: tuple[str, str]) -> list[str]:
    text = SPEECH
    for old, new in changes:
        assert text.count(old) == 1
        text = text.replace(old, new)
    return [re.sub(" {.*}$", "", line) for line in text.strip().split("\n") if line]


def typed(text: str, style: str = "讲话稿正文") -> Paragraph:
    """A paragraph that was written in Word."""
    return Paragraph((Run(text),), style=style)


def cut(paragraph: Paragraph, at: int) -> tuple[Paragraph, Paragraph]:
    """The two that Enter makes of one: both have the style, bookmarks stay with the text."""
    text = paragraph.text
    return (
        replace(paragraph, runs=(Run(text[:at]),), ids=tuple(each for each in paragraph.ids if each[0] < at)),
        replace(
            paragraph,
            runs=(Run(text[at:]),),
            ids=tuple((place - at, name) for place, name in paragraph.ids if place >= at),
            leads=(),
        ),
    )


def joined(upper: Paragraph, lower: Paragraph) -> Paragraph:
    length = len(upper.text)
    ids = tuple((length + place, name) for place, name in lower.ids)
    return replace(upper, runs=upper.runs + lower.runs, ids=upper.ids + ids)


def names(draft: Draft) -> list[str]:
    return [block.id for block in draft.blocks]


def test_what_was_left_alone_is_told_without_a_guess() -> None:
    found = read(word())
    assert lines(found.draft) == wanted()
    assert {(piece.confidence, piece.reason) for piece in found.pieces} == {(1.0, "本程序导出的段落")}
    assert {item.fate for item in found.report.items} == {Fate.NUMBER}


def test_a_paragraph_takes_the_style_that_it_was_given() -> None:
    speech = word()
    speech[BODY] = replace(speech[BODY], style="二级标题")
    speech[OWN_LINE] = replace(speech[OWN_LINE], style="一级标题")
    speech[THANKS] = replace(speech[THANKS], style="结束语")
    found = read(speech).draft
    changes = (
        ("## 这是现实之需\n正文独立成段。", "# 这是现实之需\n## 正文独立成段。"),
        ("谢谢", "@结束语 谢谢"),
    )
    assert lines(found) == wanted(*changes)
    assert names(found) == names(read(word()).draft)


def test_a_style_of_word_itself_is_taken_too() -> None:
    speech = word()
    speech[BODY] = replace(speech[BODY], style="heading 3", level=3)
    assert lines(read(speech).draft) == wanted(("正文独立成段。", "### 正文独立成段。"))


def test_text_that_was_changed_keeps_its_block() -> None:
    speech = word()
    speech[BODY] = replace(speech[BODY], runs=(Run("改写过的一段。"),), ids=((2, speech[BODY].ids[0][1]),))
    speech[OWN_LINE] = replace(speech[OWN_LINE], runs=(Run("（二）换个说法"),))
    found = read(speech).draft
    assert lines(found) == wanted(("正文独立成段。", "改写过的一段。"), ("这是现实之需", "换个说法"))
    assert names(found) == names(read(word()).draft)


def test_a_paragraph_that_was_split_keeps_its_block_with_the_first_part() -> None:
    speech = word()
    name = speech[BODY].ids[0][1]
    speech[BODY : BODY + 1] = cut(speech[BODY], 4)
    found = read(speech).draft
    assert lines(found) == wanted(("正文独立成段。", "正文独立\n成段。"))
    first, second = (block for block in found.blocks if block.text in ("正文独立", "成段。"))
    assert first.id == name != second.id


def test_what_is_cut_off_from_a_heading_is_text_or_a_point_of_its_own() -> None:
    speech = word()
    text = speech[RUN_IN].text
    speech[RUN_IN : RUN_IN + 1] = cut(speech[RUN_IN], text.index("形势逼人"))
    assert lines(read(speech).draft) == wanted(("。形势逼人", "。\n形势逼人"))
    speech = word()
    speech[RUN_IN : RUN_IN + 1] = cut(speech[RUN_IN], text.index("二是"))
    assert lines(read(speech).draft) == wanted(("+- 抓竣工", "- 抓竣工"))
    speech = word()
    speech[RUN_IN : RUN_IN + 1] = cut(speech[RUN_IN], text.index("以上"))
    found = read(speech).draft
    assert lines(found) == wanted(("+ 以上", "以上"))
    assert names(found) == names(read(word()).draft)


def test_paragraphs_that_were_joined_run_on_and_in_the_head_are_one() -> None:
    speech = word()
    speech[LOOK : LISTEN + 1] = [joined(speech[LOOK], speech[LISTEN])]
    assert lines(read(speech).draft) == wanted(("- 听意见", "+- 听意见"))
    speech = word()
    speech[SALUTATION : OPENING + 1] = [joined(speech[SALUTATION], speech[OPENING])]
    found = read(speech).draft
    assert lines(found)[1] == "@称谓 同志们：今天开会，讲两点。"
    assert found.blocks[1].id == speech[SALUTATION].ids[0][1]


def test_what_was_deleted_is_gone_and_nothing_is_put_in_its_place() -> None:
    speech = word(SPEECH.replace("# 抓好落实", "# 中间一章\n# 抓好落实"))
    del speech[SECOND]
    speech.insert(BODY, typed("写了一段。"))
    found = read(speech).draft
    assert lines(found) == wanted(("正文独立", "写了一段。\n正文独立"))
    assert numbers(found.blocks).count("二、") == 1 and "三、" not in numbers(found.blocks)


def test_what_was_written_in_word_is_recognised_among_what_is_known() -> None:
    speech = word()
    speech.insert(LISTEN + 1, typed("三是问对策。", "要点"))
    speech.insert(BODY + 1, typed("（三）这是长远之计"))
    speech.insert(OPENING + 1, typed("大家要认真听，【待填：补一句】。"))
    found = read(speech)
    assert lines(found.draft) == wanted(
        ("讲两点。", "讲两点。\n大家要认真听，【待填：补一句】。"),
        ("正文独立成段。", "正文独立成段。\n## 这是长远之计"),
        ("听意见。", "听意见。\n- 问对策。"),
    )
    known = set(names(read(word()).draft))
    assert [block.text for block in found.draft.blocks if block.id not in known] == [
        "大家要认真听，【待填：补一句】。",
        "这是长远之计",
        "问对策。",
    ]
    assert {piece.own for piece in found.pieces} == {True, False}


def test_a_line_end_within_a_paragraph_begins_another() -> None:
    speech = word()
    speech[BODY] = replace(speech[BODY], runs=(Run(f"正文独立{FORCED_LINE_END}成段。"),))
    assert lines(read(speech).draft) == wanted(("正文独立成段。", "正文独立\n成段。"))


def test_a_role_that_the_writer_sets_is_kept_among_what_is_known() -> None:
    speech = word()
    found = recognise(speech, {(BODY, 0): Kind.CUE}, counting_ids(1000))
    assert lines(found.draft) == wanted(("正文独立", "@场上提示 正文独立"))
    assert names(found.draft) == names(read(speech).draft)


def test_how_far_a_heading_leads_is_told_by_its_style_and_not_by_that_of_points() -> None:
    markup = SPEECH.replace("形势逼人。", "形势逼人。 {领句=无}").replace(
        "这是现实之需", "这是现实之需。不容回避。 {领句=全}"
    )
    for speech in (SPEECH, markup):
        found = read(word(speech, bold_point_leads=True)).draft
        known = parse_markup(speech, counting_ids())
        assert [block.lead for block in found.blocks] == [block.lead for block in known.blocks]


def test_numbers_that_word_counts_are_no_text() -> None:
    assert lines(read(word(numbering="auto")).draft) == wanted()


def test_without_bookmarks_styles_tell_the_head_and_what_else_has_no_number() -> None:
    markup = SPEECH.replace("在会上的讲话", "把事情办好").replace(
        "谢谢大家。", "@结束语 就讲到这里。\n@落款 办公室"
    )
    found = read(word(markup, clean=True))
    assert [
        block.kind for block in found.draft.blocks if block.kind in (Kind.TITLE, Kind.CLOSING, Kind.SIGNOFF)
    ] == [
        Kind.TITLE,
        Kind.CLOSING,
        Kind.SIGNOFF,
    ]


def test_styles_of_others_that_are_called_alike_prove_nothing() -> None:
    assert not is_own([typed("同志们：", "称谓"), typed("一、甲", "一级标题")])
    assert is_own([typed("同志们：", "称谓"), typed("甲")])


def test_pieces_of_a_paragraph_are_its_whole_text() -> None:
    speech = word()
    found = read(speech).pieces
    whole: dict[int, list[Piece]] = {}
    for piece in found:
        whole.setdefault(piece.paragraph, []).append(piece)
    for index, pieces in whole.items():
        text = speech[index].text
        assert "".join(text[piece.start : piece.stop] for piece in pieces) == text
