"""A layout file is read in the units of the trade; what cannot be is refused by its key."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.errors import ReadError
from app.layouts.model import Layout
from app.layouts.read import read_layout

Changed = Callable[[str], Layout]


def fault(changed: Changed, text: str) -> str:
    with pytest.raises(ReadError) as caught:
        changed(text)
    assert caught.value.remedy
    return str(caught.value)


def test_what_a_file_does_not_say_is_as_in_the_one_it_stands_on(changed: Changed, layout: Layout) -> None:
    own = changed("[styles.h2]\n加粗 = true")
    assert own.styles["h2"].bold
    assert own.styles["h2"].font == layout.styles["h2"].font
    assert (own.id, own.name) == ("benju", "本局")
    assert own.page == layout.page


def test_layouts_may_stand_on_one_another(tmp_path: Path, shipped: Path) -> None:
    (tmp_path / "ju.toml").write_text('名称 = "局"\n基于 = "guanli"\n[styles.h1]\n加粗 = true\n', "utf-8")
    (tmp_path / "chu.toml").write_text('名称 = "处"\n基于 = "ju"\n[styles.h2]\n加粗 = false\n', "utf-8")
    layout = read_layout(tmp_path / "chu.toml", [shipped])
    assert {kind for kind, style in layout.styles.items() if style.bold} == {"h1", "h3"}
    assert layout.grid.pitch == 560


def test_a_writers_layout_may_stand_on_the_programs_of_the_same_id(tmp_path: Path, shipped: Path) -> None:
    (tmp_path / "gb9704.toml").write_text('基于 = "gb9704"\n[points]\n领句加粗 = true\n', "utf-8")
    layout = read_layout(tmp_path / "gb9704.toml", [tmp_path, shipped])
    assert (layout.bold_point_leads, layout.name) == (True, "公文标准（双面）")


@pytest.mark.parametrize("base", ['"meiyou"', '"benju"', '"../gb9704"', "3"])
def test_a_base_that_is_not_there_is_named(tmp_path: Path, base: str) -> None:
    (tmp_path / "benju.toml").write_text(f"基于 = {base}\n", "utf-8")
    with pytest.raises(ReadError, match=f"所基于的“{base.strip(chr(34))}”没有找到"):
        read_layout(tmp_path / "benju.toml")


def test_layouts_in_a_circle_are_refused(tmp_path: Path) -> None:
    for name, base in (("a", "b"), ("b", "c"), ("c", "a")):
        (tmp_path / f"{name}.toml").write_text(f'基于 = "{base}"\n', "utf-8")
    with pytest.raises(ReadError, match="又基于自己"):
        read_layout(tmp_path / "a.toml")


def test_mistakes_of_the_base_are_told_under_its_name(tmp_path: Path, shipped: Path) -> None:
    (tmp_path / "ju.toml").write_text('名称 = "局"\n基于 = "gb9704"\n[styles.h1]\n字号 = 400\n', "utf-8")
    (tmp_path / "chu.toml").write_text('名称 = "处"\n基于 = "ju"\n[styles.h1]\n字号 = 16\n', "utf-8")
    with pytest.raises(ReadError, match="版式“ju”"):
        read_layout(tmp_path / "chu.toml", [shipped])


@pytest.mark.parametrize(
    ("size", "half_points"),
    [('"二号"', 44), ('"三号"', 32), ('"小三"', 30), ('"五号"', 21), ("16", 32), ("10.5", 21)],
)
def test_sizes_go_by_name_or_by_points(changed: Changed, size: str, half_points: int) -> None:
    assert changed(f"[styles.part]\n字号 = {size}").styles["part"].size == half_points


def test_millimetres_points_characters_and_lines_become_the_units_of_word(changed: Changed) -> None:
    own = changed("[page]\n上 = 37\n[styles.part]\n行距 = 33.5\n首行缩进 = 1.5\n段前 = 0.5\n字距 = 0.25")
    part = own.styles["part"]
    assert own.page.top == 2098
    assert (part.line, part.first_line, part.before, part.spacing) == (670, 150, 50, 5)


def test_names_may_have_full_width_blanks(changed: Changed) -> None:
    assert changed("[fonts.xin]\n中文 = '新　体'\n西文 = 'Arial'").fonts["xin"].east == "新　体"


def test_lines_and_characters_can_be_left_to_the_program(tmp_path: Path, shipped: Path) -> None:
    text = (shipped / "gb9704.toml").read_text("utf-8").replace("行数 = 22\n字数 = 28\n", "")
    text = text.replace("行距 = 28.95", "行距 = 30").replace("字距 = -0.25", "字距 = 0")
    (tmp_path / "benju.toml").write_text(text, "utf-8")
    grid = read_layout(tmp_path / "benju.toml").grid
    assert (grid.lines, grid.characters) == (21, 27)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "[grid]\n行距 = 29\n行数 = 22",
            "行距 29 磅时每面排 21 行，“行数”写的是 22。把 [grid] 的 行数 改成 21",
        ),
        ("[grid]\n行数 = 20", "每面排 22 行，“行数”写的是 20"),
        ("[grid]\n字距 = 0\n字数 = 28", "每行排 27 字，“字数”写的是 28。把 [grid] 的 字数 改成 27"),
        ("[styles.body]\n字号 = 18\n[grid]\n字数 = 28", "每行排 24 字"),
        ("[styles.body]\n行距 = 30", "[styles.body] 的行距比 [grid] 的大"),
        ("[styles.title]\n行距 = 20", "[styles.title] 的行距 20 磅比字号 22 磅小，字会被截掉。"),
        ("[title]\n每行最多 = 21", "标题字号每行只排得下 20 字，“每行最多”写的是 21。"),
        ("[title]\n每行最多 = 18", "“每行宜”比“每行最多”大"),
        ("[page]\n左 = 90\n右 = 90", "版心所剩无几"),
        ("[page]\n下 = 5", "页码排到了纸外"),
        ("[styles.signoff]\n右缩进 = 15", "[styles.signoff] 的缩进占去半行以上"),
        ('[page_header]\n文字 = "内部"\n距纸边 = 35', "页眉排到了正文里"),
        ('[page_number]\n所在 = "页眉"\n距版心 = 36', "页码排到了纸外"),
        ('[page_number]\n所在 = "页眉"\n[page_header]\n文字 = "内部"\n对齐 = "左"', "排在了一处"),
    ],
)
def test_what_does_not_fit_the_paper_is_refused(changed: Changed, text: str, words: str) -> None:
    assert words in fault(changed, text)


@pytest.mark.parametrize(
    ("text", "lines", "characters", "title"),
    [
        ("[page]\n上 = 25\n下 = 25", 24, 28, 20),
        ("[page]\n左 = 35\n右 = 35", 22, 25, 18),
        ("[grid]\n行距 = 30", 21, 28, 20),
        ("[grid]\n字距 = 0", 22, 27, 20),
        ("[styles.body]\n字号 = 18", 22, 24, 20),
        ('[styles.title]\n字号 = "一号"\n行距 = 40', 22, 28, 17),
    ],
)
def test_what_follows_from_another_paper_or_pitch_is_counted(
    changed: Changed, text: str, lines: int, characters: int, title: int
) -> None:
    own = changed(text)
    assert (own.grid.lines, own.grid.characters, own.title_most) == (lines, characters, title)
    assert own.title_best < own.title_most


def test_what_follows_is_counted_also_below_a_layout_of_ones_own(tmp_path: Path, shipped: Path) -> None:
    (tmp_path / "ju.toml").write_text('名称 = "局"\n基于 = "gb9704"\n[page]\n上 = 25\n下 = 25\n', "utf-8")
    (tmp_path / "chu.toml").write_text('名称 = "处"\n基于 = "ju"\n[grid]\n行距 = 25\n', "utf-8")
    assert read_layout(tmp_path / "chu.toml", [shipped]).grid.lines == 28


def test_without_a_page_number_the_foot_may_be_narrow(changed: Changed) -> None:
    own = changed('[page]\n下 = 5\n[grid]\n行数 = 24\n[page_number]\n位置 = "无"')
    assert own.page_number.placement == "none"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('[styles.h1]\n字体 = "songhei"', "的 [styles.h1] 里，“字体”写的是“songhei”。只能写 fangsong"),
        ("[styles.h1]\n字体 = 3", "“字体”写的是“3”"),
        ('[styles.h1]\n字号 = "大号"', "“字号”没有“大号”这个字号。写 初号、"),
        ("[styles.h1]\n字号 = 10.3", "磅数只能是整数或半数"),
        ("[styles.h1]\n字号 = true", "“字号”要写数字"),
        ("[styles.h1]\n字号 = nan", "太大或太小"),
        ("[styles.h1]\n字号 = 100", "“字号”是 100，太大或太小。写 5 到 72 之间的数。"),
        ("[styles.h1]\n加粗 = 1", "“加粗”只能写 true 或 false"),
        ('[styles.h1]\n对齐 = "中"', "“对齐”写的是“中”。只能写 左、居中、右、两端"),
        ("[styles.h1]\n大纲级 = 1.5", "“大纲级”要写整数"),
        ("[styles.h1]\n大纲级 = 10", "太大或太小"),
        ("[styles.h1]\n字号大 = 3", "有不认识的“字号大”。是不是“字号”？"),
        ("[styles.h1]\nxyz = 3", "有不认识的“xyz”。这里可以写：字号、"),
        ("[styles.h5]\n字号 = 3", "的 [styles] 里，有不认识的“h5”"),
        ("[colours]\n红 = 1", "版式“benju”，有不认识的“colours”"),
        ('[page]\n上 = "37毫米"', "“上”要写数字。写 5 到 200 之间的数，不加引号和单位。"),
        ("[page]\n上 = 1000", "“上”是 1000，太大或太小"),
        ("page = 3", "“page”要写成一张表"),
        ('[fonts]\nkaiti = "楷体"', "的 [fonts] 里，“kaiti”要写成一张表。写成 [fonts.kaiti]"),
        ('[fonts.xin]\n中文 = "新体"', "的 [fonts.xin] 里，少了一项“西文”"),
        ('[fonts.kaiti]\n替代 = "楷体"', "“替代”要写成一列文字"),
        ('[fonts.kaiti]\n替代 = ["楷体", 3]', "“替代”里有不是文字的一项"),
        ('[fonts.kaiti]\n中文 = ""', "“中文”要写一行文字"),
        ("[fonts.kaiti]\n中文 = ' '", "“中文”要写一行文字"),
        ('[fonts.kaiti]\n中文 = "甲\\n乙"', "“中文”要写一行文字"),
        ('文件名 = "讲话稿"', "“文件名”没有写标题"),
        ('文件名 = "标题/月日"', "“文件名”有不能用的字符"),
        ('[page_number]\n位置 = "左"', "只能写 外侧、居中、右、无"),
        ('[page_number]\n样式 = "—1—"', "只能写 — 1 —、- 1 -、1、第1页、第1页 共9页"),
        ("[page_header]\n文字 = 3", "“文字”要写一行文字"),
        ("[styles.body]\n领句加粗 = true", "有不认识的“领句加粗”"),
    ],
)
def test_each_mistake_is_named_by_its_table_and_key(changed: Changed, text: str, words: str) -> None:
    assert words in fault(changed, text)


def test_a_file_that_stands_on_nothing_must_be_complete(tmp_path: Path, shipped: Path) -> None:
    text = (shipped / "gb9704.toml").read_text("utf-8")
    (tmp_path / "a.toml").write_text(text.replace("[styles.cue] ", "[styles.body2]"), "utf-8")
    with pytest.raises(ReadError, match=r"少了一项“cue”。补上，或在开头写 基于 = \"gb9704\""):
        read_layout(tmp_path / "a.toml")
    (tmp_path / "b.toml").write_text('名称 = "空"\n文件名 = "标题"\n', "utf-8")
    with pytest.raises(ReadError, match="少了一张表“fonts”"):
        read_layout(tmp_path / "b.toml")


def test_toml_that_is_none_is_told_with_its_line(changed: Changed) -> None:
    assert "第 4 行" in fault(changed, "[page]\n上 = 三十七")


def test_a_file_of_before_headers_and_forms_has_those_of_the_standard(tmp_path: Path, shipped: Path) -> None:
    """Files that writers made with earlier versions stay good."""
    text = (shipped / "gb9704.toml").read_text("utf-8").partition("[page_header]")[0]
    for key in ("样式", "所在", "首页", "订口在内侧"):
        text = re.sub(f"(?m)^{key} = .*$", "", text)
    (tmp_path / "gb9704.toml").write_text(text, "utf-8")
    assert read_layout(tmp_path / "gb9704.toml") == read_layout(shipped / "gb9704.toml")


def test_the_lead_of_a_heading_is_as_bold_as_the_heading_unless_it_is_said(changed: Changed) -> None:
    assert changed("[styles.h2]\n加粗 = true").styles["h2"].lead_bold
    assert not changed("[styles.h2]\n加粗 = true\n领句加粗 = false").styles["h2"].lead_bold
    assert changed("[styles.h2]\n领句加粗 = true").styles["h2"].lead_bold


KEYS = st.sampled_from(
    ["字号", "字体", "行距", "首行缩进", "大纲级", "加粗", "对齐", "段前", "上", "行数", "替代"]
)
TABLES = st.sampled_from(
    ["styles.h1", "styles.body", "page", "grid", "fonts.kaiti", "page_number", "page_header", "title"]
)
VALUES = st.sampled_from(
    ["0", "-1", "1e400", "nan", "inf", '""', "[]", "{}", "true", "2025-05-31", "0.001", "99"]
)


@given(TABLES, KEYS, VALUES)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_value_gives_a_sound_layout_or_a_plain_error(
    changed: Changed, table: str, key: str, value: str
) -> None:
    try:
        layout = changed(f"[{table}]\n{key} = {value}")
    except ReadError:
        return
    assert layout.grid.lines * layout.grid.pitch <= layout.page.text_height
    assert all(style.line >= style.size * 10 for style in layout.styles.values())
