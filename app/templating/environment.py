"""Jinja2 as templates of speeches get it: values print as atoms, nothing else of Python can be reached.

With autoescape on, what macros and `{% set %}` blocks give is Markup and passes as it is, made of the template's
own text and of atoms; every other output of an expression becomes an atom, which the markup parser does not read.
So a value never makes structure, whatever is in it. `guard.py` bounds the rest.
"""

from collections.abc import Mapping
from types import BuiltinMethodType, MethodType
from typing import Any, cast

from jinja2 import StrictUndefined, nodes
from jinja2.compiler import CodeGenerator
from jinja2.runtime import Context, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace
from markupsafe import Markup

from app.templating.context import RenderContext, counted, joined, printed, weighed
from app.templating.filters import FILTERS
from app.templating.guard import bounded_range, calculated
from app.templating.plain_filters import TESTS
from app.templating.problems import Trouble
from app.templating.rewriting import COUNTED, JOINED, WEIGHED, marked, rewritten
from app.templating.values import Value, computed, is_open, plain

GLOBALS: Mapping[str, object] = {"range": bounded_range, "namespace": Namespace}
_LOOP_PARTS = frozenset({
    "index", "index0", "revindex", "revindex0", "first", "last", "length", "previtem", "nextitem",
    "depth", "depth0", "cycle", "changed",
})  # fmt: skip
_DICT_PARTS = ("items", "keys", "values", "get")


class _Generator(CodeGenerator):
    """Writes the calls of `printed` without Jinja's escaping around them: what it returns is fit to print."""

    def _output_child_pre(self, node: nodes.Expr, frame: Any, finalize: Any) -> None:
        self.write("environment.finalize(context, ")

    def _output_child_post(self, node: nodes.Expr, frame: Any, finalize: Any) -> None:
        self.write(")")


class SpeechEnvironment(ImmutableSandboxedEnvironment):
    """The environment in which section templates are compiled and run. One can serve many renderings.

    With `marks_lines` each line of the template's own text begins with its number between U+FDD2 and U+FDD3.
    """

    code_generator_class = _Generator
    context_class = RenderContext
    intercepted_binops = frozenset(("+", "-", "*", "/", "//", "%", "**"))
    intercepted_unops = frozenset(("+", "-"))

    def __init__(self, marks_lines: bool = False) -> None:
        # Constants are not folded: one that fills the memory would do so before there is a budget.
        super().__init__(
            autoescape=True, undefined=StrictUndefined, finalize=printed, optimized=False, cache_size=0
        )
        self.marks_lines = marks_lines
        self.filters = {**FILTERS, COUNTED: counted, JOINED: joined, WEIGHED: weighed}
        self.tests = dict(TESTS)
        self.globals = dict(GLOBALS)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        return rewritten(marked(tree) if self.marks_lines else tree, self.filters, self.tests)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A part of a value, of `loop`, of a namespace or of a dict. Raises Trouble for anything else."""
        if type(obj) is LoopContext and attribute in _LOOP_PARTS:
            return getattr(obj, attribute)
        if isinstance(obj, Value):
            return obj.part(attribute)
        if isinstance(obj, dict):
            return _part_of_dict(cast(dict[Any, Any], obj), attribute)
        if type(obj) is Namespace and not attribute.startswith("_"):
            return _part_of_namespace(obj, attribute)
        _known(obj)
        raise Trouble(
            f"这里不能用“.{attribute}”。",
            "小数点后只能写人的姓名、职务，日期的年、月、日，以及 loop 的序号。",
        )

    def getitem(self, obj: Any, argument: Any) -> Any:
        """An item by its number, or a part by its name. Raises Trouble where there is none."""
        key = plain(argument)
        if isinstance(obj, dict) or isinstance(key, str):
            return self.getattr(obj, key)
        _known(obj)
        if not isinstance(obj, Value | list | tuple | str | range):
            raise Trouble("这里没有可以取的项。", "只有清单能按序号取，例如 议程[0]。")
        try:
            return cast(Any, obj)[key]
        except (LookupError, TypeError) as error:
            raise Trouble(f"这里没有第“{key}”项。", "序号从 0 开始，不能超过清单的长度。") from error

    def call(  # type: ignore[override]
        self,
        context: Context,
        obj: Any,
        *args: Any,
        _loop_vars: object = None,
        _block_vars: object = None,
        **kwargs: Any,
    ) -> Any:
        """The result of a macro, of `range`, `namespace`, `loop(…)`, or of a part of a loop or dict."""
        assert isinstance(context, RenderContext)
        context.budget.spend(1)
        if isinstance(obj, LoopContext) and len(args) == 1:
            return obj(counted(context, args[0], 0))
        _known(obj)
        if isinstance(obj, Macro) or _is_allowed(obj):
            return obj(*args, **kwargs)
        raise Trouble("这里不能加括号。", "只有宏能带括号；事实和字段直接写名字。")

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """The result of a calculation: unbound, but it knows which facts went in."""
        assert isinstance(context, RenderContext)
        context.budget.spend(1)
        _known(left, right)
        if operator == "+" and Markup in (type(left), type(right)):
            return joined(context, (left, right))
        if is_open(left) or is_open(right):
            return computed(1, left, right)
        return computed(calculated(operator, plain(left), plain(right)), left, right)

    def call_unop(self, context: Context, operator: str, arg: Any) -> Any:
        """A number with its sign."""
        return self.call_binop(context, operator, 0, arg)


def _known(*values: object) -> None:
    """Raise for a name that nobody declares."""
    for value in values:
        if isinstance(value, StrictUndefined):
            str(value)


def _is_allowed(obj: object) -> bool:
    if isinstance(obj, MethodType | BuiltinMethodType) and isinstance(obj.__self__, LoopContext | dict):
        return True  # only `getattr` gives them out
    return any(obj is function for function in GLOBALS.values())


def _part_of_dict(table: dict[Any, Any], name: Any) -> Any:
    """Entries come before what every dict can do: one may be called items or values."""
    if name in table:
        return table[name]
    if name in _DICT_PARTS:
        return getattr(table, name)
    raise Trouble(f"这里没有“{name}”。", f"有的是：{'、'.join(map(str, table))}。")


def _part_of_namespace(space: Namespace, name: str) -> Any:
    try:
        return getattr(space, name)
    except AttributeError as error:
        raise Trouble(f"namespace 里没有“{name}”。", "请先写 namespace(名字=初值)。") from error
