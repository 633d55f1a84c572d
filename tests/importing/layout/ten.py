"""Ten layouts that differ in everything a layout has, and what is read back of one that was exported."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from app.core.draft import Draft
from app.core.ids import counting_ids
from app.core.kinds import Kind
from app.core.markup import parse_markup
from app.export.docx import DocxOptions, export_docx
from app.importing.layout.building import built
from app.importing.layout.learn import Learned, learn
from app.layouts.model import STYLES, Font, Header, Layout, PageNumber
from app.layouts.read import read_layout
from app.layouts.values import entries

SHIPPED = Path(__file__).resolve().parents[3] / "templates" / "layouts"
STANDARD = read_layout(SHIPPED / "gb9704.toml")

WHOLE = """
@稿次 送审稿
@标题 在全市重点项目推进会议上的讲话
@副题 ——以2025年的项目为抓手
@讲话人 ××市市长　×××
@日期 （2025年5月31日）
@称谓 同志们：
今天，我们召开2025年的推进会议，主要任务是动员部署。下面，我讲两点意见。
@篇题 第一部分　总体要求
# 提高站位，深刻认识重大意义
## 这是必然选择
去年的产值增长3.5%，占到全市的四成。
### 是转型的需要
#### 是升级的需要
- 坚持AI驱动。做好2025年的工作。
+- 坚持统筹。各部门一起抓。
+我们要做的还有很多。
## 这是关键举措。各级各部门要把思想统一起来，把责任扛在肩上。
@场上提示 （鼓掌）
@结束语 谢谢大家！
@落款 ××市人民政府
@落款 2025年5月31日
"""
"""Every kind of block, headings on lines of their own and run-in."""
BARE = WHOLE.replace("@称谓 同志们：\n", "").replace("@落款 ××市人民政府\n@落款 2025年5月31日\n", "")
"""Without salutation and signoff: what stands around these shows in no file that has them."""


_NOT_PRINTED = ("fonts.", "base")


class OneCharacter:
    """Cuts a title anywhere."""

    def cut(self, text: str) -> list[str]:
        return list(text)


def exported(layout: Layout, markup: str = WHOLE, options: DocxOptions | None = None) -> bytes:
    draft: Draft = parse_markup(markup, counting_ids())
    return export_docx(draft, layout, options or DocxOptions(), OneCharacter())[0]


def learned_back(layout: Layout, options: DocxOptions | None = None) -> Layout:
    """The layout learned from two exports; what the one does not show is the other's."""
    files = [exported(layout, markup, options) for markup in (WHOLE, BARE)]
    whole, bare = (learn(data, "样稿.docx", STANDARD) for data in files)
    return both(whole, bare)


def both(first: Learned, second: Learned) -> Layout:
    findings = (*first.findings, *(each for each in second.findings if each.key not in first.keys))
    return built(first.base, findings, {each.key for each in findings}, first.alternatives)


def values(layout: Layout) -> dict[tuple[str, str], object]:
    """Everything in a layout but how it and its fonts are called.

    Of what may stand in for a font a Word file holds the first only; a unit's own file is given and not learned.
    """
    found: dict[tuple[str, str], object] = {}
    for entry in entries(layout):
        if not entry.table.startswith(_NOT_PRINTED) and (entry.table, entry.key) != ("", "名称"):
            value: object = entry.value
            if entry.key == "字体":
                font = layout.fonts[str(value)]
                value = (font.east, font.west, font.fallbacks[:1])
            found[entry.table, entry.key] = value
    return found


def _natural(layout: Layout) -> Layout:
    """With the lines, characters and lengths of a title that fit."""
    page, grid, title = layout.page, layout.grid, layout.styles[Kind.TITLE]
    most = page.text_width // (title.size * 10 + title.spacing)
    grid = replace(
        grid,
        lines=page.text_height // grid.pitch,
        characters=page.text_width // (layout.body.size * 10 + grid.spacing),
    )
    return replace(layout, grid=grid, title_most=most, title_best=most - 1)


def _styled(layout: Layout, **changes: Mapping[str, object]) -> Layout:
    styles = {name: replace(style, **changes.get(name, {})) for name, style in layout.styles.items()}
    return replace(layout, styles=styles)


def _all(layout: Layout, **change: object) -> Layout:
    return _styled(layout, **dict.fromkeys(STYLES, change))


def _fonted(layout: Layout, font: Font, *names: str) -> Layout:
    layout = replace(layout, fonts={**layout.fonts, font.id: font})
    return _styled(layout, **{name: {"font": font} for name in names})


def standard() -> Layout:
    return STANDARD


def one_sided() -> Layout:
    number = replace(STANDARD.page_number, placement="center", form="hyphens", size=24, gap=340)
    return replace(STANDARD, page_number=number, bold_point_leads=True)


def reading_copy() -> Layout:
    """大字本: large type, wide lines."""
    layout = _all(STANDARD, size=44, line=760, spacing=0)
    layout = _styled(layout, title={"size": 52, "line": 1000}, part={"size": 48, "line": 900})
    return _natural(
        replace(layout, grid=replace(layout.grid, pitch=760, spacing=0), head_gap=150, signoff_gap=200)
    )


def bold_headings() -> Layout:
    changes: dict[str, dict[str, object]] = {
        "h1": {"bold": True, "lead_bold": False, "before": 50, "after": 50},
        "h2": {"bold": True, "lead_bold": True, "first_line": 0, "left": 200},
        "h3": {"bold": False, "lead_bold": True, "outline": None, "keep_next": False},
        "h4": {"bold": True, "lead_bold": True, "alignment": "left", "right": 150},
    }
    return _styled(STANDARD, **changes)


def other_page() -> Layout:
    page = replace(
        STANDARD.page, width=14570, height=20636, top=1700, bottom=1701, left=1500, right=1333, mirrored=True
    )
    return _natural(replace(STANDARD, page=page))


def other_fonts() -> Layout:
    layout = _fonted(STANDARD, Font("title", "方正小标宋_GBK", "Arial", ("方正小标宋简体",)), "title", "part")
    layout = _fonted(
        layout, Font("body", "方正仿宋_GBK", "Times New Roman", ("FZFangSong-Z02",)), "body", "point"
    )
    kaiti = replace(STANDARD.fonts["kaiti"], id="kaiti2", west="楷体_GB2312")
    layout = _fonted(layout, kaiti, "h2", "byline", "date")
    number = replace(layout.page_number, font=Font("foot", "仿宋_GB2312", "仿宋_GB2312", ("仿宋",)), size=21)
    return replace(layout, page_number=number, fonts={**layout.fonts, "foot": number.font})


def numbered_above() -> Layout:
    number = PageNumber("outside", STANDARD.fonts["songti"], 21, 150, 200, "page_of", "header", first=False)
    return replace(STANDARD, page_number=number)


def with_header() -> Layout:
    header = Header(
        "××市人民政府办公室", STANDARD.fonts["kaiti"], 24, "outside", 1000, rule=True, first=False
    )
    number = replace(STANDARD.page_number, placement="right", indent=250, form="page", first=False)
    return replace(STANDARD, header=header, page_number=number)


def shared_line() -> Layout:
    """Header and page number in one line."""
    header = Header(
        "内部资料　注意保存", STANDARD.fonts["fangsong"], 28, "center", 851, rule=False, first=True
    )
    number = PageNumber("outside", STANDARD.fonts["songti"], 24, 100, 300, "bare", "header", first=True)
    return replace(STANDARD, header=header, page_number=number)


def all_else() -> Layout:
    """No page number; blanks, alignments, indents and spacing of their own for every kind."""
    layout = replace(
        STANDARD,
        page_number=replace(STANDARD.page_number, placement="none"),
        grid=replace(STANDARD.grid, pitch=600, spacing=3),
    )
    alignments = ("left", "center", "right", "both")
    changes: dict[str, dict[str, object]] = {
        name: {
            "size": 28 + at % 5,
            "line": 560 + at,
            "spacing": at % 7 - 3,
            "alignment": alignments[at % 4],
            "first_line": 25 * at,
            "left": 30 + at,
            "right": at * 11 % 170,
            "before": 10 * at if name != "signoff" else 33,
            "after": 7 * at,
            "snap": at % 2 == 0,
            "keep_next": at % 3 == 0,
            "outline": at % 9 if at % 2 else None,
            "bold": at % 4 == 1 and name not in ("point", "body"),
        }
        for at, name in enumerate(STYLES)
    }
    for name in ("h1", "h2", "h3", "h4"):
        changes[name]["lead_bold"] = not changes[name]["bold"]
    for change in changes.values():
        change.setdefault("lead_bold", change["bold"])
    changes["body"] |= {"size": 30, "spacing": 3, "line": 590}
    return _natural(_styled(layout, **changes))


def unit_layout() -> Layout:
    """Of a unit that has much its own way: bold headings, 28 points, a header, numbers in the middle."""
    changes: dict[str, dict[str, object]] = {
        "title": {
            "line": 640,
            "font": Font("title", "方正小标宋_GBK", "Times New Roman", ("方正小标宋简体",)),
        },
        "h2": {"bold": True, "lead_bold": True},
        "h3": {"bold": True, "lead_bold": True},
    }
    layout = with_header()
    layout = _styled(_all(layout, line=560), **changes)
    number = replace(layout.page_number, placement="center", form="hyphens", first=False)
    return _natural(replace(layout, grid=replace(layout.grid, pitch=560), page_number=number))


TEN: tuple[Callable[[], Layout], ...] = (
    standard, one_sided, reading_copy, bold_headings, other_page,
    other_fonts, numbered_above, with_header, shared_line, all_else,
)  # fmt: skip
