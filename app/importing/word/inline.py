"""What stands within paragraphs: runs, and all that may be between and in them (ECMA-376 part 1, 17.3)."""

import re
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager

from app.core.draft import FORCED_LINE_END
from app.core.kinds import Kind
from app.importing.report import Fate, Item
from app.importing.word import names
from app.importing.word.changes import DELETIONS, INSERTIONS, revision
from app.importing.word.context import Context
from app.importing.word.fields import FIELD_CHARACTER, Field, shown
from app.importing.word.gathering import Gathering
from app.importing.word.names import MATH, MC, Element, W
from app.importing.word.notes import ID
from app.importing.word.objects import BOX, formula
from app.importing.word.symbols import FONT, PLACE, symbol
from app.layouts.word_names import BOOKMARK

Handler = Callable[[Element], None]

_RUN, _TEXT, _LOOK = f"{W}r", f"{W}t", f"{W}rPr"
_FORMULAS = (f"{MATH}oMath", f"{MATH}oMathPara")
_NAME = f"{W}name"
BOOKMARK_END = f"{W}bookmarkEnd"
_BOOKMARK = re.compile(f"{BOOKMARK}([a-z]{{8}})(?:_({'|'.join(Kind)}))?")
"""The bookmarks in which an export wraps the blocks of a draft, with their ids, and kinds where styles tell none."""


class Inline:
    """Reads into a line; wrappers that are not known are read through, so that no text in them is lost."""

    def __init__(self, context: Context) -> None:
        self.gathering = Gathering(context)
        self._context = context
        self.handlers: Mapping[object, Handler | None] = {
            **dict.fromkeys(names.SILENT),
            **{f"{W}{name}": handler for name, handler in self._of_word().items()},
            **dict.fromkeys((*INSERTIONS, *DELETIONS), self._revised),
            FIELD_CHARACTER: self._field_character,
            BOX: self._box,
            BOOKMARK_END: self._bookmark_ends,
            f"{MC}AlternateContent": self._alternatives,
            **dict.fromkeys(_FORMULAS, lambda element: self._leave_out(formula(element))),
        }

    def children(self, element: Element) -> None:
        """What is in an element, in its order."""
        handlers, unknown = self.handlers, self.children
        for child in element:
            tag = child.tag
            if tag == _RUN:
                self._run(child)
            elif (handler := handlers.get(tag, unknown)) is not None:
                handler(child)

    def hint(self, element: Element) -> AbstractContextManager[None]:
        """The text of a content control that nobody has filled in is a hint, and is not taken."""
        is_hint = names.child(element, "sdtPr", "showingPlcHdr") is not None
        return self.gathering.within(fate=Fate.FIELD if is_hint else None)

    def _of_word(self) -> Mapping[str, Handler]:
        def says(text: str) -> Handler:
            return lambda _: self.gathering.add(text)

        def code(element: Element) -> None:
            self.gathering.fields.add_code(element.text or "")

        def refers(kind: str) -> Handler:
            return lambda mark: self._refer(kind, mark)

        return {
            "r": self._run,
            "t": self._text,
            "delText": self._text,
            **dict.fromkeys(("tab", "ptab"), says(" ")),
            **dict.fromkeys(("br", "cr"), says(FORCED_LINE_END)),
            "noBreakHyphen": says("-"),
            "sym": self._symbol,
            "ruby": self._ruby,
            **dict.fromkeys(("instrText", "delInstrText"), code),
            "fldSimple": self._simple_field,
            "sdt": self._content_control,
            "bookmarkStart": self._bookmark,
            "commentRangeStart": self._comment_begins,
            "commentRangeEnd": self._comment_ends,
            "commentReference": refers("comments"),
            "footnoteReference": refers("footnotes"),
            "endnoteReference": refers("endnotes"),
            **dict.fromkeys(("drawing", "pict", "object"), self._object),
            **dict.fromkeys(("p", "tbl"), self._box),
            "subDoc": lambda _: self._leave_out(Item(Fate.OBJECT, "子文档")),
        }

    def _run(self, run: Element) -> None:
        gathering = self.gathering
        looked = False
        for node in run:
            tag = node.tag
            if tag == _TEXT:
                text = node.text
                if text:
                    gathering.add(text)
            elif tag == _LOOK:
                looked = True
                gathering.set_look(node)
            elif (handler := self.handlers.get(tag, self.children)) is not None:
                handler(node)
        if looked:
            gathering.unset_look()

    def _text(self, node: Element) -> None:
        if node.text:
            self.gathering.add(node.text)

    def _symbol(self, node: Element) -> None:
        font, place = node.get(FONT, ""), node.get(PLACE, "")
        text = symbol(font, place)
        if text:
            self.gathering.add(text)
        else:
            self._leave_out(Item(Fate.OBJECT, f"符号 {font} {place}"))

    def _ruby(self, node: Element) -> None:
        """The text, and what stands above it as a remark on it."""
        start = self.gathering.line.length
        above = "".join([each.text or "" for each in node.iterfind(f"{W}rt//{_TEXT}")])
        for base in node.iterchildren(f"{W}rubyBase"):
            self.children(base)
        self.gathering.remark_since(start, above and f"注音：{above}")

    def _field_character(self, mark: Element) -> None:
        ended = self.gathering.fields.character(mark)
        self.gathering.renew()
        found = None if ended is None else shown(ended)
        if found is None:
            return
        self.gathering.add_remarked(found.text, found.remark)
        if found.left_out:
            self._leave_out(Item(Fate.FIELD, found.left_out))

    def _simple_field(self, element: Element) -> None:
        gathering = self.gathering
        gathering.fields.open.append(Field([element.get(f"{W}instr", "")], has_result=True))
        gathering.renew()
        self.children(element)
        gathering.fields.open.pop()
        gathering.renew()

    def _bookmark(self, mark: Element) -> None:
        ours = _BOOKMARK.fullmatch(mark.get(_NAME, ""))
        if ours:
            self.gathering.line.begin_block(mark.get(ID, ""), ours[1], Kind(ours[2]) if ours[2] else None)

    def _bookmark_ends(self, mark: Element) -> None:
        self.gathering.line.end_block(mark.get(ID, ""))

    def _comment_begins(self, mark: Element) -> None:
        self.gathering.remarks.begin(mark.get(ID, ""), self.gathering.line)
        self.gathering.renew()

    def _comment_ends(self, mark: Element) -> None:
        self.gathering.remarks.end(mark.get(ID, ""), self.gathering.line)
        self.gathering.renew()

    def _refer(self, kind: str, mark: Element) -> None:
        if self.gathering.is_taken:
            self.gathering.remarks.refer(kind, mark.get(ID, ""), self.gathering.line)

    def _content_control(self, element: Element) -> None:
        with self.hint(element):
            self.children(element)

    def _revised(self, element: Element) -> None:
        with self.gathering.within(revision(element.tag, self._context.changes)):
            self.children(element)

    def _alternatives(self, element: Element) -> None:
        branch = names.chosen(element)
        if branch is not None:
            self.children(branch)

    def _object(self, element: Element) -> None:
        for found in self._context.objects.contents(element):
            if isinstance(found, Item):
                self._leave_out(found)
            else:
                self._box(found)

    def _box(self, element: Element) -> None:
        self.gathering.line.boxes.append((element, self.gathering.revision))

    def _leave_out(self, item: Item) -> None:
        self._context.left_out.append(item)
