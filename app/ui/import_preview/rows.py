"""The rows of the list of pieces, as values."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.core.draft import FORCED_LINE_END
from app.importing.paragraphs import Paragraph
from app.importing.pieces import Fixed, Piece, Place
from app.importing.report import Fate
from app.ui.import_preview.roles import name_of

DOUBTFUL_BELOW = 0.7
"""Of a piece less sure than that the writer is asked."""
CHOSEN = "这是你定的"

Key = tuple[int, int, int, int]
"""What a row keeps while its piece is cut in the same way: paragraph, start, stop, which of several inserted there."""


@dataclass(frozen=True, slots=True)
class Row:
    """A piece as it is shown. `place` is where it begins in the source, as corrections name it.

    `number` is what the source prints before `text`; `at` says where it stands (第 12 行); `line` is the
    figure at the edge, empty where a paragraph only goes on. `chosen` says that the writer set its role.
    """

    key: Key
    place: Place
    piece: Piece
    number: str
    text: str
    at: str
    line: str
    chosen: bool = False

    @property
    def doubtful(self) -> bool:
        """Whether the writer should look at it."""
        return not self.chosen and self.piece.confidence < DOUBTFUL_BELOW

    @property
    def left_out(self) -> bool:
        """Whether it will not be in the draft."""
        return isinstance(self.piece.role, Fate)

    @property
    def inserted(self) -> bool:
        """Whether the source does not have it; its role then is no question."""
        return bool(self.piece.inserted)

    @property
    def role_name(self) -> str:
        """What it is."""
        return name_of(self.piece.role)

    @property
    def sureness(self) -> str:
        """How sure it is, and why, for the writer."""
        if self.chosen:
            return CHOSEN
        sure = "拿不准" if self.doubtful else "有把握" if self.piece.confidence >= 0.9 else "大致有把握"
        return f"{sure}：{self.piece.reason}" if self.piece.reason else sure

    def offset_of(self, position: int) -> int | None:
        """Where in the paragraph a position between `number` and `text` as shown is; None where nothing can be cut."""
        computed = len(self.number) - self.piece.number
        if self.inserted or not computed < position < len(self.number) + len(self.text):
            return None
        return self.piece.start + position - computed

    @property
    def in_words(self) -> str:
        """What a screen reader says of it."""
        said = [self.at, self.role_name, f"{self.number}{self.text}", self.sureness]
        return "，".join([*said, "不进稿子"] if self.left_out else said)


def rows_of(
    paragraphs: Sequence[Paragraph],
    pieces: Sequence[Piece],
    places: Sequence[Place],
    first: int,
    fixed: Fixed,
) -> tuple[Row, ...]:
    """Rows of the pieces of these paragraphs, the first of which is the paragraph `first` of the source.

    `places` has for each piece where it begins in the source.
    """
    rows: list[Row] = []
    seen: set[Key] = set()
    for piece, place in zip(pieces, places, strict=True):
        key = first + piece.paragraph, piece.start, piece.stop, 0
        while key in seen:
            key = *key[:3], key[3] + 1
        seen.add(key)
        rows.append(_row(paragraphs[piece.paragraph], piece, key, place, fixed))
    return tuple(rows)


def _row(paragraph: Paragraph, piece: Piece, key: Key, place: Place, fixed: Fixed) -> Row:
    begins = piece.start == 0 and not piece.inserted
    line = place[0] + 1 if paragraph.line is None else paragraph.line
    typed = paragraph.text[piece.start : piece.start + piece.number]
    text = piece.inserted or paragraph.text[piece.start + piece.number : piece.stop]
    return Row(
        key=key,
        place=place,
        piece=piece,
        number=(paragraph.number if begins else "") + typed,
        text=text.replace(FORCED_LINE_END, " ").rstrip(),
        at=f"第 {line} {'段' if paragraph.line is None else '行'}",
        line=str(line) if begins else "",
        chosen=place in fixed and not piece.inserted,
    )
