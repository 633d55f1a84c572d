"""The PySide6 in use is sound (the range in pyproject.toml says which are not)."""

import sys

from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextDocument


def test_calls_that_return_nothing_leave_the_references_to_none_alone(qapp) -> None:
    """PySide6 6.12.0 drops one a call: CPython 3.11 aborts after thousands (later ones never free None)."""
    cursor, block_format = QTextCursor(QTextDocument()), QTextBlockFormat()
    before = sys.getrefcount(None)
    for _ in range(2000):
        cursor.setBlockFormat(block_format)
    assert abs(sys.getrefcount(None) - before) < 200
