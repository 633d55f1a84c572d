"""What stands around the body of a speech, on texts as they come: unaligned, with and without each part of a head."""

import pytest

from app.core.draft import plain_runs
from app.importing.paragraphs import Paragraph
from app.importing.structure import structure
from tests.importing.framing import pieces_of, roles, told

BODY = "今天的会议很重要，主要是研究下一步怎么干。下面，我讲几点意见。"


def test_a_whole_head_is_read_with_each_line_in_its_role() -> None:
    text = (
        "讨论稿\n在全区防汛工作会议上的讲话\n——早准备、早动手\n区长　赵明远\n（2026年5月8日）\n同志们：\n"
        + BODY
        + "\n谢谢大家！"
    )
    assert roles(text) == ["stage", "title", "subtitle", "byline", "date", "salutation", "body", "closing"]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("", []),
        ("同志们：\n", ["salutation"]),
        ("在全区防汛会议上的讲话\n", ["title"]),
        ("在全区防汛会议上的讲话\n同志们：\n", ["title", "salutation"]),
        (
            "在全区防汛会议上的讲话\n（2026年5月8日）\n赵明远\n同志们：\n",
            ["title", "date", "byline", "salutation"],
        ),
        ("在全区防汛会议上的讲话\n赵明远\n（2026年5月8日）\n", ["title", "byline", "date"]),
        (
            "讲话人：区长　赵明远\n时间：2026年5月8日\n在防汛会上的讲话\n同志们！\n",
            ["byline", "date", "title", "salutation"],
        ),
        ("在全区防汛会议上\n的讲话\n同志们：\n", ["title", "title", "salutation"]),
        (
            "关于加快水利建设若干问题的\n报告\n主任、各位副主任、各位委员：\n",
            ["title", "title", "salutation"],
        ),
        (
            "凝心聚力抓防汛\n——在全区防汛会议上的讲话\n各位领导、各位来宾：\n",
            ["title", "subtitle", "salutation"],
        ),
        (
            "政府工作报告\n（2026年1月8日在区人民代表大会会议上）\n区长 赵明远\n各位代表：\n",
            ["title", "subtitle", "byline", "salutation"],
        ),
        ("在全区防汛会议上的讲话\n区长\n赵　明\n同志们：\n", ["title", "byline", "byline", "salutation"]),
        ("各位领导：\n同志们：\n", ["salutation", "salutation"]),
        ("同 志 们 ：\n", ["salutation"]),
        ("在食品安全大會上的講話\n市長　陳大明\n各位領導、各位來賓：\n", ["title", "byline", "salutation"]),
        ("县委书记张三同志\n在全县会议上的讲话\n同志们：\n", ["title", "title", "salutation"]),
        (
            "解放思想抢机遇 真抓实干促跨越\n在全县会议上的讲话\n同志们：\n",
            ["title", "subtitle", "salutation"],
        ),
        ("把根留住\n（在校庆大会上的讲话）\n同学们：\n", ["title", "subtitle", "salutation"]),
        ("在部署会上的讲话\n称谓\n各位同志：\n", ["title", "RESIDUE", "salutation"]),
        (
            "在【会议名称】上的讲话\n【讲话人】\n（【会议日期】）\n同志们：\n",
            ["title", "byline", "date", "salutation"],
        ),
        (
            "主持词\n地点：会议中心\n主持人：县长　王五\n同志们：\n",
            ["title", "RESIDUE", "byline", "salutation"],
        ),
    ],
)
def test_any_part_of_a_head_may_be_missing_or_stand_elsewhere(head: str, expected: list[str]) -> None:
    assert roles(head + BODY) == [*expected, "body"]


@pytest.mark.parametrize(
    "text",
    [
        "同志们,今天开个短会,主要是研究下一步的工作,大家不要拘束。\n首先,我讲一讲形势,讲得不对的请大家指正。",
        "基本情况\n全镇共有村民三千户，去年人均收入两万元。\n存在问题\n一些村的路还没有修通，群众出行不便。",
        "推进项目建设",
        "过去的一年，我们干了很多事情，取得了不小的成绩。\n各位代表！\n新的一年，我们要继续努力，再创佳绩。",
    ],
)
def test_a_text_without_head_has_none(text: str) -> None:
    assert not {"title", "byline", "salutation", "RESIDUE"} & set(roles(text))


def test_a_first_sentence_that_lost_its_end_is_no_title() -> None:
    text = f"现在，我代表区政府，向大会报告工作，请各位审议，并请大家提出意见\n{BODY}"
    assert roles(text) == ["body", "body"]


def test_neither_residue_nor_speaker_nor_salutation_becomes_the_title() -> None:
    assert roles(f"本地要闻\n区长　赵明远\n同志们：\n{BODY}") == ["RESIDUE", "byline", "salutation", "body"]


def test_of_a_title_printed_twice_the_one_nearer_the_salutation_is_the_title() -> None:
    title = "在机关作风建设大会上的讲话"
    text = f"{title}\n来源：某某网\n2026-03-12 09:00:00\n{title}\n同志们：\n{BODY}"
    assert roles(text) == ["REPEATED", "RESIDUE", "RESIDUE", "title", "salutation", "body"]


def test_one_of_several_speeches_of_a_page_is_called_by_its_place_among_them() -> None:
    page = (
        "防汛会上的讲话(精选3篇)\n小编为大家整理了防汛会上的讲话,仅供参考,欢迎大家阅读。\n防汛会上的讲话篇1"
    )
    assert told(f"{page}\n同志们:\n{BODY}")[1:] == [
        "RESIDUE 小编为大家整理了防汛会上的讲话,仅供参考,欢迎大家阅读。",
        "title 防汛会上的讲话篇1",
        "salutation 同志们:",
        f"body {BODY}",
    ]


def test_the_label_of_a_title_is_no_part_of_it() -> None:
    head = ["RESIDUE 标题：", "title 在防汛会上的讲话", "byline 讲话人：赵明远", "salutation 同志们："]
    text = f"标题：在防汛会上的讲话\n讲话人：赵明远\n同志们：\n{BODY}"
    assert told(text) == [*head, f"body {BODY}"]
    assert "title" not in roles(f"标题：怎样写得好\n{BODY}")


def test_what_the_page_puts_into_the_head_is_told_from_it() -> None:
    page = "下载\n打印\n【字号：\n大\n】\n"
    head = "政府工作报告\n来源：某某日报\n时间：2026-02-02\n区长 赵明远\n赵明远作报告。\n各位代表：\n"
    text = f"{page}{head}{BODY}"
    assert roles(text) == [
        *["RESIDUE"] * 5,
        "title",
        "RESIDUE",
        "RESIDUE",
        "byline",
        "RESIDUE",
        "salutation",
        "body",
    ]


def test_a_date_of_the_site_is_not_that_of_the_speech() -> None:
    assert roles(f"在防汛会上的讲话\n某某范文网\n2026-04-04\n{BODY}") == [
        "title",
        "RESIDUE",
        "RESIDUE",
        "body",
    ]
    assert roles(f"在防汛会上的讲话\n2026-04-04\n同志们：\n{BODY}") == ["title", "date", "salutation", "body"]


CONTENTS = "一、为什么抓作风\n二、怎么抓作风\n三、谁来抓作风\n"
HEADED = "一、为什么抓作风\n作风关系人心。\n二、怎么抓作风\n从小事抓起。\n三、谁来抓作风\n人人有责。"


@pytest.mark.parametrize(
    "contents",
    [
        f"目录\n{CONTENTS}",
        f"目　录\n{CONTENTS}",
        CONTENTS,
        CONTENTS.replace("风\n", "风……………3\n"),
        CONTENTS.replace("风\n", "风 12\n"),
    ],
)
def test_contents_before_a_speech_are_out_and_its_headings_are_read_once(contents: str) -> None:
    found = roles(f"{contents}在机关作风大会上的讲话\n同志们：\n{BODY}\n{HEADED}")
    lines = contents.count("\n")
    assert found[:lines] == ["CONTENTS"] * lines
    assert found[lines:] == ["title", "salutation", "body", *["h1", "body"] * 3]


def test_headings_that_begin_a_text_are_no_contents() -> None:
    assert roles(HEADED) == ["h1", "body"] * 3
    assert roles(f"{CONTENTS}四、怎样见成效\n") == ["h1"] * 4


def test_what_a_chat_program_says_is_a_remark() -> None:
    speech = f"在校园安全会上的讲话\n同学们：\n{BODY}\n谢谢大家！"
    after = "希望这份讲话稿对您有帮助。\n1. 称谓可以替换"
    text = f"好的，以下是为您起草的讲话稿：\n---\n{speech}\n---\n{after}"
    assert roles(text) == [
        "REMARK",
        "MARKUP",
        "title",
        "salutation",
        "body",
        "closing",
        "MARKUP",
        "REMARK",
        "REMARK",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "谢谢大家！",
        "谢谢！",
        "我的讲话完了，谢谢大家。",
        "祝大会圆满成功！",
        "最后，祝同学们学习进步！",
        "散会。",
        "以上报告，请予审议。",
        "现在，我宣布，运动会开幕！",
    ],
)
def test_closing_words_at_the_end_are_the_closing(line: str) -> None:
    assert roles(f"{BODY}\n{line}") == ["body", "closing"]
    assert roles(f"{BODY}\n{line}\n{BODY}\n{BODY}\n{BODY}\n{BODY}")[1] == "body"


@pytest.mark.parametrize(
    "line",
    ["让我们携起手来，共同奋斗！", "同志们，时间不等人，抓紧干吧！", "感谢信要及时寄出，不能拖。我来催办。"],
)
def test_calls_at_the_end_stay_body(line: str) -> None:
    assert roles(f"{BODY}\n{line}") == ["body", "body"]


def test_who_signs_and_when_stand_at_the_end() -> None:
    assert roles(f"{BODY}\n{BODY}\n区城市管理局\n2026年3月12日") == ["body", "body", "signoff", "signoff"]
    assert roles(f"{BODY}\n{BODY}\n述职人：王大明\n2026年3月12日")[2:] == ["signoff", "signoff"]
    assert roles(f"{BODY}\n会议定在\n2026年3月12日\n{BODY}") == ["body"] * 4


@pytest.mark.parametrize(
    "tail",
    [
        "《政府工作报告》名词解释",
        "【注释】",
        "附件：任务分工表",
        "附件\n《报告》有关名词注释",
        "名词解释",
        "注释\n［1］三保：保民生。",
        "［1］三保：保民生。\n［2］两新：设备和消费品。",
    ],
)
def test_attachments_and_glossaries_after_a_speech_are_out(tail: str) -> None:
    assert roles(f"{BODY}\n{tail}\n1.新型消费：网上的消费。") == [
        "body",
        *["ATTACHMENT"] * (tail.count("\n") + 2),
    ]


def test_what_begins_a_speech_is_no_attachment() -> None:
    assert "ATTACHMENT" not in roles(f"同志们：\n开会。\n附：会议议程\n{BODY}\n{BODY}\n{BODY}")
    assert "ATTACHMENT" not in roles(f"{BODY}\n关于会议议程的说明\n{BODY}")


def test_an_attachment_may_have_numbers_of_its_own() -> None:
    speech = f"同志们：\n{BODY}\n一、认清形势\n{BODY}\n二、抓好落实\n{BODY}"
    text = f"{speech}\n附件1\n分工表\n一、水利局管泵\n二、农业局管种\n三、供销社管肥"
    assert roles(text)[-6:] == ["body", *["ATTACHMENT"] * 5]


def test_what_is_attached_is_said_before_who_signs() -> None:
    text = f"关于春耕的报告\n{BODY}\n{BODY}\n附件：分工表\n区水利局\n2026年3月1日"
    assert told(text)[-3:] == ["body 附件：分工表", "signoff 区水利局", "signoff 2026年3月1日"]


def test_circled_numbers_at_the_end_are_notes_only_where_the_text_calls_them() -> None:
    notes = "①排涝：把田里的水排出去。\n②清沟：把沟里的泥挖出来。"
    assert "ATTACHMENT" not in roles(f"同志们：\n{BODY}\n{BODY}\n{notes}")
    called = f"同志们：\n{BODY}\n要抓好排涝①和清沟②，不误农时。\n{BODY}\n{notes}"
    assert roles(called)[-2:] == ["ATTACHMENT"] * 2


def test_within_a_word_file_the_source_of_a_picture_is_text() -> None:
    texts = ("同志们：", BODY, "来源：https://example.org/1.png", BODY, "审核：赵明远")
    word = [Paragraph(plain_runs(text), style="Normal") for text in texts]
    assert [line.split(" ")[0] for line in pieces_of(word, structure(word))] == ["salutation", *["body"] * 4]
    page = [Paragraph(plain_runs(text)) for text in texts]
    found = [line.split(" ")[0] for line in pieces_of(page, structure(page))]
    assert found == ["salutation", "body", "RESIDUE", "body", "RESIDUE"]


def test_a_speech_goes_on_behind_a_list_that_is_called_an_attachment() -> None:
    text = f"一、认清形势\n{BODY}\n二、抓好落实\n附件：分工表\n一、水利局管泵\n{BODY}\n三、加强领导\n{BODY}"
    assert "ATTACHMENT" not in roles(text)


def test_an_attachment_named_within_a_speech_is_text() -> None:
    assert "ATTACHMENT" not in roles(f"一、认清形势\n{BODY}\n附件：分工表\n{BODY}\n二、抓好落实\n{BODY}")


def test_what_follows_a_list_of_other_pages_is_the_page_s() -> None:
    assert roles(f"{BODY}\n{BODY}\n相关阅读：\n区长调研城建\n书记会见客商") == [
        "body",
        "body",
        *["RESIDUE"] * 3,
    ]
    assert roles(f"{BODY}\n相关阅读：\n区长调研\n{BODY}")[-1] == "body"
    assert roles(f"{BODY}\n版权声明：本站所有\n{BODY}") == ["body", "RESIDUE", "RESIDUE"]


def test_the_head_of_every_page_is_out() -> None:
    pages = "".join(f"{BODY}\n会议材料\n— {page} —\n" for page in (1, 2, 3))
    assert roles(pages) == ["body", "PAGE", "PAGE"] * 3
    assert "PAGE" not in roles(f"{BODY}\n请大家鼓掌欢迎\n" * 3)


def test_what_a_page_says_of_an_article_is_out() -> None:
    assert roles(f"{BODY}\n（作者系某某办公室干部）\n（完）\n阅读(12) 评论(0)") == ["body", *["RESIDUE"] * 3]


def test_page_numbers_within_a_speech_are_out() -> None:
    assert roles(f"{BODY}\n— 3 —\n{BODY}\n第4页 共9页\n{BODY}") == ["body", "PAGE", "body", "PAGE", "body"]


@pytest.mark.parametrize("line", ["（鼓掌）", "（全体起立，奏国歌）", "（传达上级会议精神）"])
def test_a_line_in_brackets_is_said_to_nobody(line: str) -> None:
    assert roles(f"{BODY}\n{line}\n{BODY}") == ["body", "cue", "body"]


@pytest.mark.parametrize("line", ["（一）", "（2026年3月12日）", "（见附件）"])
def test_not_every_bracket_is_a_cue(line: str) -> None:
    assert "cue" not in roles(f"{BODY}\n{line}\n{BODY}")


def looking(
    text: str, style: str = "", centred: bool = False, size: int = 0, level: int | None = None
) -> Paragraph:
    return Paragraph(plain_runs(text), level=level, style=style, centred=centred, size=size)


@pytest.mark.parametrize(
    "title",
    [
        looking("把根留住", style="Title"),
        looking("把根留住", centred=True, size=44),
        looking("把根留住", level=1),
    ],
)
def test_a_title_may_be_known_by_its_look_alone(title: Paragraph) -> None:
    paragraphs = (title, looking("校庆日前"), looking("同学们："), looking(BODY))
    assert pieces_of(paragraphs, structure(paragraphs))[0] == "title 把根留住"


def test_the_first_of_several_headings_is_no_title() -> None:
    paragraphs = (looking("认清形势", level=1), looking(BODY), looking("抓好落实", level=1), looking(BODY))
    assert [line.split()[0] for line in pieces_of(paragraphs, structure(paragraphs))] == ["h1", "body"] * 2
    titled = (looking("抓防汛保安全", style="Title"), looking("赵明远"), *paragraphs)
    assert [line.split()[0] for line in pieces_of(titled, structure(titled))][:3] == ["title", "byline", "h1"]


def test_lines_of_one_look_are_one_title() -> None:
    paragraphs = (
        looking("把根留住", centred=True, size=44),
        looking("把路走宽", centred=True, size=44),
        looking("同学们："),
        looking(BODY),
    )
    assert [line.split()[0] for line in pieces_of(paragraphs, structure(paragraphs))] == [
        "title",
        "title",
        "salutation",
        "body",
    ]


def test_line_ends_within_a_paragraph_part_the_lines_of_a_title() -> None:
    paragraphs = (looking("在全区防汛会议上\u2028的讲话"), looking("同志们："), looking(BODY))
    assert pieces_of(paragraphs, structure(paragraphs))[:2] == ["title 在全区防汛会议上", "title 的讲话"]


def test_every_piece_says_why_and_how_surely() -> None:
    text = f"本地要闻\n在防汛会上的讲话\n区长\n同志们：\n{BODY}\n谢谢！"
    assert told(text)[1] == "title 在防汛会上的讲话"
    paragraphs = tuple(looking(line) for line in text.split("\n"))
    for piece in structure(paragraphs):
        assert 0 < piece.confidence <= 1 and piece.reason
