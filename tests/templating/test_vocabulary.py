"""A field of work (领域) lends its words to templates: texts print as text, gaps as placeholders, nothing as structure."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.core.draft import Run
from app.core.errors import UsageError
from app.core.facts import FactSheet, FactValue
from app.core.kinds import Kind
from app.core.outline import stretches
from app.core.plan import applied
from app.templating.binding import fact_changed
from app.templating.compose import compose
from app.templating.fields import Field, FieldType, typed
from app.templating.library import Library, load_library
from app.templating.problems import TemplateError
from app.templating.remake import remade
from app.templating.remarks import Level
from app.templating.rendering import Renderer
from app.templating.scopes import Scopes
from app.templating.trials import HOSTILE
from app.templating.validate import validate
from app.templating.vocabulary import Entry, Vocabulary
from tests.templating.small_library import FACTS, OCCASION, write, write_library

WATER = """
名称 = "治水"
次序 = 2
主体 = ["水利部门", "排污单位"]
指标 = ["水质优良比例达到【待填：年度目标，约8字】"]
[[任务组]]
标题 = "治理河湖，再现清流"
主体 = "水利部门"
[[任务组.要点]]
标题 = "排查排口"
内容 = "把【待填：排口个数，约10字】编号建档。"
[[任务组.要点]]
标题 = "补齐管网"
内容 = "施工一段、通水一段。"
[[任务组]]
标题 = "管好水源，守护安全"
[[任务组.要点]]
标题 = "划定界线"
内容 = "立桩定界。"
[[任务组.要点]]
标题 = "监测水质"
内容 = "按月公开。"
[[意义]]
标题 = "水是命脉"
内容 = "人人离不开水。"
[[问题]]
标题 = "管网不全"
内容 = "【待填：缺口，约10字】。"
[[保障]]
标题 = "落实河长"
内容 = "按期巡河。"
"""
ROADS = '名称 = "修路"\n次序 = 1\n'
FIELD = '[领域]\n类型 = "选项"\n词汇 = true\n示例 = "治水"\n提示 = "选一个"\n'
TASKS = """
{% for 组 in 领域.任务组 %}
## {{ 组.标题 }}
由{{ 组.主体 }}牵头。
{% for 点 in 组.要点 %}
+- {{ 点.标题 }}。{{ 点.内容 }}
{% endfor %}
{% else %}
## 通用的写法
{% endfor %}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = write_library(tmp_path / "ours")
    write(folder, "facts.toml", FACTS + FIELD)
    write(folder, "fields/zhishui.toml", WATER)
    write(folder, "fields/xiulu.toml", ROADS)
    return folder


@pytest.fixture
def library(folder: Path) -> Library:
    found = load_library([folder])
    assert found.problems == ()
    return found


def names(library: Library, chosen: FactValue | None) -> Scopes:
    return Scopes(library.facts, FactSheet().with_value("领域", chosen), {}, FactSheet())


def lines(library: Library, source: str, chosen: FactValue | None = "治水") -> list[str]:
    return [block.text for block in Renderer().render(source, "样例.j2", names(library, chosen))]


def runs(library: Library, source: str) -> tuple[Run, ...]:
    (block,) = Renderer().render(source, "样例.j2", names(library, "治水"))
    return block.runs


def test_the_choices_of_the_fact_are_the_fields_there_are_in_their_order(library: Library) -> None:
    assert library.facts["领域"].choices == ("修路", "治水")
    assert typed(library.facts["领域"], "治水") == "治水"
    with pytest.raises(UsageError, match="领域"):
        typed(library.facts["领域"], "种树")


def test_a_writer_adds_a_field_and_takes_the_place_of_one(folder: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    write(own, "fields/zhongshu.toml", '名称 = "种树"\n')
    write(own, "fields/wode.toml", '名称 = "治水"\n主体 = ["河长"]\n')
    library = load_library([folder, own])
    assert library.facts["领域"].choices == ("修路", "治水", "种树")
    assert lines(library, "{{ 领域.主体|顿号 }}") == ["河长"]


def test_its_groups_become_headings_and_points(library: Library) -> None:
    assert lines(library, TASKS) == [
        "治理河湖，再现清流",
        "由水利部门牵头。",
        "排查排口。把【待填：排口个数，约10字】编号建档。",
        "补齐管网。施工一段、通水一段。",
        "管好水源，守护安全",
        "由牵头。",
        "划定界线。立桩定界。",
        "监测水质。按月公开。",
    ]


def test_what_is_to_be_filled_in_is_a_placeholder(library: Library) -> None:
    assert runs(library, "{{ 领域.任务组[0].要点[0].内容 }}") == (
        Run("把"),
        Run("【待填：排口个数，约10字】", placeholder=True),
        Run("编号建档。"),
    )
    assert runs(library, "{{ 领域.指标|顿号 }}")[1].placeholder


def test_its_name_is_bound_to_the_fact(library: Library) -> None:
    (run,) = runs(library, "{{ 领域 }}")
    assert run.text == "治水"
    assert run.bind is not None
    assert run.bind.name == "领域"


@pytest.mark.parametrize("chosen", [None, "已经没有的领域"])
def test_without_a_field_the_general_text_stands(library: Library, chosen: str | None) -> None:
    assert lines(library, TASKS, chosen) == ["通用的写法"]


def test_a_field_without_such_a_list_gives_the_general_text(library: Library) -> None:
    assert lines(library, TASKS, "修路") == ["通用的写法"]


def test_a_slice_gives_the_first_groups(library: Library) -> None:
    assert lines(library, "{% for 组 in 领域.任务组[:1] %}\n## {{ 组.标题 }}\n{% endfor %}") == [
        "治理河湖，再现清流"
    ]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("{{ 领域.任务 }}", "没有“任务”"),
        ("{{ 领域.__class__ }}", "不能用“.__class__”"),
        ("{{ 领域.path }}", "没有“path”"),
        ("{{ 领域.任务组 }}", "印不出文字"),
        ("{{ 领域.任务组[0] }}", "印不出文字"),
        ("{{ 领域.任务组|顿号 }}", "不能用于"),
        ("{{ 领域.任务组[9].标题 }}", "没有第“9”项"),
        ("{{ 领域.任务组[0].标题.长 }}", "没有“长”"),
        ("{% for 项 in 领域.任务组[0].标题 %}{% endfor %}", "不是清单"),
        ("{{ 领域.主体()}}", "不能加括号"),
    ],
)
def test_what_cannot_be_asked_of_it_is_said(library: Library, source: str, words: str) -> None:
    with pytest.raises(TemplateError, match="第 1 行") as found:
        lines(library, source)
    assert words in found.value.what


def test_hostile_words_make_no_structure() -> None:
    entry = Entry(HOSTILE, HOSTILE, HOSTILE, (Entry(HOSTILE, HOSTILE),) * 2)
    hostile = Vocabulary("x", "治水", (entry,), (entry,), (HOSTILE,), (HOSTILE,), (entry,), (entry,))
    fact = Field("领域", FieldType.CHOICE, choices=("治水",), vocabularies=(hostile,))
    scopes = Scopes({"领域": fact}, FactSheet((("领域", "治水"),)), {}, FactSheet())
    blocks = Renderer().render(TASKS, "样例.j2", scopes)
    assert [block.kind for block in blocks] == [Kind.H2, Kind.BODY, Kind.POINT, Kind.POINT]
    assert all(
        run.bind is None and not run.placeholder and not run.bold for block in blocks for run in block.runs
    )


def test_loops_over_its_lists_are_paid_for() -> None:
    many = Vocabulary("x", "治水", bodies=("某部门",) * 9000)
    fact = Field("领域", FieldType.CHOICE, choices=("治水",), vocabularies=(many,))
    scopes = Scopes({"领域": fact}, FactSheet((("领域", "治水"),)), {}, FactSheet())
    source = "{% for a in 领域.主体 %}{% for b in 领域.主体 %}{{ a }}{% endfor %}{% endfor %}"
    with pytest.raises(TemplateError, match="循环"):
        Renderer().render(source, "样例.j2", scopes)


def test_a_draft_keeps_the_choice_among_its_facts(folder: Path) -> None:
    write(
        folder,
        "sections/rs_yi.j2",
        '+++\n名称 = "讲"\n部件 = ["renshi"]\n层 = "认识"\n+++\n# 抓好{{ 领域 }}\n' + TASKS,
    )
    library = load_library([folder])
    draft = compose(library, Renderer(), "xiaohui", FactSheet((("领域", "治水"),)))
    assert draft.facts.get("领域") == "治水"
    assert "治理河湖，再现清流" in [block.text for block in draft.blocks]


@pytest.mark.parametrize(
    ("was", "becomes", "level", "words", "line"),
    [
        (
            '标题 = "治理河湖，再现清流"',
            '标题 = "治理河湖，再现清流。"',
            "错",
            "标题“治理河湖，再现清流。”不合用",
            7,
        ),
        ('标题 = "排查排口"', '标题 = "一是排查排口"', "错", "自己写了序号“一是”", 10),
        ("立桩定界。", "立桩12处。", "疑", "模板自己的数字“1”", 19),
        ("立桩定界。", "{{ 地区 }}立桩。", "错", "模板的写法", 19),
        ("立桩定界。", "立【桩】。", "错", "不是待填的写法", 19),
        ("立桩定界。", "立桩", "疑", "不是整句", 18),
        ("【待填：缺口，约10字】", "【待填：约10字】", "错", "没有说要填什么", 28),
        ('"排污单位"]', '"排污单位。"]', "疑", "末尾有标点", 4),
        ('[[保障]]\n标题 = "落实河长"\n内容 = "按期巡河。"\n', "", "疑", "没有写“保障”", None),
        ('主体 = "水利部门"', '主题 = "水利部门"', "错", "第 1 个任务组里的“主题”不认识", None),
    ],
)
def test_what_is_wrong_with_a_field_is_said_with_its_line(
    folder: Path, was: str, becomes: str, level: str, words: str, line: int | None
) -> None:
    path = write(folder, "fields/zhishui.toml", WATER.replace(was, becomes))
    remarks = validate(path, load_library([folder]), Renderer())
    assert any(
        remark.level == Level(level) and words in remark.what and remark.line == line for remark in remarks
    ), remarks


def test_a_sound_field_gets_no_remark(folder: Path, library: Library) -> None:
    assert validate(folder / "fields" / "zhishui.toml", library, Renderer()) == ()


def test_an_own_declaration_cannot_turn_it_into_another_choice(folder: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    write(own, "facts.toml", '[领域]\n类型 = "选项"\n选项 = ["甲"]\n')
    library = load_library([folder, own])
    assert [problem.path.parent for problem in library.problems] == [own]
    assert library.facts["领域"].choices == ("修路", "治水")


def test_where_a_field_is_chosen_a_slot_may_have_another_default(folder: Path) -> None:
    occasion = OCCASION.replace('模板 = ["kc_yi", "kc_er"]', '模板 = ["kc_yi", "kc_er"]\n领域模板 = "kc_er"')
    write(folder, "occasions/xiaohui.toml", occasion)
    library = load_library([folder])
    for chosen, template in ((None, "kc_yi"), ("治水", "kc_er"), ("已经没有的领域", "kc_yi")):
        draft = compose(library, Renderer(), "xiaohui", FactSheet().with_value("领域", chosen))
        assert next(block.section.template for block in draft.blocks if block.section) == template


def test_the_default_for_a_field_must_be_among_the_templates_of_its_slot(folder: Path) -> None:
    occasion = OCCASION.replace('模板 = ["kc_yi", "kc_er"]', '模板 = ["kc_yi"]\n领域模板 = "kc_er"')
    path = write(folder, "occasions/xiaohui.toml", occasion)
    remarks = validate(path, load_library([folder]), Renderer())
    assert any("领域模板“kc_er”不在“模板”里" in remark.what for remark in remarks)


def test_another_field_comes_in_when_the_section_is_made_anew_and_edits_stay(folder: Path) -> None:
    front = '+++\n名称 = "讲"\n部件 = ["renshi"]\n层 = "认识"\n+++\n# 抓好重点工作\n'
    write(folder, "sections/rs_yi.j2", f"{front}各单位要行动起来。\n{TASKS}")
    write(folder, "fields/xiulu.toml", WATER.replace("治水", "修路").replace("治理河湖", "修桥铺路"))
    library = load_library([folder])
    draft = compose(library, Renderer(), "xiaohui", FactSheet((("领域", "治水"),)))
    at = next(at for at, block in enumerate(draft.blocks) if "行动起来" in block.text)
    edited = replace(draft.blocks[at], runs=(Run("各单位现在就动手。"),))
    draft = replace(draft, blocks=(*draft.blocks[:at], edited, *draft.blocks[at + 1 :]))
    draft = applied(fact_changed(draft, "领域", "修路", library.facts), draft)
    section = next(each.section for each in stretches(draft) if each.section.template == "rs_yi")
    texts = [
        block.text for block in applied(remade(draft, section.id, library, Renderer()).plan, draft).blocks
    ]
    assert "修桥铺路，再现清流" in texts and "治理河湖，再现清流" not in texts
    assert "各单位现在就动手。" in texts
