"""A writer's TOML is changed in place: what is not changed stays as it was typed."""

import pytest

from app.core.errors import ReadError
from app.files.toml_edit import EditedToml, new_listed

TEXT = '''# 开头的话

名称 = "小结"   # 挑选时看到
"部件" = [
    "kaichang",  # 开场
    "jieshu",
]
提示 = """第一行
第二行"""

[字段.单位]  # 问谁
类型 = "文字"
# 单位写全称

[字段.日期]
类型 = '日期'
'''


def edited(text: str = TEXT) -> EditedToml:
    return EditedToml(text, "x.toml")


def test_a_text_that_nobody_changes_comes_out_as_it_went_in() -> None:
    assert str(edited()) == TEXT


def test_a_value_that_is_the_same_keeps_its_writing() -> None:
    toml = edited()
    toml.put(("部件",), '["kaichang", "jieshu"]')
    toml.tables(("字段",)).table(("日期",)).put(("类型",), '"日期"')
    assert str(toml) == TEXT


def test_a_changed_value_keeps_its_place_and_the_comment_behind_it() -> None:
    toml = edited()
    toml.put(("名称", "name"), '"三句话小结"')
    assert str(toml) == TEXT.replace('"小结"', '"三句话小结"')


def test_a_key_in_english_is_the_same_key() -> None:
    toml = edited('name = "小结"\n')
    toml.put(("名称", "name"), '"大结"')
    assert str(toml) == 'name = "大结"\n'


def test_a_new_value_stands_before_the_tables_under_its_chinese_name() -> None:
    toml = edited()
    toml.put(("字数", "length"), "150")
    assert '第二行"""\n字数 = 150\n' in str(toml)


def test_a_text_of_several_lines_is_written_as_lines() -> None:
    toml = edited("")
    toml.put(("提示",), r'"一\n二 \"三\" \\ 四"')
    assert str(toml) == '提示 = """\n一\n二 "三" \\\\ 四"""\n'
    assert edited(str(toml)).value(("提示",)) == '一\n二 "三" \\ 四'


def test_a_renamed_table_takes_its_comments_along() -> None:
    toml = edited()
    fields = toml.tables(("字段",))
    fields.rename("单位", "印发单位")
    fields.arrange(["印发单位", "日期"])
    assert (
        str(toml).index("[字段.印发单位]  # 问谁")
        < str(toml).index("# 单位写全称")
        < str(toml).index("日期]")
    )


def test_tables_of_a_list_can_change_places_and_be_joined_by_new_ones() -> None:
    toml = edited('[[部件]]\nid = "a" # 甲\n\n[[部件]]\nid = "b"\n')
    first, second = toml.listed(("部件",))
    third = new_listed()
    third.put(("id",), '"c"')
    toml.put_listed(("部件",), [second, first, third])
    assert [each.value(("id",)) for each in edited(str(toml)).listed(("部件",))] == ["b", "a", "c"]
    assert "# 甲" in str(toml)


def test_a_list_written_within_brackets_becomes_tables_below_everything_else() -> None:
    toml = edited('部件 = [{id = "a"}, {id = "b"}]\n次序 = 1\n')
    toml.put_listed(("部件",), toml.listed(("部件",))[:1])
    read = edited(str(toml))
    assert (read.value(("次序",)), read.value(("部件",))) == (1, [{"id": "a"}])


def test_what_is_no_toml_is_told_with_its_line() -> None:
    with pytest.raises(ReadError, match="第 2 行"):
        edited("名称 = 1\n错")


def test_a_character_that_the_change_needs_for_itself_is_refused() -> None:
    with pytest.raises(ReadError, match="不能用的字符"):
        edited('名称 = "\ue000"')


def test_a_key_that_cannot_stand_bare_keeps_its_quotation_marks() -> None:
    toml = edited('[fonts."仿宋.甲"]\n中文 = "仿宋"\n')
    toml.tables(("fonts",)).table(("楷 体",)).put(("中文",), '"楷体"')
    assert str(toml) == '[fonts."仿宋.甲"]\n中文 = "仿宋"\n\n[fonts."楷 体"]\n中文 = "楷体"\n'
