"""Which commands stand where: menus, toolbar, the menus of outline and page."""

from collections.abc import Iterator, Sequence

from app.core.kinds import Layer, Status

RECENT, LAYOUTS = "@recent", "@layouts"
"""Places of the submenus that are filled when they open: recent files, layouts."""
ENDS = "@ends"
SUBMENUS: dict[str, tuple[str, tuple[str, ...]]] = {
    ENDS: ("开头和结尾", ("kind_stage", "kind_title", "kind_subtitle", "kind_byline", "kind_date", "kind_salutation", "",
                     "kind_closing", "kind_signoff", "kind_cue")),
}  # fmt: skip
"""Menus below others by the place in which they stand: name and commands."""

MENUS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("文件(&F)", ("new", "from_table", "open", "import", RECENT, "recovered", "", "save", "save_as", "export", "",
                  "close", "quit")),
    ("编辑(&E)", ("undo", "redo", "", "cut", "copy", "paste", "paste_plain", "select_all", "",
                  "find", "replace", "find_next", "find_previous", "",
                  "next_placeholder", "previous_placeholder", "", "change_fact", "bind_again")),
    ("段落(&P)", ("kind_body", "kind_h1", "kind_h2", "kind_h3", "kind_h4", "kind_point", "kind_part", ENDS, "",
                  "restart", "joined", "joined_series", "", "bold", "query", "comment")),
    ("提纲(&O)", ("overview", "", "rise", "sink", "go_up", "go_down", "", "rename", "split", "merge", "duplicate",
                  "delete", "", "show_branch", "show_all")),
    ("本节(&S)", ("insert_section", "", "remake", "another", "",
                  *(f"layer_{layer.name.lower()}" for layer in Layer), "",
                  *(f"status_{status.name.lower()}" for status in Status), "", "target")),
    ("模板(&T)", ("templates", "make_template", "template_from_file", "occasions", "", "import_pack", "export_pack")),
    ("版式(&L)", (LAYOUTS, "", "layouts", "learn_layout", "unit_file")),
    ("查看(&V)", ("outline", "panel", "layers", "", "zoom_in", "zoom_out", "zoom_back", "",
                  "typewriter", "full_screen", "", "next_part", "previous_part")),
    ("帮助(&H)", ("palette", "shortcuts", "", "about")),
)  # fmt: skip
"""Menus by command id; an empty one is a line between."""


def menu_name(title: str) -> str:
    """文件 of 文件(&F)."""
    return title.partition("(")[0]


def menu_names() -> dict[str, str]:
    """The menu in which each command stands, in the order of the menus."""
    return {each: menu_name(title) for title, ids in MENUS for each in with_submenus(ids) if each}


def with_submenus(ids: Sequence[str]) -> Iterator[str]:
    """The commands of a menu with those of the menus below it; what is filled when it opens is not known here."""
    for each in ids:
        if each in SUBMENUS:
            yield from SUBMENUS[each][1]
        elif not each.startswith("@"):
            yield each


OUTLINE_MENU: tuple[str, ...] = (
    "rename", "", "rise", "sink", "go_up", "go_down", "", "merge", "duplicate", "delete", "",
    *(f"status_{status.name.lower()}" for status in Status), "target", "", "show_branch", "show_all", "overview",
)  # fmt: skip
"""The menu of a row of the outline."""

FACT_MENU: tuple[str, ...] = ("change_fact", "bind_again")
"""What the page's menu begins with where there is something of it to do."""
PAGE_MENU: tuple[str, ...] = (
    "cut", "copy", "paste", "paste_plain", "", "kind_body", "kind_h1", "kind_h2", "kind_h3", "kind_h4",
    "kind_point", "kind_part", ENDS, "", "restart", "joined", "joined_series", "",
    "bold", "query", "comment",
)  # fmt: skip
"""The menu of the page."""

TOOLBAR: tuple[str, ...] = ("new", "open", "save", "", "undo", "redo", "", "next_placeholder", "joined")
TOOLBAR_ICONS_ONLY = ("undo", "redo")
TOOLBAR_RIGHT = ("outline", "panel")
MAIN_BUTTON = "export"
