"""The text in the bytes of a text file, in the encodings that Chinese editors write."""

import codecs

from app.core.errors import ReadError

_MARKED = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
"""Marks at the start of a file that say its encoding for certain; 记事本 writes all three."""
_GUESSED = ("utf-8", "gb18030")
"""Without a mark: Chinese text in GB18030 is never by chance good UTF-8."""


def decode_text(data: bytes, name: str) -> str:
    """The text, with line ends as "\\n" and without a mark at its start. `name` is for messages.

    Raises ReadError for what is in none of the encodings, and for what is no text at all.
    """
    marked = [encoding for mark, encoding in _MARKED if data.startswith(mark)]
    for encoding in marked or _GUESSED:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            raise ReadError(f"“{name}”不是文字文件。", "检查是不是选错了文件。")
        return text.replace("\r\n", "\n").replace("\r", "\n")
    raise ReadError(
        f"“{name}”里有看不懂的编码，没有读。", "用记事本打开，选“另存为”，编码选 UTF-8，存好再试。"
    )
