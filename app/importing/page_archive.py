"""The page in a web archive (.mht): a MIME message of a page and all that belongs to it (RFC 2557)."""

from email import message_from_bytes, policy
from email.errors import MessageError

from app.core.errors import ReadError


def page_in(data: bytes, name: str) -> bytes:
    """The HTML in an archive; `name` is for messages. Raises ReadError where there is none."""
    try:
        message = message_from_bytes(data, policy=policy.compat32)
        for part in message.walk():
            payload = part.get_payload(decode=True) if part.get_content_type() == "text/html" else None
            if isinstance(payload, bytes):
                return payload
    except (MessageError, RecursionError, ValueError, LookupError) as error:
        raise _no_page(name) from error
    raise _no_page(name)


def _no_page(name: str) -> ReadError:
    return ReadError(f"“{name}”里找不到网页。", "在浏览器里打开它，复制正文，再粘贴到稿纸上。")
