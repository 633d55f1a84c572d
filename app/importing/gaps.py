"""Where text is left out: remarks of the source that say so, and series of headings that skip."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_DOTS = "(?:…|\\.{3}|。{3}|·{3}){0,12}"
_AMOUNT = "[约共计]?[ \u3000]*(?P<amount>[0-9０-９]{1,6})[ \u3000]*(?:多|余)?字"
_BEFORE, _WITHIN = "[（(【\\[〔<](?!待填)", "[^（(）)【】\n]"
_REMARK = re.compile(
    f"{_DOTS}[ \u3000]{{0,4}}(?:"
    # …(某网http://… 省略876字,正式会员可完整阅读)…
    f"{_BEFORE}{_WITHIN}{{0,60}}?(?:省略|删去|略去|删节|隐藏|缺失){_WITHIN}{{0,6}}?{_AMOUNT}{_WITHIN}{{0,60}}[）)】\\]〕>]"
    # （未完，全文共4670字，当前仅显示2460字…
    f"|(?:{_BEFORE})?未完[，,、；;。]?[ \u3000]*(?:全文|共|本文){_WITHIN}{{0,4}}?(?P<whole>[0-9]{{1,6}})字"
    f"(?:{_WITHIN}{{0,10}}?(?P<shown>[0-9]{{1,6}})字)?(?:{_WITHIN}{{0,120}}[）)]|[^）)\n]{{0,200}}$)?"
    # （略） （以下略） 【中间部分省略】
    f"|{_BEFORE}(?:此处|以下|以上|中间|后面|下面|下文|上文|其余|具体|内容|部分|文字|正文|从|下|上|中|后|前)"
    "{0,3}(?:内容|部分|文字)?(?:省略|从略|略去|删去|删节|缺失|略)[。]?[）)】\\]〕>]"
    # 此处删去300字
    f"|^(?:此处|以下|中间|下文)(?:内容|部分)?(?:省略|删去|略去|删节)(?P<bare>[0-9]{{1,6}})(?:多|余)?字[。]?$"
    f")[ \u3000]{{0,4}}{_DOTS}"
)
_MAYBE = re.compile("略|删|未完|隐藏|缺失")


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark `start` to `stop` that text is left out, and about how many characters; 0 where it does not say."""

    start: int
    stop: int
    amount: int

    @property
    def mark(self) -> str:
        """What stands in the draft in its place."""
        return f"【缺：约{self.amount}字】" if self.amount else "【缺】"


def remarks(text: str) -> Iterator[Remark]:
    """The remarks in a line that text is left out; an ellipsis alone is text."""
    if _MAYBE.search(text) is None:
        return
    for match in _REMARK.finditer(text):
        amount = match["amount"] or match["bare"]
        if match["shown"] and int(match["whole"]) > int(match["shown"]):
            left_out = int(match["whole"]) - int(match["shown"])
        else:
            left_out = int(amount) if amount else 0
        yield Remark(match.start(), match.end(), left_out)


def is_gap(text: str) -> bool:
    """Whether a line is nothing but a remark that text is left out."""
    found = next(remarks(text), None)
    return found is not None and found.start == 0 and found.stop == len(text)
