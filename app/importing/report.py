"""What became of a source: everything of it that is not in the text of the draft, and why."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Fate(StrEnum):
    """Why something of a source is not in the text of the draft, in the words that the writer reads."""

    NUMBER = "序号"
    """Taken off: the program prints it."""
    PICTURE = "图片"
    COMMENT = "批注"
    DELETED = "修订中删去的文字"
    INSERTED = "修订中加进的文字"
    """Where the text before the revision was asked for."""
    HIDDEN = "隐藏文字"
    BULLET = "列表符号"
    RESIDUE = "网页残留"
    """What a web site, a forum or an advertisement put around or into the text."""
    PAGE = "页码页眉"
    CONTENTS = "目录"
    """The contents before the speech; they check the body."""
    REMARK = "答话"
    """What a chat program says to the asker before and after."""
    ATTACHMENT = "附件"
    """Attachments, glossaries and notes after the speech."""
    REPEATED = "重复的标题"
    """The title again, where a page prints it twice."""
    GAP = "缺失说明"
    """A remark of the source that text is missing here; the draft has 【缺】 in its place."""
    NOTE = "脚注尾注"
    HEADER = "页眉页脚"
    FRAME = "单位模板里的内容"
    """What a unit's own file has around the draft that was exported on it."""
    FIELD = "域"
    OBJECT = "对象"
    """Formulas, charts and other objects that are no text."""
    MARKUP = "格式符号"
    """#, **, rules and the like of Markdown."""
    UNREADABLE = "认不出的字"
    """Bytes that are no text in the encoding of the source: the text has U+FFFD in their place."""
    CONTROL = "控制字符"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that is not in the text: what it says, and its line in the source where that has lines."""

    fate: Fate
    text: str = ""
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """What of a source is not in the text, in its order."""

    items: tuple[Item, ...] = ()

    def count(self, fate: Fate) -> int:
        """How many things met that fate."""
        return sum(item.fate is fate for item in self.items)

    def in_words(self) -> str:
        """A few sentences for the writer; empty where all of the source is in the text."""
        numbers = self.count(Fate.NUMBER)
        others = [f"{fate.value} {count} 处" for fate in _LOST if (count := self.count(fate))]
        told = [f"原有的 {numbers} 个序号改由程序编。"] if numbers else []
        told += [f"没有带过来：{'、'.join(others)}。"] if others else []
        unreadable = self.count(Fate.UNREADABLE)
        told += [f"有 {unreadable} 处字认不出来，稿子里是“\ufffd”。"] if unreadable else []
        return "".join(told)


_UNSEEN = (Fate.NUMBER, Fate.BULLET, Fate.MARKUP, Fate.CONTROL, Fate.UNREADABLE)
_LOST = tuple(fate for fate in Fate if fate not in _UNSEEN)
"""What a writer would miss, or look for."""


def report_of(*parts: Iterable[Item]) -> Report:
    """The report of what was left out step by step."""
    return Report(tuple(item for part in parts for item in part))
