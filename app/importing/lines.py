"""What stands as one line of a speech's body: what glue and frame give, and ladder, series and gaps take."""

from dataclasses import dataclass

from app.importing.pieces import Role


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch `start` to `stop` of a paragraph that stands as one line; `text` is that stretch, never empty.

    `level` is that of a heading which the source itself marks, from 1, None where it marks none. `computed` is
    the number that the source's program prints before the text, which does not hold it; only the first line of
    a paragraph has one. `style` is the name of the Word style. `bold_lead` counts the bold characters at its
    start; `blank_before` the empty lines above. `fixed` is the role that the writer set, None where he set none.
    """

    paragraph: int
    start: int
    stop: int
    text: str
    level: int | None = None
    computed: str = ""
    style: str = ""
    bold_lead: int = 0
    blank_before: int = 0
    fixed: Role | None = None
