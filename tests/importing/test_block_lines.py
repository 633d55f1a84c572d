"""Where in the source each block came from."""

from app.core.draft import FORCED_LINE_END, Block, plain_runs
from app.core.kinds import Kind
from app.importing.block_lines import block_lines


def lines(source: list[tuple[int | None, str]], texts: list[str]) -> list[int | None]:
    blocks = [Block(str(at), Kind.BODY, plain_runs(text)) for at, text in enumerate(texts)]
    found = block_lines(source, blocks)
    return [found.get(block.id) for block in blocks]


def test_each_block_has_the_line_of_its_paragraph() -> None:
    source = [(1, "同志们："), (3, "一、提高站位。要认真。"), (5, "同志们：")]
    assert lines(source, ["同志们：", "提高站位。", "要认真。", "同志们："]) == [1, 3, 3, 5]


def test_lines_that_became_one_block_have_the_first() -> None:
    source = [(2, "在全市"), (3, "会议上的讲话")]
    assert lines(source, [f"在全市{FORCED_LINE_END}会议上的讲话"]) == [2]
    assert lines(
        [(2, "在全市××工作推进动员大会"), (3, "上的讲话")], ["在全市××工作推进动员大会上的讲话"]
    ) == [2]


def test_a_head_that_was_put_in_order_is_found_before() -> None:
    assert lines([(1, "（2025年）"), (2, "讲话"), (3, "正文")], ["讲话", "（2025年）", "正文"]) == [2, 1, 3]


def test_what_the_source_does_not_have_has_no_line() -> None:
    assert lines([(1, "一、甲"), (2, "三、丙")], ["甲", "【缺】", "丙"]) == [1, None, 2]
    assert lines([(None, "甲")], ["甲"]) == [None]
