"""Lines that were broken in mid-sentence become paragraphs again; lines that stand for themselves stay."""

from hypothesis import given
from hypothesis import strategies as st

from app.importing.rejoining import rejoined
from app.importing.text import read_text

WRAPPED = """\
春季绿化工作是全年绿化工作的关键，各单位要抓住当前的有
利时机，组织干部职工义务植树，做到栽一棵活一棵，不搞形
式主义，不做表面文章，让群众看得见、摸得着、得实惠，真
正把绿化工作做到群众心坎上。
要加强管护，落实责任到人，定期浇水施肥，防止只栽不管的
— 2 —
现象发生。各单位主要负责同志要亲自抓、亲自管，一级抓一
级，层层抓落实，确保今年绿化任务圆满完成。
一、认清形势
当前正是植树的黄金时节，错过了这个时节，成活率就会大大
降低，大家一定要有紧迫感和责任感，把工作抓在手上。"""


def texts(text: str) -> list[str]:
    return [paragraph.text for paragraph in rejoined(read_text(text).paragraphs).paragraphs]


def test_lines_of_a_fixed_width_are_paragraphs_again() -> None:
    found = texts(WRAPPED)
    assert [line[:5] for line in found] == ["春季绿化工", "要加强管护", "— 2 —", "一、认清形", "当前正是植"]
    assert "抓住当前的有利时机" in found[0] and "只栽不管的现象" in found[1]
    assert rejoined(read_text(WRAPPED).paragraphs).joins == 6


def test_a_title_in_book_marks_that_was_a_link_is_in_its_sentence_again() -> None:
    text = "要认真执行《\n义务教育法\n》，办好每一所学校。\n下面讲第二点。"
    assert texts(text) == ["要认真执行《义务教育法》，办好每一所学校。", "下面讲第二点。"]


def test_an_index_that_stood_below_a_letter_is_in_its_line_again() -> None:
    assert texts("细颗粒物（PM\n2.5\n）浓度下降，广义货币M\n2\n增长一成。") == [
        "细颗粒物（PM2.5）浓度下降，广义货币M2增长一成。"
    ]


def test_lines_that_stand_for_themselves_stay() -> None:
    text = "在全区会议上\n的讲话\n区长 赵明远\n同志们，\n一、认清形势\n形势很好。\n》》点击进入\n——第一条"
    assert texts(text) == text.split("\n")


def test_short_paragraphs_are_not_of_a_fixed_width() -> None:
    text = "\n".join(f"第{count}个村的路已经修好了，群众都说好" for count in range(10, 40))
    assert texts(text) == text.split("\n")


@given(st.text(alphabet="一二、（）《》，。：！ab1 中文\n\u3000", max_size=400))
def test_no_visible_character_is_lost(text: str) -> None:
    before = "".join(paragraph.text for paragraph in read_text(text).paragraphs)
    after = "".join(texts(text))
    assert sorted(before.replace(" ", "")) == sorted(after.replace(" ", ""))
