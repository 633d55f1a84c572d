"""Which fonts are installed here, and which of a layout's are not."""

import subprocess
import sys
from collections.abc import Collection

from app.export.oxml.font_table import fonts_used
from app.export.report import MissingFont
from app.layouts.model import Font, Layout

_SECONDS = 10
_FC_LIST = ("fc-list", "--format", "%{family}\n")
_REGISTRY = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion\Fonts"

_SAME = (
    ("仿宋_GB2312", "FangSong_GB2312"),
    ("楷体_GB2312", "KaiTi_GB2312"),
    ("仿宋", "FangSong"),
    ("楷体", "KaiTi"),
    ("黑体", "SimHei"),
    ("宋体", "SimSun"),
    ("方正小标宋简体", "FZXiaoBiaoSong-B05S"),
    ("方正小标宋_GBK", "FZXiaoBiaoSong-B05"),
)
"""Names of one font; a system tells the Chinese one, the English one, or both."""
_LATIN = {"Times New Roman": ("Liberation Serif", "Nimbus Roman", "Tinos")}
"""Fonts of the same widths that stand in for a Latin one."""


def installed_fonts() -> frozenset[str] | None:
    """The families installed on this machine, under every name they have; None where that cannot be told."""
    return _from_registry() if sys.platform == "win32" else _from_fontconfig()


def needed_fonts(layout: Layout) -> tuple[str, ...]:
    """The fonts that a reader's machine must have, each once."""
    fonts = fonts_used(layout)
    return tuple(dict.fromkeys([*(font.east for font in fonts), *(font.west for font in fonts)]))


def missing_fonts(layout: Layout, installed: Collection[str]) -> tuple[MissingFont, ...]:
    """The fonts of a layout that are not among `installed`, each with the fallback that is."""
    here = {same.casefold() for name in installed for same in _names_of(name)}
    missing: dict[str, MissingFont] = {}
    for font in fonts_used(layout):
        for name, others in ((font.east, font.fallbacks), (font.west, _LATIN.get(font.west, ()))):
            if name.casefold() not in here:
                instead = next((other for other in others if other.casefold() in here), "")
                missing.setdefault(name, MissingFont(name, instead))
    return tuple(missing.values())


def taken_here(font: Font, installed: Collection[str]) -> str:
    """The first of a font and those to take in its place that is installed, as the layout calls it; empty for none."""
    here = {same.casefold() for name in installed for same in _names_of(name)}
    return next((name for name in font.chain if name.casefold() in here), "")


def _names_of(name: str) -> tuple[str, ...]:
    return next((names for names in _SAME if name.casefold() in map(str.casefold, names)), (name,))


def _from_fontconfig() -> frozenset[str] | None:
    try:
        listed = subprocess.run(_FC_LIST, capture_output=True, timeout=_SECONDS, check=True).stdout
    except (OSError, subprocess.SubprocessError):
        return None
    names = (
        name.strip() for line in listed.decode(errors="replace").splitlines() for name in line.split(",")
    )
    return frozenset(name for name in names if name) or None


def _from_registry() -> frozenset[str] | None:
    """Names as Windows lists them, for all users and this one: 「SimSun & NSimSun (TrueType)」 is two."""
    import winreg

    names: set[str] = set()
    for root in (winreg.HKEY_LOCAL_MACHINE, winreg.HKEY_CURRENT_USER):
        try:
            with winreg.OpenKey(root, _REGISTRY) as key:
                for index in range(winreg.QueryInfoKey(key)[1]):
                    listed = winreg.EnumValue(key, index)[0].partition(" (")[0]
                    names.update(name.strip() for name in listed.split("&"))
        except OSError:
            continue
    return frozenset(names) or None
