"""What is said and asked when a place to be replaced is a fact's, a reckoned value's, or a number."""

from collections.abc import Sequence
from enum import Enum

from PySide6.QtWidgets import QWidget

from app.core.computed import SCOPE as COMPUTED
from app.core.draft import Bind
from app.core.search import Hit
from app.ui.messages import ask

NUMBER = "序号由程序编排，不在这里改。"
_FOLLOWS = "改事实，正文里用到它的地方都跟着变。"
_IN_PANEL = "要改事实，请到右边的事实栏里改。"


class Choice(Enum):
    """What becomes of bound places."""

    FACT = "改事实"
    HERE = "只改这里"
    LEAVE = "只替换其余"


def called(bind: Bind) -> str:
    """What a bound place is."""
    return f"程序计算的“{bind.name}”" if bind.scope == COMPUTED else f"事实“{bind.name}”"


def ask_about_one(window: QWidget, bind: Bind, fits: bool) -> Choice | None:
    """What becomes of one bound place; `fits`: the fact can be made to say the new text. None is 取消."""
    text = f"{_FOLLOWS}{_here([bind])}" if fits else _as_it_is([bind])
    choices = (Choice.FACT, Choice.HERE) if fits else (Choice.HERE,)
    return _choice(window, f"这里是{called(bind)}。", text, choices)


def ask_about_all(window: QWidget, bound: Sequence[Hit], left: Sequence[Hit], free: int) -> Choice | None:
    """What becomes of several bound places among those to be replaced; `left` are those that no value fits.

    None is 取消.
    """
    title = f"{'另有' if free else '这'} {len(bound)} 处是{_names(bound)}。"
    elsewhere = (Choice.LEAVE,) if free else ()
    binds = [hit.bind for hit in bound if hit.bind]
    if len(left) == len(bound):
        return _choice(window, title, _as_it_is(binds), (*elsewhere, Choice.HERE))
    stays = f"{_names(left)}不能照这样改，{len(left)} 处不动。" if left else ""
    return _choice(window, title, f"{_FOLLOWS}{stays}{_here(binds)}", (Choice.FACT, Choice.HERE, *elsewhere))


def _as_it_is(binds: Sequence[Bind]) -> str:
    """Why the values of these cannot be changed by replacing, and what changing only these places does."""
    computed = [bind for bind in binds if bind.scope == COMPUTED]
    they = "它" if len(binds) == 1 else "它们"
    if len(computed) == len(binds):
        return f"{they}跟着稿子自动变。{_here(binds)}"
    if not computed:
        return f"{they}的值不能照这样改；{_IN_PANEL}{_here(binds)}"
    return f"事实的值不能照这样改；{_IN_PANEL}程序计算的跟着稿子自动变。{_here(binds)}"


def _here(binds: Sequence[Bind]) -> str:
    """What changing only these places does; what is computed is in no panel."""
    computed = sum(bind.scope == COMPUTED for bind in binds)
    where = "这一处" if len(binds) == 1 else "这几处"
    again = (
        "" if computed == len(binds) else "；事实可以在右边重新绑定" if computed else "，可以在右边重新绑定"
    )
    return f"只改这里，{where}就不再跟着变{again}。"


def _names(hits: Sequence[Hit]) -> str:
    return "、".join(dict.fromkeys(called(hit.bind) for hit in hits if hit.bind))


def _choice(window: QWidget, title: str, text: str, choices: Sequence[Choice]) -> Choice | None:
    chosen = ask(window, title, text, *(each.value for each in choices))
    return None if chosen is None else choices[chosen]


def outcome(done: int, in_numbers: int, left: Sequence[Hit]) -> str:
    """What came of replacing all; `left` are hits in bound places that no value fits."""
    said = f"替换了 {done:,} 处。"
    if in_numbers:
        said += f"{in_numbers} 处在序号里，{NUMBER}"
    computed = [hit for hit in left if hit.bind and hit.bind.scope == COMPUTED]
    if facts := [hit for hit in left if hit not in computed]:
        said += f"{len(facts)} 处是{_names(facts)}，请到右边的事实栏里改。"
    if computed:
        said += f"{len(computed)} 处是{_names(computed)}，跟着稿子自动变。"
    return said
