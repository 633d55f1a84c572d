"""The options of this program."""

from collections.abc import Mapping
from typing import Annotated, Literal

from msgspec import Meta

from app.settings.options import Option, Registry

RatePreset = Literal["庄重", "常速", "较快"]
"""The presets of app.lang.speaking, by name."""

RATE_PRESET: Option[RatePreset] = Option("rate_preset", RatePreset, "常速", "语速")

SPEAKING_RATES: Option[Mapping[str, float]] = Option(
    "speaking_rates",
    dict[str, Annotated[float, Meta(ge=0.4, le=2.5)]],
    {},
    "各讲话人的语速",
)
"""By name of the speaker, the factor on the time of a speech, from one speech that was timed."""

RECENT_FILES: Option[tuple[str, ...]] = Option("recent_files", tuple[str, ...], (), "最近的讲话稿")
"""Paths, the newest first; see app.settings.recent."""

LAST_EXPORT_FOLDER: Option[str] = Option("last_export_folder", str, "", "上次导出到的文件夹")

AUTHOR: Option[str] = Option("author", Annotated[str, Meta(max_length=100)], "", "文档属性里的作者")
"""The only name that gets into an exported file; empty leaves it out."""

BOLD_LEADS: Option[bool | None] = Option("bold_leads", bool | None, None, "要点领句加粗")
"""None does as the layout says."""

WINDOW_GEOMETRY: Option[str] = Option("window_geometry", str, "", "窗口的位置和大小")
"""Qt's own bytes in base64; empty before the first time."""

FOLDED_SIDES: Option[tuple[str, ...]] = Option("folded_sides", tuple[str, ...], (), "收起的栏")
"""Names of the sides of the window that are folded away."""

SPLITTER_SIZES: Option[tuple[int, ...]] = Option(
    "splitter_sizes", tuple[int, ...], (), "提纲、正文、面板的宽度"
)
"""In pixels from left to right, also of sides that are folded away; empty before the first time."""

ZOOM: Option[int] = Option("zoom", Annotated[int, Meta(ge=50, le=300)], 100, "稿纸的显示比例")
"""Percent of the size on paper."""

TYPEWRITER: Option[bool] = Option("typewriter", bool, False, "打字机滚动")

RECENT_COMMANDS: Option[tuple[str, ...]] = Option("recent_commands", tuple[str, ...], (), "最近用过的命令")
"""Ids, the last one first."""

REGISTRY = Registry(
    (
        RATE_PRESET,
        SPEAKING_RATES,
        RECENT_FILES,
        LAST_EXPORT_FOLDER,
        AUTHOR,
        BOLD_LEADS,
        WINDOW_GEOMETRY,
        FOLDED_SIDES,
        SPLITTER_SIZES,
        ZOOM,
        TYPEWRITER,
        RECENT_COMMANDS,
    )
)
"""What a Settings is made with."""
