"""A folder of templates becomes a library; what is broken in it is listed and does not stop the rest."""

from pathlib import Path

import pytest

from app.core.errors import ReadError, UsageError
from app.core.facts import Date, Person
from app.core.kinds import Layer
from app.templating.fields import FieldType
from app.templating.library import Library, load_library
from app.templating.section_template import read_section
from tests.templating.small_library import CLOSING, OCCASION, OPENING, UNDERSTANDING, write, write_library


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_library(tmp_path / "ours")


@pytest.fixture
def library(folder: Path) -> Library:
    return load_library([folder])


def test_everything_in_a_sound_folder_is_there(library: Library) -> None:
    assert not library.problems
    assert [*library.occasions] == ["xiaohui"]
    assert {*library.sections} == {"kc_yi", "kc_er", "rs_yi", "js_yi"}
    assert library.facts["讲话人"].example == Person("×××", "市长")
    assert library.facts["会议日期"].example == Date(2025, 0, 0)


def test_an_occasion_has_its_slots_in_order(library: Library) -> None:
    occasion = library.occasion("xiaohui")
    assert [slot.name for slot in occasion.slots] == ["开场", "认识", "结束"]
    assert [slot.layer for slot in occasion.slots] == [None, Layer.UNDERSTANDING, None]
    assert [slot.required for slot in occasion.slots] == [True, True, False]
    assert (occasion.length, occasion.minutes, occasion.layout) == ((800, 1200), (4, 6), "gb9704")
    assert occasion.built_in
    assert [field.name for field in library.asked(occasion)] == ["会议名称", "会议日期", "讲话人", "称谓"]


def test_a_slot_takes_its_share_of_the_middle_length(library: Library) -> None:
    occasion = library.occasion("xiaohui")
    assert [occasion.target(slot) for slot in occasion.slots] == [200, 700, 100]


def test_english_keys_say_the_same_as_chinese_ones(library: Library) -> None:
    template = library.section("rs_yi")
    assert (template.name, template.layer, template.length) == ("讲认识", Layer.UNDERSTANDING, 300)
    assert [field.name for field in template.fields] == ["部署", "事项", "单位"]
    assert template.fields[1].type is FieldType.LIST


def test_the_body_keeps_its_place_in_the_file(library: Library) -> None:
    template = library.section("rs_yi")
    lines = template.path.read_text(encoding="utf-8").split("\n")
    assert template.body.split("\n")[0] == lines[template.body_line - 1]
    assert template.body.startswith("# 提高站位")


def test_the_head_keeps_its_place_in_the_file(library: Library) -> None:
    occasion = library.occasion("小会")
    lines = occasion.path.read_text(encoding="utf-8").split("\n")
    assert occasion.head.split("\n")[0] == lines[occasion.head_line - 1]


def test_own_templates_that_fit_a_slot_come_after_those_it_lists(folder: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    write(own, "sections/kc_wo.j2", OPENING.format(name="我的开场"))
    write(own, "sections/rs_wo.j2", UNDERSTANDING.replace('layer = "understanding"', 'layer = "tasks"'))
    library = load_library([folder, own])
    opening, understanding, _ = library.occasion("xiaohui").slots
    assert [each.id for each in library.choices(opening)] == ["kc_yi", "kc_er", "kc_wo"]
    assert [each.id for each in library.choices(understanding)] == ["rs_yi"]


def test_an_own_template_of_the_same_id_wins(folder: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    write(own, "sections/kc_yi.j2", OPENING.format(name="我的开场"))
    template = load_library([folder, own]).section("kc_yi")
    assert template.name == "我的开场"
    assert not template.built_in


def test_a_broken_own_template_is_listed_and_the_built_in_one_stands(folder: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    path = write(own, "sections/kc_yi.j2", "+++\n名称 = 开场\n+++\n")
    library = load_library([folder, own])
    assert library.section("kc_yi").name == "开场一"
    assert [problem.path for problem in library.problems] == [path]
    assert "第 2 行" in library.problems[0].error.what


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("正文", "第 1 行不是 +++"),
        ('+++\n名称 = "x"\n正文', "没有收"),
        ('+++\n名字 = "x"\n+++\n', "“名字”不认识"),
        ('+++\n名称 = "x"\nname = "y"\n+++\n', "写了两次"),
        ('+++\n部件 = ["a"]\n+++\n', "没有写“名称”"),
        ("+++\n名称 = 3\n+++\n", "应当是文字"),
        ('+++\n名称 = "x"\n部件 = "a"\n+++\n', "方括号"),
        ('+++\n名称 = "x"\n部件 = [1]\n+++\n', "一组文字"),
        ('+++\n名称 = "x"\n层 = "思想"\n+++\n', "层“思想”不认识"),
        ('+++\n名称 = "x"\n字数 = "800"\n+++\n', "整数"),
        ('+++\n名称 = "x"\n字数 = true\n+++\n', "整数"),
        ('+++\n名称 = "x"\n字段 = 1\n+++\n', "应当是表"),
        ('+++\n名称 = "x"\n字段.部署 = 1\n+++\n', "“部署”应当是一张表"),
        ('+++\n名称 = "x"\n[字段."上级 部署"]\n类型 = "文字"\n+++\n', "不能作字段的名称"),
        ('+++\n名称 = "x"\n[字段.loop]\n类型 = "文字"\n+++\n', "不能作字段的名称"),
        ('+++\n名称 = "x"\n[字段.部署]\n类型 = "文本"\n+++\n', "类型“文本”不认识"),
        ('+++\n名称 = "x"\n[字段.部署]\n+++\n', "没有写“类型”"),
        ('+++\n名称 = "x"\n[字段.部署]\n类型 = "文字"\n必填 = 1\n+++\n', "true 或 false"),
        ('+++\n名称 = "x"\n[字段.部署]\n类型 = "选项"\n+++\n', "选项不合用"),
        ('+++\n名称 = "x"\n[字段.部署]\n类型 = "文字"\n选项 = ["a"]\n+++\n', "选项不合用"),
        ('+++\n名称 = "x"\n[字段.部署]\n类型 = "选项"\n选项 = ["a", "a"]\n+++\n', "选项不合用"),
        ('+++\n名称 = "x"\n[字段.数]\n类型 = "数目"\n示例 = "许多"\n+++\n', "“示例”不合类型"),
        ('+++\n名称 = "x"\n[字段.数]\n类型 = "数目"\n示例 = {一 = 1}\n+++\n', "不合用"),
    ],
)
def test_what_is_wrong_in_front_matter_is_told(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_section(write(tmp_path, "x_yi.j2", text))
    assert said in caught.value.what
    assert caught.value.remedy


def test_what_is_likely_meant_is_proposed(tmp_path: Path) -> None:
    with pytest.raises(ReadError) as caught:
        read_section(write(tmp_path, "x_yi.j2", '+++\n写作提示 = "x"\n+++\n'))
    assert caught.value.remedy.startswith("是不是“提示”")


def test_a_file_name_that_is_no_id_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="不能作 ID"):
        read_section(write(tmp_path, "开场-1.j2", CLOSING))


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.j2"
    path.write_bytes('+++\n名称 = "x"\n+++\n开场'.encode("gb18030"))
    with pytest.raises(ReadError, match="第 2 行不是 UTF-8"):
        read_section(path)


def test_a_file_beyond_the_limit_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="超过可以读取的大小"):
        read_section(write(tmp_path, "x_yi.j2", CLOSING + "字" * 100_000))


@pytest.mark.parametrize(
    ("was", "becomes", "said"),
    [
        ('id = "renshi"', 'id = "kaichang"', "id都是“kaichang”"),
        ('名称 = "认识"', '名称 = "开场"', "名称都是“开场”"),
        ('id = "renshi"', 'id = "认识"', "id“认识”不合用"),
        ("份额 = 70", "份额 = 700", "份额超过 100"),
        ("字数 = [800, 1200]", "字数 = [1200, 800]", "从小到大"),
        ("字数 = [800, 1200]", "字数 = 800", "方括号"),
        ('层 = "认识"', '层 = "意识"', "层“意识”不认识"),
        ("[[部件]]", "[[部分]]", "“部分”不认识"),
        ("份额 = 70", "比例 = 70", "第 2 个部件里的“比例”不认识"),
    ],
)
def test_what_is_wrong_in_an_occasion_is_listed(folder: Path, was: str, becomes: str, said: str) -> None:
    write(folder, "occasions/xiaohui.toml", OCCASION.replace(was, becomes))
    library = load_library([folder])
    assert not library.occasions
    assert said in library.problems[0].error.what


def test_an_occasion_without_slots_is_listed(folder: Path) -> None:
    write(folder, "occasions/kong.toml", '名称 = "空"\n抬头 = "@标题 空"\n')
    assert "没有部件" in load_library([folder]).problems[0].error.what


def test_slots_that_are_no_tables_are_listed(folder: Path) -> None:
    write(folder, "occasions/xiaohui.toml", OCCASION.split("[[部件]]")[0] + "部件 = [1]\n")
    assert "“部件”应当是一组表" in load_library([folder]).problems[0].error.what


def test_a_fact_keeps_its_type_and_may_change_its_hint(folder: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    write(own, "facts.toml", '[会议日期]\n类型 = "文字"\n[会议名称]\n类型 = "文字"\n提示 = "我的"\n')
    library = load_library([folder, own])
    assert library.facts["会议日期"].type is FieldType.DATE
    assert library.facts["会议名称"].hint == "我的"
    assert "“会议日期”与原有的类型或选项不同" in library.problems[0].error.what


def test_two_files_of_one_id_in_one_folder_are_told(folder: Path) -> None:
    write(folder, "sections/zz/rs_yi.j2", CLOSING)
    library = load_library([folder])
    assert library.section("rs_yi").name == "讲认识"
    assert "ID 相同" in library.problems[0].error.what


def test_hidden_files_and_other_endings_are_no_templates(folder: Path) -> None:
    write(folder, "sections/.kc_san.j2", "x")
    write(folder, "sections/.git/kc_san.j2", "x")
    write(folder, "sections/readme.md", "x")
    library = load_library([folder])
    assert len(library.sections) == 4
    assert not library.problems


def test_a_folder_that_is_no_library_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.templating.library._MOST_FILES", 3)
    library = load_library([folder])
    assert "超过 3 个" in library.problems[0].error.what
    assert library.occasions
    assert not library.sections


def test_a_folder_that_is_not_there_is_empty(tmp_path: Path) -> None:
    assert load_library([tmp_path / "none"]) == Library(folders=(tmp_path / "none",))


def test_what_is_not_there_is_refused_with_what_is(library: Library) -> None:
    with pytest.raises(UsageError) as caught:
        library.occasion("大会")
    assert "xiaohui" in caught.value.remedy
    with pytest.raises(UsageError) as caught:
        library.section("kc_y")
    assert "kc_yi" in caught.value.remedy
    with pytest.raises(UsageError) as caught:
        library.occasion("xiaohui").slot("开会")
    assert "开场" in caught.value.remedy
