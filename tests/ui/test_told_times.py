"""Times are told as a writer says them."""

from datetime import UTC, datetime

import pytest

from app.ui.told_times import roughly, when


@pytest.mark.parametrize(
    ("time", "said"),
    [
        (datetime(2025, 3, 2, 9, 5, tzinfo=UTC), "今天 09:05"),
        (datetime(2025, 3, 1, 23, 59, tzinfo=UTC), "昨天 23:59"),
        (datetime(2025, 2, 28, 8, 0, tzinfo=UTC), "2月28日 08:00"),
        (datetime(2024, 12, 31, 8, 0, tzinfo=UTC), "2024年12月31日 08:00"),
    ],
)
def test_a_moment_is_said_as_people_say_it(time: datetime, said: str) -> None:
    assert when(time, datetime(2025, 3, 2, 10, 0, tzinfo=UTC)) == said


@pytest.mark.parametrize(
    ("time", "said"),
    [
        (datetime(2025, 3, 2, 10, 32, tzinfo=UTC), "今天 10:32"),
        (datetime(2025, 3, 1, 23, 59, tzinfo=UTC), "昨天"),
        (datetime(2025, 2, 28, 8, 0, tzinfo=UTC), "2月28日"),
        (datetime(2024, 11, 3, 8, 0, tzinfo=UTC), "2024年11月3日"),
    ],
)
def test_of_an_earlier_day_the_day_is_enough(time: datetime, said: str) -> None:
    assert roughly(time, datetime(2025, 3, 2, 10, 40, tzinfo=UTC)) == said
