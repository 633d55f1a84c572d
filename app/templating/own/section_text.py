"""A section template as the text of its file."""

from collections.abc import Mapping
from dataclasses import replace

from app.core.errors import ReadError
from app.files.toml_edit import EditedToml
from app.templating.file_text import LIMITS
from app.templating.front_matter import FENCE, split_text
from app.templating.own.changes import Changes
from app.templating.own.fields_text import as_written, put_fields
from app.templating.section_template import SECTION_WORDS, SectionTemplate, section_of


def section_text(
    template: SectionTemplate, former: str = "", renamed: Mapping[str, str] | None = None
) -> str:
    """The text of the file of a section template; its `id`, `body_line` and `built_in` say nothing.

    `former` is the text that it was made from: what is the same stays as it was written there, with its comments and
    in its order. `renamed` are new names of fields by their former ones. Raises ReadError where `former` cannot
    be read.
    """
    template = replace(
        template,
        name=template.name.strip(),
        approach=template.approach.strip(),
        hint=template.hint.strip(),
        fields=as_written(template.fields),
    )
    text = _changed(template, former, renamed or {})
    try:
        read = section_of(text, template.path)
    except ReadError:
        return text  # it is what was given that does not fit: whoever validates is told
    same = replace(read, id=template.id, body_line=template.body_line, built_in=template.built_in)
    return text if same == template or not former else section_text(template)


def _changed(after: SectionTemplate, former: str, renamed: Mapping[str, str]) -> str:
    name = after.path.name
    before = section_of(former, after.path) if former else None
    toml = EditedToml(split_text(former, name)[0] + "\n" if former else "", name, LIMITS, first_line=2)
    put = Changes(toml, SECTION_WORDS)
    put.put("name", before and before.name, after.name)
    put.put("slots", before and before.slots, after.slots)
    put.put("layer", before and before.layer, after.layer)
    put.put("length", before and before.length, after.length)
    put.put("approach", before and before.approach, after.approach)
    put.put("hint", before and before.hint, after.hint)
    fields = before.fields if before else ()
    if after.fields:
        put_fields(toml.tables(put.names("fields")), fields, after.fields, renamed)
    elif fields:
        toml.remove(put.names("fields"))
    head = str(toml).strip("\n")
    return f"{FENCE}\n{head}\n{FENCE}\n{after.body}"
