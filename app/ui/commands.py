"""The one table of commands: menus, toolbar, and later palette and page of shortcuts are made from it.

A command is enabled by the situation, a plain value that says what the window shows, and carried out on the
desk, which names what the window can do.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from app.core.kinds import Kind, Layer, Status


@dataclass(frozen=True, slots=True)
class Situation:
    """What commands depend on. `kind` is that of the block with the cursor, None without a draft."""

    has_draft: bool = False
    read_only: bool = False
    modified: bool = False
    kind: Kind | None = None
    joinable: bool = False
    joined: bool = False
    can_undo: bool = False
    can_redo: bool = False
    undo_name: str = ""
    redo_name: str = ""
    in_heading: bool = False
    may_rise: bool = False
    may_sink: bool = False
    may_go_up: bool = False
    may_go_down: bool = False
    may_split: bool = False
    may_merge: bool = False
    one_branch: bool = False
    in_section: bool = False
    from_template: bool = False
    layer: Layer | None = None
    status: Status | None = None
    placeholders: int = 0
    selected: bool = False
    in_fact: bool = False
    edited_by_hand: bool = False
    outline_shown: bool = True
    panel_shown: bool = True

    @property
    def writable(self) -> bool:
        """Whether there is a draft that may be changed."""
        return self.has_draft and not self.read_only


class FileDeeds(Protocol):
    """What can be done with files."""

    def new(self) -> None: ...
    def choose_and_open(self) -> None: ...
    def save(self) -> bool: ...
    def save_as(self) -> bool: ...
    def export(self) -> None: ...
    def close_draft(self) -> None: ...


class OutlineDeeds(Protocol):
    """What can be done with the heading at the cursor and all below it."""

    def rise(self) -> None: ...
    def sink(self) -> None: ...
    def go_up(self) -> None: ...
    def go_down(self) -> None: ...
    def duplicate(self) -> None: ...
    def delete(self) -> None: ...
    def split(self) -> None: ...
    def merge(self) -> None: ...


class OutliningDeeds(Protocol):
    """What can be done in the tree, with headings side by side, and with one branch alone."""

    def rename(self) -> None: ...
    def overview(self) -> None: ...
    def show_branch(self) -> None: ...
    def show_all(self) -> None: ...


class FindDeeds(Protocol):
    """What can be done to find and replace."""

    def show_find(self) -> None: ...
    def show_replace(self) -> None: ...
    def next(self) -> None: ...
    def previous(self) -> None: ...


class SectionDeeds(Protocol):
    """What can be done with the section at the cursor."""

    def insert(self) -> None: ...
    def remake(self) -> None: ...
    def another(self) -> None: ...
    def set_layer(self, layer: Layer) -> None: ...
    def set_status(self, status: Status) -> None: ...
    def set_target(self) -> None: ...


class TextDeeds(Protocol):
    """What can be done with the text."""

    def undo(self) -> None: ...
    def redo(self) -> None: ...
    def cut(self) -> None: ...
    def copy(self) -> None: ...
    def paste(self) -> None: ...
    def paste_plain(self) -> None: ...
    def select_all(self) -> None: ...
    def set_kind(self, kind: Kind) -> None: ...
    def toggle_joined(self) -> None: ...
    def toggle_series(self) -> None: ...
    def toggle_bold(self) -> None: ...
    def toggle_query(self) -> None: ...
    def comment(self) -> None: ...
    def next_placeholder(self) -> None: ...
    def previous_placeholder(self) -> None: ...


class BoundDeeds(Protocol):
    """What can be done with the fact that the text at the cursor says."""

    def change_fact(self) -> None: ...
    def bind_again(self) -> None: ...


class Desk(Protocol):
    """What the window can do."""

    @property
    def files(self) -> FileDeeds: ...
    @property
    def text(self) -> TextDeeds: ...
    @property
    def bound(self) -> BoundDeeds: ...
    @property
    def headings(self) -> OutlineDeeds: ...
    @property
    def outlining(self) -> OutliningDeeds: ...
    @property
    def sections(self) -> SectionDeeds: ...
    def show_layers(self) -> None: ...
    @property
    def finding(self) -> FindDeeds: ...
    def toggle_side(self, side: str) -> None: ...
    def next_part(self) -> None: ...
    def show_recovered(self) -> None: ...
    def about(self) -> None: ...
    def quit(self) -> None: ...


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
    run: Callable[[Desk], object]
    shortcuts: tuple[str, ...] = ()
    icon: str = ""
    enabled: Callable[[Situation], bool] = _with_draft
    checked: Callable[[Situation], bool] | None = None
    hint: str = ""
    full_name: Callable[[Situation], str] | None = None
    """What menus call it in a situation, where its name says more than what it always is."""


def _step(name: str, step: Callable[[Situation], str]) -> Callable[[Situation], str]:
    """撤销“输入”: the command with the step that it takes back or makes again."""
    return lambda now: f"{name}“{step(now)}”" if step(now) else name


def _kind(kind: Kind, name: str, key: str, icon: str) -> Command:
    return Command(
        f"kind_{kind.value}",
        name,
        lambda desk: desk.text.set_kind(kind),
        (f"Ctrl+{key}",),
        icon,
        _writable,
        lambda now: now.kind is kind,
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
    Command("open", "打开", lambda desk: desk.files.choose_and_open(), ("Ctrl+O",), "folder-open", _always),
    Command("recovered", "恢复稿…", lambda desk: desk.show_recovered(), (), "", _always,
            hint="上次没有正常结束时留下的稿子"),
    Command("save", "保存", lambda desk: desk.files.save(), ("Ctrl+S",), "save", _writable),
    Command("save_as", "另存为…", lambda desk: desk.files.save_as(), ("Ctrl+Shift+S",), "save-all"),
    Command("export", "导出 Word", lambda desk: desk.files.export(), ("Ctrl+E",), "file-output", hint="排好版，存成文件"),
    Command("close", "关闭", lambda desk: desk.files.close_draft(), ("Ctrl+W",), "x"),
    Command("quit", "退出", lambda desk: desk.quit(), ("Ctrl+Q",), "log-out", _always),
    Command("undo", "撤销", lambda desk: desk.text.undo(), ("Ctrl+Z",), "undo-2", lambda now: now.can_undo,
            full_name=_step("撤销", lambda now: now.undo_name)),
    Command("redo", "重做", lambda desk: desk.text.redo(), ("Ctrl+Y", "Ctrl+Shift+Z"), "redo-2", lambda now: now.can_redo,
            full_name=_step("重做", lambda now: now.redo_name)),
    Command("cut", "剪切", lambda desk: desk.text.cut(), ("Ctrl+X",), "", lambda now: now.writable and now.selected),
    Command("copy", "复制", lambda desk: desk.text.copy(), ("Ctrl+C",), "", lambda now: now.has_draft and now.selected),
    Command("paste", "粘贴", lambda desk: desk.text.paste(), ("Ctrl+V",), "", _writable,
            hint="从 Word、WPS、网页来的，按序号和标题样式分级"),
    Command("paste_plain", "粘贴为纯文字", lambda desk: desk.text.paste_plain(), ("Ctrl+Shift+V",), "", _writable,
            hint="只要文字，全部作正文"),
    Command("select_all", "全选", lambda desk: desk.text.select_all(), ("Ctrl+A",), ""),
    Command("change_fact", "改这个事实", lambda desk: desk.bound.change_fact(), (), "", lambda now: now.in_fact,
            hint="到右边去改光标处的事实，全稿一起变；也可以按住 Ctrl 点它"),
    Command("bind_again", "重新绑定", lambda desk: desk.bound.bind_again(), (), "",
            lambda now: now.writable and now.edited_by_hand, hint="光标处手工改过的事实，恢复成事实里的写法"),
    Command("next_placeholder", "下一处待填", lambda desk: desk.text.next_placeholder(), ("F4",), "text-cursor-input",
            lambda now: now.placeholders > 0, hint="跳到下一处【待填】；在正文里也可以按 Tab"),
    Command("previous_placeholder", "上一处待填", lambda desk: desk.text.previous_placeholder(), ("Shift+F4",), "",
            lambda now: now.placeholders > 0),
    Command("find", "查找", lambda desk: desk.finding.show_find(), ("Ctrl+F",), "search", hint="在正文和序号里查找"),
    Command("replace", "替换", lambda desk: desk.finding.show_replace(), ("Ctrl+H",), "replace", _writable,
            hint="查找并替换"),
    Command("find_next", "下一处", lambda desk: desk.finding.next(), ("F3",), hint="到找到的下一处"),
    Command("find_previous", "上一处", lambda desk: desk.finding.previous(), ("Shift+F3",), hint="到找到的上一处"),
    _kind(Kind.BODY, "正文", "0", "pilcrow"),
    _kind(Kind.H1, "一级标题　一、", "1", "heading-1"),
    _kind(Kind.H2, "二级标题　（一）", "2", "heading-2"),
    _kind(Kind.H3, "三级标题　1.", "3", "heading-3"),
    _kind(Kind.H4, "四级标题　（1）", "4", "heading-4"),
    _kind(Kind.POINT, "要点　一是", "5", "list"),
    Command("joined", "接排", lambda desk: desk.text.toggle_joined(), ("Ctrl+J",), "text-wrap",
            lambda now: now.writable and now.joinable, lambda now: now.joined, "接在上一段后面印，不另起一段"),
    Command("joined_series", "整组接排", lambda desk: desk.text.toggle_series(), ("Ctrl+Shift+J",), "",
            lambda now: now.writable and now.joinable, hint="光标所在的一是、二是……全部接在一段里，再按一次各自另起"),
    Command("bold", "加粗", lambda desk: desk.text.toggle_bold(), ("Ctrl+B",), "", _writable),
    Command("query", "待核实", lambda desk: desk.text.toggle_query(), ("Ctrl+Shift+K",), "", _writable,
            hint="给选中的文字标上波浪线，导出后成为 Word 批注"),
    Command("comment", "批注…", lambda desk: desk.text.comment(), ("Ctrl+Alt+M",), "", _writable,
            hint="给选中的文字写批注，导出后成为 Word 批注"),
    Command("rise", "升级", lambda desk: desk.headings.rise(), ("Alt+Shift+Left",), "indent-decrease",
            lambda now: now.writable and now.may_rise, hint="标题连同下面各级一起升一级"),
    Command("sink", "降级", lambda desk: desk.headings.sink(), ("Alt+Shift+Right",), "indent-increase",
            lambda now: now.writable and now.may_sink, hint="标题连同下面各级一起降一级"),
    Command("go_up", "上移", lambda desk: desk.headings.go_up(), ("Alt+Shift+Up",), "arrow-up",
            lambda now: now.writable and now.may_go_up, hint="整节移到前一节之前"),
    Command("go_down", "下移", lambda desk: desk.headings.go_down(), ("Alt+Shift+Down",), "arrow-down",
            lambda now: now.writable and now.may_go_down, hint="整节移到后一节之后"),
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
    Command("target", "目标字数…", lambda desk: desk.sections.set_target(), (), "", _in_section),
    Command("outline", "提纲", lambda desk: desk.toggle_side("outline"), ("Ctrl+F7",), "panel-left",
            _with_draft, lambda now: now.outline_shown, "显示或收起左边的提纲"),
    Command("panel", "事实", lambda desk: desk.toggle_side("panel"), ("Ctrl+F8",), "panel-right",
            _with_draft, lambda now: now.panel_shown, "显示或收起右边的事实"),
    Command("layers", "四层", lambda desk: desk.show_layers(), ("Ctrl+F9",), hint="在右边看四层各占多少"),
    Command("next_part", "换到下一栏", lambda desk: desk.next_part(), ("F6",)),
    Command("about", "关于四层讲稿", lambda desk: desk.about(), (), "info", _always),
)  # fmt: skip
"""Every command, each once. Alt+Shift with arrows is as in Word."""

RECENT, LAYOUTS = "@recent", "@layouts"
"""Places of the submenus that are filled when they open: recent files, layouts."""

MENUS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("文件(&F)", ("new", "open", RECENT, "recovered", "", "save", "save_as", "export", "", "close", "quit")),
    (
        "编辑(&E)",
        (
            "undo",
            "redo",
            "",
            "cut",
            "copy",
            "paste",
            "paste_plain",
            "select_all",
            "",
            "find",
            "replace",
            "find_next",
            "find_previous",
            "",
            "next_placeholder",
            "previous_placeholder",
            "",
            "change_fact",
            "bind_again",
        ),
    ),
    (
        "段落(&P)",
        (
            "kind_body",
            "kind_h1",
            "kind_h2",
            "kind_h3",
            "kind_h4",
            "kind_point",
            "",
            "joined",
            "joined_series",
            "",
            "bold",
            "query",
            "comment",
        ),
    ),
    (
        "提纲(&O)",
        (
            "overview",
            "",
            "rise",
            "sink",
            "go_up",
            "go_down",
            "",
            "rename",
            "split",
            "merge",
            "duplicate",
            "delete",
            "",
            "show_branch",
            "show_all",
        ),
    ),
    (
        "本节(&S)",
        (
            "insert_section",
            "",
            "remake",
            "another",
            "",
            *(f"layer_{layer.name.lower()}" for layer in Layer),
            "",
            *(f"status_{status.name.lower()}" for status in Status),
            "",
            "target",
        ),
    ),
    ("版式(&L)", (LAYOUTS,)),
    ("查看(&V)", ("outline", "panel", "layers", "next_part")),
    ("帮助(&H)", ("about",)),
)
"""Menus by command id; an empty one is a line between."""

OUTLINE_MENU: tuple[str, ...] = (
    "rename", "", "rise", "sink", "go_up", "go_down", "", "merge", "duplicate", "delete", "",
    *(f"status_{status.name.lower()}" for status in Status), "target", "", "show_branch", "show_all", "overview",
)  # fmt: skip
"""The menu of a row of the outline."""

FACT_MENU: tuple[str, ...] = ("change_fact", "bind_again")
"""What the page's menu begins with where there is something of it to do."""
PAGE_MENU: tuple[str, ...] = (
    "cut", "copy", "paste", "paste_plain", "", "kind_body", "kind_h1", "kind_h2", "kind_h3", "kind_h4",
    "kind_point", "", "joined", "joined_series", "", "bold", "query", "comment",
)  # fmt: skip
"""The menu of the page."""

TOOLBAR: tuple[str, ...] = ("new", "open", "save", "", "undo", "redo", "", "next_placeholder", "joined")
TOOLBAR_ICONS_ONLY = ("undo", "redo")
TOOLBAR_RIGHT = ("outline", "panel")
MAIN_BUTTON = "export"
