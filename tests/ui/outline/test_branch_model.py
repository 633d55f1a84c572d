"""What may be dropped where in the tree, as Qt asks it, and what is asked for then."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from app.core.markup import parse_markup
from app.ui.outline.branch_model import BRANCHES_TYPE, BranchModel
from app.ui.outline.rows import tree_of

SPEECH = """
@标题 讲话
# 甲
## 子
- 责任到人；
- 时限到天。
## 丑
# 乙
## 寅
"""
MOVE = Qt.DropAction.MoveAction


@pytest.fixture
def model(qapp: object) -> Iterator[BranchModel]:
    found = BranchModel()
    tester = QAbstractItemModelTester(found, QAbstractItemModelTester.FailureReportingMode.Fatal)
    found.show(tree_of(parse_markup(SPEECH)))
    yield found
    del tester


def index(model: BranchModel, text: str) -> QModelIndex:
    if not text:
        return QModelIndex()
    return next(found for row in model.rows() if (found := model.index_of(row.key)) and row.text == text)


def drag(model: BranchModel, *texts: str) -> QMimeData:
    return model.mimeData([index(model, text) for text in texts])


PLACES = [("", row) for row in (-1, 0, 1, 2)]
PLACES += [("甲", row) for row in (-1, 0, 1, 2)]
PLACES += [("子", row) for row in (-1, 0, 1, 2)]
PLACES += [(text, -1) for text in ("责任到人", "丑", "寅")]
PLACES += [("乙", row) for row in (-1, 0, 1)]


@pytest.mark.parametrize(
    ("texts", "allowed"),
    [
        (("甲",), {("", -1), ("", 0), ("", 1), ("", 2), ("乙", -1), ("乙", 0), ("乙", 1), ("寅", -1)}),
        (
            ("丑",),
            {
                *(("", row) for row in (-1, 0, 1, 2)),
                *(("甲", row) for row in (-1, 0, 1, 2)),
                *(("乙", row) for row in (-1, 0, 1)),
                *(("子", row) for row in (-1, 2)),
                ("寅", -1),
            },
        ),
        (
            ("时限到天",),
            {
                *(("子", row) for row in (-1, 0, 1, 2)),
                ("甲", -1),
                ("甲", 0),
                ("乙", -1),
                ("乙", 0),
                ("丑", -1),
                ("寅", -1),
            },
        ),
        (("时限到天", "丑"), set()),
    ],
)
def test_every_row_and_parent(
    model: BranchModel, texts: tuple[str, ...], allowed: set[tuple[str, int]]
) -> None:
    data = drag(model, *texts)
    found = {
        (parent, row)
        for parent, row in PLACES
        if model.canDropMimeData(data, MOVE, row, 0, index(model, parent))
    }
    assert found == allowed


def test_a_drop_asks_for_rows_parent_and_place(model: BranchModel, qtbot) -> None:
    with qtbot.waitSignal(model.drop_wanted) as asked:
        assert model.dropMimeData(drag(model, "子", "丑"), MOVE, 1, 0, index(model, "乙"))
    keys = [model.row_at(index(model, text)).key for text in ("子", "丑", "乙")]
    assert asked.args == [keys[:2], keys[2], 1]
    with qtbot.waitSignal(model.drop_wanted) as asked:
        assert model.dropMimeData(drag(model, "乙"), MOVE, 0, 0, QModelIndex())
    assert asked.args == [keys[2:], None, 0]


def test_what_cannot_stand_somewhere_is_not_taken(model: BranchModel, qtbot) -> None:
    with qtbot.assertNotEmitted(model.drop_wanted):
        assert not model.dropMimeData(drag(model, "甲"), MOVE, -1, 0, index(model, "子"))


@pytest.mark.parametrize("data", [b"", b"[1]", b"\xff", b'[["nowhere", false]]', b"{}", b"null"])
def test_what_another_program_drops_under_the_same_name_is_not_taken(model: BranchModel, data: bytes) -> None:
    mime = QMimeData()
    mime.setData(BRANCHES_TYPE, data)
    assert not model.canDropMimeData(mime, MOVE, 0, 0, QModelIndex())
    mime = QMimeData()
    mime.setText("文字")
    assert not model.canDropMimeData(mime, MOVE, 0, 0, QModelIndex())


def test_only_moving_is_offered(model: BranchModel) -> None:
    assert model.supportedDragActions() == model.supportedDropActions() == MOVE
    assert not model.canDropMimeData(drag(model, "乙"), Qt.DropAction.CopyAction, 0, 0, QModelIndex())


def test_a_row_is_renamed_by_its_words_without_the_number(model: BranchModel, qtbot) -> None:
    row = index(model, "子")
    assert model.data(row, Qt.ItemDataRole.EditRole) == "子"
    with qtbot.waitSignal(model.rename_wanted) as asked:
        assert model.setData(row, " 丑丑 ")
    assert asked.args == [model.row_at(row).key, "丑丑"]


@pytest.mark.parametrize("text", ["", "  ", "子", "子 "])
def test_a_name_that_says_nothing_new_changes_nothing(model: BranchModel, qtbot, text: str) -> None:
    with qtbot.assertNotEmitted(model.rename_wanted):
        model.setData(index(model, "子"), text)


def test_what_may_only_be_read_is_neither_dragged_nor_renamed(model: BranchModel) -> None:
    data = drag(model, "乙")
    model.read_only = True
    flags = model.flags(index(model, "甲"))
    assert not flags & (Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsEditable)
    assert not model.canDropMimeData(data, MOVE, 0, 0, QModelIndex())
    assert not model.setData(index(model, "甲"), "别的")


def test_a_row_that_breaks_the_ladder_says_why(qapp: object) -> None:
    model = BranchModel()
    model.show(tree_of(parse_markup("# 甲\n## 子\n# 乙\n### 丑\n")))
    told = {
        row.text: model.data(model.index_of(row.key), Qt.ItemDataRole.ToolTipRole) for row in model.rows()
    }
    assert "缺“（一）”这一级" in str(told["丑"])
    assert not any("缺" in str(told[text]) for text in ("甲", "子", "乙"))
