"""An occasion as the text of its file."""

from collections.abc import Sequence
from dataclasses import replace

from app.core.errors import ReadError, UsageError
from app.files.toml_edit import EditedTable, EditedToml, new_listed
from app.templating.file_text import LIMITS
from app.templating.occasion import LAST, Occasion, Slot
from app.templating.occasion_file import OCCASION_WORDS, SLOT_WORDS, occasion_of
from app.templating.own.changes import Changes, Putable

_DEFAULT_LAYOUT = "gb9704"


def occasion_text(occasion: Occasion, former: str = "") -> str:
    """The text of the file of an occasion; its `id`, `head_line` and `built_in` say nothing.

    `former` is the text that it was made from: what is the same stays as it was written there, with its comments and
    in its order. Of an occasion with variants, what the text says by variant can only be changed in the text. Raises
    UsageError where something of that differs, ReadError where `former` cannot be read.
    """
    occasion = _stripped(occasion)
    text = _changed(occasion, former)
    try:
        read = occasion_of(text, occasion.path)
    except ReadError:
        return text  # it is what was given that does not fit: whoever validates is told
    if not former or _same(read, occasion):
        return text
    if occasion.variants:
        raise UsageError(f"“{occasion.name}”分变体，这样改不了。", "在文字里改：每个变体各写各的。")
    return occasion_text(occasion)


def _changed(after: Occasion, former: str) -> str:
    before = occasion_of(former, after.path) if former else None
    toml = EditedToml(former, after.path.name, LIMITS)
    put = _ByVariant(toml, OCCASION_WORDS)
    put.put("name", before and before.name, after.name)
    put.put("description", before and before.description, after.description)
    put.put("facts", before and before.facts, after.facts)
    put.put("length", before and before.length, after.length)
    put.put("minutes", before and before.minutes, after.minutes)
    put.put("order", before.order if before else LAST, after.order, missing=LAST)
    put.put("layout", before.layout if before else _DEFAULT_LAYOUT, after.layout, missing=_DEFAULT_LAYOUT)
    put.put("avoid", before and before.avoid, after.avoid)
    put.put("head", before and before.head, after.head)
    slots = before.slots if before else ()
    if slots != after.slots:
        _put_slots(toml, put.names("slots"), slots, after.slots)
    return str(toml).lstrip("\n")


def _put_slots(
    toml: EditedToml, names: tuple[str, ...], before: Sequence[Slot], after: Sequence[Slot]
) -> None:
    known = {slot.id: slot for slot in before}
    listed = toml.listed(names)
    wanted: list[EditedTable] = []
    for slot in after:
        # One that differs between variants may stand there more than once.
        tables = [each for each in listed if each.value(("id",)) == slot.id] or [new_listed()]
        for table in tables:
            _put_slot(_ByVariant(table, SLOT_WORDS, len(tables) > 1), known.get(slot.id), slot)
        wanted += tables
    toml.put_listed(names, wanted)


def _put_slot(put: "_ByVariant", before: Slot | None, after: Slot) -> None:
    put.put("id", before and before.id, after.id)
    put.put("name", before and before.name, after.name)
    put.put("layer", before and before.layer, after.layer)
    put.put("share", before.share if before else 0, after.share, missing=0)
    put.put("required", before.required if before else True, after.required, missing=True)
    put.put("hint", before.hint if before else "", after.hint)
    put.put("templates", before and before.templates, after.templates)
    put.put("field_template", before.field_template if before else "", after.field_template)


class _ByVariant(Changes):
    """Changes of a table whose values may be written by variant, which are not for here."""

    def __init__(self, table: EditedTable, words: dict[str, str], is_one_of_several: bool = False) -> None:
        super().__init__(table, words)
        self._words_of, self._is_one_of_several = words, is_one_of_several

    def put(self, key: str, before: Putable, after: Putable, missing: Putable = None) -> None:
        """As `Changes.put`. Raises UsageError where the text says it by variant."""
        by_variant = self._is_one_of_several or isinstance(self.table.value(self.names(key)), dict)
        if before != after and by_variant:
            what = f"“{self._words_of[key]}”分变体写，这里改不了。"
            raise UsageError(what, "在文字里改：每个变体各写各的。")
        super().put(key, before, after, missing)


def _same(read: Occasion, meant: Occasion) -> bool:
    return replace(
        read, id=meant.id, head_line=meant.head_line, built_in=meant.built_in, variants=meant.variants
    ) == replace(meant, variants=meant.variants)


def _stripped(occasion: Occasion) -> Occasion:
    return replace(
        occasion,
        name=occasion.name.strip(),
        description=occasion.description.strip(),
        head=occasion.head.strip(),
        slots=tuple(replace(slot, name=slot.name.strip(), hint=slot.hint.strip()) for slot in occasion.slots),
    )
