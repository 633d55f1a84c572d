"""The page in a web archive."""

from email.message import EmailMessage

import pytest

from app.core.errors import ReadError
from app.importing.page_archive import page_in

PAGE = "<html><p>同志们：</p></html>"


def test_the_page_is_found_among_what_belongs_to_it() -> None:
    message = EmailMessage()
    message.set_content(PAGE, subtype="html", charset="gbk")
    message.add_related(b"\x89PNG", "image", "png")
    assert page_in(message.as_bytes(), "页.mht") == (PAGE + "\n").encode("gbk")


@pytest.mark.parametrize(
    "data",
    [b"MIME-Version: 1.0\r\n\r\ntext", b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n"],
)
def test_an_archive_without_a_page_is_refused(data: bytes) -> None:
    with pytest.raises(ReadError, match="页"):
        page_in(data, "页.mht")
