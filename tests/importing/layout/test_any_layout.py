"""Whatever a layout of ours says that prints, its export shows."""

from hypothesis import HealthCheck, Phase, given, settings

from app.layouts.model import Layout
from tests.importing.layout.ten import learned_back, values
from tests.layouts.strategies import layouts

EXAMPLES = settings(
    max_examples=20,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
UNSHOWN = {("title", "每行最多"), ("title", "每行宜"), ("", "文件名"), ("grid", "字距"), ("grid", "字数")}
"""What a file of that name does not tell: where titles are broken, the grid's spacing where the text has its own."""


def shown(layout: Layout) -> dict[tuple[str, str], object]:
    number, header = layout.page_number, layout.header
    above = number.placement != "none" and number.edge == "header"
    found = {key: value for key, value in values(layout).items() if key not in UNSHOWN}
    # Of the blank that is a layout's and the one that is a style's the larger prints.
    found["head", "下空"] = max(layout.head_gap, layout.styles["date"].after)
    found["signoff", "上空"] = max(layout.signoff_gap, layout.styles["signoff"].before)
    for table, key in list(found):
        unseen = (
            (table == "points" and layout.styles["point"].bold)
            or (table == "page_number" and number.placement == "none")
            or ((table, key) == ("page_number", "空") and number.placement == "center")
            or (table == "page_header" and not header.text)
            or ((table, key) == ("page_header", "距纸边") and above)
        )
        if unseen:
            del found[table, key]
    return {key: _without_stand_ins(value) for key, value in found.items()}


def _without_stand_ins(value: object) -> object:
    return value[:2] if isinstance(value, tuple) else value


@EXAMPLES
@given(layouts())
def test_what_prints_comes_back(layout: Layout) -> None:
    assert shown(learned_back(layout)) == shown(layout)
