"""What lies around the body of a speech: residue, remarks, contents, head, ending. The whole document decides."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app.core.kinds import HEAD_KINDS, Kind
from app.core.spellings import typed_number
from app.importing.contents import ContentsFinder, is_contents_word
from app.importing.ending import cue, ending
from app.importing.head import Head, ends_head
from app.importing.head_words import has_genre, is_bare_date
from app.importing.lines import Line
from app.importing.missing import ContentsEntry
from app.importing.paragraphs import Paragraph
from app.importing.report import Fate
from app.importing.residue import answer, is_last_word, is_related, residue, residue_at_edge
from app.importing.said import Said
from app.importing.salutation import salutation_length

_HEAD_LINES = 60
"""A head is never longer, with all that a page puts around it."""
_PAGES = 3
"""A line that stands on this many pages is no line of the speech."""
_FIXED = Said(Kind.BODY, 1.0, "由您指定")
_OUTSIDE = frozenset({*HEAD_KINDS, Kind.CLOSING, Kind.SIGNOFF, Kind.CUE, *Fate})


@dataclass(frozen=True, slots=True)
class Framed:
    """What is said of lines by their index; lines of the body are not in it. And the headings of the contents."""

    said: Mapping[int, Said]
    contents: tuple[ContentsEntry, ...]


def framed(lines: Sequence[Line], paragraphs: Sequence[Paragraph]) -> Framed:
    """Tells the lines around the body from those of the body."""
    return _Frame(lines, paragraphs).framed()


@dataclass(slots=True)
class _Opening:
    """How far the head was read: the lines that may be of it, the salutation, the first line of the body."""

    head: list[int] = field(default_factory=list)
    salutation: list[int] = field(default_factory=list)
    body: int = 0


class _Frame:
    def __init__(self, lines: Sequence[Line], paragraphs: Sequence[Paragraph]) -> None:
        self._lines = lines
        self._paragraphs = paragraphs
        self._said: dict[int, Said] = {}
        self._entries: list[ContentsEntry] = []
        self._finder = ContentsFinder(lines)
        self._salutation_fixed = any(line.fixed is Kind.SALUTATION for line in lines)
        self._fixed_head = max((at for at, line in enumerate(lines) if line.fixed in HEAD_KINDS), default=-1)

    def framed(self) -> Framed:
        for at, line in enumerate(self._lines):
            found = self._given(line) or (residue(line.text) if line.fixed is None else None)
            # A Word file is no page: within it the source of a picture is the writer's own line.
            if found is not None and not (line.style and found.role is Fate.RESIDUE):
                self._said[at] = found
        self._page_heads()
        opening = self._opening()
        self._read_head(opening)
        self._read_ending(opening.body)
        return Framed(self._said, tuple(self._entries))

    def _page_heads(self) -> None:
        """A short line that comes again and again beside the numbers of pages stood at their heads."""
        pages = {at for at, said in self._said.items() if said.role is Fate.PAGE}
        beside = sorted(
            {near for at in pages for near in (at - 1, at + 1) if 0 <= near < len(self._lines)} - pages
        )
        often = Counter(self._lines[at].text for at in beside if _is_short(self._lines[at]))
        for at in beside:
            if often[self._lines[at].text] >= _PAGES and self._lines[at].fixed is None:
                self._said[at] = Said(Fate.PAGE, 0.85, "每页都有的同一行，像页眉")

    def _given(self, line: Line) -> Said | None:
        if line.fixed is None or line.fixed not in _OUTSIDE:
            return None
        return _FIXED._replace(role=line.fixed)

    def _opening(self) -> _Opening:
        """Reads from the first line to the first of the body, and marks what is not of the speech on the way."""
        opening = _Opening()
        at = 0
        while at < len(self._lines):
            said = self._said.get(at)
            if said is not None:
                if said.role is Kind.SALUTATION:
                    opening.salutation.append(at)
                elif said.role in HEAD_KINDS:
                    opening.head.append(at)
                at += 1
                continue
            if opening.salutation and not (self._more_salutation(at) or at < self._fixed_head):
                break
            stop = self._contents(at)
            if stop > at:
                at = stop
                continue
            if not self._takes(at, opening):
                break
            at += 1
        opening.body = at
        self._give_back(opening)
        return opening

    def _more_salutation(self, at: int) -> bool:
        return salutation_length(self._lines[at].text) == len(self._lines[at].text)

    def _contents(self, at: int) -> int:
        """The line after contents that begin here, which are marked; the same line where none do."""
        line = self._lines[at]
        if line.fixed is not None or not (typed_number(line.text) or is_contents_word(line.text)):
            return at
        found = self._finder.at(at)
        if found is None:
            return at
        self._entries += found.entries
        for each in range(found.start, found.stop):
            self._said.setdefault(each, Said(Fate.CONTENTS, 0.9, "正文之前的目录"))
        return found.stop

    def _takes(self, at: int, opening: _Opening) -> bool:
        """Whether a line stands before the body, where it is put down."""
        line = self._lines[at]
        text = line.text
        if line.fixed is not None:
            return at < self._fixed_head
        if salutation_length(text) == len(text):
            return self._salutes(at, opening)
        found = answer(text)
        if found is not None and opening.head and found.confidence < 0.9:
            # 「以下是……稿」 below a title may be how a speech begins, 「好的，……您……」 never is.
            found = None
        if found := found or residue_at_edge(text):
            self._said[at] = found
            return True
        if at < self._fixed_head:
            opening.head.append(at)
            return True
        if len(opening.head) >= _HEAD_LINES or ends_head(line) or self._heads_body(at, opening):
            return False
        opening.head.append(at)
        return True

    def _salutes(self, at: int, opening: _Opening) -> bool:
        text = self._lines[at].text
        if self._salutation_fixed and not opening.salutation:
            opening.head.append(at)
            return True
        sure = 0.98 if text[-1] in "：:" else 0.9 if text[-1] in "！!" else 0.7
        self._said[at] = Said(Kind.SALUTATION, sure if not opening.salutation else 0.8, "称谓的写法")
        opening.salutation.append(at)
        return True

    def _heads_body(self, at: int, opening: _Opening) -> bool:
        """Whether a line begins the body: a heading by its number or its level, or a short sentence."""
        line = self._lines[at]
        if typed_number(line.text) is not None or line.computed:
            return True
        if line.text[-1] in "。！？" and not has_genre(line.text):
            return not self._saluted_soon(at)
        return (
            line.level is not None
            and bool(opening.head)
            and not has_genre(line.text)
            and not self._saluted_soon(at)
        )

    def _saluted_soon(self, at: int) -> bool:
        for line in self._lines[at + 1 : at + 12]:
            if salutation_length(line.text) == len(line.text):
                return True
            if ends_head(line) or typed_number(line.text):
                return False
        return False

    def _give_back(self, opening: _Opening) -> None:
        """Where there is neither salutation nor body, short lines are text but for those that are surely a head."""
        if opening.body < len(self._lines) or opening.salutation or not opening.head:
            return
        strong = [at for at in opening.head if has_genre(self._lines[at].text) or self._lines[at].fixed]
        last = max((at for at in strong if at <= opening.head[0] + 10), default=opening.head[0] - 1)
        opening.body = last + 1
        opening.head = [at for at in opening.head if at <= last]

    def _read_head(self, opening: _Opening) -> None:
        given = {at: self._said[at] for at in opening.head if at in self._said}
        self._site_dates([at for at in opening.head if at not in given])
        at = [each for each in opening.head if each in given or each not in self._said]
        head = Head(self._lines, self._paragraphs, at, bool(opening.salutation))
        self._said |= head.said(given, titled=not self._has_sisters(opening.body))

    def _has_sisters(self, body: int) -> bool:
        """Whether short lines without number head the parts of the body, so that one at the top may be the first."""
        return any(
            _is_short(self._lines[at]) and ends_head(self._lines[at + 1])
            for at in range(body, len(self._lines) - 1)
            if at not in self._said
        )

    def _site_dates(self, at: Sequence[int]) -> None:
        """2026-03-12 beside the page's own lines is when the page was made."""
        for each in at:
            beside = (self._said.get(each - 1), self._said.get(each + 1))
            if is_bare_date(self._lines[each].text) and any(
                said and said.role is Fate.RESIDUE for said in beside
            ):
                self._said[each] = Said(Fate.RESIDUE, 0.7, "网页的发布日期")

    def _read_ending(self, start: int) -> None:
        self._after_last_word(start)
        rest = [
            at
            for at in range(start, len(self._lines))
            if at not in self._said and self._lines[at].fixed is None
        ]
        for at in rest:
            if found := cue(self._lines[at].text):
                self._said[at] = found
        self._said |= ending(self._lines, [at for at in rest if at not in self._said])

    def _after_last_word(self, start: int) -> None:
        """After a page's own notice of rights, and after its list of other pages, nothing of the speech comes."""
        last_sentence = max(
            (at for at in range(start, len(self._lines)) if _is_text(self._lines[at].text)), default=start
        )
        for at in range(start + 1, len(self._lines)):
            text = self._lines[at].text
            if is_last_word(text) or (at > last_sentence and is_related(text)):
                for each in range(at, len(self._lines)):
                    if self._lines[each].fixed is None:
                        self._said[each] = Said(Fate.RESIDUE, 0.9, "网页的声明或相关链接，及其后的文字")
                return


def _is_short(line: Line) -> bool:
    text = line.text
    return len(text) <= 25 and text[-1].isalnum() and typed_number(text) is None


def _is_text(text: str) -> bool:
    return len(text) > 50 or text[-1] in "。！？"
