"""What all readers of one Word file share."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.importing.report import Item
from app.importing.word.changes import Changes
from app.importing.word.fields import ClosedFields
from app.importing.word.notes import Notes
from app.importing.word.numbering import NumberedList
from app.importing.word.objects import ObjectReader
from app.importing.word.package import WordPackage
from app.importing.word.styles import Styles


@dataclass(frozen=True, slots=True)
class Context:
    """The file, the choice of the writer, and what has been left out so far."""

    package: WordPackage
    changes: Changes
    styles: Styles
    lists: Mapping[str, NumberedList]
    notes: Notes
    objects: ObjectReader
    closed_fields: ClosedFields = field(default_factory=ClosedFields)
    chunks: set[str] = field(default_factory=set[str])
    """Members that were taken in whole."""
    left_out: list[Item] = field(default_factory=list[Item])
