"""Section templates (节模板): one file each, with what is asked, how it differs, and how to write it."""

from dataclasses import dataclass
from pathlib import Path

from app.core.kinds import Layer
from app.templating.declarations import read_fields
from app.templating.fields import Field
from app.templating.file_text import read_text
from app.templating.front_matter import front_matter
from app.templating.occasion import Slot, read_layer, template_id
from app.templating.tables import Table

SECTION_WORDS = {
    "name": "名称",
    "slots": "部件",
    "layer": "层",
    "length": "字数",
    "approach": "写法",
    "hint": "提示",
    "fields": "字段",
}


@dataclass(frozen=True, slots=True)
class SectionTemplate:
    """节模板. `slots` are the ids of the slots it fits, `length` what it usually takes in 字, or None.

    `approach` tells it from its neighbours in one line, `hint` is the 写作提示. `body` is Jinja2 and
    markup, beginning on the line `body_line` of the file.
    """

    id: str
    name: str
    slots: tuple[str, ...]
    layer: Layer | None
    length: int | None
    approach: str
    hint: str
    fields: tuple[Field, ...]
    body: str
    body_line: int
    path: Path
    built_in: bool = False

    def fits(self, slot: Slot) -> bool:
        """Whether it may stand in a slot: it names the slot and is of its layer."""
        return slot.id in self.slots and self.layer is slot.layer


def read_section(path: Path, built_in: bool = False) -> SectionTemplate:
    """The section template of a file. Raises ReadError."""
    return section_of(read_text(path), path, built_in)


def section_of(text: str, path: Path, built_in: bool = False) -> SectionTemplate:
    """The section template that a text is, in the file of that name, which need not be there. Raises ReadError."""
    where = f"“{path.name}”"
    front = front_matter(text, path.name)
    table = Table(front.values, SECTION_WORDS, where)
    return SectionTemplate(
        id=template_id(path),
        name=table.needed_text("name"),
        slots=table.texts("slots"),
        layer=read_layer(table.text("layer"), where),
        length=table.count("length"),
        approach=table.text("approach"),
        hint=table.text("hint"),
        fields=read_fields(table.named_tables("fields"), where),
        body=front.body,
        body_line=front.body_line,
        path=path,
        built_in=built_in,
    )
