"""What the writer chose of a pack becomes own files; every file that is replaced is kept as a version."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from app.core.errors import UsageError
from app.templating.declarations import facts_of
from app.templating.occasion import Slot
from app.templating.occasion_file import occasion_of
from app.templating.own.fields_text import facts_text
from app.templating.own.kinds import FACTS_ID, OwnKind
from app.templating.own.naming import based_on, with_base_file, with_based_on, with_name
from app.templating.own.occasion_text import occasion_text
from app.templating.own.store import OwnStore
from app.templating.packs.brought import Brought, Look, Standing


class Choice(StrEnum):
    """What becomes of one thing: it comes in, in the place of what is here under its ID; beside that; or not at all."""

    TAKE = "收进"
    BESIDE = "另存"
    LEAVE = "不要"


@dataclass(frozen=True, slots=True)
class Taken:
    """The own files that were written, and what the writer should know, in sentences."""

    paths: tuple[Path, ...] = ()
    notes: tuple[str, ...] = ()


def choices_for(item: Brought) -> tuple[Choice, ...]:
    """What can be chosen for a thing, the first of them where nobody chooses."""
    if not item.can_be_taken:
        return (Choice.LEAVE,)
    match item.standing:
        case Standing.NEW:
            found = (Choice.TAKE, Choice.LEAVE)
        case Standing.SAME:
            found = (Choice.LEAVE,)
        case Standing.DIFFERENT if item.kind is OwnKind.FACTS:
            # Templates name facts by their names: two of them would be two questions.
            found = (Choice.LEAVE, Choice.TAKE)
        case Standing.DIFFERENT:
            found = (Choice.BESIDE, Choice.TAKE, Choice.LEAVE)
    return tuple(sorted(found, key=lambda choice: choice is not Choice.LEAVE)) if item.faults else found


def take_in(look: Look, choices: Mapping[tuple[OwnKind, str], Choice], store: OwnStore) -> Taken:
    """Take what was chosen by `Brought.key`; what nobody chose for is taken as `choices_for` says first.

    What is saved beside gets a new ID and a 名称 with that of the pack; what of the pack names it names it anew. Raises
    WriteError; what was written until then stays, and has its versions.
    """
    taking = _Taking(look, store)
    for kind in (OwnKind.FACTS, OwnKind.FIELDS, OwnKind.LAYOUTS, OwnKind.SECTIONS, OwnKind.OCCASIONS):
        chosen = [
            (item, choices.get(item.key, choices_for(item)[0])) for item in look.items if item.kind is kind
        ]
        taking.take([(item, choice) for item, choice in chosen if choice in choices_for(item)])
    return Taken(tuple(taking.paths), tuple(taking.notes))


class _Taking:
    def __init__(self, look: Look, store: OwnStore) -> None:
        self._look, self._store = look, store
        self._ids: dict[tuple[OwnKind, str], str] = {}
        self.paths: list[Path] = []
        self.notes: list[str] = []

    def take(self, chosen: list[tuple[Brought, Choice]]) -> None:
        """Take all things of one kind: new IDs first, for one may name another."""
        wanted = [(item, choice) for item, choice in chosen if choice is not Choice.LEAVE]
        facts = [item for item, _ in wanted if item.fact is not None]
        if facts:
            self._take_facts(facts)
            return
        for item, choice in wanted:
            if choice is Choice.BESIDE:
                self._ids[item.key] = self._new_id(item)
        for item, choice in wanted:
            self._take_file(item, choice is Choice.BESIDE)

    def _new_id(self, item: Brought) -> str:
        number, base = 1, self._store.id_for(item.name, item.kind)
        found = base
        brought = {each.id for each in self._look.items if each.kind is item.kind}
        while found in self._ids.values() or found in brought:
            number += 1
            found = f"{base}_{number}"
        return found

    def _take_facts(self, items: list[Brought]) -> None:
        path = self._store.own_file(OwnKind.FACTS, FACTS_ID)
        former = self._store.read(path) if path else ""
        fields = {field.name: field for field in facts_of(former, f"{FACTS_ID}.toml")}
        fields |= {item.id: item.fact for item in items if item.fact}
        self._written(self._store.write(OwnKind.FACTS, FACTS_ID, facts_text(tuple(fields.values()), former)))

    def _take_file(self, item: Brought, beside: bool) -> None:
        item_id = self._ids.get(item.key, item.id)
        text = item.text
        try:
            if beside:
                text = with_name(text, item.kind, f"{item.name}（{self._look.name}）")
            text = self._with_new_ids(item, text, item_id)
        except UsageError as error:
            # What an occasion says by variant is for its writer to change.
            self.notes.append(f"“{item.name}”里用到的另存过的模板没有改成新的：{error}")
        if item.base is not None:
            self._written(self._store.write_base(item_id, item.base[1], item.base[0]))
        self._written(self._store.write(item.kind, item_id, text))

    def _with_new_ids(self, item: Brought, text: str, item_id: str) -> str:
        """The text with the new IDs of what was saved beside."""
        if item.kind is OwnKind.LAYOUTS:
            if item.base is not None and item_id != item.id:
                text = with_base_file(text, f"{item_id}{item.base[0]}")
            below = based_on(text)
            new = self._ids.get((OwnKind.LAYOUTS, below), below)
            return text if new in (below, item_id) else with_based_on(text, new)
        if item.kind is OwnKind.OCCASIONS and self._ids:
            occasion = occasion_of(text, Path(f"{item_id}.toml"))
            slots = tuple(map(self._with_new_templates, occasion.slots))
            layout = self._ids.get((OwnKind.LAYOUTS, occasion.layout), occasion.layout)
            return occasion_text(replace(occasion, slots=slots, layout=layout), text)
        return text

    def _with_new_templates(self, slot: Slot) -> Slot:
        def new(name: str) -> str:
            return self._ids.get((OwnKind.SECTIONS, name), name)

        return replace(
            slot, templates=tuple(map(new, slot.templates)), field_template=new(slot.field_template)
        )

    def _written(self, path: Path) -> None:
        self.paths.append(path)
