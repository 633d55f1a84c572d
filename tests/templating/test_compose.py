"""An occasion, facts and templates become a sound draft; what is missing is seen, never an error."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.draft import Draft
from app.core.errors import UsageError
from app.core.facts import Date, FactSheet, Person
from app.core.ids import counting_ids
from app.core.kinds import Kind, Layer, Status
from app.core.outline import stretches
from app.core.plan import applied
from app.core.repair import repaired
from app.core.structure import insert
from app.templating.block_checks import shape
from app.templating.compose import chosen_templates, compose, section_blocks
from app.templating.library import Library, load_library
from app.templating.problems import TemplateError
from app.templating.rendering import Renderer
from tests.core.strategies import texts
from tests.templating.small_library import (
    CLOSING,
    OCCASION,
    OPENING,
    UNDERSTANDING,
    text_of,
    write,
    write_library,
)

FACTS = FactSheet(
    (("会议名称", "全市××会议"), ("会议日期", Date(2025, 5, 31)), ("讲话人", Person("×××", "市长")))
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_library(tmp_path / "ours")


@pytest.fixture
def library(folder: Path) -> Library:
    return load_library([folder])


def composed(library: Library, facts: FactSheet = FACTS, **choices: str) -> Draft:
    return compose(library, Renderer(), "xiaohui", facts, choices, new_id=counting_ids())


def test_a_draft_has_its_head_and_a_section_for_every_slot(library: Library) -> None:
    draft = composed(library)
    assert text_of(draft) == "\n".join(
        [
            "在全市××会议上的讲话",
            "市长×××",
            "（2025年5月31日）",
            "同志们：",
            "今天召开全市××会议。共有几项议程。下面，我讲一点意见。",
            "提高站位，深刻认识全市××会议的意义",
            "这是落实【待填：部署】的要求。",
            "【待填：上级要求，约100字】",
            "【待填：事项一】。各级各部门要抓好。",
            "【待填：事项二】。各级各部门要抓好。",
            "谢谢大家！",
        ]
    )
    kinds = [Kind.TITLE, Kind.BYLINE, Kind.DATE, Kind.SALUTATION]
    assert [block.kind for block in draft.blocks[:4]] == kinds
    assert (draft.occasion, draft.layout, draft.facts) == ("xiaohui", "gb9704", FACTS)


def test_each_section_knows_where_it_came_from(library: Library) -> None:
    opening, understanding, closing = (stretch.section for stretch in stretches(composed(library)))
    assert (opening.name, opening.layer, opening.template, opening.target) == ("开场", None, "kc_yi", 200)
    assert (understanding.name, understanding.layer) == ("认识", Layer.UNDERSTANDING)
    assert (closing.name, closing.target, closing.status) == ("结束", 100, Status.OUTLINE)
    assert opening.source.startswith("今天召开[全市××会议](=会议名称)。")
    assert understanding.source.split("\n")[2] == "+ 【待填：上级要求，约100字】"


def test_a_draft_without_any_fact_is_sound_and_shows_what_is_missing(library: Library) -> None:
    draft = composed(library, FactSheet())
    assert repaired(draft) == draft
    assert draft.blocks[0].text == "在【会议名称】上的讲话"
    assert Kind.BYLINE not in {block.kind for block in draft.blocks}


HOSTILE = "# 一\n- 【x】**b** [x](=y) {认识} @标题 \\ +++ {{ x }}"


def test_a_value_that_looks_like_markup_makes_no_structure(library: Library) -> None:
    calm, hostile = composed(library), composed(library, FACTS.with_value("会议名称", HOSTILE))
    assert shape(hostile.blocks) == shape(calm.blocks)
    assert repaired(hostile) == hostile


@given(texts.filter(str.strip), st.lists(texts.filter(str.strip), min_size=2, max_size=2))
def test_no_value_whatever_makes_structure_or_an_unsound_draft(text: str, items: list[str]) -> None:
    with TemporaryDirectory() as folder:
        library = load_library([write_library(Path(folder))])
    facts = FACTS.with_value("会议名称", text).with_value("称谓", text)
    fields = {"renshi": FactSheet((("部署", text), ("事项", tuple(items))))}
    draft = compose(library, Renderer(), "xiaohui", facts, fields=fields)
    assert shape(draft.blocks) == shape(composed(library).blocks)
    assert repaired(draft) == draft


def test_fields_of_a_section_are_its_own(library: Library) -> None:
    fields = {"renshi": FactSheet((("部署", "省政府部署"), ("事项", ("抓投产",))))}
    draft = compose(library, Renderer(), "小会", FACTS, fields=fields)
    assert "这是落实省政府部署的要求。\n【待填：上级要求，约100字】\n抓投产。各级各部门" in text_of(draft)
    section = next(block.section for block in draft.blocks if block.kind is Kind.H1)
    assert section is not None
    assert section.fields == fields["renshi"]


def test_a_template_is_chosen_by_slot_id_or_name(library: Library) -> None:
    for key in ("kaichang", "开场"):
        assert composed(library, **{key: "kc_er"}).blocks[4].section.template == "kc_er"  # type: ignore[union-attr]


def test_a_template_is_chosen_by_its_name(library: Library) -> None:
    chosen = chosen_templates(library, library.occasion("xiaohui"), {"开场": library.section("kc_er").name})
    assert chosen["kaichang"].id == "kc_er"


def test_an_optional_slot_is_left_out_when_it_is_not_wanted(library: Library) -> None:
    assert composed(library, 结束="无").blocks[-1].kind is Kind.POINT


@pytest.mark.parametrize(
    ("choices", "said"),
    [
        ({"开会": "kc_yi"}, "没有部件“开会”"),
        ({"开场": "kc_wu"}, "没有节模板“kc_wu”"),
        ({"开场": "rs_yi"}, "“rs_yi”不能用于部件“开场”"),
        ({"开场": "无"}, "部件“开场”不能不要"),
    ],
)
def test_a_choice_that_cannot_be_is_refused(library: Library, choices: dict[str, str], said: str) -> None:
    with pytest.raises(UsageError) as caught:
        composed(library, **choices)
    assert said in caught.value.what
    assert caught.value.remedy


def test_a_slot_whose_templates_are_all_broken_is_told_or_left_out(folder: Path) -> None:
    write(folder, "sections/js_yi.j2", "x")
    assert "jieshu" not in chosen_templates(
        load_library([folder]), load_library([folder]).occasion("xiaohui")
    )
    write(folder, "sections/rs_yi.j2", "x")
    with pytest.raises(UsageError, match="“认识”没有能用的节模板"):
        composed(load_library([folder]))


def test_an_error_in_a_template_names_its_file_and_line(folder: Path) -> None:
    path = write(folder, "sections/rs_yi.j2", UNDERSTANDING.replace("{{ 部署 }}", "{{ 不署 }}"))
    line = path.read_text(encoding="utf-8").split("\n").index("## 这是落实{{ 不署 }}的要求。") + 1
    with pytest.raises(TemplateError) as caught:
        composed(load_library([folder]))
    assert caught.value.line == line
    assert "rs_yi.j2" in caught.value.what
    assert "部署" in caught.value.remedy


def test_an_error_in_a_head_names_its_line(folder: Path) -> None:
    write(folder, "occasions/xiaohui.toml", OCCASION.replace("{{ 称谓 }}", "{{ 称乎 }}"))
    library = load_library([folder])
    with pytest.raises(TemplateError) as caught:
        composed(library)
    lines = library.occasion("xiaohui").path.read_text(encoding="utf-8").split("\n")
    assert lines[(caught.value.line or 0) - 1].startswith("@称谓")


def test_a_section_that_comes_out_empty_is_not_there(folder: Path) -> None:
    write(
        folder,
        "sections/js_yi.j2",
        CLOSING.replace("@结束语", "{% if 增幅 %}@结束语").replace("！", "！{% endif %}"),
    )
    draft = composed(load_library([folder]))
    assert [stretch.section.name for stretch in stretches(draft)] == ["开场", "认识"]


def test_a_section_begins_a_printed_paragraph_of_its_own(folder: Path) -> None:
    write(folder, "sections/kaichang/kc_yi.j2", OPENING.format(name="x").replace("今天召开", "+ 今天召开"))
    draft = composed(load_library([folder]))
    assert draft.blocks[4].section is not None
    assert not draft.blocks[4].joined


def test_one_section_is_inserted_with_its_computed_values(library: Library) -> None:
    draft = composed(library)
    blocks = section_blocks(library, Renderer(), "kc_er", draft.facts)
    after = applied(insert(draft, len(draft.blocks) - 1, blocks), draft)
    inserted = after.blocks[-2]
    assert inserted.text == "今天召开全市××会议。共有几项议程。下面，我讲几点意见。"
    assert inserted.section is not None
    assert (inserted.section.name, inserted.section.target) == ("开场二", 100)
    assert repaired(after) == after
