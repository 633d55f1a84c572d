"""What a layout may not be: more on the paper than fits, letters cut off, numbers that are not true."""

from collections.abc import Iterator

from app.core.errors import ReadError
from app.layouts.model import Layout

_NARROWEST = 2835
"""Twips (50 mm): less than this is no type area but a slip in a margin."""


def check(layout: Layout) -> None:
    """Raise ReadError, the first of `faults`, for a layout that cannot be printed as it says."""
    fault = next(faults(layout), None)
    if fault is not None:
        raise fault


def faults(layout: Layout) -> Iterator[ReadError]:
    """All that does not fit; where the margins leave no type area, nothing else is looked at."""
    page = layout.page
    if page.text_width < _NARROWEST or page.text_height < _NARROWEST:
        yield _fault(layout, "页边距太大，版心所剩无几", "改 [page] 的 上、下、左、右，单位是毫米。")
        return
    yield from _of_edges(layout)
    yield from _of_grid(layout)
    yield from _of_title(layout)
    yield from _of_styles(layout)


def _of_edges(layout: Layout) -> Iterator[ReadError]:
    number, header = layout.page_number, layout.header
    numbered = number.placement != "none"
    above = numbered and number.edge == "header"
    if numbered and not above and layout.footer_edge < 0:
        yield _fault(layout, "页码排到了纸外", "把 [page] 的 下 改大，或把 [page_number] 的 距版心 改小。")
    if above and layout.header_edge < 0:
        yield _fault(layout, "页码排到了纸外", "把 [page] 的 上 改大，或把 [page_number] 的 距版心 改小。")
    if header.text and not above and layout.header_edge + header.size * 10 > layout.page.top:
        yield _fault(
            layout, "页眉排到了正文里", "把 [page] 的 上 改大，或把 [page_header] 的 距纸边、字号 改小。"
        )
    if header.text and above and _meet(header.alignment, number.placement):
        yield _fault(
            layout, "页眉文字和页码排在了一处", "改 [page_header] 的 对齐，或 [page_number] 的 位置、所在。"
        )


def _meet(text: str, number: str) -> bool:
    """Whether a header's text and a page number have the same place, on odd pages or on even ones."""
    pages = (("right", "left") if place == "outside" else (place, place) for place in (text, number))
    return any(one == other for one, other in zip(*pages, strict=True))


def _of_grid(layout: Layout) -> Iterator[ReadError]:
    page, grid = layout.page, layout.grid
    lines = page.text_height // grid.pitch
    if grid.lines != lines:
        yield _fault(
            layout,
            f"行距 {_points(grid.pitch)} 磅时每面排 {lines} 行，“行数”写的是 {grid.lines}",
            f"把 [grid] 的 行数 改成 {lines}，或调整行距、上下页边距。",
        )
    width = layout.body.size * 10 + grid.spacing
    characters = page.text_width // width
    if grid.characters != characters:
        yield _fault(
            layout,
            f"每行排 {characters} 字，“字数”写的是 {grid.characters}",
            f"把 [grid] 的 字数 改成 {characters}，或调整字距、左右页边距。",
        )
    if layout.body.line > grid.pitch:
        yield _fault(layout, "[styles.body] 的行距比 [grid] 的大", "两处写成一样，或去掉 [styles.body] 的。")


def _of_title(layout: Layout) -> Iterator[ReadError]:
    fit = layout.title_fit
    if layout.title_most > fit:
        yield _fault(
            layout,
            f"标题字号每行只排得下 {fit} 字，“每行最多”写的是 {layout.title_most}",
            f"改成 {fit} 以内。",
        )
    if layout.title_best > layout.title_most:
        yield _fault(layout, "[title] 的“每行宜”比“每行最多”大", "把“每行宜”改小。")


def _of_styles(layout: Layout) -> Iterator[ReadError]:
    for kind, style in layout.styles.items():
        if style.line < style.size * 10:
            yield _fault(
                layout,
                f"[styles.{kind}] 的行距 {_points(style.line)} 磅比字号 {style.size / 2:g} 磅小，字会被截掉",
                "把行距改大，或把字号改小。",
            )
        if style.indent_twips(style.left + style.right + style.first_line) >= layout.page.text_width // 2:
            yield _fault(layout, f"[styles.{kind}] 的缩进占去半行以上", "把缩进的字数改小。")


def _points(twips: int) -> str:
    return f"{twips / 20:g}"


def _fault(layout: Layout, what: str, remedy: str) -> ReadError:
    return ReadError(f"版式“{layout.id}”里，{what}。", remedy)
