"""What is measured of the templates that come with the program: for their tests and for `tests.templates.report`."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from app.core.draft import Block, Draft
from app.core.facts import FactSheet
from app.core.kinds import Kind, Layer
from app.core.outline import outline
from app.lang.parallelism import load_lead_verbs, parallelism
from app.lang.segmenter import Segmenter
from app.templating import trials
from app.templating.block_checks import expected_length
from app.templating.compose import section_blocks
from app.templating.fields import by_name
from app.templating.library import Library, load_library
from app.templating.occasion import Occasion, Slot
from app.templating.rendering import Renderer
from app.templating.section_checks import used_names
from app.templating.section_template import SectionTemplate
from app.templating.vocabulary import Entry, Vocabulary

HERE = Path(__file__).parent
FOLDER = HERE.parents[1] / "templates"
COPIED = 15
"""So many characters in a row, outside placeholders and set formulas, are a copy and no longer a turn of phrase."""
FIELD_OF_WORK, SPEAKER = "领域", "讲话身份"

Texts = Callable[[], dict[str, list[str]]]

_NOT_PROSE = re.compile(
    r"【[^【】]*】|\{\{.*?\}\}|\{%.*?%\}|\{.*?\}|\[.\]\(=@\w+\)|^[@#+-]+\w*", re.DOTALL | re.MULTILINE
)


@cache
def renderer() -> Renderer:
    """One for all renderings."""
    return Renderer()


@cache
def library() -> Library:
    """The built-in library."""
    return load_library([FOLDER])


@cache
def listed(name: str) -> tuple[str, ...]:
    """The lines of a list beside this module, without comments."""
    lines = (
        line.partition("#")[0].strip() for line in (HERE / name).read_text(encoding="utf-8").splitlines()
    )
    return tuple(filter(None, lines))


@cache
def lead_verbs() -> frozenset[str]:
    """The lexicon by which headings are judged."""
    return load_lead_verbs(HERE.parents[1] / "resources" / "lexicons" / "lead_verbs.txt")


# Texts


def prose(template: SectionTemplate) -> list[str]:
    """The stretches of a template's text that print as they stand."""
    return [part.strip() for part in _NOT_PROSE.sub("\n", template.body).splitlines() if part.strip()]


def own_facts(texts: Iterable[str], segmenter: Segmenter) -> list[str]:
    """The figures and the names of places in texts that are to hold everywhere."""
    places = frozenset(listed("places.txt"))
    return [
        word
        for text in texts
        for word in segmenter.cut(text)
        if word in places or re.search("[0-9０-９]", word)
    ]


def entries(vocabulary: Vocabulary) -> Iterator[Entry]:
    """All entries of a vocabulary."""
    for entry in (*vocabulary.reasons, *vocabulary.tasks, *vocabulary.weak_points, *vocabulary.safeguards):
        yield entry
        yield from entry.points


def words(vocabulary: Vocabulary) -> list[str]:
    """The stretches of a vocabulary's texts that print as they stand."""
    texts = [text for entry in entries(vocabulary) for text in (entry.title, entry.text)]
    return [
        part for text in (*texts, *vocabulary.indicators) for part in re.split("【[^【】]*】", text) if part
    ]


def all_prose() -> dict[str, list[str]]:
    """What prints as it stands, by the name of the file."""
    found = {f"{template.id}.j2": prose(template) for template in library().sections.values()}
    return found | {f"{each.id}.toml": words(each) for each in library().vocabularies.values()}


def all_hints() -> dict[str, list[str]]:
    """写作提示 and 写法 by the name of the file, with the 提示 of the occasions' slots."""
    found = {f"{each.id}.j2": [each.hint, each.approach] for each in library().sections.values()}
    for occasion in library().occasions.values():
        slots = (slot for form in occasion.forms() for slot in form.slots)
        found[f"{occasion.id}.toml"] = list(dict.fromkeys(slot.hint for slot in slots))
    return found


def collisions(texts: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str, str]]:
    """Pairs of files and the whole stretch that both have, where it is as long as a copy."""
    formulas = re.compile("|".join(map(re.escape, sorted(listed("formulas.txt"), key=len, reverse=True))))
    seen: dict[str, str] = {}
    found: dict[tuple[str, str], list[str]] = {}
    for name, parts in texts.items():
        pieces = [piece for part in parts for piece in formulas.sub("\n", part).split("\n")]
        for piece in pieces:
            for at in range(len(piece) - COPIED + 1):
                window = piece[at : at + COPIED]
                other = seen.get(window, name)
                if other != name:
                    _extend(found.setdefault((other, name), []), window)
        for piece in pieces:
            for at in range(len(piece) - COPIED + 1):
                seen.setdefault(piece[at : at + COPIED], name)
    yield from ((*pair, text) for pair, texts_ in found.items() for text in texts_)


def _extend(stretches: list[str], window: str) -> None:
    """Add the window to the stretch that it goes on, else as a new one."""
    if stretches and stretches[-1].endswith(window[:-1]):
        stretches[-1] += window[-1]
    elif window not in stretches:
        stretches.append(window)


def empty_phrases(texts: Iterable[str]) -> list[str]:
    """The empty phrases in texts, in their order."""
    pattern = re.compile("|".join(listed("empty_phrases.txt")))
    return [match.group() for text in texts for match in pattern.finditer(text)]


def wrong_words(texts: Iterable[str]) -> list[str]:
    """The wrong words in texts, each with what is right."""
    pairs = [line.split(" → ") for line in listed("wrong_words.txt")]
    return [f"{wrong}（应为{right}）" for text in texts for wrong, right in pairs if wrong in text]


# Renderings


@dataclass(frozen=True, slots=True)
class Case:
    """One set of facts; `filled` whether the sections' own fields are given too."""

    name: str
    facts: FactSheet
    filled: bool = True


def cases(occasion: Occasion | None = None) -> list[Case]:
    """Examples, nothing, and the examples with every choice of field of work and speaker; of an occasion those it asks."""
    facts = library().facts
    full = trials.examples(facts)
    found = [Case("填全", full), Case("不填", trials.nothing(facts), filled=False)]
    for name in (FIELD_OF_WORK, SPEAKER):
        if occasion is None or name in occasion.facts:
            found += [
                Case(f"{name}＝{choice}", full.with_value(name, choice)) for choice in facts[name].choices
            ]
    return found


def in_variant(case: Case, occasion: Occasion, form: Occasion) -> Case:
    """The case with the facts that ask for that variant."""
    facts = case.facts.with_value(occasion.variant_fact, form.variant) if form.variant else case.facts
    return Case(case.name, facts, case.filled)


def rendered(template: SectionTemplate, case: Case) -> tuple[Block, ...]:
    """The blocks of a template in a case."""
    own = by_name(template.fields)
    fields = trials.examples(own) if case.filled else trials.nothing(own)
    return section_blocks(library(), renderer(), template.id, case.facts, fields)


def own_cases(template: SectionTemplate) -> list[Case]:
    """The cases in which a template may print something else."""
    used = used_names(template.body)
    return [case for case in cases() if "＝" not in case.name or case.name.partition("＝")[0] in used]


class Lengths:
    """字 of sections with placeholders counted at their stated length; each rendered once."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], int] = {}

    def of(self, template: SectionTemplate, case: Case) -> int:
        """字 of a template's section in a case."""
        key = template.id, f"{case.name}{case.facts}"
        if key not in self._known:
            self._known[key] = expected_length(rendered(template, case))
        return self._known[key]

    def draft(self, form: Occasion, case: Case, exchanged: Mapping[str, str] | None = None) -> "DraftLength":
        """The length of the draft of the first templates, but for those exchanged by slot id."""
        chosen = {
            slot.id: (exchanged or {}).get(slot.id, slot.templates[0])
            for slot in form.slots
            if slot.templates
        }
        sections = library().sections
        return DraftLength(
            tuple(
                (slot, self.of(sections[chosen[slot.id]], case)) for slot in form.slots if slot.id in chosen
            )
        )


@dataclass(frozen=True, slots=True)
class DraftLength:
    """字 of each slot of a draft."""

    slots: tuple[tuple[Slot, int], ...]

    @property
    def total(self) -> int:
        """字 of all, without the head."""
        return sum(length for _, length in self.slots)

    def share(self, slot_id: str) -> float:
        """The percent that a slot takes."""
        return 100 * sum(length for slot, length in self.slots if slot.id == slot_id) / max(1, self.total)

    def layer(self, layer: Layer) -> float:
        """The percent that a layer takes."""
        return 100 * sum(length for slot, length in self.slots if slot.layer is layer) / max(1, self.total)


# Headings


def groups(blocks: tuple[Block, ...]) -> list[list[str]]:
    """Sibling headings and points below each heading; what the writer fills in is his affair."""
    found: dict[tuple[int, Kind | None], list[str]] = {}
    parents: list[tuple[int, int]] = []
    for node in outline(Draft(blocks=blocks)):
        while parents and parents[-1][0] >= node.rank:
            parents.pop()
        own_words = not any(run.bind or run.placeholder for run in blocks[node.start].runs[:1])
        if node.kind is not None and own_words:
            found.setdefault((parents[-1][1] if parents else -1, node.kind), []).append(node.text)
        parents.append((node.rank, node.start))
    return [texts for texts in found.values() if len(texts) > 1]


def vocabulary_groups(vocabulary: Vocabulary) -> list[list[str]]:
    """The groups of titles that stand side by side when they are printed."""
    lists = (
        vocabulary.reasons,
        vocabulary.tasks,
        vocabulary.weak_points,
        vocabulary.safeguards,
        *(task.points for task in vocabulary.tasks),
    )
    return [[entry.title for entry in entries_] for entries_ in lists if len(entries_) > 1]


def worst_group(found: Iterable[list[str]], segmenter: Segmenter) -> tuple[int, list[str]] | None:
    """The least score of the groups with its texts, None where there is no group."""
    scores = [(parallelism(texts, segmenter, lead_verbs()).score, texts) for texts in found]
    return min(scores, default=None)


def leads(template: SectionTemplate, segmenter: Segmenter) -> tuple[str, ...]:
    """The lead verbs of the headings of a template, else of its points; empty where it has none."""
    blocks = rendered(template, cases()[0])
    for kinds in ((Kind.H1, Kind.H2), (Kind.POINT,)):
        texts = [block.text for block in blocks if block.kind in kinds and not block.runs[0].bind]
        verbs = tuple(filter(None, (_lead(text, segmenter) for text in texts)))
        if verbs:
            return verbs
    return ()


def _lead(text: str, segmenter: Segmenter) -> str:
    known = next((text[:size] for size in (4, 3, 2, 1) if text[:size] in lead_verbs()), "")
    if known:
        return known
    word, tag = segmenter.tag(text[:12])[0]
    return word if tag.startswith("v") else ""


def same_leads(slot: Slot, segmenter: Segmenter) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Pairs of templates to choose from for a slot of whose lead verbs more than half are the same."""
    templates = library().choices(slot)
    verbs = {template.id: leads(template, segmenter) for template in templates}
    for at, first in enumerate(templates):
        for second in templates[at + 1 :]:
            a, b = verbs[first.id], verbs[second.id]
            shared = [verb for verb in dict.fromkeys(a) if verb in b]
            if 2 * len(shared) > min(len(set(a)), len(set(b))):
                yield first.id, second.id, tuple(shared)
