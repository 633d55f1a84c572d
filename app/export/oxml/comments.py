"""comments.xml: 待核实 marks and comments as Word comments."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from app.core.draft import Run
from app.export.oxml.formatting import NORMAL
from app.export.oxml.xml import EAST_ASIAN, element, escaped, part, stamp, value

COMMENT_MARK = "CommentReference"
"""The id of the character style of a comment's mark."""
COMMENT_TEXT = "CommentText"
"""The id of the paragraph style of a comment's text."""
_QUERY = "待核实"
_NOBODY = "起草人"
"""Who comments where no author is given: Word wants somebody."""


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment; lines of its text are parted by newlines."""

    number: int
    text: str


def comment_text(run: Run) -> str:
    """What is to be said of a run: the 待核实 mark, its comment, or both; empty for neither."""
    if run.query and run.comment:
        return f"{_QUERY}：{run.comment}"
    return _QUERY if run.query else run.comment


def comments_part(
    comments: Iterable[Comment],
    author: str,
    created: datetime | None,
    mark: str = COMMENT_MARK,
    text: str = COMMENT_TEXT,
) -> bytes:
    """The part. Comments without a given time have none; `mark` and `text` are the ids of the styles for them."""
    date = None if created is None else stamp(created)
    name = author or _NOBODY
    return part(
        "comments",
        *(
            element(
                "comment",
                *(
                    _line(line, text, mark if index == 0 else "")
                    for index, line in enumerate(comment.text.split("\n"))
                ),
                id=comment.number,
                author=name,
                date=date,
                initials=name[:1],
            )
            for comment in comments
        ),
    )


def _line(text: str, style: str, mark: str) -> str:
    """A line of a comment; the first one begins with its mark."""
    begins = f"<w:r><w:rPr>{value('rStyle', mark)}</w:rPr><w:annotationRef/></w:r>" if mark else ""
    words = f'<w:r><w:rPr>{EAST_ASIAN}</w:rPr><w:t xml:space="preserve">{escaped(text)}</w:t></w:r>'
    return element("p", element("pPr", value("pStyle", style)), begins, words)


def comment_styles() -> list[str]:
    """Word's own styles for comments; without them a comment is set as large as the speech."""
    small = value("sz", 21) + value("szCs", 21)
    text = element(
        "style",
        value("name", "annotation text"),
        value("basedOn", NORMAL),
        value("uiPriority", 99),
        element("pPr", element("spacing", line=240, lineRule="auto"), value("jc", "left")),
        element("rPr", value("spacing", 0), small),
        type="paragraph",
        styleId=COMMENT_TEXT,
    )
    mark = element(
        "style",
        value("name", "annotation reference"),
        value("uiPriority", 99),
        element("rPr", small),
        type="character",
        styleId=COMMENT_MARK,
    )
    return [text, mark]
