"""`siceng templates`: what there is, what it asks, and whether one's own is sound."""

from pathlib import Path

import pytest

from tests.cli.conftest import Siceng, one_chinese_line
from tests.cli.test_new import OCCASIONS, own_template

SOUND = '字数 = 100\n写法 = "一句话"\n提示 = "收集什么"'


def test_the_list_names_occasions_slots_and_templates(siceng: Siceng) -> None:
    done = siceng("templates", "list")
    assert done.code == 0 and done.err == ""
    for text in (*OCCASIONS, "认识（renshi）", "tj_renshi_sanwei", "散会（sanhui）"):
        assert text in done.out


def test_the_list_names_the_fields_of_work(siceng: Siceng) -> None:
    done = siceng("templates", "list")
    assert "领域：" in done.out and "生态环保" in done.out


def test_an_occasion_tells_its_variants_and_how_to_ask_for_one(siceng: Siceng) -> None:
    done = siceng("templates", "show", "zuotanhui")
    assert "变体：征求意见座谈会、" in done.out and "（--set " in done.out


def test_own_templates_are_listed_and_faulty_ones_told(siceng: Siceng, home: Path) -> None:
    own_template(home, "own", "", "# 甲", name="自己的写法")
    own_template(home, "bad", "字数 = 很多", "# 甲")
    done = siceng("templates", "list")
    assert done.code == 0 and "自己的写法" in done.out
    assert "bad.j2" in done.err and one_chinese_line(done.err)


@pytest.mark.parametrize("key", ["推进会", "tuijinhui"])
def test_an_occasion_is_shown_with_what_it_asks(siceng: Siceng, key: str) -> None:
    done = siceng("templates", "show", key)
    assert done.code == 0
    for text in ("会议名称（文字，必填）", "例：全市××工作推进会议", "保障（baozhang）", "不写："):
        assert text in done.out


def test_a_template_is_shown_with_its_fields_and_its_text(siceng: Siceng, home: Path) -> None:
    own_template(
        home,
        "own",
        '[字段.层次]\n类型 = "选项"\n选项 = ["省", "市"]\n示例 = "省"\n提示 = "哪一级"',
        "# 甲\n{{ 层次 }}",
    )
    done = siceng("templates", "show", "own")
    assert done.code == 0
    for text in ("自己的（own）", "层次（选项：省、市）哪一级", "例：省", "# 甲\n{{ 层次 }}"):
        assert text in done.out


@pytest.mark.parametrize(
    ("key", "said"), [("tj_renshi_sanwe", "tj_renshi_sanwei"), ("推进", "推进会"), ("", "推进会")]
)
def test_what_is_not_there_is_told_with_what_is_near(siceng: Siceng, key: str, said: str) -> None:
    done = siceng("templates", "show", key)
    assert done.code == 2 and said in done.err and one_chinese_line(done.err)


def test_a_template_with_a_fault_is_told_when_it_is_to_be_shown(siceng: Siceng, home: Path) -> None:
    own_template(home, "bad", "字数 = 很多", "# 甲")
    done = siceng("templates", "show", "bad")
    assert done.code == 3 and "第 5 行" in done.err and one_chinese_line(done.err)


def file_of(home: Path, name: str) -> str:
    return str(home / "data" / "templates" / "sections" / f"{name}.j2")


def test_a_sound_template_is_told_sound(siceng: Siceng, home: Path) -> None:
    own_template(home, "own", SOUND, "# 认真做好{{ 工作名称 }}\n正文【待填：上级要求，约80字】。")
    done = siceng("templates", "validate", file_of(home, "own"))
    assert (done.code, done.out) == (0, "") and "没有发现问题" in done.err


def test_a_doubt_is_shown_and_is_no_failure(siceng: Siceng, home: Path) -> None:
    own_template(home, "own", "", "# 甲\n正文")
    done = siceng("templates", "validate", file_of(home, "own"))
    assert done.code == 0 and "own.j2［疑］" in done.out and "0 处错" in done.err


@pytest.mark.parametrize(
    ("front", "body", "said"),
    [
        (SOUND, "# 甲\n{{ 会议名称.__class__ }}", "__class__"),
        (SOUND, "# 甲\n{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}", "循环"),
        (SOUND, "# 甲\n{{ 没有的名字 }}", "没有的名字"),
        ("字数 = 很多", "# 甲", "第 5 行"),
    ],
)
def test_a_wrong_template_is_status_3_with_its_line(
    siceng: Siceng, home: Path, front: str, body: str, said: str
) -> None:
    own_template(home, "bad", front, body)
    done = siceng("templates", "validate", file_of(home, "bad"))
    assert done.code == 3 and said in done.out and "［错］" in done.out and "1 处错" in done.err


def test_a_folder_with_some_wrong_files_is_status_5_and_lists_them(siceng: Siceng, home: Path) -> None:
    own_template(home, "own", SOUND, "# 认真做好{{ 工作名称 }}\n正文。")
    own_template(home, "bad", SOUND, "# 甲\n{{ 没有的名字 }}")
    layouts = home / "data" / "templates" / "layouts"
    layouts.mkdir()
    (layouts / "mine.toml").write_text('基于 = "没有"\n', encoding="utf-8")
    done = siceng("templates", "validate", str(home / "data" / "templates"))
    assert done.code == 5 and "2 处错" in done.err
    assert (
        "sections/bad.j2 第" in done.out
        and "layouts/mine.toml［错］" in done.out
        and "own.j2［错］" not in done.out
    )


def test_a_layout_is_checked_too(siceng: Siceng, home: Path) -> None:
    layouts = home / "data" / "templates" / "layouts"
    layouts.mkdir(parents=True)
    (layouts / "mine.toml").write_text('基于 = "gb9704"\n名称 = "我的"\n', encoding="utf-8")
    assert siceng("templates", "validate", str(layouts / "mine.toml")).code == 0


@pytest.mark.parametrize(("path", "code"), [("没有.j2", 3), ("稿.md", 2)])
def test_what_cannot_be_checked_has_its_status(siceng: Siceng, path: str, code: int) -> None:
    done = siceng("templates", "validate", path)
    assert done.code == code and one_chinese_line(done.err)


def test_what_an_occasion_does_not_say_is_not_shown(siceng: Siceng, home: Path) -> None:
    folder = home / "data" / "templates" / "occasions"
    folder.mkdir(parents=True)
    slot = '[[部件]]\nid = "renshi"\n名称 = "认识"\n层 = "认识"\n必有 = false\n'
    (folder / "own.toml").write_text(f'名称 = "自己的会"\n抬头 = "@标题 讲话"\n{slot}', encoding="utf-8")
    done = siceng("templates", "show", "own")
    assert done.code == 0 and "认识（renshi）可以不要\n" in done.out
    assert "成稿：" not in done.out and "不写：" not in done.out and "约占" not in done.out
