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


def wrapped(*paragraphs: str, width: int = 28) -> str:
    """The paragraphs as a program breaks them that indents each by two characters."""
    lines = [line for text in paragraphs for line in broken("\u3000\u3000" + text, width)]
    return "\n".join(lines)


def broken(text: str, width: int) -> list[str]:
    return [text[at : at + width] for at in range(0, len(text), width)]


LONG = (
    "今年的工作任务很重，各单位要统筹安排，把力量用在刀刃上，把时间抓在手里，一件一件抓落实，年底见分晓。" * 2
)


def test_a_heading_that_fills_its_line_is_not_joined_to_the_text_below_it() -> None:
    heading = "一、认清当前形势，增强做好今年各项工作的紧迫感责任感"
    assert len(heading) == 26
    text = (heading, LONG, "二、突出重点", LONG, "三、抓好落实", LONG)
    assert texts(wrapped(*text)) == list(text)


def test_a_heading_that_goes_over_its_line_is_joined() -> None:
    heading = "一、认清当前形势，统一思想认识，切实增强做好今年各项工作的紧迫感责任感"
    run_in = f"（一）坚持问题导向，坚持目标导向，把各项重点任务一件一件抓实抓好。{LONG}"
    text = (heading, run_in, LONG, "二、突出重点", f"（一）抓早。{LONG}", LONG)
    assert texts(wrapped(*text)) == list(text)


def test_the_lines_of_a_head_are_not_joined() -> None:
    head = ("政府工作报告", "——2026年3月1日在某某区第九届人民代表大会上", "区长　赵明远", "各位代表：")
    assert texts("\n".join(head) + "\n" + wrapped(LONG, LONG, LONG)) == [*head, LONG, LONG, LONG]


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


def test_a_salutation_over_several_lines_is_one() -> None:
    text = "尊敬的各位老师、\n各位家长，\n亲爱的同学们：\n今天是开学的日子。"
    assert texts(text) == ["尊敬的各位老师、各位家长，亲爱的同学们：", "今天是开学的日子。"]


def test_a_salutation_behind_a_title_goes_on_in_the_next_line() -> None:
    text = "开学典礼上的致辞 尊敬的各位老师,\n亲爱的同学们:大家上午好!今天是开学的日子。"
    assert texts(text) == [text.replace("\n", "")]


def test_a_sentence_goes_on_behind_the_number_of_a_page() -> None:
    text = "今年的雨来得早，各村要在月底以前把沟渠都清一遍，把水泵\n- 2 -\n都修好，不误排涝。\n人手也要备足。"
    assert texts(text) == [
        "今年的雨来得早，各村要在月底以前把沟渠都清一遍，把水泵都修好，不误排涝。",
        "- 2 -",
        "人手也要备足。",
    ]


def test_a_heading_before_the_number_of_a_page_stays() -> None:
    text = "一、今年的雨来得早，各村要在月底以前把沟渠都清一遍\n- 2 -\n都要修好，不误排涝。"
    assert texts(text) == text.split("\n")
