"""A template's syntax tree before it is compiled: what is not allowed is found, what must be bounded is wrapped.

Every loop goes through `COUNTED`, every `~` through `JOINED`, every slice and every comparison
that may look at long contents through `WEIGHED`: filters whose names no template can write.
"""

from collections.abc import Collection, Iterable
from typing import cast

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

from app.templating.problems import Trouble, near

COUNTED, JOINED, WEIGHED = "(counted)", "(joined)", "(weighed)"
_INTERNAL = (COUNTED, JOINED, WEIGHED)
_REMEDY = "请把要用的内容直接写在这个模板里。"
_FORBIDDEN: tuple[tuple[type[nodes.Node], str, str], ...] = (
    (nodes.Include, "include", _REMEDY),
    (nodes.Import, "import", _REMEDY),
    (nodes.FromImport, "from", _REMEDY),
    (nodes.Extends, "extends", _REMEDY),
    (nodes.Block, "block", _REMEDY),
    (nodes.FilterBlock, "filter", "请在每一处 {{ 名字|印法 }} 里写印法。"),
    (nodes.EvalContextModifier, "autoescape", "请删去。"),
)


def rewritten(tree: nodes.Template, filters: Collection[str], tests: Collection[str]) -> nodes.Template:
    """The tree as it may be compiled. Raises Trouble with the line of what is not allowed."""
    names = [name for name in filters if name not in _INTERNAL]
    _Rewriter(names, list(tests)).visit(tree)
    assert tree.environment is not None
    tree.set_environment(tree.environment)
    return tree


def marked(tree: nodes.Template) -> nodes.Template:
    """The tree with the number of its line before each line of the template's own text."""
    for data in tree.find_all(nodes.TemplateData):
        lines = data.data.split("\n")
        data.data = "\n".join(f"\ufdd2{data.lineno + row}\ufdd3{line}" for row, line in enumerate(lines))
    return tree


class _Rewriter(NodeTransformer):
    def __init__(self, filters: list[str], tests: list[str]) -> None:
        self.filters = filters
        self.tests = tests

    def generic_visit(self, node: nodes.Node, *args: object, **kwargs: object) -> nodes.Node:
        for kind, tag, remedy in _FORBIDDEN:
            if isinstance(node, kind):
                raise Trouble(f"模板里不能用 {{% {tag} %}}。", remedy, node.lineno)
        return super().generic_visit(node, *args, **kwargs)

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        size = sum(len(data.data) for data in _own_text(node.body))
        node.iter = _wrapped(COUNTED, cast(nodes.Expr, node.iter), nodes.Const(size, lineno=node.lineno))
        return node

    def visit_AssignBlock(self, node: nodes.AssignBlock) -> nodes.Node:  # noqa: N802
        if node.filter is not None:
            what = "{% set %} 与 {% endset %} 之间的内容不能带印法。"
            raise Trouble(what, "请在每一处 {{ 名字|印法 }} 里写。", node.lineno)
        return self.generic_visit(node)

    def visit_Filter(self, node: nodes.Filter) -> nodes.Node:  # noqa: N802
        if node.name not in self.filters:
            raise Trouble(f"没有叫“{node.name}”的印法。", near(node.name, self.filters, 99), node.lineno)
        return self.generic_visit(node)

    def visit_Test(self, node: nodes.Test) -> nodes.Node:  # noqa: N802
        if node.name not in self.tests:
            raise Trouble(f"is 后面不能写“{node.name}”。", near(node.name, self.tests), node.lineno)
        return self.generic_visit(node)

    def visit_Getattr(self, node: nodes.Getattr) -> nodes.Node:  # noqa: N802
        if node.attr.startswith("_"):
            raise Trouble(
                f"模板里不能用“.{node.attr}”。", "小数点后只能写 姓名、职务、年、月、日 等部分。", node.lineno
            )
        return self.generic_visit(node)

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        return _wrapped(JOINED, nodes.List(node.nodes, lineno=node.lineno))

    def visit_CondExpr(self, node: nodes.CondExpr) -> nodes.Node:  # noqa: N802
        if node.expr2 is None:
            node.expr2 = nodes.Const("", lineno=node.lineno)
        return self.generic_visit(node)

    def visit_Getitem(self, node: nodes.Getitem) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        if isinstance(node.arg, nodes.Slice):
            node.node = _wrapped(WEIGHED, node.node)
        return node

    def visit_Compare(self, node: nodes.Compare) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        for operand in node.ops:
            if operand.op in ("in", "notin"):
                operand.expr = _wrapped(WEIGHED, operand.expr)
            elif not isinstance(operand.expr, nodes.Const):
                node.expr = _wrapped(WEIGHED, node.expr)
        return node


def _wrapped(name: str, node: nodes.Expr, *arguments: nodes.Expr) -> nodes.Filter:
    return nodes.Filter(node, name, list(arguments), [], None, None, lineno=node.lineno)


def _own_text(body: Iterable[nodes.Node]) -> Iterable[nodes.TemplateData]:
    """The template's own text in a loop's body, without the loops within, which count theirs."""
    waiting = list(body)
    while waiting:
        node = waiting.pop()
        if isinstance(node, nodes.TemplateData):
            yield node
        elif not isinstance(node, nodes.For):
            waiting.extend(node.iter_child_nodes())
