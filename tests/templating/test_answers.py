"""What the writer answers in a file or one by one becomes typed facts and fields; what is not asked is refused."""

from pathlib import Path

import pytest

from app.core.errors import ReadError, UsageError
from app.core.facts import Date, FactSheet, Person
from app.templating.answers import Answers, Questions, questions, read_facts_file, with_setting
from app.templating.compose import chosen_templates
from app.templating.library import load_library
from tests.templating.small_library import OCCASION, write, write_library


@pytest.fixture
def asked(tmp_path: Path) -> Questions:
    folder = write_library(tmp_path / "ours")
    # A slot may be called as a fact is.
    write(folder, "occasions/xiaohui.toml", OCCASION.replace('名称 = "结束"', '名称 = "议程"'))
    library = load_library([folder])
    occasion = library.occasion("xiaohui")
    return questions(library, occasion, chosen_templates(library, occasion))


def read(text: str, asked: Questions) -> Answers:
    return read_facts_file(text.encode(), asked)


def test_facts_are_read_as_their_types(asked: Questions) -> None:
    text = """
会议名称 = "全市××会议"
会议日期 = 2025-05-31
讲话人 = {职务 = "市长", 姓名 = "×××"}
议程 = ["听取汇报", "讨论文件"]
增幅 = "3.5%"
称谓 = ""
"""
    facts = read(text, asked).facts
    assert dict(facts)["会议日期"] == Date(2025, 5, 31)
    assert dict(facts)["讲话人"] == Person("×××", "市长")
    assert dict(facts)["议程"] == ("听取汇报", "讨论文件")
    assert str(dict(facts)["增幅"]) == "3.5"
    assert "称谓" not in facts


def test_a_slot_is_a_table_by_id_or_name(asked: Questions) -> None:
    for key in ("renshi", "认识"):
        answers = read(f'会议名称 = "甲会"\n[{key}]\n部署 = "省政府部署"\n事项 = "甲、乙"', asked)
        assert answers.fields == {"renshi": FactSheet((("部署", "省政府部署"), ("事项", ("甲", "乙"))))}


def test_facts_may_stand_in_a_table_of_their_own(asked: Questions) -> None:
    assert read('[事实]\n会议名称 = "甲会"', asked).facts == FactSheet((("会议名称", "甲会"),))


def test_a_file_is_put_over_what_is_there(asked: Questions, tmp_path: Path) -> None:
    path = write(tmp_path, "facts.toml", '会议名称 = "乙会"')
    before = Answers(
        FactSheet((("会议名称", "甲会"), ("称谓", "各位"))), {"renshi": FactSheet((("部署", "部署"),))}
    )
    after = read_facts_file(path, asked, before)
    assert after == Answers(FactSheet((("会议名称", "乙会"), ("称谓", "各位"))), before.fields)


@pytest.mark.parametrize(
    ("setting", "facts", "fields"),
    [
        ("会议名称=甲=乙会", {"会议名称": "甲=乙会"}, {}),
        (" 会议日期 = 2025年5月31日 ", {"会议日期": Date(2025, 5, 31)}, {}),
        ("讲话人=市长 ×××", {"讲话人": Person("×××", "市长")}, {}),
        ("议程=甲、乙", {"议程": ("甲", "乙")}, {}),
        ("认识.部署=省政府部署", {}, {"renshi": {"部署": "省政府部署"}}),
        ("renshi.单位=各县", {}, {"renshi": {"单位": "各县"}}),
    ],
)
def test_one_value_is_set(
    asked: Questions, setting: str, facts: dict[str, object], fields: dict[str, dict[str, object]]
) -> None:
    answers = with_setting(Answers(), asked, setting)
    assert dict(answers.facts) == facts
    assert {slot: dict(sheet) for slot, sheet in answers.fields.items()} == fields


def test_an_empty_setting_takes_a_value_away(asked: Questions) -> None:
    answers = Answers(FactSheet((("会议名称", "甲会"),)))
    assert with_setting(answers, asked, "会议名称=").facts == FactSheet()


@pytest.mark.parametrize(
    ("setting", "what", "remedy"),
    [
        ("会议名称", "看不懂", "写成 名=值"),
        ("=甲", "看不懂", "写成 名=值"),
        ("会议名=甲", "没有事实“会议名”", "会议名称"),
        ("会议日期=昨天", "“会议日期”写的“昨天”不是日期", "2025年5月31日"),
        ("开会.部署=甲", "没有部件“开会”", "开场"),
        ("认识.部属=甲", "没有字段“部属”", "部署"),
    ],
)
def test_a_setting_that_is_wrong_is_refused(asked: Questions, setting: str, what: str, remedy: str) -> None:
    with pytest.raises(UsageError) as caught:
        with_setting(Answers(), asked, setting)
    assert what in caught.value.what
    assert remedy in caught.value.remedy


def test_an_unknown_fact_in_a_file_is_refused_with_near_names(asked: Questions) -> None:
    with pytest.raises(UsageError) as caught:
        read('会议时期 = "x"', asked)
    assert "会议日期" in caught.value.remedy


def test_a_table_for_what_is_no_slot_is_refused(asked: Questions) -> None:
    with pytest.raises(UsageError):
        read('[形势]\n部署 = "x"', asked)


def test_wrong_toml_is_told_with_its_line(asked: Questions) -> None:
    with pytest.raises(ReadError, match="第 2 行"):
        read('会议名称 = "甲会"\n会议日期 2025', asked)
