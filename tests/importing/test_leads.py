"""Where a heading ends that no sentence ends: at a colon, at blanks, before the words with which a text begins."""

import pytest

from tests.importing.framing import told
from tests.importing.speech_lines import BODY, pieces

OTHER = "各村自己要把沟渠清一遍，把水泵试一遍，人手不够的村要早些来说。"


@pytest.mark.parametrize("colon", ["：", ":", "： "])
def test_a_short_heading_ends_at_its_colon_and_its_text_runs_on(colon: str) -> None:
    found = pieces(f"一、备足水泵{colon}{BODY}\n二、清通沟渠{colon}{OTHER}")
    assert [each.replace(" ", "") for each in found] == [
        f"h11:备足水泵{colon.strip()}",
        f"+body:{BODY}",
        f"h12:清通沟渠{colon.strip()}",
        f"+body:{OTHER}",
    ]


@pytest.mark.parametrize(
    "lead",
    [
        "关于形势：今年雨水足",
        "备足水泵：",
        "对今年汛期雨水多少、来得早晚、河水能涨到哪里的估计：" + BODY,
        "先说水泵。坏了三台：" + BODY,
    ],
)
def test_a_colon_within_a_heading_or_its_text_ends_nothing(lead: str) -> None:
    assert pieces(f"一、{lead}\n{OTHER}\n二、清通沟渠\n{OTHER}")[0] == f"h11:{lead}"


@pytest.mark.parametrize("blank", ["\u3000", "  "])
def test_a_heading_ends_where_wide_blanks_part_it_from_sentences(blank: str) -> None:
    found = pieces(f"一、备足水泵{blank}{BODY}\n二、清通沟渠{blank}{OTHER}")
    assert found == [f"h11:备足水泵{blank}", f"body:{BODY}", f"h12:清通沟渠{blank}", f"body:{OTHER}"]


@pytest.mark.parametrize(
    "lead", ["备足水泵 清通沟渠", "备足水泵　清通沟渠", "备足水泵　清通沟渠。", "用好 AI 巡河"]
)
def test_a_blank_between_the_words_of_a_heading_ends_nothing(lead: str) -> None:
    assert pieces(f"一、{lead}\n{BODY}")[0] == f"h11:{lead}"


def test_blanks_in_place_of_line_ends_part_headings_from_their_text() -> None:
    text = (
        "今天开这个会，主要是把防汛的事再说一说，大家都很关心。 一、备足水泵，不误排涝 要早修早试。"
        " 二、清通沟渠，不留死角 要分段包干。"
    )
    assert [each for each in told(text) if each.startswith("h")] == [
        "h1 一、备足水泵，不误排涝",
        "h1 二、清通沟渠，不留死角",
    ]


def test_where_blanks_part_lines_a_heading_may_be_long() -> None:
    heading = (
        "一、雨水来得早，全区上下务必充分认识汛情对春耕的影响，坚定信心，早作打算，进一步增强防大汛的紧迫感"
    )
    assert heading in [
        each.removeprefix("h1 ") for each in told(f"下面说两句话，大家记一下。 {heading} {BODY} {OTHER}")
    ]
