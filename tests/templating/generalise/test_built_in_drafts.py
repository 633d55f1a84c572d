"""Every section of every draft that the program makes can be made a template again, which says the same."""

from datetime import date
from pathlib import Path

import pytest

from app.files.places import HOME_VARIABLE, find_places
from app.jobs.making import new_draft
from app.jobs.program import Program
from app.templating import trials
from app.templating.answers import Answers
from app.templating.fields import by_name
from app.templating.generalise.passage import section_passages
from app.templating.generalise.proposal import Becomes
from app.templating.generalise.propose import proposals
from app.templating.generalise.writing import generalised
from app.templating.scopes import Scopes

OCCASIONS = sorted(
    path.stem for path in (Path(__file__).parents[3] / "templates" / "occasions").glob("*.toml")
)


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Program:
    return Program.start(find_places({HOME_VARIABLE: str(tmp_path_factory.mktemp("home"))}))


@pytest.mark.parametrize("occasion", OCCASIONS)
def test_its_sections_come_again(occasion: str, program: Program) -> None:
    library = program.library
    draft = new_draft(program, occasion, Answers(trials.examples(library.facts))).draft
    passages = section_passages(draft, library)
    assert passages
    for passage in passages:
        found = proposals(passage, library.facts, program.segmenter, date(2025, 3, 1))
        made = generalised(
            passage,
            [each.decided(Becomes.FIELD) if each.becomes is Becomes.PLACEHOLDER else each for each in found],
            library.facts,
        )
        scopes = Scopes(library.facts, passage.facts, by_name(made.fields), made.values)
        again = program.renderer.render(made.body, "试", scopes, 1)
        assert [(each.kind, each.text, each.marker, each.joined) for each in again] == [
            (each.kind, each.text, each.marker, each.joined) for each in passage.blocks
        ]
