"""Paragraphs that hold several lines are cut where strong marks stand, and nowhere else."""

import pytest

from tests.importing.framing import told


def test_title_salutation_and_body_in_one_paragraph_are_parted() -> None:
    assert told("区长在春耕会上的讲话同志们：春耕不等人，大家要抓紧。") == [
        "title 区长在春耕会上的讲话",
        "salutation 同志们：",
        "body 春耕不等人，大家要抓紧。",
    ]


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("（2026年3月1日） 同志们：", ["date （2026年3月1日）", "salutation 同志们："]),
        ("同志们: 前不久,我们开过会。", ["salutation 同志们:", "body 前不久,我们开过会。"]),
        (
            "开馆典礼致辞 尊敬的各位来宾，朋友们：大家好！",
            ["title 开馆典礼致辞", "salutation 尊敬的各位来宾，朋友们：", "body 大家好！"],
        ),
        (
            "政府工作报告——2026年3月1日在区人民代表大会会议上",
            ["title 政府工作报告", "subtitle ——2026年3月1日在区人民代表大会会议上"],
        ),
        (
            "政府工作报告——2026年3月1日在区人民代表大会会议上区长　赵明远各位代表：",
            [
                "title 政府工作报告",
                "subtitle ——2026年3月1日在区人民代表大会会议上",
                "byline 区长　赵明远",
                "salutation 各位代表：",
            ],
        ),
        ("在春耕会上的讲话 区长 赵明远", ["title 在春耕会上的讲话", "byline 区长 赵明远"]),
        ("**在春耕会上的讲话**", ["title **在春耕会上的讲话**"]),
        ("区长赵明远在春耕会上的讲话", ["title 区长赵明远在春耕会上的讲话"]),
        ("区长　赵明远（2026年3月1日）", ["byline 区长　赵明远", "date （2026年3月1日）"]),
        ("在春耕会上的讲话（2026年3月1日）", ["title 在春耕会上的讲话", "date （2026年3月1日）"]),
    ],
)
def test_what_stands_together_in_a_head_is_parted(line: str, parts: list[str]) -> None:
    rest = "今天我们到田头来开会，就是要看一看、比一比，把劲鼓起来。"
    assert told(f"{line}\n{rest}") == [*parts, f"body {rest}"]


def test_a_title_that_was_seen_is_parted_from_the_text_behind_it() -> None:
    body = "这次会议，目的是把春耕抓早抓实，大家都看了现场，也听了介绍，很受启发。请各位抓好落实，莫误农时。"
    text = f"在全区春耕会上的讲话\n区长在全区春耕会上的讲话{body}"
    assert told(text) == [
        "title 在全区春耕会上的讲话",
        "REPEATED 区长在全区春耕会上的讲话",
        f"body {body}",
    ]


@pytest.mark.parametrize(
    ("head", "parts"),
    [
        (
            "在全区春耕会上的讲话（2026年3月1日）区长 赵明远",
            ["title 在全区春耕会上的讲话", "date （2026年3月1日）", "byline 区长 赵明远"],
        ),
        ("在全区春耕会上的讲话　赵明远　", ["title 在全区春耕会上的讲话", "byline 赵明远"]),
        (
            "在全区春耕会上的讲话 赵明远 2026年3月1日（根据录音整理）",
            [
                "title 在全区春耕会上的讲话",
                "byline 赵明远",
                "date 2026年3月1日",
                "stage （根据录音整理）",
            ],
        ),
    ],
)
def test_a_head_in_one_line_with_its_salutation_is_parted(head: str, parts: list[str]) -> None:
    rest = "今天我们到田头来开会，就是要看一看、比一比，把劲鼓起来。"
    assert told(f"{head}同志们：{rest}") == [*parts, "salutation 同志们：", f"body {rest}"]


def test_a_sentence_before_a_salutation_is_no_head() -> None:
    text = "他在春耕会上的讲话（大家都听了）很实在，我们要学，尊敬的各位老师：这是我的体会。"
    assert told(text) == [f"body {text}"]


def test_a_title_is_parted_from_how_a_speech_begins() -> None:
    body = "今天，我们召开三级干部会议，主要是总结去年工作，安排今年任务。下面，我讲几点意见，供大家参考。"
    assert told(f"在全县三级干部会议上的讲话{body}") == ["title 在全县三级干部会议上的讲话", f"body {body}"]
    text = f"书记在会议上的讲话精神要认真学习，不能走过场，不能搞形式。{body}"
    assert told(text) == [f"body {text}"]


def test_a_title_and_its_date_are_parted_from_the_text_behind_them() -> None:
    body = "今天，我们召开三级干部会议，主要是总结去年工作，安排今年任务。下面，我讲几点意见，供大家参考。"
    text = f"在全县三级干部会议上的讲话（2026年3月1日）{body}"
    assert told(text) == ["title 在全县三级干部会议上的讲话", "date （2026年3月1日）", f"body {body}"]


def test_a_sentence_with_words_of_a_beginning_in_it_is_a_heading_as_a_whole() -> None:
    text = f"今天说三件事，大家记一下，回去以后要讲给别人听。一、以更大力度全面推进排涝。{LONG}二、清通沟渠。{LONG}"
    assert f"h1 一、以更大力度全面推进排涝。{LONG}" in told(text)


@pytest.mark.parametrize("announced", ["我讲几点意见: 一、", "我讲几点意见。一、"])
def test_a_number_behind_a_mark_and_a_blank_begins_a_heading(announced: str) -> None:
    text = (
        f"今天到田头来开会，大家都看了现场，也听了介绍。下面,{announced}抓好排涝,不误农时。{LONG}"
        f"（ 一 ）修水泵。{LONG}（二）清沟渠。{LONG}"
    )
    heads = [line for line in told(text) if line.startswith("h")]
    assert [line[:6] for line in heads] == ["h1 一、抓", "h2 （ 一", "h2 （二）"]


def test_things_counted_in_a_text_of_headings_are_text() -> None:
    counted = f"（1）修好水泵，当年见效。{LONG}（2）清通沟渠，不留死角。{LONG}"
    text = f"一、抓排涝。{LONG}{LONG}今年要办好下面这几件实事。{counted}二、抓灌溉。{LONG}"
    assert [line[:5] for line in told(text) if line.startswith("h")] == ["h1 一、", "h1 二、"]


def test_third_level_headings_are_cut_in_the_line_of_a_second_level_one() -> None:
    text = f"一、抓水泵\n（一）抓修理。1.查故障。{LONG}2.换零件。{LONG}\n（二）抓保管。{LONG}"
    assert [line for line in told(text) if line.startswith("h3")] == [
        f"h3 1.查故障。{LONG}",
        f"h3 2.换零件。{LONG}",
    ]
    assert not [line for line in told(f"{LONG}1.查故障。{LONG}2.换零件。{LONG}") if line.startswith("h3")]


def test_a_salutation_within_a_speech_stays_in_its_paragraph() -> None:
    later = "同志们：让我们一起努力，把今年的各项工作做得更好，让全区群众都满意，让大家都放心。"
    first = (
        "今天我们到田头来开会，就是要看一看、比一比，把春耕的劲头鼓起来，把各项措施落下去，力争有一个好收成。"
    )
    assert told(f"{first}\n{later}") == [f"body {first}", f"body {later}"]


LONG = "各村要把水泵拆开来看一遍，坏了的零件登记下来，不要怕麻烦。"
RUNNING = (
    "今天主要是研究夏季供水，大家都很关心。下面，我讲三点意见。一、认清供水形势。今年夏天来得早，用水多。"
    "二、抓好管网检修。（一）摸清底数。老旧管网要登记。（二）分批改造。先急后缓。三、落实责任。谁的管网谁负责。"
)


def test_a_single_heading_is_announced_in_the_sentence_before_it() -> None:
    text = (
        "常规工作今天就不讲了，大家回去看材料，最后强调三句话。一、抓紧抢修"
        "今年汛期来得早，水泵要先修好，沟渠要先通好，人手要先备好。"
    )
    assert "h1 一、抓紧抢修" in told(text)
    text = "大家回去要看的材料有这么几份，名单都印好了，请带回。一、抢修水泵的单子，二、清沟的单子，都在会务组那里领取。"
    assert told(text) == [f"body {text}"]


def test_headings_inside_running_text_are_cut_before_their_numbers() -> None:
    found = told(RUNNING)
    assert [line for line in found if line.startswith("h")] == [
        "h1 一、认清供水形势。今年夏天来得早，用水多。",
        "h1 二、抓好管网检修。",
        "h2 （一）摸清底数。老旧管网要登记。",
        "h2 （二）分批改造。先急后缓。",
        "h1 三、落实责任。谁的管网谁负责。",
    ]


def test_the_end_of_a_heading_without_mark_is_a_guess_that_says_so() -> None:
    found = told(
        "今天主要是研究夏季供水，大家都很关心这件事。下面，我讲两点意见。一、认清夏季供水形势今年夏天来得早，用水多。"
        "二、抓好老旧管网检修各级各单位要迅速行动起来，把管网查一遍。"
    )
    assert "h1 一、认清夏季供水形势" in found and "h1 二、抓好老旧管网检修" in found


@pytest.mark.parametrize(
    "text",
    [
        "回去以后要做到以下几点：一、早准备；二、早动手；三、早收工。这样才能不误农时，请大家抓紧落实，不要拖拉，不要等靠，不要推诿扯皮。",
        "今年一季度，二、三产业增长较快。二、三季度还要加把劲。一、二、三产业融合发展，农民增收有了新路子，我们都很高兴，要再接再厉。",
        "总的原则是：（1）坚持从实际出发。（2）坚持量力而行。（3）坚持群众自愿。各单位要照此办理，不得走样，不得打折扣，不得讲价钱。",
        "去年增长2.5个点。1.5万人参加了培训。3.2万亩荒山披上了绿装，群众得到了实惠，干部受到了锻炼，这些成绩来之不易，值得珍惜。",
    ],
)
def test_numbers_within_sentences_cut_nothing(text: str) -> None:
    assert told(text) == [f"body {text}"]


def test_a_watermark_is_cut_out_of_a_line() -> None:
    found = told("这是一篇讲会议主持的文章，大家可以参考着看一看。\n把会议主持好是一门学问。 $ G! l0 B& {7 H")
    assert found[-2:] == ["body 把会议主持好是一门学问。", "RESIDUE $ G! l0 B& {7 H"]
