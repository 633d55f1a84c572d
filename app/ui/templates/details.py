"""What is said of a template: how it is written, the hint, its length, where it is used, what is asked for it."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from PySide6.QtWidgets import QFrame, QTextBrowser

from app.templating.fields import Field
from app.templating.library import Library
from app.templating.remarks import Remark
from app.templating.section_checks import used_names
from app.templating.section_template import SectionTemplate
from app.ui.templates.entries import Entry, places_of
from app.ui.theme import Theme

_NOTHING = "没有写。"


class Details(QTextBrowser):
    """The particulars of one entry, to be read and copied."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName("模板说明")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.document().setDocumentMargin(8)

    def show_entry(
        self, library: Library, entry: Entry | None, characters: int | None, remarks: Sequence[Remark] = ()
    ) -> None:
        """Show these; `characters` is the length with what the preview is filled with, None where that is not known."""
        if entry is None:
            self.clear()
            return
        parts = list(_particulars(library, entry.template, characters)) if entry.template else []
        parts += [("文件", escape(str(entry.path)))] if entry.is_own else []
        parts += [("可以再看看", _remarked(remarks))] if remarks else []
        faint = self._theme.colours.faint.name()
        self.setHtml(
            "".join(
                f"<p style='margin:14px 0 2px 0;color:{faint}'>{name}</p><p style='margin:0'>{text}</p>"
                for name, text in parts
            )
        )


def _particulars(
    library: Library, template: SectionTemplate, characters: int | None
) -> Iterator[tuple[str, str]]:
    """Each with its name, as HTML."""
    yield "写法", _text(template.approach)
    yield "写作提示", _text(template.hint)
    yield "字数", _length(template.length, characters)
    yield "用在哪些场合", _uses(library, template)
    yield "要填的字段", "<br>".join(map(_field, template.fields)) or "不用另填。"
    yield "用到的事实", escape("、".join(_facts(library, template))) or "没有用到事实。"


def _facts(library: Library, template: SectionTemplate) -> Iterator[str]:
    """The facts that its text names, in the order in which they are declared."""
    used = used_names(template.body) - {field.name for field in template.fields}
    return (name for name in library.facts if name in used)


def _text(text: str) -> str:
    return escape(text).replace("\n", "<br>") or _NOTHING


def _length(length: int | None, characters: int | None) -> str:
    said = f"一般约 {length:,} 字" if length else "没有写一般多少字"
    return f"{said}；照预览里这样填，{characters:,} 字。" if characters is not None else f"{said}。"


def _uses(library: Library, template: SectionTemplate) -> str:
    slots: dict[str, list[str]] = {}
    for occasion, slot in places_of(library, template):
        slots.setdefault(occasion.name, []).append(slot.name)
    lines = (f"{escape(name)}：{escape('、'.join(parts))}" for name, parts in slots.items())
    return "<br>".join(lines) or "哪个场合也没有用到；可以从“插入模板”放进任何稿子。"


def _field(field: Field) -> str:
    notes = [str(field.type), *(["必填"] if field.required else [])]
    if field.choices:
        notes.append("可选：" + "、".join(field.choices))
    hint = f"　{field.hint}" if field.hint else ""
    return escape(f"{field.name}（{'，'.join(notes)}）{hint}")


def _remarked(remarks: Iterable[Remark]) -> str:
    return "<br>".join(escape(said_of(remark)) for remark in remarks)


def said_of(remark: Remark) -> str:
    """A remark in one sentence or two, with its line."""
    where = f"第 {remark.line} 行：" if remark.line and f"第 {remark.line} 行" not in remark.what else ""
    return f"{where}{remark.what}{remark.remedy}"
