"""The zip around the parts."""

import io
import zipfile
from datetime import UTC, datetime

import pytest

from app.export.oxml.package import with_time


def archive() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as zipped:
        zipped.writestr("甲.xml", "一" * 100)
        zipped.writestr("word/乙.xml", b"")
    return out.getvalue()


@pytest.mark.parametrize(
    ("moment", "written"),
    [
        (None, (1980, 1, 1, 0, 0, 0)),
        (datetime(2025, 5, 31, 23, 59, 58, tzinfo=UTC), (2025, 5, 31, 23, 59, 58)),
        (datetime(1970, 2, 3, tzinfo=UTC), (1980, 2, 3, 0, 0, 0)),
        (datetime(2200, 2, 3, tzinfo=UTC), (2107, 2, 3, 0, 0, 0)),
    ],
)
def test_every_member_has_the_time_given_and_its_content(
    moment: datetime | None, written: tuple[int, ...]
) -> None:
    with zipfile.ZipFile(io.BytesIO(with_time(archive(), moment))) as zipped:
        assert [member.date_time for member in zipped.infolist()] == [written] * 2
        assert zipped.testzip() is None
        assert zipped.read("甲.xml").decode() == "一" * 100


def test_the_local_headers_have_it_too() -> None:
    data = with_time(archive(), None)
    assert data.count(b"\0\0\x21\0") >= 4
