"""What pages and programs leave around a text, and sentences of speeches that only sound like it."""

import pytest

from app.importing.report import Fate
from app.importing.residue import afterword, answer, garbage, is_garbage, residue, residue_at_edge


@pytest.mark.parametrize(
    "text",
    [
        "您的位置：首页>>范文>>讲话稿>>正文",
        "首页 > 公文 > 讲话",
        "发表时间:2026/5/31 7:35:41",
        "时间：2026-02-02",
        "2026-03-12 08:41:08 某某网",
        "来源：某某日报",
        "2026-03-12 来源：某某网 点击：123",
        "（来源：某某日报）",
        "作者：小李　编辑：小王",
        "责任编辑：小李",
        "【字号：大 中 小】",
        "标签: #大会",
        "上一篇：另一个讲话",
        "相关阅读：",
        "版权声明：本文来自网友上传",
        "更多范文请加微信：abc12345",
        "https://example.org/1.html",
        "预览结束,免费获取全文!",
        "点击阅读全文",
        "下面是小编为大家整理的讲话稿，仅供参考，希望对大家有帮助。",
        "请点击👉 abcd 👈联系老师",
        "(请认真阅读下面的提示信息)",
        "z* z/ _4 ^9 v9 W9 Y+ U; P",
        ") i N9 r1 I8 s* Y6 r , L, o5 F3",
    ],
)
def test_what_a_page_wrote_is_residue_wherever_it_stands(text: str) -> None:
    found = residue(text)
    assert found is not None and found.role is Fate.RESIDUE and found.reason


@pytest.mark.parametrize(
    "text", ["— 3 —", "-12-", "第3页", "第 3 页 共 9 页", "第三页", "3/12", "3 / 12 页", "Page 3 of 9"]
)
def test_a_page_number_on_its_own_is_one(text: str) -> None:
    found = residue(text)
    assert found is not None and found.role is Fate.PAGE


@pytest.mark.parametrize("text", ["---", "***", "______", "* * *", "```", "```markdown"])
def test_rules_and_fences_are_marks(text: str) -> None:
    found = residue(text)
    assert found is not None and found.role is Fate.MARKUP


@pytest.mark.parametrize(
    "text",
    [
        "要严肃查处代写论文的行为。",
        "不要随意扫码，不要轻信陌生人，谨防上当受骗。",
        "来源要查清，去向要管住。",
        "这本册子仅供参考，希望大家多提意见。",
        "欢迎大家阅读这份报告，提出宝贵意见。",
        "我们的目标是：让群众满意。",
        "（此处省略三百字）",
        "……（未完，全文共2010字）",
        "2026年是关键的一年",
        "第3页的数字请大家再核一下。",
        "——经济平稳增长",
        "……",
        "一、发布时间要及时，内容要准确。" * 5,
        "B2B、C2C 这些词大家都听过",
    ],
)
def test_sentences_of_a_speech_and_remarks_on_gaps_are_no_residue(text: str) -> None:
    assert residue(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "打印",
        "大",
        "×",
        "|",
        "收藏",
        "某某范文网",
        "本地要闻",
        "区长作报告。本报记者 小王摄",
        "区委办公室整理",
    ],
)
def test_buttons_names_of_sites_and_captions_are_residue_at_the_edge_only(text: str) -> None:
    assert residue(text) is None
    assert residue_at_edge(text) is not None


def test_a_caption_in_brackets_is_the_page_s() -> None:
    assert residue_at_edge("（图为会议现场）") is not None


@pytest.mark.parametrize("text", ["打印机要及时维修", "大道至简", "小事不小", "我们要向记者学习", "……"])
def test_lines_of_a_speech_are_no_buttons(text: str) -> None:
    assert residue_at_edge(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "好的，以下是为您起草的讲话稿：",
        "当然！根据您的要求，我拟了一份致辞。",
        "以下是讲话稿全文：",
        "根据您提供的材料，已为您撰写如下",
    ],
)
def test_an_answer_to_the_asker_is_a_remark(text: str) -> None:
    found = answer(text)
    assert found is not None and found.role is Fate.REMARK


@pytest.mark.parametrize(
    "text", ["好的作风靠大家。", "以下三点请大家记住：", "这是一次重要的会议。", "根据会议安排，我讲三点。"]
)
def test_beginnings_of_a_speech_are_no_answer(text: str) -> None:
    assert answer(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "希望这份讲话稿对您有帮助，如需调整请告诉我。",
        "如果您需要更正式的版本，我可以继续修改。",
        "以上内容仅供参考，请根据实际情况修改。",
        "需要我再压缩一下篇幅吗？",
        "（说明：括号内的内容请替换。）",
    ],
)
def test_words_to_the_asker_at_the_end_are_a_remark(text: str) -> None:
    assert afterword(text) is not None


@pytest.mark.parametrize(
    "text", ["希望大家再接再厉。", "如果还有问题，会后再议。", "以上是我的几点意见，请大家讨论。"]
)
def test_ends_of_a_speech_are_no_remark(text: str) -> None:
    assert afterword(text) is None


def test_a_watermark_within_a_line_is_found_where_it_stands() -> None:
    line = "把会议主持好 $ G! l0 B& {7 H"
    [(start, stop)] = garbage(line)
    assert line[:start].strip() == "把会议主持好" and stop == len(line)
    assert garbage("增长 3.5 %，其中 AI 产业 1 2 个") == []
    assert not is_garbage("AI PLUS 2026")
