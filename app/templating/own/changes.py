"""What differs between two values, put into the TOML of the first; what is the same keeps its writing."""

from collections.abc import Mapping

from app.core.facts import FactValue
from app.core.markup_values import print_value
from app.files.toml_edit import EditedTable, Names

Putable = FactValue | bool | tuple[int, int] | None


class Changes:
    """Changes of one table. `words` gives the Chinese key of each English one: both are read, Chinese is written."""

    def __init__(self, table: EditedTable, words: Mapping[str, str]) -> None:
        self.table, self._words = table, words

    def names(self, key: str) -> Names:
        """The ways in which a key may be written."""
        return self._words[key], key

    def put(self, key: str, before: Putable, after: Putable, missing: Putable = None) -> None:
        """Set a value where it differs; one that says nothing, or what a `missing` one means, is taken out."""
        if before == after:
            return
        if after is None or after in ("", ()) or (after == missing and type(after) is type(missing)):
            self.table.remove(self.names(key))
        else:
            self.table.put(self.names(key), _source(after))


def _source(value: Putable) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case (int() as least, int() as most):
            return f"[{least}, {most}]"
        case None:
            raise ValueError("nothing to write")
        case _:
            return print_value(value)  # pyright: ignore[reportArgumentType]
