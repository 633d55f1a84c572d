"""The one table of commands: menus, toolbar, palette and page of shortcuts are made from it.

A command is enabled by the situation, a plain value that says what the window shows, and carried out on the
desk, which names what the window can do.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.kinds import KIND_NAMES, Kind, Layer, Status
from app.ui.situation import Situation
from app.ui.zooming import LEAST_ZOOM, MOST_ZOOM

if TYPE_CHECKING:
    from app.ui.desk import Desk


def _always(_: Situation) -> bool:
    return True


def _with_draft(now: Situation) -> bool:
    return now.has_draft


def _writable(now: Situation) -> bool:
    return now.writable


@dataclass(frozen=True, slots=True)
class Command:
    """One command. `shortcuts` are in Qt's portable form; `checked` makes it one that is on or off."""

    id: str
    name: str
    run: "Callable[[Desk], object]"
    shortcuts: tuple[str, ...] = ()
    icon: str = ""
    enabled: Callable[[Situation], bool] = _with_draft
    checked: Callable[[Situation], bool] | None = None
    hint: str = ""
    full_name: Callable[[Situation], str] | None = None
    """What menus call it in a situation, where its name says more than what it always is."""


_WITHIN_QUOTES = str.maketrans("“”‘’", "‘’“”")
"""Quotes within quotes are single, and those within these double again (GB/T 15834)."""


def _step(name: str, step: Callable[[Situation], str]) -> Callable[[Situation], str]:
    """撤销“输入”: the command with the step that it takes back or makes again."""
    return lambda now: f"{name}“{step(now).translate(_WITHIN_QUOTES)}”" if step(now) else name


def _id_of(kind: Kind) -> str:
    return f"kind_{kind.value}"


def _kind(kind: Kind, number: str, key: str, icon: str, hint: str) -> Command:
    """`number` is the first of the kind's numbers, empty where it has none."""
    return Command(
        _id_of(kind),
        f"{KIND_NAMES[kind]}　{number}" if number else KIND_NAMES[kind],
        lambda desk: desk.text.set_kind(kind),
        (f"Ctrl+{key}",) if key else (),
        icon,
        _writable,
        lambda now: now.kind is kind,
        hint,
    )


def _head(kind: Kind, hint: str) -> Command:
    return Command(
        _id_of(kind),
        KIND_NAMES[kind],
        lambda desk: desk.text.head_line(kind),
        enabled=_writable,
        checked=lambda now: now.kind is kind,
        hint=hint,
    )


def _in_section(now: Situation) -> bool:
    return now.writable and now.in_section


def _layer(layer: Layer) -> Command:
    return Command(
        f"layer_{layer.name.lower()}",
        f"归入{layer.value}层",
        lambda desk: desk.sections.set_layer(layer),
        enabled=_in_section,
        checked=lambda now: now.layer is layer,
        hint=f"本节属于{layer.value}层；再选一次就不属于四层",
    )


def _status(status: Status) -> Command:
    return Command(
        f"status_{status.name.lower()}",
        f"标为{status.value}",
        lambda desk: desk.sections.set_status(status),
        enabled=_in_section,
        checked=lambda now: now.status is status,
        hint=f"本节写到了{status.value}；再选一次就不标",
    )


COMMANDS: tuple[Command, ...] = (
    Command("new", "新建", lambda desk: desk.files.new(), ("Ctrl+N",), "file-plus", _always, hint="按场合新建一篇讲话稿"),
    Command("from_table", "按表格批量生成…", lambda desk: desk.files.new_from_table(), ("Ctrl+Shift+B",), "", _always,
            hint="一张 Excel 表，一行一份讲话稿和 Word 文件"),
    Command("open", "打开", lambda desk: desk.files.choose_and_open(), ("Ctrl+O",), "folder-open", _always,
            hint="打开 .siceng 讲话稿，或 Word、文本、网页里的旧稿"),
    Command("import", "导入…", lambda desk: desk.files.choose_and_import(), ("Ctrl+Shift+N",), "file-input", _always,
            hint="Word 文件、网页上粘来的文字：先看认得对不对，再生成讲话稿"),
    Command("recovered", "恢复稿…", lambda desk: desk.show_recovered(), (), "", _always,
            hint="上次没有正常结束时留下的稿子"),
    Command("save", "保存", lambda desk: desk.files.save(), ("Ctrl+S",), "save", _writable,
            hint="存进这份稿子的文件"),
    Command("save_as", "另存为…", lambda desk: desk.files.save_as(), ("Ctrl+Shift+S",), "save-all",
            hint="换一个文件名存，以后都存在那里"),
    Command("export", "导出 Word", lambda desk: desk.files.export(), ("Ctrl+E",), "file-output", hint="排好版，存成文件"),
    Command("close", "关闭", lambda desk: desk.files.close_draft(), ("Ctrl+W",), "x",
            hint="关上这份稿子，回到开始页；没存的会先问"),
    Command("quit", "退出", lambda desk: desk.quit(), ("Ctrl+Q",), "log-out", _always, hint="退出程序；没存的会先问"),
    Command("undo", "撤销", lambda desk: desk.text.undo(), ("Ctrl+Z",), "undo-2", lambda now: now.can_undo,
            hint="退回上一步", full_name=_step("撤销", lambda now: now.undo_name)),
    Command("redo", "重做", lambda desk: desk.text.redo(), ("Ctrl+Y", "Ctrl+Shift+Z"), "redo-2", lambda now: now.can_redo,
            hint="把撤销的再做一遍", full_name=_step("重做", lambda now: now.redo_name)),
    Command("cut", "剪切", lambda desk: desk.text.cut(), ("Ctrl+X",), "", lambda now: now.writable and now.selected,
            hint="选中的文字移到剪贴板"),
    Command("copy", "复制", lambda desk: desk.text.copy(), ("Ctrl+C",), "", lambda now: now.has_draft and now.selected,
            hint="带序号复制，粘到 Word、微信里也对"),
    Command("paste", "粘贴", lambda desk: desk.text.paste(), ("Ctrl+V",), "", _writable,
            hint="从 Word、WPS、网页来的，按序号和标题样式分级"),
    Command("paste_plain", "粘贴为纯文字", lambda desk: desk.text.paste_plain(), ("Ctrl+Shift+V",), "", _writable,
            hint="只要文字，全部作正文"),
    Command("select_all", "全选", lambda desk: desk.text.select_all(), ("Ctrl+A",), "", hint="选中全部正文"),
    Command("change_fact", "改这个事实", lambda desk: desk.bound.change_fact(), (), "", lambda now: now.in_fact,
            hint="到右边去改光标处的事实，全稿一起变；也可以按住 Ctrl 点它"),
    Command("bind_again", "重新绑定", lambda desk: desk.bound.bind_again(), (), "",
            lambda now: now.writable and now.edited_by_hand, hint="光标处手工改过的事实，恢复成事实里的写法"),
    Command("next_placeholder", "下一处待填", lambda desk: desk.text.next_placeholder(), ("F4",), "text-cursor-input",
            lambda now: now.placeholders > 0, hint="跳到下一处【待填】；在正文里也可以按 Tab"),
    Command("previous_placeholder", "上一处待填", lambda desk: desk.text.previous_placeholder(), ("Shift+F4",), "",
            lambda now: now.placeholders > 0, hint="跳到上一处【待填】；在正文里也可以按 Shift+Tab"),
    Command("find", "查找", lambda desk: desk.finding.show_find(), ("Ctrl+F",), "search", hint="在正文和序号里查找"),
    Command("replace", "替换", lambda desk: desk.finding.show_replace(), ("Ctrl+H",), "replace", _writable,
            hint="查找并替换"),
    Command("find_next", "下一处", lambda desk: desk.finding.next(), ("F3",), hint="到找到的下一处"),
    Command("find_previous", "上一处", lambda desk: desk.finding.previous(), ("Shift+F3",), hint="到找到的上一处"),
    _kind(Kind.BODY, "", "0", "pilcrow", "这一段作正文"),
    _kind(Kind.H1, "一、", "1", "heading-1", "这一段作一级标题，序号自动编"),
    _kind(Kind.H2, "（一）", "2", "heading-2", "这一段作二级标题，序号自动编"),
    _kind(Kind.H3, "1.", "3", "heading-3", "这一段作三级标题，序号自动编"),
    _kind(Kind.H4, "（1）", "4", "heading-4", "这一段作四级标题，序号自动编"),
    _kind(Kind.POINT, "一是", "5", "list", "这一段作一是、二是这样的要点"),
    _kind(Kind.PART, "", "", "", "这一段作篇题：比一级标题高一层，没有序号"),
    _head(Kind.STAGE, "到稿次一行（如送审稿）；还没有就加上"),
    _head(Kind.TITLE, "到标题；还没有就加上，正文第一行像标题就用它"),
    _head(Kind.SUBTITLE, "到副题；还没有就加上"),
    _head(Kind.BYLINE, "加一行讲话人；可以有几位"),
    _head(Kind.DATE, "到日期一行；还没有就加上"),
    _head(Kind.SALUTATION, "到称谓（如同志们：）；还没有就加上，正文第一行是称谓就用它"),
    _kind(Kind.CLOSING, "", "", "", "这一段作结束语，如谢谢大家"),
    _kind(Kind.SIGNOFF, "", "", "", "这一段作落款：单位和日期，排在右边"),
    _kind(Kind.CUE, "", "", "", "这一段作场上提示，如（稍停）、（请就座），讲话时不念"),
    Command("joined", "接排", lambda desk: desk.text.toggle_joined(), ("Ctrl+J",), "text-wrap",
            lambda now: now.writable and now.joinable and (now.may_be_joined or now.selected),
            lambda now: now.joined, "接在上一段后面印，不另起一段"),
    Command("joined_series", "整组接排", lambda desk: desk.text.toggle_series(), ("Ctrl+Shift+J",), "",
            lambda now: now.writable and now.joinable, hint="光标所在的一是、二是……全部接在一段里，再按一次各自另起"),
    Command("restart", "重新从一编号", lambda desk: desk.text.toggle_restart(), (), "",
            lambda now: now.writable and now.numbered, lambda now: now.restart,
            "这个标题或要点从一编起；再选一次，接着上面编"),
    Command("bold", "加粗", lambda desk: desk.text.toggle_bold(), ("Ctrl+B",), "", _writable,
            lambda now: now.bold, "给选中的文字加粗，没有选中就给接着写的字加粗；再按一次取消"),
    Command("query", "待核实", lambda desk: desk.text.toggle_query(), ("Ctrl+Shift+K",), "", _writable,
            hint="给选中的文字标上波浪线，导出后成为 Word 批注"),
    Command("comment", "批注…", lambda desk: desk.text.comment(), ("Ctrl+Alt+M",), "", _writable,
            hint="给选中的文字写批注，导出后成为 Word 批注"),
    Command("rise", "升级", lambda desk: desk.headings.rise(), ("Alt+Shift+Left",), "indent-decrease",
            lambda now: now.writable and now.may_rise, hint="标题连同下面各级一起升一级"),
    Command("sink", "降级", lambda desk: desk.headings.sink(), ("Alt+Shift+Right",), "indent-increase",
            lambda now: now.writable and now.may_sink, hint="标题连同下面各级一起降一级"),
    Command("go_up", "上移", lambda desk: desk.headings.go_up(), ("Alt+Shift+Up",), "arrow-up",
            lambda now: now.writable and now.may_go_up, hint="移到前一节之前，已在最前就移进前一个标题；选中几条一起移"),
    Command("go_down", "下移", lambda desk: desk.headings.go_down(), ("Alt+Shift+Down",), "arrow-down",
            lambda now: now.writable and now.may_go_down, hint="移到后一节之后，已在最后就移进后一个标题；选中几条一起移"),
    Command("duplicate", "复制一份", lambda desk: desk.headings.duplicate(), (), "copy",
            lambda now: now.writable and now.in_heading, hint="把这个标题连同下面的内容再放一份"),
    Command("delete", "删除这一节", lambda desk: desk.headings.delete(), (), "trash-2",
            lambda now: now.writable and now.in_heading, hint="删去这个标题和它下面的全部内容，可以撤销"),
    Command("rename", "改标题", lambda desk: desk.outlining.rename(), ("F2",), "",
            lambda now: now.writable and now.in_heading, hint="在提纲里改这个标题"),
    Command("split", "从这里另起一节", lambda desk: desk.headings.split(), ("Ctrl+Shift+Return",), "",
            lambda now: now.writable and now.may_split, hint="在光标处加一个同级标题，后面的内容归它"),
    Command("merge", "并入上一节", lambda desk: desk.headings.merge(), (), "",
            lambda now: now.writable and now.may_merge, hint="这个标题改成一段正文，内容归到前一节"),
    Command("overview", "标题总览…", lambda desk: desk.outlining.overview(), ("Ctrl+Shift+O",),
            hint="同级标题并排看、并排改，也可以念给领导听"),
    Command("show_branch", "只看这一支", lambda desk: desk.outlining.show_branch(), ("Ctrl+Shift+U",), "",
            lambda now: now.has_draft and now.in_heading, hint="页面上只留这个标题和它下面的内容"),
    Command("show_all", "显示全文", lambda desk: desk.outlining.show_all(), (), "",
            lambda now: now.one_branch, hint="在正文里按 Esc 也可以"),
    Command("insert_section", "插入模板…", lambda desk: desk.sections.insert(), ("Ctrl+Shift+I",), "", _writable,
            hint="选一个节模板，填好放进稿子"),
    Command("remake", "重做本节…", lambda desk: desk.sections.remake(), (), "",
            lambda now: _in_section(now) and now.from_template, hint="照现在的事实重做，你改过的段落都留着"),
    Command("another", "换一种写法…", lambda desk: desk.sections.another(), (), "", _in_section,
            hint="本节换一个模板，你改过的段落都留着"),
    *map(_layer, Layer),
    *map(_status, Status),
    Command("target", "目标字数…", lambda desk: desk.sections.set_target(), (), "", _in_section,
            hint="定下本节要写多少字"),
    Command("layouts", "版式管理…", lambda desk: desk.own.layouts.manage(), (), "", _always,
            hint="看有哪些版式，做自己单位的：字体、字号、行距、页码、页眉"),
    Command("unit_file", "用单位的 Word 模板…", lambda desk: desk.own.unit_files.choose(), (), "", _always,
            hint="照单位自己的 Word 文件导出：页眉、页脚、图标和样式都留着"),
    Command("learn_layout", "从样稿学版式…", lambda desk: desk.own.layouts.learn(), (), "", _always,
            hint="选一份单位排好版的 Word 文件，照它的字体、字号、行距、页码做一个版式"),
    Command("templates", "模板库…", lambda desk: desk.own.templates.show_library(), ("Ctrl+Shift+L",), "", _always,
            hint="看全部节模板，查找、预览、插入，也可以改成自己的"),
    Command("make_template", "用选中的文字做模板…", lambda desk: desk.own.making.from_selection(), (), "", _with_draft,
            hint="会变的内容换成事实、字段或待填，存进模板库；没有选中就用光标所在的一节"),
    Command("template_from_file", "从 Word 或文字文件做模板…", lambda desk: desk.own.making.from_file(), (), "", _always,
            hint="从旧稿里挑几节，做成以后能用的模板"),
    Command("import_pack", "导入模板包…", lambda desk: desk.own.packs.choose_and_import(), (), "", _always,
            hint="收进同事给的模板、场合、版式，收之前先看带来什么、替换什么"),
    Command("export_pack", "导出模板包…", lambda desk: desk.own.packs.export_pack(), (), "", _always,
            hint="把自己的模板、场合、版式装成一个文件，给同事用"),
    Command("occasions", "场合…", lambda desk: desk.own.making.occasions(), (), "", _always,
            hint="各个场合有哪些部件、问哪些事实；可以复制一份改成自己的"),
    Command("outline", "提纲", lambda desk: desk.toggle_side("outline"), ("Ctrl+F7",), "panel-left",
            _with_draft, lambda now: now.outline_shown, "显示或收起左边的提纲"),
    Command("panel", "事实", lambda desk: desk.toggle_side("panel"), ("Ctrl+F8",), "panel-right",
            _with_draft, lambda now: now.panel_shown, "显示或收起右边的事实"),
    Command("layers", "四层", lambda desk: desk.show_layers(), ("Ctrl+F9",), hint="在右边看四层各占多少"),
    Command("zoom_in", "放大", lambda desk: desk.viewing.zoom_in(), ("Ctrl+=", "Ctrl++"), "",
            lambda now: now.has_draft and now.zoom < MOST_ZOOM, hint="把稿纸放大一档，不影响打印；也可以按住 Ctrl 滚滚轮"),
    Command("zoom_out", "缩小", lambda desk: desk.viewing.zoom_out(), ("Ctrl+-",), "",
            lambda now: now.has_draft and now.zoom > LEAST_ZOOM, hint="把稿纸缩小一档，不影响打印"),
    Command("zoom_back", "回到 100%", lambda desk: desk.viewing.zoom_back(), ("Ctrl+Alt+0",), "",
            _with_draft, hint="稿纸恢复成纸上的大小"),
    Command("typewriter", "打字机滚动", lambda desk: desk.viewing.toggle_typewriter(), ("Ctrl+Shift+T",), "",
            _with_draft, lambda now: now.typewriter, "正在写的一行总在窗口中间"),
    Command("full_screen", "全屏写作", lambda desk: desk.viewing.toggle_full_screen(), ("F11",), "",
            _with_draft, lambda now: now.full_screen, "只留稿纸；按 Esc 或 F11 回来"),
    Command("next_part", "换到下一栏", lambda desk: desk.next_part(), ("F6",), hint="在提纲、正文、右栏之间轮着走"),
    Command("previous_part", "换到上一栏", lambda desk: desk.previous_part(), ("Shift+F6",),
            hint="反着走：右栏、正文、提纲"),
    Command("palette", "查找命令…", lambda desk: desk.show_palette(), ("Ctrl+Shift+P",), "", _always,
            hint="打几个字或拼音首字母，找到命令、标题或最近的稿子"),
    Command("shortcuts", "快捷键一览", lambda desk: desk.show_shortcuts(), ("Ctrl+/", "F1"), "", _always,
            hint="全部快捷键在一页上"),
    Command("about", "关于四层讲稿", lambda desk: desk.about(), (), "info", _always, hint="版本和说明"),
)  # fmt: skip
"""Every command, each once. Alt+Shift with arrows is as in Word."""


def keys_of_kind(kind: Kind) -> tuple[str, ...]:
    """The keys that make a paragraph of a kind, in Qt's portable form; none for most kinds."""
    return next(each.shortcuts for each in COMMANDS if each.id == _id_of(kind))
