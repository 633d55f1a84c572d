"""The headings of the templates are parallel: 85 points and more, and no verb leads two headings of a group by chance."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from app.core.draft import Draft
from app.core.kinds import Kind
from app.core.outline import outline
from app.lang.parallelism import EVEN, load_lead_verbs, parallelism
from app.lang.segmenter import JiebaSegmenter
from app.templating import trials
from app.templating.compose import section_blocks
from app.templating.fields import by_name
from app.templating.library import Library, load_library
from app.templating.rendering import Renderer

ROOT = Path(__file__).resolve().parents[2]


@cache
def library() -> Library:
    return load_library([ROOT / "templates"])


@pytest.fixture(scope="module")
def segmenter(tmp_path_factory: pytest.TempPathFactory) -> JiebaSegmenter:
    return JiebaSegmenter(tmp_path_factory.mktemp("jieba"))


def groups(template_id: str) -> Iterator[list[str]]:
    """Sibling headings and points below each heading; what the writer fills in is his affair."""
    template = library().section(template_id)
    fields = trials.examples(by_name(template.fields))
    blocks = section_blocks(library(), Renderer(), template_id, trials.examples(library().facts), fields)
    found: dict[tuple[int, Kind | None], list[str]] = {}
    parents: list[tuple[int, int]] = []
    for node in outline(Draft(blocks=blocks)):
        while parents and parents[-1][0] >= node.rank:
            parents.pop()
        own_words = not any(run.bind or run.placeholder for run in blocks[node.start].runs[:1])
        if node.kind is not None and own_words:
            found.setdefault((parents[-1][1] if parents else -1, node.kind), []).append(node.text)
        parents.append((node.rank, node.start))
    yield from (texts for texts in found.values() if len(texts) > 1)


@pytest.mark.parametrize("template_id", sorted(library().sections))
def test_headings_of_a_group_are_parallel(template_id: str, segmenter: JiebaSegmenter) -> None:
    verbs = load_lead_verbs(ROOT / "resources" / "lexicons" / "lead_verbs.txt")
    for texts in groups(template_id):
        assert parallelism(texts, segmenter, verbs).score >= EVEN, texts
