"""Shares brought to a hundred percent."""

from hypothesis import given
from hypothesis import strategies as st

from app.templating.occasion import Slot
from app.templating.occasion_shares import evened

SHARES = st.lists(st.integers(0, 100), min_size=1, max_size=12)


def slots(shares: list[int]) -> tuple[Slot, ...]:
    return tuple(Slot(f"s{at}", f"{at}", share=share) for at, share in enumerate(shares))


def of(shares: list[int]) -> list[int]:
    return [slot.share for slot in evened(slots(shares))]


@given(SHARES)
def test_they_make_up_a_hundred_and_a_larger_one_stays_larger(shares: list[int]) -> None:
    made = of(shares)
    assert sum(made) == 100
    pairs = zip(shares, made, strict=True)
    ordered = [share for _, share in sorted(pairs, key=lambda pair: (pair[0], pair[1]))]
    assert ordered == sorted(made)


def test_what_makes_up_a_hundred_stays() -> None:
    assert of([6, 17, 21, 35, 17, 4]) == [6, 17, 21, 35, 17, 4]


def test_without_any_they_are_alike() -> None:
    assert of([0, 0, 0]) == [34, 33, 33]
