"""What was worked out for the blocks of a draft, kept for the next draft: of a long one most blocks stay as they are."""

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

from app.core.draft import Block

T = TypeVar("T")


class PerBlock(Generic[T]):
    """What a function says of each block, asked anew only where the block, or what goes with it, is another.

    Blocks are told apart as objects, which are never changed; whoever keeps one keeps what is said of the last draft.
    """

    def __init__(self, work: Callable[..., T]) -> None:
        """`work` takes a block and one value of each column: its number, whether the paragraph goes on …"""
        self._work = work
        self._known: dict[int, tuple[Block, tuple[object, ...], T]] = {}

    def __call__(self, blocks: Sequence[Block], *columns: Iterable[object]) -> tuple[T, ...]:
        """What the function says of every block, in order."""
        known, fresh = self._known, dict[int, tuple[Block, tuple[object, ...], T]]()
        for block, *rest in zip(blocks, *columns, strict=True):
            beside = tuple(rest)
            found = known.get(id(block))
            if found is None or found[0] is not block or found[1] != beside:
                found = block, beside, self._work(block, *beside)
            fresh[id(block)] = found
        self._known = fresh
        return tuple(value for _, _, value in fresh.values())
