"""Times as a writer says them."""

from datetime import datetime, timedelta


def when(time: datetime, now: datetime) -> str:
    """今天 10:32, 昨天 18:05, 3月1日 18:05, 2024年3月1日 18:05."""
    return f"{_day(time, now)} {time:%H:%M}"


def roughly(time: datetime, now: datetime) -> str:
    """今天 10:32, 昨天, 3月1日, 2024年3月1日."""
    return when(time, now) if time.date() == now.date() else _day(time, now)


def _day(time: datetime, now: datetime) -> str:
    if time.date() == now.date():
        return "今天"
    if time.date() == now.date() - timedelta(days=1):
        return "昨天"
    year = "" if time.year == now.year else f"{time.year}年"
    return f"{year}{time.month}月{time.day}日"
