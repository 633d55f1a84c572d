"""The text that comes goes into the line with what holds for it: marks, or the reason why it is not taken."""

from collections.abc import Generator
from contextlib import contextmanager

from app.core.draft import FORCED_LINE_END
from app.importing.report import Fate
from app.importing.word import names
from app.importing.word.changes import Revision
from app.importing.word.context import Context
from app.importing.word.fields import Fields
from app.importing.word.line import Line
from app.importing.word.names import VAL, Element, W
from app.importing.word.notes import Remark
from app.importing.word.remarks import Remarks
from app.importing.word.runs import BOLD, PLAIN, Marks
from app.importing.word.styles import ParagraphLook, RunLook

_BOLD, _HIDDEN, _SIZE, _STYLE = f"{W}b", f"{W}vanish", f"{W}sz", f"{W}rStyle"
_LINE_ENDS = str.maketrans("\n\r\t\x85\u2029", "   " + FORCED_LINE_END * 2)
"""Line ends in the text of a Word file are blanks, but for those that only Unicode has."""
_NOTHING = RunLook()


class Gathering:
    """Gathers the lines of a story."""

    def __init__(self, context: Context) -> None:
        self.line = Line()
        self.fields = Fields(context.closed_fields)
        self.remarks = Remarks(context.notes)
        self._context = context
        self._paragraph = ParagraphLook()
        self._looks: dict[str, RunLook] = {}
        self._revision = Revision()
        self._not_taken: Fate | None = None
        self._run_is_bold = self._run_is_hidden = self._run_is_lead = False
        self._outer_fate: Fate | None = None
        self._fate: Fate | None = None
        self._marks = self._plain = PLAIN
        self._bold = BOLD

    @property
    def revision(self) -> Revision:
        """The tracked change that holds now."""
        return self._revision

    @property
    def is_taken(self) -> bool:
        """Whether the text that comes now is in the draft."""
        return self._fate is None

    def add(self, text: str) -> None:
        """More text."""
        if "\n" in text or "\t" in text or "\r" in text or "\x85" in text or "\u2029" in text:
            text = text.translate(_LINE_ENDS)
        line = self.line
        if self._fate is None:
            line.pieces.append((text, self._marks))
            line.length += len(text)
            if self._run_is_lead:
                line.leads += (line.length - len(text), line.length)
        else:
            line.lose(text, self._fate)

    def add_remarked(self, text: str, remark: str) -> None:
        """More text, and what is to be said of it."""
        start = self.line.length
        self.add(text)
        self.remark_since(start, remark)

    def remark_since(self, start: int, remark: str) -> None:
        """Say something of the text since that place; where none of it can be seen, it is listed."""
        if remark and self.line.last_seen(start) is not None:
            self.line.remark(start, Remark(remark))
        elif remark:
            self.line.lose(remark, self._fate or Fate.COMMENT)

    def begin(self, look: ParagraphLook) -> None:
        """A paragraph of that style begins; what was met since the last one belongs to it."""
        self._paragraph = look
        if look.hidden != self._run_is_hidden:
            self.unset_look()

    def finish(self) -> Line:
        """What has been gathered; a new line begins."""
        line, self.line = self.line, Line()
        if line.untaken:
            self._context.left_out.extend(line.lost())
        if self.remarks:
            self.remarks.end_line(line)
            self.renew()
        return line

    def set_look(self, properties: Element) -> None:
        """Bold and hidden runs: said outright, or turned over by a character style (17.7.3)."""
        bold = hidden = None
        size: int | None = None
        look = _NOTHING
        for node in properties:
            tag = node.tag
            if tag == _BOLD:
                bold = names.is_on(node)
            elif tag == _SIZE:
                size = names.whole(node.get(VAL))
            elif tag == _STYLE:
                look = self._style(node.get(VAL, ""))
            elif tag == _HIDDEN:
                hidden = names.is_on(node)
        paragraph = self._paragraph
        if bold is None:
            self._run_is_bold = look.bold and not paragraph.bold
        else:
            # What is bold by its paragraph's style is not marked; files of ours say outright what is.
            self._run_is_bold = bold and (not paragraph.bold or paragraph.is_ours)
        self._run_is_lead = look.lead
        self._run_is_hidden = paragraph.hidden ^ look.hidden if hidden is None else hidden
        self._hold()
        if not self.line.pieces:
            self.line.size = size or look.size

    def unset_look(self) -> None:
        """What comes now has no look of its own."""
        self._run_is_bold, self._run_is_hidden = False, self._paragraph.hidden
        self._run_is_lead = False
        self._hold()
        if not self.line.pieces:
            self.line.size = 0

    @contextmanager
    def within(self, revised: Revision | None = None, fate: Fate | None = None) -> Generator[None]:
        """A change or something else holds for the text; the outermost that takes none decides."""
        outer = self._revision, self._not_taken
        if revised is not None:
            self._revision = outer[0].around(revised)
        self._not_taken = outer[1] or fate
        self.renew()
        yield
        self._revision, self._not_taken = outer
        self.renew()

    @contextmanager
    def apart(self, revised: Revision) -> Generator[None]:
        """A story of its own, such as a text box: the fields around its anchor do not reach in."""
        outer = self.fields, self._revision
        self.fields, self._revision = Fields(self.fields.closed), revised
        self.renew()
        yield
        self.fields, self._revision = outer
        self.renew()

    def renew(self) -> None:
        """Something around the text has begun or ended."""
        revised = self._revision
        query = revised.query or self.remarks.query
        comment = "\n".join(filter(None, (revised.remark, *self.remarks.texts)))
        self._plain, self._bold = Marks(False, query, comment), Marks(True, query, comment)
        self._outer_fate = revised.fate or self._not_taken or self.fields.fate
        self._hold()

    def _hold(self) -> None:
        self._marks = self._bold if self._run_is_bold else self._plain
        self._fate = self._outer_fate or (Fate.HIDDEN if self._run_is_hidden else None)

    def _style(self, name: str) -> RunLook:
        if name not in self._looks:
            self._looks[name] = self._context.styles.run(name)
        return self._looks[name]
