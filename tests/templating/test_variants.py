"""One occasion in several variants (开幕词、闭幕词): a fact says which, slots, lengths and templates go with it."""

from pathlib import Path

import pytest

from app.core.errors import ReadError
from app.core.facts import FactSheet
from app.templating.compose import chosen_templates, compose
from app.templating.library import Library, load_library
from app.templating.occasion_file import read_occasion
from app.templating.rendering import Renderer
from app.templating.validate import validate
from tests.templating.small_library import FACTS, write

OCCASION = '''
名称 = "大会致辞"
说明 = "开会闭会都用"
变体 = ["开幕词", "闭幕词"]
变体事实 = "致辞"
事实 = ["致辞", "会议名称"]
字数 = {开幕词 = [60, 100], 闭幕词 = [80, 120]}
分钟 = 1
抬头 = """
@标题 {{ 会议名称 }}{% if 致辞 == "闭幕词" %}闭幕词{% else %}开幕词{% endif %}
"""

[[部件]]
id = "zhuyuan"
名称 = "祝愿"
提示 = "说祝愿"
份额 = {开幕词 = 100, 闭幕词 = 60}
模板 = {开幕词 = ["km_yi", "km_er"], 闭幕词 = ["bm_yi", "bm_er"]}

[[部件]]
id = "xuanbu"
名称 = "宣布"
提示 = "宣布闭幕"
变体 = ["闭幕词"]
份额 = 40
模板 = ["xb_yi", "xb_er"]
'''.replace("分钟 = 1\n", "")
FACT = (
    '[致辞]\n类型 = "选项"\n选项 = ["开幕词", "闭幕词"]\n默认 = "开幕词"\n示例 = "开幕词"\n提示 = "选一种"\n'
)


def section(slot: str, text: str) -> str:
    return f'+++\n名称 = "{text}"\n部件 = ["{slot}"]\n字数 = 80\n写法 = "一种"\n提示 = "照写"\n+++\n{text}\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, "facts.toml", FACTS + FACT)
    write(tmp_path, "occasions/dahui.toml", OCCASION)
    for slot, names in (("zhuyuan", ("km_yi", "km_er", "bm_yi", "bm_er")), ("xuanbu", ("xb_yi", "xb_er"))):
        for name in names:
            write(tmp_path, f"sections/{name}.j2", section(slot, f"{name}，【待填：说什么，约75字】"))
    return tmp_path


@pytest.fixture
def library(folder: Path) -> Library:
    found = load_library([folder])
    assert found.problems == ()
    return found


def asked(variant: str) -> FactSheet:
    return FactSheet().with_value("致辞", variant)


def test_the_fact_decides_on_slots_and_default_templates(library: Library) -> None:
    opening = compose(library, Renderer(), "dahui", asked("开幕词"))
    closing = compose(library, Renderer(), "dahui", asked("闭幕词"))
    assert [block.section.template for block in opening.blocks if block.section] == ["km_yi"]
    assert [block.section.template for block in closing.blocks if block.section] == ["bm_yi", "xb_yi"]
    assert closing.blocks[0].text.endswith("闭幕词")


def test_without_the_fact_it_is_the_first_variant(library: Library) -> None:
    draft = compose(library, Renderer(), "dahui")
    assert [block.section.template for block in draft.blocks if block.section] == ["km_yi"]


def test_a_draft_keeps_its_occasion_and_knows_its_variant(library: Library) -> None:
    draft = compose(library, Renderer(), "dahui", asked("闭幕词"))
    assert draft.occasion == "dahui"
    form = library.occasion_of(draft)
    assert form is not None
    assert (form.variant, form.length) == ("闭幕词", (80, 120))


def test_length_and_share_are_those_of_the_variant(library: Library) -> None:
    opening, closing = library.occasion("dahui").forms()
    assert (opening.length, [slot.share for slot in opening.slots]) == ((60, 100), [100])
    assert (closing.length, [slot.share for slot in closing.slots]) == ((80, 120), [60, 40])


def test_before_one_is_chosen_all_parts_and_the_whole_range_are_shown(library: Library) -> None:
    occasion = library.occasion("dahui")
    assert occasion.length == (60, 120)
    assert [slot.name for slot in occasion.slots] == ["祝愿", "宣布"]


def test_parts_that_only_some_variants_have_stand_where_the_file_has_them(tmp_path: Path) -> None:
    head, first, second = OCCASION.split("[[部件]]")
    path = write(tmp_path, "occasions/dahui.toml", "[[部件]]".join([head, second, first]))
    assert [slot.name for slot in read_occasion(path).slots] == ["宣布", "祝愿"]


def test_another_template_that_fits_may_be_chosen(library: Library) -> None:
    form = library.occasion("dahui").for_facts(asked("闭幕词"))
    assert chosen_templates(library, form, {"宣布": "xb_er"})["xuanbu"].id == "xb_er"


@pytest.mark.parametrize(
    ("was", "becomes", "words"),
    [
        ('变体事实 = "致辞"\n', "", "“变体”和“变体事实”不合用"),
        ("{开幕词 = [60, 100]", "{开幕 = [60, 100]", "“字数”里的“开幕”不是变体"),
        ('变体 = ["闭幕词"]', '变体 = ["闭幕"]', "变体“闭幕”在开头的“变体”里没有"),
        ('变体 = ["闭幕词"]\n份额 = 40', '份额 = 40\n[[部件]]\nid = "xuanbu"\n名称 = "又"', "id都是“xuanbu”"),
        ('变体 = ["开幕词", "闭幕词"]\n变体事实 = "致辞"\n', "", "“字数”里的“开幕词”不是变体"),
    ],
)
def test_what_cannot_be_read_is_said(tmp_path: Path, was: str, becomes: str, words: str) -> None:
    path = write(tmp_path, "occasions/dahui.toml", OCCASION.replace(was, becomes))
    with pytest.raises(ReadError) as found:
        read_occasion(path)
    assert words in found.value.what


@pytest.mark.parametrize(
    ("name", "was", "becomes", "words"),
    [
        ("facts.toml", '["开幕词", "闭幕词"]', '["开幕词", "闭幕词", "欢迎词"]', "选项与变体不一样"),
        ("facts.toml", '默认 = "开幕词"\n', "", "没有以“开幕词”为默认"),
        ("occasions/dahui.toml", '事实 = ["致辞", ', "事实 = [", "没有列变体事实"),
        ("occasions/dahui.toml", "份额 = 40", "份额 = 30", "变体“闭幕词”各部件的份额加起来是 90"),
        ("occasions/dahui.toml", "[80, 120]", "[800, 1200]", "变体“闭幕词”写的是 800 到 1200 字"),
        ("occasions/dahui.toml", '["bm_yi", "bm_er"]', '["bm_yi", "bm_san"]', "bm_san"),
    ],
)
def test_what_does_not_fit_together_is_remarked(
    folder: Path, name: str, was: str, becomes: str, words: str
) -> None:
    text = (folder / name).read_text(encoding="utf-8")
    write(folder, name, text.replace(was, becomes))
    remarks = validate(folder / "occasions" / "dahui.toml", load_library([folder]), Renderer())
    assert any(words in remark.what for remark in remarks), remarks
