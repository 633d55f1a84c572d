"""The shares of slots brought to a hundred percent."""

from collections.abc import Sequence
from dataclasses import replace

from app.templating.occasion import Slot

_WHOLE = 100


def evened(slots: Sequence[Slot]) -> tuple[Slot, ...]:
    """The slots with shares that make up 100, in the proportion they have; alike where they have none.

    Rounded down, what is left goes where most was lost, to the first of equals.
    """
    whole = sum(slot.share for slot in slots)
    exact = [_WHOLE * slot.share / whole if whole else _WHOLE / len(slots) for slot in slots]
    shares = [int(share) for share in exact]
    order = sorted(range(len(slots)), key=lambda at: shares[at] - exact[at])
    for at in order[: _WHOLE - sum(shares)]:
        shares[at] += 1
    return tuple(replace(slot, share=share) for slot, share in zip(slots, shares, strict=True))
