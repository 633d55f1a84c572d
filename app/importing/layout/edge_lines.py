"""The line that a header or footer prints: text and page number, where it stands, how it is set."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.importing.layout.cascade import Cascade, Style
from app.importing.layout.said import Said
from app.importing.word.names import MC, Element, W, child

PAGE = "PAGE"
TOTAL = ("NUMPAGES", "SECTIONPAGES")
TAB = "\t"
_BOX = f"{W}txbxContent"
_ALIGN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}align"
_POSITION = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}positionH"
_SIDES = {"center": "center", "right": "right", "end": "right", "outside": "outside", "inside": "left"}
_DEEPEST = 40


@dataclass(frozen=True, slots=True)
class Token:
    """Text, a tab, or a field whose name is given."""

    text: str
    said: Said
    field: str = ""


@dataclass(frozen=True, slots=True)
class EdgeLine:
    """A paragraph of a header or footer with something in it."""

    tokens: tuple[Token, ...]
    style: Style
    said: Said
    box: str
    """The side that the frame or text box it stands in is set to; empty for one in the page's own line."""

    @property
    def number(self) -> Token | None:
        """The page number; None where it has none."""
        return next((token for token in self.tokens if token.field == PAGE), None)

    @property
    def segments(self) -> list[list[Token]]:
        """What stands between tabs."""
        found: list[list[Token]] = [[]]
        for token in self.tokens:
            if token.text == TAB and not token.field:
                found.append([])
            else:
                found[-1].append(token)
        return found

    def side(self, segment: int) -> str:
        """Where what stands in a segment is: left, center, right or outside."""
        if segment:
            return "center" if segment == 1 else "right"
        if self.box:
            return self.box
        alignment = self.said["jc"].value if "jc" in self.said else ""
        return _SIDES.get(alignment, "left")


def edge_lines(part: Element, cascade: Cascade) -> list[EdgeLine]:
    """The lines of a header's or footer's part in which something is, those in boxes too."""
    found: list[EdgeLine] = []
    for paragraph, box in _paragraphs(part, "", 0):
        style, said = cascade.paragraph(child(paragraph, "pPr"))
        tokens = tuple(_tokens(paragraph, style, cascade))
        if any(token.field or token.text.strip() for token in tokens):
            frame = said["framePr.xAlign"].value if "framePr.xAlign" in said else ""
            found.append(EdgeLine(tokens, style, said, box or _SIDES.get(frame, "")))
    return found


def _paragraphs(element: Element, box: str, depth: int) -> Iterator[tuple[Element, str]]:
    """Paragraphs, those in text boxes with the side to which these are set; what stands there twice once."""
    if depth > _DEEPEST:
        return
    for each in element:
        if each.tag == f"{MC}Fallback":
            continue
        if each.tag == f"{W}p":
            yield each, box
        inner = box
        if (position := next(each.iterchildren(_POSITION), None)) is not None:
            aligned = position.find(_ALIGN)
            inner = _SIDES.get((aligned.text or "") if aligned is not None else "", "left")
        yield from _paragraphs(each, inner, depth + 1)


class _Reading:
    """The fields that are open while a paragraph is read."""

    def __init__(self) -> None:
        self.codes: list[list[str]] = []
        self.results: list[bool] = []

    @property
    def in_code(self) -> bool:
        return bool(self.results) and not self.results[-1]

    @property
    def in_number(self) -> bool:
        return any(_name(code) in (PAGE, *TOTAL) for code in self.codes)


def _tokens(paragraph: Element, style: Style, cascade: Cascade) -> Iterator[Token]:
    reading = _Reading()
    for run in _runs(paragraph, 0):
        if run.tag == f"{W}fldSimple":
            name = _name([run.get(f"{W}instr", "")])
            inner = next(run.iter(f"{W}r"), None)
            said = cascade.run(style, None if inner is None else child(inner, "rPr"))
            text = "".join([each.text or "" for each in run.iter(f"{W}t")])
            yield Token(text, said, name if name in (PAGE, *TOTAL) else "")
        else:
            yield from _of_run(run, cascade.run(style, child(run, "rPr")), reading)


def _of_run(run: Element, said: Said, reading: _Reading) -> Iterator[Token]:
    for node in run:
        if node.tag == f"{W}fldChar":
            yield from _field(node.get(f"{W}fldCharType", ""), said, reading)
        elif node.tag == f"{W}instrText" and reading.codes:
            reading.codes[-1].append(node.text or "")
        elif node.tag == f"{W}t" and not reading.in_code and not reading.in_number:
            yield Token(node.text or "", said)
        elif node.tag in (f"{W}tab", f"{W}ptab"):
            yield Token(TAB, said)
        elif node.tag == f"{W}pgNum":
            yield Token("1", said, PAGE)


def _field(kind: str, said: Said, reading: _Reading) -> Iterator[Token]:
    if kind == "begin":
        reading.codes.append([])
        reading.results.append(False)
    elif reading.codes:
        name = _name(reading.codes[-1])
        if kind == "separate":
            reading.results[-1] = True
        elif kind == "end":
            reading.codes.pop()
            reading.results.pop()
            if name in (PAGE, *TOTAL):
                yield Token("1", said, name)


def _runs(element: Element, depth: int) -> Iterator[Element]:
    if depth > _DEEPEST:
        return
    for each in element:
        if each.tag in (f"{W}r", f"{W}fldSimple"):
            yield each
        elif each.tag not in (f"{W}del", f"{W}moveFrom", f"{W}pPr", _BOX):
            yield from _runs(each, depth + 1)


def _name(code: Sequence[str]) -> str:
    words = "".join(code).split(maxsplit=1)
    return words[0].upper() if words else ""
