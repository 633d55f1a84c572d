"""What can be wrong in a template, said in Chinese: where, what, and what to write instead.

Below this floor nobody speaks to a writer, so Jinja's own English messages are put into words here. While a
template runs, `Trouble` says what is wrong; only who renders knows the line and makes a `TemplateError` of it.
"""

import re
from collections.abc import Callable, Iterable
from difflib import get_close_matches

from app.core.errors import ReadError

_ENDS = {"if": "{% endif %}", "for": "{% endfor %}", "macro": "{% endmacro %}", "set": "{% endset %}",
         "call": "{% endcall %}", "with": "{% endwith %}", "raw": "{% endraw %}"}  # fmt: skip
_PAIRS = "请检查括号、引号和 {{ }}、{% %} 是否成对。"
_TAGS = "if、for、set、macro、call、with、raw"


class Trouble(Exception):  # noqa: N818 - it never leaves this package
    """Something in a template that cannot be done; `what` and `remedy` as in AppError, without the place.

    `line` is the line in the template's text from 1, None where only who renders can find it out.
    """

    def __init__(self, what: str, remedy: str = "", line: int | None = None) -> None:
        super().__init__(what, remedy)
        self.what = what
        self.remedy = remedy
        self.line = line


class TemplateError(ReadError):
    """A template cannot be read or carried out; `line` is its line in the file from 1, None if unknown.

    `trouble` is what is wrong, without the place.
    """

    def __init__(self, template: str, line: int | None, what: str, remedy: str = "") -> None:
        where = f"第 {line} 行" if line else ""
        super().__init__(f"模板“{template}”{where}：{what}", remedy)
        self.template = template
        self.line = line
        self.trouble = what


def opening_line(source: str, name: str) -> int | None:
    """The line from 1 of the last {% name %} that no {% endname %} closes, None where there is none."""
    opened: list[int] = []
    for match in re.finditer(r"\{%[-+]?\s*(end)?" + name + r"\b([^%]*)", source):
        if match[1]:
            del opened[-1:]
        elif name != "set" or "=" not in match[2]:
            opened.append(source.count("\n", 0, match.start()) + 1)
    return opened[-1] if opened else None


def near(name: str, names: Iterable[str], most: int = 12) -> str:
    """A remedy for an unknown name: the names most alike, and some of those there are."""
    known = sorted(set(names), key=lambda known: (known.isascii(), known))
    alike = get_close_matches(name, known, n=2, cutoff=0.5)
    guess = f"是不是“{'”或“'.join(alike)}”？" if alike else ""
    if not known:
        return guess + "这里还没有声明过名字。"
    rest = "等" if len(known) > most else ""
    return f"{guess}这里可以写：{'、'.join(known[:most])}{rest}。"


def unknown_name(name: str, names: Iterable[str]) -> Trouble:
    """The trouble with a name that is declared nowhere."""
    return Trouble(f"没有叫“{name}”的事实或字段。", near(name, names))


def in_words(message: str, names: Iterable[str] = ()) -> Trouble:
    """A message of Jinja or Python as trouble in Chinese; what is not known is quoted as it is."""
    for pattern, say in _MESSAGES:
        if match := re.search(pattern, message, re.DOTALL):
            return say(match, names)
    return Trouble(f"写法不对（{message}）。", "请对照模板说明改正。")


def _tag(match: re.Match[str], names: Iterable[str]) -> Trouble:
    name, innermost = match[1], re.search(r"innermost block that needs to be closed is '(\w+)'", match.string)
    if name.startswith("end") or name in ("else", "elif"):
        if innermost:
            return Trouble(
                f"{{% {name} %}} 放错了位置：里面的 {innermost[1]} 还没有收尾。", _close(innermost[1])
            )
        return Trouble(f"{{% {name} %}} 没有对应的开头。", "请删去，或在前面补上开头。")
    return Trouble(f"不认识 {{% {name} %}} 这种写法。", f"这里可以写：{_TAGS}。")


def _unclosed(match: re.Match[str], names: Iterable[str]) -> Trouble:
    return Trouble(f"{{% {match[1]} %}} 到模板末尾也没有收尾。", _close(match[1]))


def _close(name: str) -> str:
    return f"请补上 {_ENDS.get(name, '{% end' + name + ' %}')}。"


def _expected(match: re.Match[str], names: Iterable[str]) -> Trouble:
    return Trouble(f"这里该有“{_token(match[1])}”，写的却是“{_token(match[2])}”。", _PAIRS)


def _token(name: str) -> str:
    words = {
        "end of print statement": "}}", "end of statement block": "%}", "end of template": "模板末尾", "name": "名字",
        "begin of print statement": "{{", "begin of statement block": "{%", "template data / text": "正文",
        "integer": "整数", "float": "小数", "string": "文字",
    }  # fmt: skip
    return words.get(name, name)


def _said(what: str, remedy: str) -> Callable[[re.Match[str], Iterable[str]], Trouble]:
    def say(match: re.Match[str], names: Iterable[str]) -> Trouble:
        return Trouble(what.format(*(_token(group or "") for group in match.groups())), remedy)

    return say


def _undefined(match: re.Match[str], names: Iterable[str]) -> Trouble:
    return unknown_name(match[1], names)


_MESSAGES: tuple[tuple[str, Callable[[re.Match[str], Iterable[str]], Trouble]], ...] = (
    (r"^Encountered unknown tag '(\w+)'", _tag),
    (r"^Unexpected end of template.*needs to be closed is '(\w+)'", _unclosed),
    (r"^unexpected end of template, expected '(.+)'", _said("模板没有写完就到头了，还缺“{0}”。", _PAIRS)),
    (r"^expected token '(.+)', got '(.+)'", _expected),
    (r"^unexpected '(.+)', expected '(.+)'", _said("括号不成对：该是“{1}”，写的却是“{0}”。", _PAIRS)),
    (
        r"^(?:Expected an expression, got|unexpected) '(.+)'",
        _said("“{0}”前面缺了内容，或者它放错了位置。", _PAIRS),
    ),
    (
        r"^unexpected char ['\"](.+)['\"] at",
        _said("“{0}”不能写在这里。", "标点请用英文半角，文字请加英文引号。"),
    ),
    (r"^Missing end of comment", _said("注释 {{# 没有收尾。", "请补上 #}。")),
    (r"^Missing end of raw", _said("{{% raw %}} 没有收尾。", "请补上 {% endraw %}。")),
    (r"^tag name expected", _said("{{% 后面缺了写法名。", f"这里可以写：{_TAGS}。")),
    (
        r"^can't assign to|^Can't assign to|^cannot assign",
        _said("这个名字不能改写。", "请在 set 或 for 后换一个名字。"),
    ),
    (
        r"^Invalid character in identifier",
        _said("名字里有不能用的字符。", "只用汉字、字母、数字和下划线，不以数字开头。"),
    ),
    (
        r"^You cannot chain multiple tests",
        _said("一个 is 后面只能写一个判断。", "几个判断之间请写 and 或 or。"),
    ),
    (
        r"^macro '(\w+)' (?:takes|was)",
        _said("宏“{0}”后面括号里的内容与它的声明不合。", "请对照 {% macro %} 一行逐个写。"),
    ),
    (r"caller", _said("caller 用错了地方。", "caller() 只能写在由 {% call %} 使用的宏里。")),
    (r"^'(\w+)' is undefined", _undefined),
    (
        r"^there is no (?:previous|next) item",
        _said("这里没有上一项或下一项。", "请先用 if loop.first 或 loop.last 判断。"),
    ),
    (r"object has no attribute|has no element", _said("没有这一项。", "请对照说明改正名字。")),
    (
        r"not supported between|unorderable",
        _said("这两样东西不能比大小。", "只有数目与数目、日期与日期可以比。"),
    ),
    (r"unpack", _said("for 或 set 里名字的个数与内容的个数不合。", "请一次只取一个名字。")),
    (
        r"by zero|DivisionByZero|DivisionUndefined|InvalidOperation",
        _said("这里除以了零。", "请先用 if 判断。"),
    ),
    (r"recursion|Recursion", _said("宏或循环自己套自己，没有尽头。", "请去掉套用，或给它一个结束的条件。")),
    (
        r"nested blocks|too many levels|parser stack|MemoryError",
        _said("模板套得太深。", "请减少套起来的 if、for、括号。"),
    ),
)
