"""tomllib's errors in Chinese, at the place where the writer's own text has them."""

import re

from app.core.bare_keys import unclosed_string
from app.core.errors import ReadError

_AT = re.compile(r" \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)$")
_QUOTED = re.compile(r'"(?:\\.|[^"\\])*"|\'[^\']*\'|#.*')
_FULL_WIDTH = re.compile("[＝“”‘’＂＇，．：［］｛｝＃（）]")
_QUOTES = '文字要写在一对半角引号里，如 名称 = "推进会"。'
_REASONS: tuple[tuple[str, str, str], ...] = (
    # tomllib's words (3.11 to 3.14), what to say instead, what to do.
    (r"Expected '=' after a key", "名称后面缺少等号", "写成 名称 = 值，等号用半角。"),
    (r"Invalid statement", "有语法错误", "每行写成 名称 = 值，或写成 [表名]。"),
    (
        r"Expected newline or end of document",
        "一项写完以后还有多余的内容",
        "一行只写一项；说明文字前面加 #。",
    ),
    (r"Invalid initial character for a key part", "名称写法不对", "名称里有标点时，用半角引号把名称括起来。"),
    (
        r"Cannot (?:declare|redefine|mutate|overwrite)|Duplicate inline",
        "这一项与前面的重复",
        "同一个名称只能写一次，删去一处。",
    ),
    (r"Expected '\]\]?' at the end", "表名的方括号没有合上", "写成 [表名]，后面不再写别的。"),
    (r"Unclosed array", "方括号没有合上", "补上半角的 ]，各项之间用半角逗号隔开。"),
    (r"Unclosed inline table", "花括号没有合上", "补上半角的 }，各项之间用半角逗号隔开。"),
    (r"Unescaped '\\'|Invalid hex|Unicode scalar", "反斜杠用得不对", "反斜杠要写成两个：\\\\。"),
    (r"Illegal character|Found invalid character", "有看不见的控制字符", "删去这一处，重新输入。"),
    (r"Invalid date", "日期或时间不对", "写成 2025-05-31 这样的日期，或用引号括起来。"),
    (r"Invalid value", "等号后面的值写法不对", _QUOTES),
    (r"Exceeds the limit", "有一个数太长", "缩短这个数；不是数的话，用半角引号括起来。"),
)


def explain(error: ValueError, text: str, quoted: str, name: str, first_line: int) -> ReadError:
    """What tomllib did not like in `quoted`, which is `text` with its Chinese keys in quotation marks.

    `name` is what to call the file, `first_line` the line of it on which the text starts.
    """
    message = str(error)
    place = _AT.search(message)
    if place is None:
        reason, remedy = _reason(message)
        return ReadError(f"“{name}”里{reason}。", remedy)
    at = len(text.rstrip("\n"))
    if place["line"] is not None:
        at = _own_place(text, quoted, int(place["line"]) - 1, int(place["column"]) - 1)
    opened = unclosed_string(text)
    if opened is not None and opened <= at:
        at = opened
    start = text.rfind("\n", 0, at) + 1
    line = text[start:].split("\n")[0]
    if at == opened:
        reason, remedy = "这里开始的引号没有合上", "在这段文字末尾补上同样的引号。"
        mark = re.search("[“”‘’＂＇]$", line.rstrip())
    else:
        reason, remedy = _reason(message)
        mark = _FULL_WIDTH.search(_QUOTED.sub("", line))
    if mark:
        remedy = f"这一行的 {mark[0]} 是全角的，改成半角。"
    where = f"第 {text.count(chr(10), 0, at) + first_line} 行"
    where += f"第 {at - start + 1} 个字" if at - start < len(line) else "末尾"
    return ReadError(f"“{name}”{where}：{reason}。", remedy)


def _reason(message: str) -> tuple[str, str]:
    """What tomllib says, in Chinese, and what to do about it."""
    for pattern, words, advice in _REASONS:
        if re.search(pattern, message):
            return words, advice
    return "有语法错误", "检查这一行的写法。"


def _own_place(text: str, quoted: str, line: int, column: int) -> int:
    """The index in the writer's text for a place in the one with its keys in quotation marks; all from 0."""
    own = text.split("\n")[line]
    at = 0
    for char in quoted.split("\n")[line][:column]:
        if at < len(own) and own[at] == char:
            at += 1
    return sum(len(each) + 1 for each in text.split("\n")[:line]) + at
