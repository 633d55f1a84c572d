"""What in a passage changes from one speech to the next, and what is proposed to become of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from app.core.computed import SCOPE
from app.core.draft import Bind, Run
from app.core.facts import FactValue, Person
from app.lang.entities import entities
from app.lang.mentions import Mention, Mentioned, mentions
from app.lang.segmenter import Segmenter
from app.templating.binding import DRAFT, is_live
from app.templating.declarations import is_field_name
from app.templating.fields import Field, FieldType, by_name, type_of
from app.templating.generalise.known import Known, known_texts, occurrences
from app.templating.generalise.naming import apart, field_name
from app.templating.generalise.passage import Passage
from app.templating.generalise.pieces import pieces, plain_stretches, portions
from app.templating.generalise.proposal import Becomes, Proposal, Spot
from app.templating.generalise.readings import Reading, read

MOST = 300
"""Values that are looked for at the most: nobody looks through more, and what is not found stays as it is."""
_MEETING, _DAY = "会议名称", "会议日期"
_FILLED_IN_WHILE_WRITING = (Mentioned.QUANTITY, Mentioned.TIME)


def proposals(
    passage: Passage, facts: Mapping[str, Field], segmenter: Segmenter, today: date
) -> tuple[Proposal, ...]:
    """A proposal for each value that the passage says, in the order of reading; their spots never meet.

    `facts` are those that are declared, `today` gives the year of a date that is written without one.
    """
    return _Proposing(passage, facts, segmenter, today).all()


@dataclass(slots=True)
class _Seen:
    """One value that was mentioned, with where, and what surrounds the first mention."""

    mention: Mention
    reading: Reading
    text: str
    around: str
    at: int
    spots: list[Spot] = field(default_factory=list[Spot])


class _Proposing:
    """The proposals of one passage: runs that are bound, then what facts say, then what is found by its form."""

    def __init__(
        self, passage: Passage, facts: Mapping[str, Field], segmenter: Segmenter, today: date
    ) -> None:
        self._passage, self._facts, self._segmenter, self._today = passage, facts, segmenter, today
        self._found: dict[object, Proposal] = {}
        self._taken: list[list[tuple[int, int]]] = [[] for _ in passage.blocks]

    def all(self) -> tuple[Proposal, ...]:
        for index, block in enumerate(self._passage.blocks):
            for piece in pieces(block):
                if piece.run.bind is not None and piece.run.bind.scope != SCOPE:
                    key, proposal = self._of_run(piece.run, piece.run.bind)
                    # What was edited is text, which no form prints.
                    form = "" if proposal.becomes is Becomes.STAYS else piece.run.bind.form
                    self._add(key, proposal, Spot(index, piece.start, piece.stop, form))
        for text, known in known_texts(self._passage, self._facts).items():
            for spot in self._says(text):
                self._add(
                    ("known", known.name, text), self._of_fact(text, known), replace(spot, form=known.form)
                )
        for seen in self._mentioned():
            proposal = self._of_mention(seen)
            self._found[("seen", seen.text, proposal.name)] = replace(proposal, spots=tuple(seen.spots))
        return tuple(
            sorted(self._found.values(), key=lambda each: (each.spots[0].index, each.spots[0].start))
        )

    def _add(self, key: object, proposal: Proposal, spot: Spot) -> None:
        known = self._found.get(key, proposal)
        self._found[key] = replace(known, spots=(*known.spots, spot))

    # What is bound

    def _of_run(self, run: Run, bind: Bind) -> tuple[object, Proposal]:
        is_fact = bind.scope == DRAFT
        value = (self._passage.facts if is_fact else self._passage.values).get(bind.name)
        declared = (self._facts if is_fact else by_name(self._passage.fields)).get(bind.name)
        if not is_live(run, value) or not is_field_name(bind.name):
            kept = Proposal(
                "改过的", run.text, (), run.text, FieldType.TEXT, Becomes.STAYS, self._free(bind.name),
                f"原来跟着“{bind.name}”，后来手工改过",
            )  # fmt: skip
            return ("edited", bind.scope, bind.name, run.text), kept
        kind = declared.type if declared else FieldType.TEXT if value is None else type_of(value)
        becomes = Becomes.FACT if is_fact and declared else Becomes.FIELD
        reason = f"稿子里就跟着事实“{bind.name}”" if is_fact else "这一节原来就有的字段"
        made = Proposal(
            kind.value, run.text, (), value, kind, becomes, bind.name, reason,
            declared=None if is_fact else declared,
        )  # fmt: skip
        return ("bound", bind.scope, bind.name), made

    def _free(self, name: str) -> str:
        taken = {*self._facts, *(field.name for field in self._passage.fields)}
        return apart(name if is_field_name(name) else "字段", taken)

    # What facts say

    def _says(self, text: str) -> Iterator[Spot]:
        for index, block in enumerate(self._passage.blocks):
            taken = self._taken[index]
            for start, plain in list(plain_stretches(block, taken)):
                for at in occurrences(plain, text):
                    taken.append((start + at, start + at + len(text)))
                    yield Spot(index, start + at, start + at + len(text))

    def _of_fact(self, text: str, known: Known) -> Proposal:
        declared = self._facts[known.name]
        return Proposal(
            declared.type.value, text, (), self._passage.given.get(known.name), declared.type, Becomes.FACT,
            known.name, f"与事实“{known.name}”写的一样", names=known.others,
        )  # fmt: skip

    # What is found by its form

    def _mentioned(self) -> list[_Seen]:
        seen: dict[object, _Seen] = {}
        for index, block in enumerate(self._passage.blocks):
            taken = self._taken[index]
            for find in (mentions, self._entities):
                stretches = [
                    each for at, text in plain_stretches(block, taken) for each in portions(text, at)
                ]
                for start, plain in stretches:
                    for mention in find(plain):
                        taken.append((start + mention.start, start + mention.stop))
                        self._see(seen, index, start, plain, mention)
            if len(seen) > MOST:
                break
        return list(seen.values())[:MOST]

    def _entities(self, text: str) -> tuple[Mention, ...]:
        return entities(text, self._segmenter)

    def _see(self, seen: dict[object, _Seen], index: int, start: int, plain: str, mention: Mention) -> None:
        text = plain[mention.start : mention.stop]
        reading = read(text, mention, self._passage.given, self._today)
        spot = Spot(index, start + mention.start, start + mention.stop, reading.form, mention.scale)
        key = (mention.what, _same(reading.value))
        known = seen.setdefault(key, _Seen(mention, reading, text, plain, mention.start))
        if isinstance(reading.value, Person) and isinstance(known.reading.value, Person):
            if not known.reading.value.post and not known.spots:
                spot = replace(spot, form="姓名")
            elif reading.value != known.reading.value:
                spot = replace(spot, start=spot.start + len(mention.post), form="姓名")
        known.spots.append(spot)

    def _of_mention(self, seen: _Seen) -> Proposal:
        what, count = seen.mention.what, len(seen.spots)
        fact = self._fact_meant(seen)
        if fact:
            made = Becomes.FACT, fact, f"就是这次的{what.value}"
        else:
            named = field_name(seen.text, seen.mention, seen.around, seen.at, self._segmenter)
            name = apart(named, [*self._facts, *(each.name for each in self._found.values())])
            if count > 1:
                made = Becomes.FIELD, name, f"{what.value}，不止一处，填一次处处都改"
            elif what in _FILLED_IN_WHILE_WRITING:
                made = Becomes.PLACEHOLDER, name, f"{what.value}，每次不同，写稿时填"
            else:
                made = Becomes.FIELD, name, f"像是{what.value}，下一次多半不同"
        becomes, name, reason = made
        return Proposal(
            what.value, seen.text, (), seen.reading.value, seen.reading.type, becomes, name, reason
        )  # fmt: skip

    def _fact_meant(self, seen: _Seen) -> str:
        """The fact that the draft does not give but that this is: the meeting or day that its head names."""
        candidates = {
            Mentioned.MEETING: (_MEETING, seen.text in self._passage.title),
            Mentioned.DATE: (_DAY, bool(self._passage.date) and seen.text in self._passage.date),
        }
        name, is_meant = candidates.get(seen.mention.what, ("", False))
        declared = self._facts.get(name)
        fits = declared is not None and declared.type is seen.reading.type
        return name if is_meant and fits and name not in self._passage.given else ""


def _same(value: FactValue) -> object:
    """By what mentions are the same: a person by the name."""
    return value.name if isinstance(value, Person) else value
