"""A draft of ours that goes out as plain text comes back with every line in its kind."""

import pytest

from app.core.draft import Draft
from app.core.ids import counting_ids
from app.core.kinds import HEAD_KINDS, Kind
from app.core.markup import parse_markup
from app.export.text import export_txt
from app.importing.recognise import recognise
from app.importing.text import read_text

MEETING = """
@标题 在【会议名称】上的讲话
@讲话人 【讲话人】
@日期 （【会议日期】）
@称谓 同志们：
今天，我们召开【会议名称】，主要任务是研究下一步怎么干。下面，我讲[三](=@意见数)点意见。
# 提高认识，增强责任感
这件事关系千家万户，【待填：本地的情况，缺失的数字请补上，约25字】。
# 突出重点，抓好落实
## 摸清底数。要逐户登记，不漏一户。
- 看现场。到一线去看。
- 听意见。请群众来评。
## 分批推进。先急后缓，先易后难。
# 加强领导，压实责任
主要负责同志要亲自抓。最后，祝大家工作顺利！祝大家身体健康！
同志们，让我们携起手来，共同努力！
@结束语 谢谢大家！
"""
HOSTING = """
@标题 在全区防汛工作会议上的主持词
@日期 （2026年5月8日）
@称谓 各位领导，同志们：
现在开会。
@场上提示 （全体起立，奏国歌）
今天的会议有三项议程。首先，请区长讲话。
@场上提示 （传达上级会议精神）
下面，进行第二项。大家用热烈的掌声欢迎！
@场上提示 （鼓掌）
各单位会后要抓好落实，有关情况请于月底前报送。
@结束语 散会。
"""
WELCOME = """
@稿次 讨论稿
@标题 让文化的种子生根发芽
@副题 ——在图书馆开馆仪式上的致辞
@讲话人 区长　赵明远
@称谓 尊敬的各位来宾，女士们、先生们：
大家上午好！在这个美好的日子里，我们相聚在这里，共同见证新馆开馆。
在此，我谨代表区政府，向各位来宾表示热烈的欢迎！
@结束语 预祝开馆仪式圆满成功！
@落款 某某区人民政府
@落款 2026年5月8日
"""


def printed(draft: Draft) -> list[tuple[Kind, str]]:
    return [(block.kind, block.text) for block in draft.blocks]


@pytest.mark.parametrize("markup", [MEETING, HOSTING, WELCOME])
def test_a_draft_comes_back_from_plain_text_with_every_line_in_its_kind(markup: str) -> None:
    draft = parse_markup(markup, counting_ids())
    found = recognise(read_text(export_txt(draft)).paragraphs, new_id=counting_ids()).draft
    assert printed(found) == printed(draft)


@pytest.mark.parametrize("markup", [MEETING, HOSTING, WELCOME])
def test_the_body_of_a_draft_comes_back_without_its_head(markup: str) -> None:
    draft = parse_markup(markup, counting_ids())
    body = Draft(blocks=tuple(block for block in draft.blocks if block.kind not in HEAD_KINDS))
    found = recognise(read_text(export_txt(body)).paragraphs, new_id=counting_ids()).draft
    assert printed(found) == printed(body)
