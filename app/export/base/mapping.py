"""Which style of a unit's file stands for which kind: as the layout names them, checked against the file."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.core.kinds import KIND_NAMES, Kind
from app.export.base.styles import BaseStyle, BaseStyles
from app.layouts.model import SIGNOFF_LAST, STYLES


@dataclass(frozen=True, slots=True)
class Mapped:
    """The styles of the file that stand for kinds, and the names that the file does not have."""

    styles: Mapping[str, BaseStyle]
    """By kind, and `signoff_last`; a kind that is not here has the layout's style."""
    missing: Mapping[str, str]
    """By kind, the name that the layout gives and the file does not have."""


def mapped(names: Mapping[str, str], styles: BaseStyles) -> Mapped:
    """The styles that a layout names by kind, as they are in the file."""
    found: dict[str, BaseStyle] = {}
    missing: dict[str, str] = {}
    for kind in STYLES:
        name = names.get(kind, "")
        style = styles.named(name) if name else None
        if style is not None:
            found[kind] = style
        elif name:
            missing[kind] = name
    return Mapped(found, missing)


def kind_name(kind: str) -> str:
    """The writer's word for a kind or `signoff_last`."""
    return "落款末行" if kind == SIGNOFF_LAST else KIND_NAMES[Kind(kind)]


def told(
    name: str,
    found: Mapped,
    used: Sequence[str],
    added: Sequence[str],
    counted: Sequence[str],
    around: Sequence[str],
    left_out: Sequence[str],
) -> Iterator[str]:
    """What became of a unit's file, in sentences; `name` is that of the layout, the file's is the program's own.

    `used` are the kinds of the draft that are set in styles of the file, `added` those in styles of ours, `counted`
    those whose numbers Word would have counted; `around` is said of its own text, `left_out` what is not in it.
    """
    yield f"照版式“{name}”所用的单位模板导出，页眉页脚和纸张照它。"
    if used:
        yield f"用的是模板里的样式：{'、'.join(f'{kind_name(kind)}→{found.styles[kind].name}' for kind in used)}。"
    if added:
        yield f"模板里没有、由版式补上的样式：{'、'.join(map(kind_name, added))}。"
    for kind, missing in found.missing.items():
        yield f"模板里没有叫“{missing}”的样式，{kind_name(kind)}用版式里的。"
    if counted:
        named = "、".join(dict.fromkeys(f"“{found.styles[kind].name}”" for kind in counted))
        yield f"模板的{named}会自动编号；稿子的序号已写成文字，这几类段落不再自动编。"
    yield from around
    if left_out:
        yield f"模板里这些没有带进来：{'、'.join(left_out)}。"
