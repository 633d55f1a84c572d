"""How each kind of block looks in a sample: by the paragraphs that are of it, else by a style that is called so."""

from collections.abc import Iterable, Mapping, Sequence

from app.core.kinds import HEADINGS
from app.importing.layout.cascade import Cascade
from app.importing.layout.findings import Evidence, Place, beginning
from app.importing.layout.looks import LEAD, Look, Looks, Measure, latin_in
from app.importing.layout.parts import ROLE_NAMES, Part, named_role
from app.importing.layout.story import Stretch
from app.importing.layout.surroundings import Gap
from app.importing.layout.units import blank
from app.layouts.word_names import lead_name


def gather_kinds(
    evidence: Evidence, measure: Measure, cascade: Cascade, parts: Sequence[Part], gaps: Mapping[int, Gap]
) -> None:
    """Evidence for the styles of all kinds that the sample has, and for bold first sentences of points."""
    leading = [part for part in parts if part.leads]
    latin = {part.role for part in leading if any(latin_in(each.text) for each in part.stretches)}
    looks = Looks(evidence, measure, latin, gather_leads(evidence, cascade))
    for at, part in enumerate(parts):
        if part.leads:
            look = _look(part)
            looks.add_runs(look, part.run_in)
            if not part.run_in:
                looks.add_paragraph(look)
                looks.add_gap(look, gaps[at])
        if part.lead:
            bold = _is_bold(part.lead) and not _is_bold(part.stretches)
            evidence.add(("points", LEAD), bold, sum(len(each.text) for each in part.lead), place_of(part))
    own_line = {part.role for part in leading if not part.run_in}
    for part in leading:
        if part.run_in and part.role not in own_line:
            # Nothing else shows how its paragraph is set.
            looks.add_paragraph(_look(part))


def gather_styles(evidence: Evidence, measure: Measure, cascade: Cascade, used: Iterable[str]) -> None:
    """Evidence from styles that are called after a kind and that no paragraph of it has."""
    looks = Looks(evidence, measure)
    known = set(used)
    for style in cascade.called(ROLE_NAMES):
        role = named_role(style)
        if role is None or role in known:
            continue
        known.add(role)
        place = Place(f"样式“{style.name}”")
        look = Look(role, style, style.paragraph, (Stretch("字", style.run),), style.run, 1, place)
        looks.add_runs(look)
        looks.add_paragraph(look)
        before, after = (
            blank(style.paragraph, side, measure.unit, measure.pitch) for side in ("before", "after")
        )
        looks.add_gap(look, Gap(before, after))


def gather_leads(evidence: Evidence, cascade: Cascade) -> set[str]:
    """Evidence from the styles that exports of ours have for leads; the kinds whose leads they say."""
    found: set[str] = set()
    for kind in HEADINGS:
        name = lead_name(kind)
        said = cascade.character(name) or {}
        if "b" in said:
            evidence.add((f"styles.{kind}", LEAD), said["b"].on, 1, Place(f"样式“{name}”"))
            found.add(kind)
    return found


def place_of(part: Part) -> Place:
    """Where a part stands, for the writer."""
    shown = part.shown
    return Place(f"第 {shown.at} 段", "", beginning(shown.text.strip()), shown.at)


def _look(part: Part) -> Look:
    shown = part.shown
    return Look(
        part.role, shown.style, shown.said, part.stretches, shown.mark, len(shown.text), place_of(part)
    )


def _is_bold(stretches: Sequence[Stretch]) -> bool:
    bold = sum(len(each.text) for each in stretches if "b" in each.said and each.said["b"].on)
    return bold * 2 > sum(len(each.text) for each in stretches)
