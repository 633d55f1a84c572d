"""What becomes of a fact's placeholder that was typed over, once the cursor is elsewhere."""

from collections.abc import Iterator
from dataclasses import replace

from app.core.draft import Bind, Draft
from app.core.place import Place
from app.core.plan import applied
from app.templating.binding import DRAFT, fact_changed
from tests.ui.model.lines import Letter, Sheet
from tests.ui.model.writing import Done


def placeholders_of(draft: Draft, name: str) -> Iterator[tuple[Place, Place, Bind]]:
    """Where placeholders of a fact of the draft stand, and how they print it."""
    for index, block in enumerate(draft.blocks):
        offset = 0
        for run in block.runs:
            start, offset = offset, offset + len(run.text)
            if run.placeholder and run.bind and (run.bind.scope, run.bind.name) == (DRAFT, name):
                yield Place(index, start), Place(index, offset), run.bind


def filled(draft: Draft, start: Place, value: str, bind: Bind) -> Done:
    """The words at a place are the fact's value, there and wherever it is to be filled; of one that has one, an edit."""
    has_value = draft.facts.get(bind.name) is not None
    sheet = Sheet(draft)
    letters = sheet.lines[start.index].letters
    stop = start.offset + len(value)
    words = value if has_value else f"【{bind.name}】"
    marks = replace(letters[start.offset].marks, bind=replace(bind, occurrence=0), placeholder=not has_value)
    letters[start.offset : stop] = [Letter(char, marks, -1) for char in words]
    between = sheet.own()
    if has_value:
        return between, None
    return applied(fact_changed(between, bind.name, value), between), None
