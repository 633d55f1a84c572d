"""A template's text and the facts become blocks; whatever goes wrong says which line of the template it was."""

import re
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass

from jinja2 import Template

from app.core.draft import Block, Run
from app.core.errors import ReadError
from app.core.markup_inline import ATOM
from app.templating.atoms import read_blocks
from app.templating.context import RenderContext
from app.templating.environment import GLOBALS, SpeechEnvironment
from app.templating.guard import CHARACTERS, SECONDS, SOURCE_LIMIT, Budget
from app.templating.place import Place, line_here
from app.templating.problems import TemplateError, Trouble
from app.templating.scopes import Scopes
from app.templating.values import Value

_CACHED = 128  # compiled templates
_UNFIT = re.compile("[\ufdd0-\ufdef\ufffc]")
_LINE = re.compile("^第 ([0-9]+) 行：")
_MARK = re.compile("\ufdd2([0-9]+)\ufdd3")


@dataclass(frozen=True, slots=True)
class LostBinding:
    """A printed text that does not follow its facts, because an expression changed it; `line` as in TemplateError."""

    names: tuple[str, ...]
    line: int | None


@dataclass(frozen=True, slots=True)
class Printed:
    """What a template gave before it is read: markup, and for each atom in it the value that it stands for."""

    text: str
    values: tuple[Value, ...]
    lost_bindings: tuple[LostBinding, ...] = ()


@dataclass(frozen=True, slots=True)
class Rendered:
    """What a template gave: its text in markup, the runs that stand for the atoms in it, the blocks of both."""

    text: str
    atoms: Mapping[int, tuple[Run, ...]]
    blocks: tuple[Block, ...]
    lost_bindings: tuple[LostBinding, ...] = ()


class Renderer:
    """Renders templates and keeps the last compiled ones. Not for two threads at once.

    In all methods `name` is what messages call the template, `first_line` the line of its file at which
    `source` begins; all raise TemplateError.
    """

    def __init__(self, seconds: float = SECONDS) -> None:
        """`seconds` bound each rendering."""
        self._seconds = seconds
        self._environment = SpeechEnvironment()
        self._compiled: OrderedDict[str, Template] = OrderedDict()

    def render(self, source: str, name: str, scopes: Scopes, first_line: int = 1) -> tuple[Block, ...]:
        """The blocks that a template gives; ids are empty."""
        return self.rendered(source, name, scopes, first_line).blocks

    def rendered(self, source: str, name: str, scopes: Scopes, first_line: int = 1) -> Rendered:
        """The same with all that `validate` wants to know."""
        printed = self.printed(source, name, scopes, first_line)
        runs = {number: value.runs(number) for number, value in enumerate(printed.values)}
        try:
            text, atoms, blocks = read_blocks(printed.text, runs)
        except ReadError as error:
            raise _markup_error(error, source, scopes, Place(name, first_line, scopes.names())) from error
        return Rendered(text, atoms, blocks, printed.lost_bindings)

    def printed(self, source: str, name: str, scopes: Scopes, first_line: int = 1) -> Printed:
        """The markup that a template prints, its values as atoms."""
        place = Place(name, first_line, scopes.names())
        template = self._template(source, place)
        context = _context(template, scopes)
        context.budget = Budget(self._seconds)
        lost: list[LostBinding] = []

        def on_lost(names: tuple[str, ...]) -> None:
            lost.append(LostBinding(names, place.line(line_here(template))))

        context.on_lost = on_lost
        with place.told(template):
            text = _run(template, context)
        return Printed(text, tuple(context.atoms), tuple(dict.fromkeys(lost)))

    def _template(self, source: str, place: Place) -> Template:
        if source in self._compiled:
            self._compiled.move_to_end(source)
            return self._compiled[source]
        with place.told(None, source):
            template = self._environment.from_string(_checked(source))
        self._compiled[source] = template
        if len(self._compiled) > _CACHED:
            self._compiled.popitem(last=False)
        return template


def _markup_error(error: ReadError, source: str, scopes: Scopes, place: Place) -> TemplateError:
    """The error of a printed line as one of the template's line that printed it."""
    what = ATOM.sub("…", error.what)
    match = _LINE.match(what)
    line = _origin(source, scopes, int(match[1])) if match else None
    return TemplateError(place.name, place.line(line), _LINE.sub("", what, count=1), error.remedy)


def _origin(source: str, scopes: Scopes, printed: int) -> int | None:
    """The line of the template from which a printed line came: printed again, with marks, if there is room for them."""
    template = SpeechEnvironment(marks_lines=True).from_string(source)
    try:
        lines = _run(template, _context(template, scopes)).split("\n")
    except Trouble:
        return None
    marks = _MARK.findall("".join(lines[:printed]))
    return int(marks[-1]) if marks else 1


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
