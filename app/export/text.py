"""A draft as plain text, and as markup."""

from app.core.draft import FORCED_LINE_END, Draft
from app.core.kinds import HEAD_KINDS
from app.core.markup import print_markup
from app.export.walk import PrintedParagraph, printed_paragraphs

_INDENT = "\u3000\u3000"


def export_txt(draft: Draft) -> str:
    """The printed paragraphs, a line each, numbers as shown, the text indented by two full-width blanks.

    The head stands without indent, a line for each of its forced lines, with an empty line after it.
    """
    lines: list[str] = []
    in_head = False
    for paragraph in printed_paragraphs(draft):
        if in_head and not _is_head(paragraph):
            lines.append("")
        in_head = _is_head(paragraph)
        if in_head:
            lines += paragraph.text.split(FORCED_LINE_END)
        else:
            lines.append(_INDENT + paragraph.text)
    return "".join(f"{line}\n" for line in lines)


def export_markup(draft: Draft) -> str:
    """The draft as markup, whole: facts, sections, marks and empty blocks included (`.md`)."""
    return print_markup(draft)


def _is_head(paragraph: PrintedParagraph) -> bool:
    return paragraph.kind in HEAD_KINDS
