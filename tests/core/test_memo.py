"""What was worked out for blocks is kept for those that stay."""

from app.core.draft import Block, plain_runs
from app.core.memo import PerBlock


def test_only_blocks_that_are_new_are_asked_again() -> None:
    asked: list[str] = []

    def length(block: Block, more: int) -> int:
        asked.append(block.text)
        return len(block.text) + more

    lengths = PerBlock(length)
    one, two = Block("aaaaaaaa", runs=plain_runs("甲")), Block("aaaaaaab", runs=plain_runs("乙乙"))
    assert lengths((one, two), (0, 0)) == (1, 2)
    assert lengths((two, one), (0, 0)) == (2, 1)
    assert asked == ["甲", "乙乙"]
    changed = Block("aaaaaaaa", runs=plain_runs("丙丙丙"))
    assert lengths((changed, two), (0, 0)) == (3, 2)
    assert asked == ["甲", "乙乙", "丙丙丙"]


def test_a_block_that_stands_otherwise_is_asked_again() -> None:
    numbered = PerBlock(lambda block, number: number + block.text)
    block = Block("aaaaaaaa", runs=plain_runs("甲"))
    assert numbered((block,), ("一、",)) == ("一、甲",)
    assert numbered((block,), ("二、",)) == ("二、甲",)
