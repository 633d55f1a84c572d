"""Plain text as paragraphs: one a line, empty lines left out."""

import re

from app.core.draft import plain_runs
from app.core.text import BLANKS
from app.importing.paragraphs import Paragraph, Source

_LINE_ENDS = re.compile("\r\n|[\n\v\f\r\u0085\u2028\u2029]")


def read_text(text: str) -> Source:
    """The lines of a text, without the blanks around them."""
    lines = enumerate((line.strip(BLANKS) for line in _LINE_ENDS.split(text)), 1)
    return Source(tuple(Paragraph(plain_runs(line), line=at) for at, line in lines if line))
