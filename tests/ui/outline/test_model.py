"""The outline's model: kept up by difference, never reset."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from app.core import structure
from app.core.draft import Draft
from app.core.kinds import Layer
from app.core.markup import parse_markup
from app.core.plan import applied
from app.ui.outline.model import ROW_ROLE, OutlineModel
from app.ui.outline.rows import Row, layer_shares, tree_of
from tests.core.strategies import drafts

EXAMPLES = settings(
    max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)

SPEECH = """
@标题 讲话
# 认识到位 {认识}
正文一二三四五。
## 必然要求
正文。
## 现实需要
正文。
# 任务明确 {任务}
## 抓规划
- 责任到人。
- 时限到天。
## 抓落实
正文。
"""


@pytest.fixture
def model(qapp: object) -> Iterator[OutlineModel]:
    found = OutlineModel()
    tester = QAbstractItemModelTester(found, QAbstractItemModelTester.FailureReportingMode.Fatal)
    yield found
    del tester


def shown(model: OutlineModel, parent: QModelIndex = QModelIndex(), depth: int = 0) -> list[tuple[int, Row]]:  # noqa: B008
    """What a view sees: every row with its depth, in order."""
    rows: list[tuple[int, Row]] = []
    for at in range(model.rowCount(parent)):
        index = model.index(at, 0, parent)
        rows += [(depth, model.data(index, ROW_ROLE)), *shown(model, index, depth + 1)]  # type: ignore[list-item]
    return rows


def fresh(draft: Draft) -> list[tuple[int, Row]]:
    model = OutlineModel()
    model.show(tree_of(draft))
    return shown(model)


@EXAMPLES
@given(st.lists(drafts(), min_size=1, max_size=5))
def test_drafts_after_one_another_give_the_same_rows_as_a_fresh_model(
    model: OutlineModel, several: list[Draft]
) -> None:
    resets: list[int] = []
    model.modelReset.connect(lambda: resets.append(1))
    for draft in several:
        model.show(tree_of(draft))
        assert shown(model) == fresh(draft)
    assert not resets


@EXAMPLES
@given(drafts(), st.data())
def test_a_moved_or_deleted_stretch_gives_the_same_rows_as_a_fresh_model(
    model: OutlineModel, draft: Draft, data: st.DataObject
) -> None:
    model.show(tree_of(draft))
    for _ in range(4):
        last = len(draft.blocks)
        start, stop, to = (data.draw(st.integers(0, last)) for _ in range(3))
        start, stop = min(start, stop), max(start, stop)
        plan = (
            structure.delete(draft, start, stop)
            if data.draw(st.booleans())
            else structure.move(draft, start, stop, to)
        )
        draft = applied(plan, draft)
        model.show(tree_of(draft))
        assert shown(model) == fresh(draft)


def test_rows_say_number_heading_and_length_with_all_below(model: OutlineModel) -> None:
    model.show(tree_of(parse_markup(SPEECH)))
    told = [(depth, row.number, row.text) for depth, row in shown(model)]
    assert told == [
        (0, "一、", "认识到位"),
        (1, "（一）", "必然要求"),
        (1, "（二）", "现实需要"),
        (0, "二、", "任务明确"),
        (1, "（一）", "抓规划"),
        (2, "一是", "责任到人"),
        (2, "二是", "时限到天"),
        (1, "（二）", "抓落实"),
    ]
    rows = [row for _, row in shown(model)]
    assert rows[0].characters == len("一、认识到位正文一二三四五。（一）必然要求正文。（二）现实需要正文。")
    assert rows[0].begins_layer and rows[0].layer is Layer.UNDERSTANDING
    assert not rows[1].begins_layer


def test_typing_keeps_the_index_of_every_row(model: OutlineModel) -> None:
    draft = parse_markup(SPEECH)
    model.show(tree_of(draft))
    kept = [QPersistentModelIndex(model.index_of(row.key)) for row in model.rows()]
    typed = applied(structure.insert(draft, 3, parse_markup("新的一段。").blocks), draft)
    inserted: list[object] = []
    model.rowsInserted.connect(lambda *args: inserted.append(args))
    model.show(tree_of(typed))
    assert not inserted
    assert [model.data(index, Qt.ItemDataRole.DisplayRole) for index in kept] == [
        f"{row.number}{row.text}" for row in model.rows()
    ]


def test_a_heading_that_moves_keeps_its_index(model: OutlineModel) -> None:
    draft = parse_markup(SPEECH)
    model.show(tree_of(draft))
    first = QPersistentModelIndex(model.index(0, 0))
    moved = applied(structure.move(draft, 1, 7, len(draft.blocks)), draft)
    model.show(tree_of(moved))
    assert first.isValid() and first.row() == 1
    assert model.data(first) == "二、认识到位"


def test_the_row_of_a_place_is_the_last_that_begins_before_it(model: OutlineModel) -> None:
    draft = parse_markup(SPEECH)
    model.show(tree_of(draft))
    texts = [model.data(model.index_at_block(at)) for at in range(len(draft.blocks))]
    assert texts[:4] == [None, "一、认识到位", "一、认识到位", "（一）必然要求"]
    assert texts[-1] == "（二）抓落实"


def test_shares_of_layers_are_parts_of_the_whole() -> None:
    shares = layer_shares(parse_markup(SPEECH))
    assert set(shares.characters) == {Layer.UNDERSTANDING, Layer.TASKS}
    assert sum(shares.characters.values()) == shares.whole - len("讲话")
    assert shares.percent(Layer.SAFEGUARDS) == 0
    assert shares.percent(Layer.UNDERSTANDING) + shares.percent(Layer.TASKS) in range(95, 100)


def test_a_branch_that_goes_to_the_end_is_one_move(model: OutlineModel) -> None:
    before = parse_markup("# 甲\n## 子\n# 乙\n# 丙\n# 丁\n")
    after = applied(structure.move(before, 0, 2, 5), before)
    model.show(tree_of(before))
    moves: list[int] = []
    model.rowsMoved.connect(lambda *_: moves.append(1))
    model.show(tree_of(after))
    assert shown(model) == fresh(after)
    assert len(moves) == 1


def test_rows_below_a_heading_that_went_are_moved_and_no_others(model: OutlineModel) -> None:
    before = parse_markup("# 甲\n## 子\n# 乙\n# 丙\n# 丁\n")
    after = applied(structure.delete(before, 0, 1), before)
    model.show(tree_of(before))
    moves: list[int] = []
    model.rowsMoved.connect(lambda *_: moves.append(1))
    model.show(tree_of(after))
    assert shown(model) == fresh(after)
    assert len(moves) <= 2
