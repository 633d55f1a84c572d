"""A section template that the writer begins from nothing."""

from pathlib import Path

from app.jobs.program import Program
from app.templating.occasion import Slot
from app.templating.own.kinds import OwnKind
from app.templating.own.section_text import section_text
from app.templating.section_template import SectionTemplate

_WITH_HEADING = "# 【待填：大标题】\n【待填：正文】\n"
_WITHOUT = "【待填：正文】\n"


def new_section(program: Program, name: str, slot: Slot | None) -> Path:
    """Make an own section template for a slot, None for none, with its text still to be written; where it is.

    Raises WriteError.
    """
    layer = slot.layer if slot else None
    template_id = program.own.id_for(name, OwnKind.SECTIONS)
    template = SectionTemplate(
        id=template_id,
        name=name,
        slots=(slot.id,) if slot else (),
        layer=layer,
        length=None,
        approach="",
        hint="",
        fields=(),
        body=_WITH_HEADING if layer else _WITHOUT,
        body_line=1,
        path=Path(f"{template_id}{OwnKind.SECTIONS.suffix}"),
    )
    return program.own.write(OwnKind.SECTIONS, template_id, section_text(template))
