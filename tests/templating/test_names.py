"""Names in a template's text, found and changed."""

from pathlib import Path

from app.core.facts import FactSheet
from app.templating.fields import by_name
from app.templating.library import load_library
from app.templating.names import places_of, renamed
from app.templating.rendering import Renderer
from app.templating.scopes import Scopes
from app.templating.trials import examples

LIBRARY = load_library([Path(__file__).parents[2] / "templates"])


def test_a_name_is_changed_where_it_is_a_value_and_nowhere_else() -> None:
    body = (
        '单位：{{ 单位 }}{% if 单位 == "单位" %}【待填：单位】{{ 人.单位 }}{{ 甲|单位 }}{# 单位 #}{% endif %}'
    )
    assert renamed(body, "单位", "部门") == (
        '单位：{{ 部门 }}{% if 部门 == "单位" %}【待填：单位】{{ 人.单位 }}{{ 甲|单位 }}{# 单位 #}{% endif %}'
    )


def test_a_longer_name_is_another_one() -> None:
    assert list(places_of("单位", "{{ 单位名 }}{{ 主单位 }}")) == []


def test_every_template_of_ours_gives_the_same_with_its_fields_renamed() -> None:
    renderer, facts = Renderer(), examples(LIBRARY.facts)
    for template in LIBRARY.sections.values():
        own = by_name(template.fields)
        said, body = examples(own), template.body
        for name in own:
            body = renamed(body, name, f"{name}又")
        others = {f"{name}又": field for name, field in own.items()}
        values = FactSheet(tuple((f"{name}又", value) for name, value in said))
        before = renderer.render(template.body, "甲.j2", Scopes(LIBRARY.facts, facts, own, said))
        after = renderer.render(body, "甲.j2", Scopes(LIBRARY.facts, facts, others, values))
        assert [block.text for block in after] == [block.text for block in before]
