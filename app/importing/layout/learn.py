"""A layout learned from a Word file: `data → Learned`, which says of each setting how surely and where it was found."""

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from app.core.errors import ReadError
from app.core.kinds import Kind
from app.importing.layout.building import built, is_font_name
from app.importing.layout.cascade import Cascade
from app.importing.layout.edges import Edges
from app.importing.layout.findings import Evidence, Finding, Key, Place, Sureness
from app.importing.layout.headers import gather_header
from app.importing.layout.kinds import gather_kinds, gather_styles, place_of
from app.importing.layout.looks import WEST, Measure
from app.importing.layout.naming import gather_name
from app.importing.layout.page_numbers import gather_number
from app.importing.layout.parts import Part, parts_of
from app.importing.layout.sections import Section, gather_page, main_section
from app.importing.layout.story import MOST_PARAGRAPHS, Shown, shown_paragraphs
from app.importing.layout.surroundings import Surroundings, surroundings
from app.importing.layout.units import line_of, size_of
from app.importing.word.names import Element, W, value
from app.importing.word.package import WordPackage, open_package
from app.layouts.model import Layout
from app.layouts.values import hundredths, points

_LEAST_PITCH, _MOST_PITCH = 160, 2400
_MOST_GAP = 500
_LITTLE = 60
"""Characters of body text, two lines or so, of which little can be learned."""
_FAR = 0.2
"""The part of a character by which a grid may widen or narrow it and still be meant."""


@dataclass(frozen=True, slots=True)
class Learned:
    """What a sample shows of its layout, over the one that it was compared with (`base`)."""

    name: str
    """The sample's, without ending."""
    base: Layout
    findings: tuple[Finding, ...]
    remarks: tuple[str, ...]
    """What a layout cannot hold, or what the writer should look at."""
    texts: tuple[str, ...]
    """The paragraphs of the sample in their order, blank ones empty."""
    alternatives: Mapping[str, str]

    @property
    def keys(self) -> frozenset[Key]:
        """The settings that the sample shows."""
        return frozenset(finding.key for finding in self.findings)

    @property
    def layout(self) -> Layout:
        """The layout with all that was found."""
        return self.with_taken(self.keys)

    def with_taken(self, taken: Collection[Key]) -> Layout:
        """The layout with these findings; all else is as in `base`."""
        return built(self.base, self.findings, taken, self.alternatives)


def learn(data: bytes, name: str, base: Layout) -> Learned:
    """What a Word file shows of its layout. `name` is the file's; `base` holds what it does not show.

    Raises ReadError for what is no Word file, is damaged or was made to do harm, and for one without text.
    """
    package = open_package(data, name)
    cascade = Cascade.of(package)
    story, sections = shown_paragraphs(package, cascade)
    parts = parts_of(story)
    if not any(part.leads and part.weight for part in parts):
        raise ReadError(f"“{name}”的正文里没有文字，学不出版式。", "选一份排好版的讲话稿或公文。")
    section = main_section(sections, parts)
    measure = _measure(section, parts, cascade)
    around = surroundings(story, parts, section.grid, measure.pitch)

    evidence = Evidence()
    gather_page(evidence, section, package)
    gather_kinds(evidence, measure, cascade, parts, around.gaps)
    _gather_gaps(evidence, around)
    edges = Edges(package, cascade, section)
    gather_number(evidence, edges)
    gather_header(evidence, edges)
    gather_name(evidence, PurePath(name).stem, parts)
    unused = Evidence()
    gather_styles(unused, measure, cascade, {part.role for part in parts if part.leads and not part.run_in})
    _gather_grid(evidence, section, measure)
    findings = [*evidence.findings(), *_only(unused, evidence)]
    return Learned(
        PurePath(name).stem,
        base,
        tuple(each for each in findings if not _is_bad_font(each)),
        tuple(_remarks(story, section, parts, edges)),
        tuple(shown.text.strip() for shown in story),
        _alternatives(package),
    )


def _only(unused: Evidence, evidence: Evidence) -> Sequence[Finding]:
    """What styles say that no paragraph shows."""
    return [each for each in unused.findings(Sureness.STYLE) if each.key not in evidence]


def _measure(section: Section, parts: Sequence[Part], cascade: Cascade) -> Measure:
    """By what the sample measures: its grid, and what its body text is set in."""
    body = [part for part in parts if part.leads and part.role == Kind.BODY and not part.run_in]
    body = body or [part for part in parts if part.leads]
    sizes, line_heights = Evidence(), Evidence()
    for part in body:
        for stretch in part.stretches:
            sizes.add(("", ""), size_of(stretch.said), len(stretch.text), Place(""))
    size = sizes.value(("", "")) or size_of(cascade.defaults.run)
    assert isinstance(size, int)
    for part in body:
        line, _ = line_of(part.shown.said, size, section.grid)
        line_heights.add(("", ""), line, part.weight, Place(""))
    line = line_heights.value(("", ""))
    assert isinstance(line, int)
    pitch = max(section.grid, line, size * 10)
    return Measure(
        section.grid,
        max(_LEAST_PITCH, min(pitch, _MOST_PITCH)),
        _spacing(section, size, size_of(cascade.defaults.run)),
        size,
    )


def _spacing(section: Section, size: int, normal: int) -> int:
    """What a grid of characters adds to each of the body text's size, in twips.

    Its cells are as wide as characters of the default style and what the grid adds; rounded down, so that no
    character of a line is lost (facts/standards.md §1.3).
    """
    if section.character_space is None:
        return 0
    added = (normal / 2 + section.character_space - size / 2) * 20
    return math.floor(added) if abs(added) <= size * 10 * _FAR else 0


def _gather_grid(evidence: Evidence, section: Section, measure: Measure) -> None:
    """The grid of a layout: the file's own where it holds the body text's lines, else that of these lines."""
    if (f"styles.{Kind.BODY}", "行距") not in evidence:
        return
    own = section.grid == measure.pitch
    place = section.place if own else Place("正文的行距")
    evidence.add(("grid", "行距"), points(measure.pitch), section.weight, place, reckoned=not own)
    spacing = evidence.value((f"styles.{Kind.BODY}", "字距"))
    if spacing is not None:
        evidence.add(("grid", "字距"), spacing, section.weight, Place("正文的字距"))


def _gather_gaps(evidence: Evidence, around: Surroundings) -> None:
    for key, found in ((("head", "下空"), around.below_head), (("signoff", "上空"), around.above_signoff)):
        if found is not None:
            gap, part = found
            evidence.add(key, hundredths(max(0, min(gap, _MOST_GAP))), 1, place_of(part))


def _alternatives(package: WordPackage) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for part in package.parts("fontTable"):
        for font in part.iterchildren(f"{W}font"):
            name, other = font.get(f"{W}name", ""), _other(font)
            if name and other:
                found.setdefault(name, other)
    return found


def _other(font: Element) -> str:
    other = (value(font, "altName") or "").split(",")[0].strip()
    return other if is_font_name(other) else ""


def _is_bad_font(finding: Finding) -> bool:
    return finding.key[1] in ("字体", WEST) and not is_font_name(str(finding.value))


def _remarks(story: Sequence[Shown], section: Section, parts: Sequence[Part], edges: Edges) -> list[str]:
    told: list[str] = []
    if len(story) >= MOST_PARAGRAPHS:
        told.append(f"样稿很长，只看了前 {MOST_PARAGRAPHS:,} 段。")
    if section.count > 1:
        told.append(f"样稿有 {section.count} 节，照文字最多的第 {section.index + 1} 节学页面。")
    roles = {part.role for part in parts if part.leads}
    if Kind.TITLE not in roles:
        told.append("样稿里没有认出标题。")
    text = sum(part.weight for part in parts if part.role == Kind.BODY)
    if text < _LITTLE:
        told.append(f"样稿的正文只有 {text} 字，正文的设置拿不准，请逐项核对。")
    return [*told, *edges.remarks]
