"""A speech with every kind of block, and what is needed to export it the same way every time."""

import io
import zipfile
from datetime import UTC, datetime
from pathlib import Path

from lxml import etree

from app.core.draft import Draft
from app.core.ids import counting_ids
from app.core.markup import parse_markup
from app.export.docx import DocxOptions, export_docx
from app.layouts.find import find_layout
from app.layouts.model import Layout

LAYOUTS = Path(__file__).resolve().parents[2] / "templates" / "layouts"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
CREATED = datetime(2025, 5, 31, 8, 30, tzinfo=UTC)
OPTIONS = DocxOptions(author="起草组", created=CREATED)

SPEECH = """
@稿次 送审稿
@标题 在全市加快发展××产业暨重点项目推进会议上的讲话
@副题 ——以“数字”赋能××·2025年
@讲话人 ××市市长　×××
@讲话人 ××市副市长　×××
@日期 （2025年5月31日）
@称谓 同志们：
今天，我们召开会议——[主要任务](?)是**“动员”**部署<2025>年工作……下面，我讲[两](=@意见数)点意见。
@篇题 第一部分　总体要求
# 提高站位，深刻认识重大意义 {认识}
## 这是大势所趋。当前，【待填：上级新要求】，增长3.5%。
+- 抓紧开工一批。对落地项目逐个明确时间；
+- 加快建成一批。围绕堵点限时办结。
+ 以上两条，要一抓到底。
## 这是现实之需
正文独立成段，[企业120家](?)(^请统计局核\\n一次)。
### 基础较好
### 短板突出。数量偏少。
#### 人才不足。高层次人才短缺。
#### 投入不够
# 强化保障，确保任务落实 {保障}
- 思想上重视。要统一认识。 {首先}
- 行动上落实。要压实责任。 {首先}
- 作风上过硬。 {首先}
## 加强领导
## 从一数起。这里重新编号。 {重起}
## 再数下去
@场上提示 （鼓掌）
@结束语 谢谢大家！
@落款 ××市人民政府
@落款 2025年5月31日
"""
PLAIN = "同志们要真抓实干，推动各项工作落地见效。"


class ByCharacter:
    """Cuts into characters."""

    def cut(self, text: str) -> list[str]:
        return list(text)


class ByWords:
    """Cuts off the words it was given, and characters where none fits."""

    def __init__(self, *words: str) -> None:
        self.words = words

    def cut(self, text: str) -> list[str]:
        found: list[str] = []
        while text:
            word = next((word for word in self.words if text.startswith(word)), text[0])
            found.append(word)
            text = text[len(word) :]
        return found


WORDS = ByWords("全市", "加快", "发展", "产业", "重点", "项目", "推进", "会议", "讲话")


def draft(markup: str = SPEECH) -> Draft:
    """The draft of a markup text, with the same ids every time."""
    return parse_markup(markup, counting_ids())


def layout(name: str = "gb9704") -> Layout:
    """A layout that comes with the program."""
    return find_layout(name, [LAYOUTS])


def parts(docx: bytes) -> dict[str, etree._Element]:
    """The XML of every part of a Word file, by name."""
    with zipfile.ZipFile(io.BytesIO(docx)) as zipped:
        return {name: etree.fromstring(zipped.read(name)) for name in zipped.namelist()}


def exported(speech: Draft | str = SPEECH, options: DocxOptions = OPTIONS, name: str = "gb9704") -> bytes:
    """The Word file of a draft or a markup text."""
    speech = draft(speech) if isinstance(speech, str) else speech
    return export_docx(speech, layout(name), options, WORDS)[0]


def exported_parts(
    speech: Draft | str = SPEECH, options: DocxOptions = OPTIONS, name: str = "gb9704"
) -> dict[str, etree._Element]:
    """The parts of the Word file of a draft or a markup text."""
    return parts(exported(speech, options, name))
