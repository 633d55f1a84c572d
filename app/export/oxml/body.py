"""The paragraphs of document.xml, as joined text.

Building elements one by one takes two to seventy times as long (facts/performance.md §2).
"""

from collections.abc import Iterable, Mapping, Sequence

from app.core.draft import FORCED_LINE_END, Run
from app.core.kinds import HEADINGS
from app.export.oxml.comments import Comment, comment_text
from app.export.oxml.styles import COMMENT_MARK, POINT_LEAD, lead_id, number_properties, run_in_id, style_id
from app.export.oxml.xml import AMBIGUOUS, EAST_ASIAN, FORBIDDEN, escaped
from app.export.walk import Piece, PrintedParagraph
from app.layouts.model import SIGNOFF_LAST


class BodyWriter:
    """Writes paragraphs and gathers the comments on the way.

    `bookmarks` wraps every block in a hidden bookmark `_sc_ID`; `instances` gives the headings whose number
    Word counts in an instance other than the first, None where numbers are text.
    """

    def __init__(self, bookmarks: bool, instances: Mapping[str, int] | None) -> None:
        self.comments: list[Comment] = []
        self._bookmarks = bookmarks
        self._instances = instances
        self._blocks = 0

    def written(self, paragraphs: Iterable[PrintedParagraph]) -> str:
        """The XML of paragraphs."""
        return "".join(map(self._paragraph, paragraphs))

    def _paragraph(self, paragraph: PrintedParagraph) -> str:
        kind = paragraph.kind
        if paragraph.run_in:
            style = run_in_id(kind)
        else:
            style = style_id(SIGNOFF_LAST if paragraph.last_of_signoff else kind)
        numbered = self._instances is not None and kind in HEADINGS
        content = "".join([self._piece(piece, paragraph.run_in, numbered) for piece in paragraph.pieces])
        number = self._number_properties(paragraph) if numbered else ""
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{number}</w:pPr>{content}</w:p>'

    def _number_properties(self, paragraph: PrintedParagraph) -> str:
        """The one paragraph property that no style can say: from here the numbers are counted anew."""
        assert self._instances is not None
        instance = self._instances.get(paragraph.pieces[0].block.id)
        return "" if instance is None else number_properties(HEADINGS.index(paragraph.kind), instance)

    def _piece(self, piece: Piece, run_in: bool, numbered: bool) -> str:
        lead_style = ""
        if run_in and piece.block.kind in HEADINGS:
            lead_style = lead_id(piece.block.kind)
        elif piece.bold_lead:
            lead_style = POINT_LEAD
        number = "" if numbered else piece.number
        if lead_style and not numbered:
            content = self._runs(piece.lead, lead_style, number) + self._runs(piece.rest, "", "")
        elif lead_style:
            content = self._runs(piece.lead, lead_style, "") + self._runs(piece.rest, "", "")
        else:
            content = self._runs(piece.block.runs, "", number)
        if not self._bookmarks:
            return content
        self._blocks += 1
        mark = self._blocks
        return f'<w:bookmarkStart w:id="{mark}" w:name="_sc_{piece.block.id}"/>{content}<w:bookmarkEnd w:id="{mark}"/>'

    def _runs(self, runs: Sequence[Run], style: str, number: str) -> str:
        """Runs in one character style (empty for none) after a number; neighbours that print alike are one."""
        if not any(run.bold or run.query or run.comment for run in runs):
            return text_run(number + "".join([run.text for run in runs]), style, bold=False)
        out: list[str] = []
        pending, bold, remark = number, False, ""
        for run in runs:
            said = comment_text(run)
            if (run.bold, said) != (bold, remark):
                out.append(self._remarked(text_run(pending, style, bold), remark))
                pending, bold, remark = "", run.bold, said
            pending += run.text
        out.append(self._remarked(text_run(pending, style, bold), remark))
        return "".join(out)

    def _remarked(self, content: str, remark: str) -> str:
        if not remark:
            return content
        number = len(self.comments)
        self.comments.append(Comment(number, FORBIDDEN.sub("", remark)))
        return (
            f'<w:commentRangeStart w:id="{number}"/>{content}<w:commentRangeEnd w:id="{number}"/>'
            f'<w:r><w:rPr><w:rStyle w:val="{COMMENT_MARK}"/></w:rPr><w:commentReference w:id="{number}"/></w:r>'
        )


def text_run(text: str, style: str, bold: bool) -> str:
    """One run, empty for no text; a forced line end becomes a line break."""
    if not text:
        return ""
    if not text.isprintable():
        text = FORBIDDEN.sub("", text)
    properties = f'<w:rStyle w:val="{style}"/>' if style else ""
    if AMBIGUOUS.search(text):
        properties += EAST_ASIAN
    if bold:
        properties += "<w:b/>"
    lines = "<w:br/>".join([_text(line) for line in text.split(FORCED_LINE_END)])
    return f"<w:r><w:rPr>{properties}</w:rPr>{lines}</w:r>" if properties else f"<w:r>{lines}</w:r>"


def _text(line: str) -> str:
    """Blanks at the edges and doubled ones are lost unless they are asked for."""
    keep = ' xml:space="preserve"' if line != line.strip() or "  " in line else ""
    return f"<w:t{keep}>{escaped(line)}</w:t>" if line else ""
