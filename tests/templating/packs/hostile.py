"""Packs and templates that mean no good, by what they try; shared by the tests and by what measures them."""

import io
import stat
import zipfile
from collections.abc import Callable, Mapping

from tests.templating.packs.packing import MANIFEST

HEAD = '+++\n名称 = "坏"\n部件 = ["kaichang"]\n字数 = 10\n写法 = "x"\n提示 = "x"\n{}+++\n'
LAYOUT = '名称 = "坏"\n基于 = "{}"\n'


def section(body: str, head: str = "") -> str:
    """The text of a section template."""
    return HEAD.format(head) + body


def fields(count: int) -> str:
    """So many fields."""
    return "".join(f'[字段.a{number}]\n类型 = "文字"\n' for number in range(count))


TEMPLATES: Mapping[str, tuple[str, str]] = {
    "loops within loops": (
        section("{% for a in range(9999) %}{% for b in range(9999) %}x{% endfor %}{% endfor %}"),
        "循环太多|重复得太多",
    ),
    "a macro that calls itself": (section("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}"), "没有尽头"),
    "a loop that feeds itself": (
        section(
            "{% set n = namespace(t='a') %}{% for i in range(9999) %}{% set n.t = n.t ~ n.t %}{% endfor %}x"
        ),
        "超过了",
    ),
    "a text that fills the memory": (section('{{ "a" * 10000000000 }}'), "超过了"),
    "a number that fills the memory": (section("{{ 9 ** 999999999 }}"), "乘方"),
    "a list that fills the memory": (section("{{ [0] * 10000000000 }}"), "超过了|不能"),
    "the class of a text": (section("{{ ''.__class__.__mro__ }}"), "不能用"),
    "the class of a fact": (section("{{ 会议名称.__class__ }}"), "不能用|没有"),
    "the globals of a macro": (section("{% macro m() %}{% endmacro %}{{ m.__globals__ }}"), "不能用"),
    "an attribute by a filter": (section("{{ 会议名称|attr('__class__') }}"), "attr"),
    "another file": (section("{% include '/etc/passwd' %}"), "include"),
    "a module": (section("{% import 'os' as os %}{{ os.system('x') }}"), "import"),
    "brackets without end": (section("{{ " + "(" * 20000 + "1" + ")" * 20000 + " }}"), "太深"),
    "blocks without end": (section("{% if 1 %}" * 900 + "x" + "{% endif %}" * 900), "太深"),
    "a very long text": (section("字" * 60_000), "50,000"),
    "a file that is too large": (section("x", "# " + "x" * 300_000 + "\n"), "大得反常"),
    "as many fields as there is room for": (section("x", fields(6000)), "字段超过"),
    "a choice of thousands": (
        section("x", f'[字段.a]\n类型 = "选项"\n选项 = {[str(number) for number in range(9999)]}\n'),
        "选项超过",
    ),
    "tables within tables": (section("x", "a = " + "{a = " * 3000 + "1" + "}" * 3000 + "\n"), "太深|超过"),
    "arrays within arrays": (section("x", "a = " + "[" * 3000 + "]" * 3000 + "\n"), "太深|超过"),
    "a key of very many parts": (section("x", ".".join("a" * 60_000) + " = 1\n"), "点号"),
    "a number of very many digits": (
        section("x", f"字数 = {'9' * 100_000}\n").replace("字数 = 10\n", ""),
        "太长",
    ),
    "no UTF-8": (section("\ufffd"), ""),
}
"""The text of a section template, and what is said of it; an empty pattern where it is no fault."""


def _zip(fill: Callable[[zipfile.ZipFile], object], manifest: str | None = MANIFEST) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        if manifest is not None:
            archive.writestr("pack.toml", manifest)
        fill(archive)
    return buffer.getvalue()


def _member(name: str, data: str | bytes = "x") -> bytes:
    return _zip(lambda archive: archive.writestr(name, data))


def _link() -> bytes:
    info = zipfile.ZipInfo("sections/wode/x.j2")
    info.create_system = 3
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return _zip(lambda archive: archive.writestr(info, "/etc/passwd"))


def _many(count: int) -> bytes:
    def fill(archive: zipfile.ZipFile) -> None:
        for number in range(count):
            archive.writestr(f"sections/wode/x{number}.j2", "")

    return _zip(fill)


def _two(first: str, second: str) -> bytes:
    return _zip(lambda archive: (archive.writestr(first, "x"), archive.writestr(second, "x")))


def _large_texts() -> bytes:
    def fill(archive: zipfile.ZipFile) -> None:
        for number in range(30):
            archive.writestr(f"sections/wode/x{number}.j2", bytes(range(256)) * 800)

    return _zip(fill)


PACKS: Mapping[str, tuple[Callable[[], bytes], str]] = {
    "a way out of the folder": (lambda: _member("../../x.j2"), "指到文件外面"),
    "a way out within a name of ours": (lambda: _member("sections/../../x.j2"), "指到文件外面"),
    "an absolute path": (lambda: _member("/etc/cron.d/x"), "指到文件外面"),
    "a drive": (lambda: _member("C:/x.j2"), "指到文件外面"),
    "a link": (_link, "链接"),
    "a bomb": (lambda: _member("sections/wode/x.j2", b"\0" * (64 << 20)), "炸弹|超过"),
    "a hundred thousand members": (lambda: _many(100_000), "超过 1000 件"),
    "two names that differ in case only": (
        lambda: _two("sections/wode/X.j2", "sections/wode/x.j2"),
        "重名",
    ),
    "no list": (lambda: _zip(lambda archive: archive.writestr("sections/x.j2", "x"), None), "不是模板包"),
    "a list of a later version": (lambda: _zip(lambda _: None, "格式 = 99\n"), "更新版本"),
    "a list that is none": (lambda: _zip(lambda _: None, "格式 = \n"), "第 1 行"),
    "a list that is too large": (lambda: _zip(lambda _: None, "# " + "x" * 300_000), "超过"),
    "texts without end": (_large_texts, "加起来超过"),
    "a hundred thousand fields": (
        lambda: _member("sections/wode/x.j2", section("x", fields(100_000))),
        "加起来超过",
    ),
    "no zip": (lambda: b"PK? no", "不完整|不是"),
    "nothing": (lambda: b"", "空文件"),
}
"""The bytes of a pack that is refused, and what is said of it."""

FILES: Mapping[str, tuple[Mapping[str, str], str]] = {
    "a device of Windows": ({"sections/wode/con.j2": section("x")}, "不能用"),
    "a name without end": ({f"sections/wode/{'a' * 200}.j2": section("x")}, "不能用"),
    "a name that is no ID": ({"sections/wode/坏.j2": section("x")}, "不能作 ID"),
    "a layout that stands on itself": ({"layouts/huai.toml": LAYOUT.format("huai")}, "又基于自己"),
    "layouts that stand on each other without end": (
        {f"layouts/a{number}.toml": LAYOUT.format(f"a{number + 1}") for number in range(300)},
        "超过 10 层|没有找到",
    ),
    "a Word file elsewhere": (
        {"layouts/huai.toml": LAYOUT.format("gb9704") + '[base]\n文件 = "../../../etc/x.docx"\n'},
        "不在包里",
    ),
    "one ID in two folders": (
        {"sections/a/huai.j2": section("x"), "sections/b/huai.j2": section("x")},
        "ID 相同",
    ),
    "a fact of another type": ({"facts.toml": '[会议日期]\n类型 = "文字"\n'}, "类型或选项不同"),
    "an occasion of thousands of parts": (
        {
            "occasions/huai.toml": '名称 = "坏"\n抬头 = "@标题 x"\n'
            + "".join(f'[[部件]]\nid = "a{number}"\n名称 = "{number}"\n' for number in range(5000))
        },
        "部件超过",
    ),
}
"""The files of a pack that is read, in which at least one has the fault that is said."""
