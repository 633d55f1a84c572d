"""Three versions of paragraphs side by side."""

from hypothesis import given
from hypothesis import strategies as st

from app.core.three_way import Paragraph, Row, rows


def version(*texts: str) -> list[Paragraph]:
    """Paragraphs of body; "+…" runs on in the one before, "#…" is a heading."""
    return [
        Paragraph(text, "h1" if text.startswith("#") else "body", text.strip("+#"), text.startswith("+"))
        for text in texts
    ]


def told(base: list[Paragraph], present: list[Paragraph], fresh: list[Paragraph]) -> list[tuple[str, str]]:
    """Present and fresh text of each row, empty where there is none."""
    return [
        (
            str(present[row.present].form) if row.present is not None else "",
            str(fresh[row.fresh].form) if row.fresh is not None else "",
        )
        for row in rows(base, present, fresh)
    ]


def test_what_nobody_touched_stands_side_by_side() -> None:
    same = version("甲", "乙")
    assert rows(same, same, same) == (Row(0, 0, 0, same=True), Row(1, 1, 1, same=True))


def test_an_edited_paragraph_meets_the_changed_one_it_was() -> None:
    base, present, fresh = (
        version("头", "抓好项目建设", "尾"),
        version("头", "抓紧抓好项目", "尾"),
        version("头", "抓好工程建设", "尾"),
    )
    assert rows(base, present, fresh)[1] == Row(1, 1, 1, edited=True, changed=True)


def test_a_paragraph_written_anew_is_an_edited_one_of_its_kind() -> None:
    base = version("#题", "旧文", "尾")
    assert rows(base, version("#题", "全然不同", "尾"), base)[1] == Row(1, 1, 1, edited=True)


def test_kinds_keep_apart_what_has_nothing_in_common() -> None:
    base = version("头", "甲乙丙", "尾")
    found = told(base, version("头", "#丁戊己", "尾"), base)
    assert set(found) == {("头", "头"), ("#丁戊己", ""), ("", "甲乙丙"), ("尾", "尾")}


def test_a_heading_made_body_is_the_same_paragraph() -> None:
    base = version("头", "#提高政治站位", "尾")
    assert rows(base, version("头", "提高政治站位", "尾"), base)[1] == Row(1, 1, 1, edited=True)


def test_new_ones_stand_where_the_template_has_them() -> None:
    base = version("甲", "丙")
    fresh = version("零", "甲", "乙", "丙", "丁")
    assert [new for _, new in told(base, base, fresh)] == ["零", "甲", "乙", "丙", "丁"]


def test_a_new_paragraph_does_not_part_what_the_writer_ran_on() -> None:
    base = version("甲", "丙")
    present = version("甲", "+自己接的", "丙")
    assert told(base, present, version("甲", "乙", "丙")) == [
        ("甲", "甲"),
        ("+自己接的", ""),
        ("", "乙"),
        ("丙", "丙"),
    ]


def test_what_writer_and_template_both_added_stands_once() -> None:
    base = version("甲")
    assert told(base, version("甲", "乙"), version("甲", "乙")) == [("甲", "甲"), ("乙", "乙")]


def test_a_moved_paragraph_stays_where_the_writer_put_it() -> None:
    base = version("#子", "丑丑丑", "#寅", "卯卯卯")
    moved = version("#寅", "卯卯卯", "#子", "丑丑丑")
    assert [now for now, _ in told(base, moved, base) if now] == ["#寅", "卯卯卯", "#子", "丑丑丑"]


versions = st.lists(st.sampled_from(["甲甲", "乙乙", "丙丙", "#丁", "+戊", "己己己"]), max_size=7)


@given(versions, versions, versions)
def test_every_paragraph_stands_in_one_row_and_the_present_keeps_its_order(
    one: list[str], two: list[str], three: list[str]
) -> None:
    base, present, fresh = version(*one), version(*two), version(*three)
    found = rows(base, present, fresh)
    assert [row.present for row in found if row.present is not None] == list(range(len(present)))
    assert sorted(row.fresh for row in found if row.fresh is not None) == list(range(len(fresh)))
    assert len({row.base for row in found if row.base is not None}) == sum(
        row.base is not None for row in found
    )


@given(versions, versions)
def test_where_the_template_gives_the_same_nothing_is_changed(one: list[str], two: list[str]) -> None:
    base, present = version(*one), version(*two)
    assert not any(row.changed for row in rows(base, present, base))
