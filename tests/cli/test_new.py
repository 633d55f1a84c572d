"""`siceng new`: from an occasion and facts to a draft on the disk."""

from pathlib import Path

import pytest

from app.core.draft import Draft
from app.core.facts import Date, Person
from app.core.kinds import Kind
from app.core.markup import parse_markup
from app.storage.siceng_file import read_siceng
from tests.cli.conftest import Siceng, one_chinese_line

ROOT = Path(__file__).resolve().parents[2]
OCCASIONS = sorted(path.stem for path in (ROOT / "templates" / "occasions").glob("*.toml"))


def draft_in(path: str) -> Draft:
    return read_siceng(Path(path)).draft


@pytest.mark.parametrize("occasion", OCCASIONS)
def test_every_occasion_is_made_without_any_fact(siceng: Siceng, occasion: str) -> None:
    done = siceng("new", "--occasion", occasion, "-o", "新.siceng")
    assert (done.code, done.out, done.err) == (0, "", "")
    draft = draft_in("新.siceng")
    assert draft.occasion == occasion and not len(draft.facts)
    assert any(run.placeholder for block in draft.blocks for run in block.runs)


def test_an_occasion_may_be_called_by_its_name(siceng: Siceng) -> None:
    assert siceng("new", "--occasion", "推进会", "-o", "新.siceng").code == 0
    assert draft_in("新.siceng").occasion == "tuijinhui"


def test_facts_come_from_a_file_and_settings_win(siceng: Siceng, folder: Path) -> None:
    facts = '会议名称 = "全市××大会"\n会议日期 = 2025-05-31\n[事实]\n讲话人 = {职务 = "市长", 姓名 = "×××"}\n'
    (folder / "事实.toml").write_text(facts, encoding="utf-8")
    done = siceng(
        "new",
        "--occasion",
        "推进会",
        "--facts",
        "事实.toml",
        "--set",
        "会议名称=全市××会议",
        "-o",
        "新.siceng",
    )
    assert done.code == 0
    draft = draft_in("新.siceng")
    assert draft.facts.get("会议名称") == "全市××会议"
    assert draft.facts.get("会议日期") == Date(2025, 5, 31)
    assert draft.facts.get("讲话人") == Person("×××", "市长")
    assert draft.blocks[0].text == "在全市××会议上的讲话"


def test_a_value_that_looks_like_markup_stays_text(siceng: Siceng) -> None:
    hostile = "# 一 【x】 **b** [x](=y) {认识} {{ 1 }} @标题 - +"
    done = siceng("new", "--occasion", "推进会", "--set", f"会议名称={hostile}", "-o", "新.siceng")
    assert done.code == 0
    draft = draft_in("新.siceng")
    assert draft.blocks[0].kind is Kind.TITLE and draft.blocks[0].text == f"在{hostile}上的讲话"
    assert [block.kind for block in draft.blocks].count(Kind.H1) == 4


def test_another_template_is_chosen_for_a_slot(siceng: Siceng) -> None:
    done = siceng("new", "--occasion", "推进会", "--use", "认识=tj_renshi_sanwei", "-o", "新.siceng")
    assert done.code == 0
    templates = [block.section.template for block in draft_in("新.siceng").blocks if block.section]
    assert "tj_renshi_sanwei" in templates and "tj_renshi_dashi" not in templates


def test_a_template_is_chosen_by_the_name_that_the_window_shows(siceng: Siceng, home: Path) -> None:
    own_template(home, "own", "", "# 甲\n文字", name="我们的讲法")
    done = siceng("new", "--occasion", "推进会", "--use", "认识=我们的讲法", "-o", "新.siceng")
    assert done.code == 0
    assert "own" in [block.section.template for block in draft_in("新.siceng").blocks if block.section]


def test_a_field_of_a_section_is_set_by_its_slot(siceng: Siceng, home: Path) -> None:
    own_template(home, "own", '[字段.上级部署]\n类型 = "文字"', "# 甲\n{{ 上级部署 }}")
    done = siceng(
        "new",
        "--occasion",
        "推进会",
        "--use",
        "认识=own",
        "--set",
        "认识.上级部署=省里的会",
        "-o",
        "新.siceng",
    )
    assert done.code == 0
    section = next(
        block.section for block in draft_in("新.siceng").blocks if block.section and block.section.fields
    )
    assert section.fields.get("上级部署") == "省里的会"


def test_a_draft_can_be_written_as_markup(siceng: Siceng, folder: Path) -> None:
    assert siceng("new", "--occasion", "huanyingci", "-o", "新.md").code == 0
    draft = parse_markup((folder / "新.md").read_text(encoding="utf-8"))
    assert draft.occasion == "huanyingci" and draft.blocks


def own_template(home: Path, template_id: str, front: str, body: str, name: str = "自己的") -> None:
    folder = home / "data" / "templates" / "sections"
    folder.mkdir(parents=True, exist_ok=True)
    head = f'+++\n名称 = "{name}"\n部件 = ["renshi"]\n层 = "认识"\n{front}\n+++\n'
    (folder / f"{template_id}.j2").write_text(head + body, encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["--occasion", "tuijin"], 2, "tuijinhui"),
        (["--occasion", "推进会", "--set", "会议名=甲"], 2, "会议名称"),
        (["--occasion", "推进会", "--set", "会议名称"], 2, "名=值"),
        (["--occasion", "推进会", "--set", "会议日期=明天"], 2, "2025年5月31日"),
        (["--occasion", "推进会", "--set", "会议日期=2025年2月30日"], 2, "会议日期"),
        (["--occasion", "推进会", "--set", "没有.字段=甲"], 2, "没有"),
        (["--occasion", "推进会", "--set", "认识.没有=甲"], 2, "没有"),
        (["--occasion", "推进会", "--use", "认=tj_renshi_dashi"], 2, "认识"),
        (["--occasion", "推进会", "--use", "认识=tj_renshi_dash"], 2, "tj_renshi_dashi"),
        (["--occasion", "推进会", "--use", "认识=由问题倒推"], 2, "由问题倒推必要性"),
        (["--occasion", "推进会", "--use", "认识=tj_renwu_neirong"], 2, "不能用于"),
        (["--occasion", "推进会", "--use", "认识"], 2, "部件=模板"),
        (["--occasion", "推进会", "--use", "认识=无"], 2, "不能不要"),
        (["--occasion", "推进会", "--facts", "没有.toml"], 3, "没有.toml"),
        (["--occasion", "推进会", "--facts", "错.toml"], 3, "第 2 行"),
        (["--occasion", "推进会", "--facts", "乱码.toml"], 3, "UTF-8"),
        (["--occasion", "推进会", "--facts", "未知.toml"], 2, "会议名称"),
        (["--occasion", "推进会", "--facts", "."], 3, "文件夹"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_written(
    siceng: Siceng, folder: Path, words: list[str], code: int, said: str
) -> None:
    (folder / "错.toml").write_text('会议名称 = "甲"\n会议日期 = 明天\n', encoding="utf-8")
    (folder / "乱码.toml").write_bytes('会议名称 = "甲"\n'.encode("gb18030"))
    (folder / "未知.toml").write_text('会议名 = "甲"\n', encoding="utf-8")
    done = siceng("new", *words, "-o", "新.siceng")
    assert done.code == code and said in done.err and one_chinese_line(done.err)
    assert not (folder / "新.siceng").exists()


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("# 甲\n{% for a in range(9999) %}{% for b in range(9999) %}{{ b }}{% endfor %}{% endfor %}", "循环"),
        ("# 甲\n{{ 会议名称.__class__ }}", "__class__"),
        ("# 甲\n{{ ''.__class__.__mro__ }}", "不能用"),
        ("# 甲\n{% if 会议名称 %}", "endif"),
        ("# 甲\n{{ 没有的名字 }}", "没有的名字"),
        ("# 甲\n@没有这种 文字", "没有这种"),
    ],
)
def test_a_template_that_cannot_be_carried_out_is_an_input_that_cannot_be_read(
    siceng: Siceng, folder: Path, home: Path, body: str, said: str
) -> None:
    own_template(home, "bad", "", body)
    done = siceng("new", "--occasion", "推进会", "--use", "认识=bad", "-o", "新.siceng")
    assert done.code == 3 and said in done.err and "bad.j2" in done.err and one_chinese_line(done.err)
    assert not (folder / "新.siceng").exists()


def test_a_chosen_template_that_cannot_be_read_is_told_with_its_own_fault(siceng: Siceng, home: Path) -> None:
    own_template(home, "bad", "字数 = 很多", "# 甲")
    done = siceng("new", "--occasion", "推进会", "--use", "认识=bad", "-o", "新.siceng")
    assert done.code == 3 and "第 5 行" in done.err and one_chinese_line(done.err)


def test_an_own_template_with_a_fault_leaves_the_built_in_one_and_is_told(siceng: Siceng, home: Path) -> None:
    own_template(home, "tj_renshi_dashi", "字数 = 很多", "# 甲")
    done = siceng("new", "--occasion", "推进会", "-o", "新.siceng")
    assert done.code == 0 and "tj_renshi_dashi.j2" in done.err and one_chinese_line(done.err)


def test_an_existing_file_is_replaced_only_with_force(siceng: Siceng, folder: Path) -> None:
    (folder / "新.siceng").write_bytes(b"former")
    done = siceng("new", "--occasion", "推进会", "-o", "新.siceng")
    assert done.code == 4 and "--force" in done.err and one_chinese_line(done.err)
    assert (folder / "新.siceng").read_bytes() == b"former"
    assert siceng("new", "--occasion", "推进会", "-o", "新.siceng", "--force").code == 0
    assert draft_in("新.siceng").occasion == "tuijinhui"


@pytest.mark.parametrize("name", ["新.docx", "新", "新.siceng.txt"])
def test_another_suffix_is_wrong_usage(siceng: Siceng, folder: Path, name: str) -> None:
    done = siceng("new", "--occasion", "推进会", "-o", name)
    assert done.code == 2 and ".siceng" in done.err and not (folder / name).exists()
