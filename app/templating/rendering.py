"""A template's text and the facts become blocks; whatever goes wrong says which line of the template it was."""

import re
import sys
from collections import OrderedDict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from types import TracebackType

from jinja2 import Template, TemplateSyntaxError
from jinja2 import TemplateError as JinjaError

from app.core.draft import Bind, Block, Run
from app.core.errors import ReadError
from app.core.facts import FactSheet, FactValue
from app.templating.atoms import read_blocks
from app.templating.context import RenderContext
from app.templating.environment import GLOBALS, SpeechEnvironment
from app.templating.fields import Field
from app.templating.forms import is_blank
from app.templating.guard import CHARACTERS, SOURCE_LIMIT
from app.templating.problems import TemplateError, Trouble, in_words
from app.templating.values import Value, missing

_CACHED = 128  # compiled templates
_UNFIT = re.compile("[\ufdd0-\ufdef\ufffc]")
_COMPILED_FROM = "<template>"  # what Jinja calls the file of a template that is none
_LINE = re.compile("第 ([0-9]+) 行：")
_PYTHON_ERRORS = (
    ArithmeticError, AttributeError, LookupError, MemoryError, RecursionError, SyntaxError, TypeError, ValueError,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Scopes:
    """Where a template's names come from: the draft's facts and the section's own fields, which win."""

    draft_fields: Mapping[str, Field]
    draft_values: FactSheet
    section_fields: Mapping[str, Field]
    section_values: FactSheet

    def names(self) -> tuple[str, ...]:
        """All names that a template may use."""
        return tuple({**self.draft_fields, **self.section_fields})

    def values(self) -> dict[str, Value]:
        """Each name with its value, or with what stands for a missing one."""
        found: dict[str, Value] = {}
        scopes = (("draft", self.draft_fields, self.draft_values), ("section", self.section_fields, self.section_values))
        for scope, fields, sheet in scopes:
            for name, field in fields.items():
                found[name] = _value(scope, field, sheet.get(name))
        return found


def _value(scope: str, field: Field, value: FactValue | None) -> Value:
    if value is None or is_blank(value):
        return missing(field, scope)
    return Value(value, Bind(scope, field.name))


@dataclass(frozen=True, slots=True)
class LostBinding:
    """A printed text that does not follow its facts, because an expression changed it; `line` as in TemplateError."""

    names: tuple[str, ...]
    line: int | None


@dataclass(frozen=True, slots=True)
class Rendered:
    """What a template gave: its text in markup, the runs that stand for the atoms in it, the blocks of both."""

    text: str
    atoms: Mapping[int, tuple[Run, ...]]
    blocks: tuple[Block, ...]
    lost_bindings: tuple[LostBinding, ...] = ()


class Renderer:
    """Renders templates and keeps the last compiled ones. Not for two threads at once."""

    def __init__(self) -> None:
        self._environment = SpeechEnvironment()
        self._compiled: OrderedDict[str, Template] = OrderedDict()

    def render(self, source: str, name: str, scopes: Scopes, first_line: int = 1) -> tuple[Block, ...]:
        """The blocks that a template gives; ids are empty. Raises TemplateError.

        `name` is what messages call the template, `first_line` the line of its file at which `source` begins.
        """
        return self.rendered(source, name, scopes, first_line).blocks

    def rendered(self, source: str, name: str, scopes: Scopes, first_line: int = 1) -> Rendered:
        """The same with all that `validate` wants to know. Raises TemplateError."""
        place = _Place(name, first_line, scopes.names())
        template = self.compiled(source, place)
        context = _context(template, scopes)
        lost: list[LostBinding] = []
        context.on_lost = lambda names: lost.append(LostBinding(names, place.line(_line_here(template))))
        with place.told(template):
            text = _run(template, context)
            runs = {number: (value.run(number),) for number, value in enumerate(context.atoms)}
        try:
            text, runs, blocks = read_blocks(text, runs)
        except ReadError as error:
            raise self._markup_error(error, source, scopes, place) from error
        return Rendered(text, runs, blocks, tuple(dict.fromkeys(lost)))

    def compiled(self, source: str, place: "_Place") -> Template:
        """The compiled template, from the cache if it is there."""
        if source in self._compiled:
            self._compiled.move_to_end(source)
            return self._compiled[source]
        with place.told(None):
            template = self._environment.from_string(_checked(source))
        self._compiled[source] = template
        if len(self._compiled) > _CACHED:
            self._compiled.popitem(last=False)
        return template

    def _markup_error(self, error: ReadError, source: str, scopes: Scopes, place: "_Place") -> TemplateError:
        """The error of a printed line as one of the template's line that printed it: rendered again, with marks."""
        match = _LINE.match(error.what)
        if match is None:
            return TemplateError(place.name, None, error.what, error.remedy)
        environment = SpeechEnvironment(marks_lines=True)
        template = environment.from_string(source)
        lines = _run(template, _context(template, scopes)).split("\n")[: int(match[1])]
        marks = re.findall("\ufdd2([0-9]+)\ufdd3", "".join(lines))
        return TemplateError(place.name, place.line(int(marks[-1]) if marks else 1), error.what[match.end() :], error.remedy)


@dataclass(frozen=True, slots=True)
class _Place:
    """Which template it is, and what a message needs to say where in it and what names there are."""

    name: str
    first_line: int
    names: tuple[str, ...]

    def line(self, line: int | None) -> int | None:
        """A line of the template's text as one of its file."""
        return None if line is None else line + self.first_line - 1

    @contextmanager
    def told(self, template: Template | None) -> Iterator[None]:
        """Whatever goes wrong within becomes a TemplateError."""
        try:
            yield
        except TemplateSyntaxError as error:
            raise self._error(in_words(error.message or ""), error.lineno) from error
        except Trouble as trouble:
            raise self._error(trouble, trouble.line or _line_in(template, trouble.__traceback__)) from trouble
        except JinjaError as error:
            raise self._error(in_words(error.message or "", self.names), _line_in(template, error.__traceback__)) from error
        except _PYTHON_ERRORS as error:
            trouble = in_words(str(error) or type(error).__name__, self.names)
            raise self._error(trouble, _line_in(template, error.__traceback__)) from error

    def _error(self, trouble: Trouble, line: int | None) -> TemplateError:
        return TemplateError(self.name, self.line(line), trouble.what, trouble.remedy)


def _checked(source: str) -> str:
    if len(source) > SOURCE_LIMIT:
        raise Trouble(f"模板超过了 {SOURCE_LIMIT:,} 字。", "请分成几个模板。", 1)
    if match := _UNFIT.search(source):
        line = source.count("\n", 0, match.start()) + 1
        raise Trouble(f"模板里有不能用的字符 U+{ord(match.group()):04X}。", "请删去。", line)
    return source


def _context(template: Template, scopes: Scopes) -> RenderContext:
    context = template.new_context({**GLOBALS, **scopes.values()}, shared=True)
    assert isinstance(context, RenderContext)
    return context


def _run(template: Template, context: RenderContext) -> str:
    chunks: list[str] = []
    length = 0
    for chunk in template.root_render_func(context):
        chunks.append(chunk)
        length += len(chunk)
        if length > CHARACTERS:
            raise Trouble(f"印出的文字超过了 {CHARACTERS:,} 字。", "请减少循环的次数。")
    return "".join(chunks)


def _line_in(template: Template | None, traceback: TracebackType | None) -> int | None:
    """The line of the template where an exception was raised, None if that was outside."""
    line = None
    while template is not None and traceback is not None:
        if traceback.tb_frame.f_code.co_filename == _COMPILED_FROM:
            line = template.get_corresponding_lineno(traceback.tb_lineno)
        traceback = traceback.tb_next
    return line


def _line_here(template: Template) -> int | None:
    """The line of the template that is being run."""
    frame = sys._getframe()  # pyright: ignore[reportPrivateUsage]
    while frame is not None and frame.f_code.co_filename != _COMPILED_FROM:
        frame = frame.f_back
    return template.get_corresponding_lineno(frame.f_lineno) if frame else None
