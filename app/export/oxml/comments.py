"""comments.xml: 待核实 marks and comments as Word comments."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from app.core.draft import Run
from app.export.oxml.styles import COMMENT_MARK, COMMENT_TEXT
from app.export.oxml.xml import EAST_ASIAN, element, escaped, part, stamp, value

QUERY = "待核实"
NOBODY = "起草人"
"""Who comments where no author is given: Word wants somebody."""


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment; lines of its text are parted by newlines."""

    number: int
    text: str


def comment_text(run: Run) -> str:
    """What is to be said of a run: the 待核实 mark, its comment, or both; empty for neither."""
    if run.query and run.comment:
        return f"{QUERY}：{run.comment}"
    return QUERY if run.query else run.comment


def comments_part(comments: Iterable[Comment], author: str, created: datetime | None) -> bytes:
    """The part. Comments without a given time have none."""
    date = None if created is None else stamp(created)
    name = author or NOBODY
    return part(
        "comments",
        *(
            element(
                "comment",
                *(_line(line, first=index == 0) for index, line in enumerate(comment.text.split("\n"))),
                id=comment.number,
                author=name,
                date=date,
                initials=name[:1],
            )
            for comment in comments
        ),
    )


def _line(text: str, first: bool) -> str:
    mark = f"<w:r><w:rPr>{value('rStyle', COMMENT_MARK)}</w:rPr><w:annotationRef/></w:r>" if first else ""
    words = f'<w:r><w:rPr>{EAST_ASIAN}</w:rPr><w:t xml:space="preserve">{escaped(text)}</w:t></w:r>'
    return element("p", element("pPr", value("pStyle", COMMENT_TEXT)), mark, words)
