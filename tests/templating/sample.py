"""Declared facts, a section's fields and their values, with which the tests of rendering work."""

from decimal import Decimal

from app.core.draft import Block, Run
from app.core.facts import Date, FactSheet, FactValue, Person
from app.templating.fields import Field, FieldType
from app.templating.rendering import Rendered, Renderer
from app.templating.scopes import Scopes


def declared(**types: FieldType) -> dict[str, Field]:
    """Fields by name."""
    return {name: Field(name, kind) for name, kind in types.items()}


DRAFT = {
    **declared(
        会议名称=FieldType.TEXT,
        会议日期=FieldType.DATE,
        讲话人=FieldType.PERSON,
        单位数=FieldType.NUMBER,
        投资=FieldType.NUMBER,
        类别=FieldType.CHOICE,
        items=FieldType.LIST,
        values=FieldType.TEXT,
    ),
    "议程": Field("议程", FieldType.LIST, example=("甲", "乙", "丙")),
}
SECTION = declared(工作=FieldType.TEXT, 任务=FieldType.LIST, 目标=FieldType.NUMBER)
FACTS: dict[str, FactValue] = {
    "会议名称": "全市××工作推进会议",
    "会议日期": Date(2025, 5, 31),
    "讲话人": Person("×××", "市长"),
    "单位数": 2,
    "投资": Decimal("123000"),
    "类别": "动员",
    "items": ("一项",),
    "values": "值",
    "议程": ("听取汇报。", "讨论文件"),
}
FIELDS: dict[str, FactValue] = {"工作": "××工作", "任务": ("抓开工。", "抓建设；"), "目标": 12}


def scopes(facts: dict[str, FactValue] | None = None, fields: dict[str, FactValue] | None = None) -> Scopes:
    """The sample's names with these values; None for the sample's own."""
    values = FACTS if facts is None else facts
    own = FIELDS if fields is None else fields
    return Scopes(DRAFT, FactSheet(tuple(values.items())), SECTION, FactSheet(tuple(own.items())))


NOTHING = scopes({}, {})


def rendered(source: str, names: Scopes | None = None, first_line: int = 1) -> Rendered:
    """What a template gives with the sample's values."""
    return Renderer().rendered(source, "样例.j2", names or scopes(), first_line)


def blocks(source: str, names: Scopes | None = None) -> tuple[Block, ...]:
    """The blocks of a template."""
    return rendered(source, names).blocks


def texts(source: str, names: Scopes | None = None) -> list[str]:
    """The texts of the blocks of a template."""
    return [block.text for block in blocks(source, names)]


def runs(source: str, names: Scopes | None = None) -> tuple[Run, ...]:
    """The runs of a template of one line."""
    (block,) = blocks(source, names)
    return block.runs


def bound(source: str, names: Scopes | None = None) -> list[tuple[str, str, str]]:
    """Text, name and form of each bound run in a template of one line."""
    return [(run.text, run.bind.name, run.bind.form) for run in runs(source, names) if run.bind]
