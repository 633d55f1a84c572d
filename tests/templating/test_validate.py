"""What an author of templates got wrong is said with file, line and remedy; sound files get no remark."""

from pathlib import Path

import pytest

from app.core.errors import UsageError
from app.templating.library import Library, load_library
from app.templating.remarks import Level, Remark
from app.templating.rendering import Renderer
from app.templating.validate import validate
from tests.templating.small_library import FACTS, OCCASION, OPENING, write, write_library

SOUND = """+++
名称 = "讲认识"
部件 = ["renshi"]
层 = "认识"
字数 = 70
写法 = "讲必要"
提示 = "向处室要材料"
[字段.部署]
类型 = "文字"
示例 = "省政府部署"
提示 = "写规范名称"
[字段.语气]
类型 = "选项"
选项 = ["平", "重"]
示例 = "平"
提示 = "按场面选"
+++
# 提高站位，深刻认识{{ 会议名称 }}的意义
## 这是落实{{ 部署 }}的要求。
+ 【待填：上级要求，约10字】{% if 语气 == "重" %}必须抓紧。{% endif %}
- 抓好开工。
- 抓好投产。
## 这是推动发展的需要。
+ 首先，要看到形势。
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_library(tmp_path / "ours")


def said(path: Path, library: Library) -> list[Remark]:
    return list(validate(path, library, Renderer()))


def about_section(folder: Path, text: str) -> list[Remark]:
    return said(write(folder, "sections/rs_yi.j2", text), load_library([folder]))


def test_a_sound_template_gets_no_remark(folder: Path) -> None:
    assert about_section(folder, SOUND) == []


@pytest.mark.parametrize(
    ("was", "becomes", "level", "words"),
    [
        ("名称 = ", "名字 = ", "错", "“名字”不认识"),
        ("{{ 部署 }}", "{{ 不署 }}", "错", "不署"),
        ("必须抓紧。", "{{ 不署 }}", "错", "不署"),
        ("必须抓紧。", "{% if false %}{{ 不署 }}{% endif %}", "错", "没有叫“不署”的事实或字段"),
        ("- 抓好开工。", '{% if 部署 == "省政府部署" %}- 抓好开工。{% endif %}', "疑", "结构也变了"),
        ("{{ 部署 }}", "{{ 部署|漂亮 }}", "错", "漂亮"),
        ("{{ 部署 }}", "{{ 部署|年月 }}", "错", "年月"),
        ("{% endif %}", "", "错", "没有收尾"),
        ("必须抓紧。", "{{ 语气|年月 }}", "错", "“语气”为“重”时"),
        ("- 抓好开工。", "@乱写 抓好开工。", "错", "乱写"),
        ("- 抓好开工。", "# 抓好开工", "错", "一级标题“抓好开工”不在第一行"),
        ("# 提高", "+ 提高", "错", "不能作一节的开头"),
        ("# 提高", "@称谓 提高", "错", "抬头的内容"),
        ("## 这是落实", "### 这是落实", "错", "这是推动发展的需要。”是二级标题，前面并列的却是三级标题"),
        ("# 提高", "# 一、提高", "错", "自己写了序号“一、”"),
        ("## 这是推动", "## （二）这是推动", "错", "自己写了序号“（二）”"),
        ("## 这是推动", "## 2.这是推动", "错", "自己写了序号“2.”"),
        ("- 抓好开工", "- 一是抓好开工", "错", "自己写了序号“一是”"),
        ("- 抓好开工", "- 第一，抓好开工", "错", "自己写了序号“第一，”"),
        ("- 抓好开工", "- 首先，抓好开工", "错", "自己写了序号“首先，”"),
        ("- 抓好开工", "①抓好开工", "错", "自己写了序号“①”"),
        ("【待填：上级要求，约10字】", "【待填】上级要求有十个字多", "错", "【待填】没有说要填什么"),
        ("【待填：上级要求，约10字】", "【待填：约10字】", "错", "没有说要填什么"),
        ("【待填：上级要求，约10字】", "【部署】上级要求有十个字多", "疑", "【部署】不是待填的写法"),
        ("抓好开工", "抓好开工3件", "疑", "模板自己的数字“3”"),
        ("抓好开工", "抓好XX县开工", "疑", "模板自己的代字“XX”"),
        ("抓好开工。", "要做到：一是开工；二是投产。", "疑", "一是……二是"),
        ("{{ 部署 }}", '{{ 部署 ~ "等" }}', "疑", "“部署”印出来以后不再随事实更改"),
        ("{{ 部署 }}", "上级部署", "疑", "字段“部署”没有用到"),
        ("字数 = 70", "字数 = 300", "疑", "写的是 300 字"),
        ("字数 = 70", "", "疑", "没有写“字数”"),
        ('提示 = "向处室要材料"', "", "疑", "没有写“提示”"),
        ('写法 = "讲必要"', "", "疑", "没有写“写法”"),
        ('示例 = "省政府部署"', "", "疑", "“部署”没有写示例"),
        ('提示 = "写规范名称"', "", "疑", "“部署”没有写提示"),
        ('部件 = ["renshi"]', "", "疑", "没有写用于哪些部件"),
        ('"renshi"', '"renshy"', "疑", "没有一个场合有部件“renshy”"),
        ('层 = "认识"', 'layer = "tasks"', "错", "层与部件“renshi”的不同"),
        ("- 抓好投产。\n", "", "疑", "要点“抓好开工。”只有一项"),
        ("## 这是推动发展的需要。\n", "", "疑", "下面只有一个小标题"),
        ("[字段.语气]", '[字段.会议名称]\n类型 = "文字"\n[字段.语气]', "疑", "“会议名称”与全稿的事实同名"),
    ],
)
def test_a_mistake_in_a_template_is_remarked(
    folder: Path, was: str, becomes: str, level: str, words: str
) -> None:
    assert was in SOUND
    remarks = about_section(folder, SOUND.replace(was, becomes, 1))
    found = [remark for remark in remarks if words in remark.what]
    assert found, remarks
    assert found[0].level == level
    assert found[0].remedy


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        ("抓好开工", "抓好××县、×××同志的事"),
        ("抓好开工", "【待核：口径】抓好开工"),
        ("首先，要看到", "一方面，要看到"),
        ("首先，要看到", "最后，要看到"),
        ("抓好开工", "一二三产业都抓好"),
        ("{{ 部署 }}", '{{ 部署|默认("上级部署") }}'),
    ],
)
def test_what_is_usual_gets_no_remark(folder: Path, was: str, becomes: str) -> None:
    assert about_section(folder, SOUND.replace(was, becomes, 1)) == []


def test_a_remark_names_the_line_of_the_file(folder: Path) -> None:
    text = SOUND.replace("抓好开工", "1.抓好开工")
    remark = next(each for each in about_section(folder, text) if each.level == Level.WRONG)
    assert text.split("\n")[(remark.line or 0) - 1] == "- 1.抓好开工。"


def test_a_value_that_makes_structure_is_a_mistake(folder: Path) -> None:
    text = SOUND.replace("- 抓好开工。", "- 抓好开工。 {要 {{ 部署 }}}")
    assert any(remark.level == Level.WRONG for remark in about_section(folder, text))


def test_a_template_that_may_come_out_empty_is_a_mistake(folder: Path) -> None:
    front, body = SOUND.split("+++\n", 2)[1:]
    text = f"+++\n{front}+++\n{{% if 会议日期 %}}\n{body}{{% endif %}}\n"
    assert any("什么也没有印出来" in remark.what for remark in about_section(folder, text))


@pytest.fixture
def small(folder: Path) -> Path:
    """The library with one template the more wherever a slot had but one, and lengths that agree."""
    for name in ("rs_yi", "rs_er"):
        write(folder, f"sections/{name}.j2", SOUND)
    for name in ("kc_yi", "kc_er"):
        write(folder, f"sections/kaichang/{name}.j2", OPENING.format(name="开场") + "【待填：任务，约80字】")
    closing = (
        '+++\n名称 = "结束"\n部件 = ["jieshu"]\n字数 = 5\n写法 = "谢"\n提示 = "短"\n+++\n@结束语 谢谢大家！\n'
    )
    for name in ("js_yi", "js_er"):
        write(folder, f"sections/{name}.j2", closing)
    return folder


SOUND_OCCASION = (
    OCCASION.replace("字数 = [800, 1200]", "字数 = [160, 250]")
    .replace("分钟 = [4, 6]", "分钟 = [1, 1]")
    .replace("[[部件]]\n", '[[部件]]\n提示 = "短"\n')
    .replace('模板 = ["rs_yi"]', '模板 = ["rs_yi", "rs_er"]')
    .replace('模板 = ["js_yi"]', '模板 = ["js_yi", "js_er"]')
    .replace('"称谓"]', '"称谓", "议程"]')
)


def about_occasion(folder: Path, text: str) -> list[Remark]:
    path = write(folder, "occasions/xiaohui.toml", text)
    return said(path, load_library([folder]))


def test_a_sound_occasion_gets_no_remark(small: Path) -> None:
    assert about_occasion(small, SOUND_OCCASION) == []


@pytest.mark.parametrize(
    ("was", "becomes", "level", "words"),
    [
        ('名称 = "小会"', "", "错", "没有写“名称”"),
        ('"称谓", ', '"称谓", "会议", ', "错", "事实“会议”没有在 facts.toml 里声明"),
        ("份额 = 70", "份额 = 60", "错", "加起来是 90"),
        ('"rs_er"', '"rs_san"', "错", "节模板“rs_san”没有"),
        ('"rs_er"', '"kc_er"', "错", "“kc_er”不是为部件“认识”写的"),
        ('"rs_er"', '"rs_yi"', "错", "有一个节模板写了两次"),
        ('层 = "认识"\n', "", "错", "“rs_yi”不是为部件“认识”写的"),
        ('提示 = "短"', "", "疑", "没有写提示"),
        ("字数 = [160, 250]", "字数 = [900, 1000]", "疑", "按示例和首选的节模板算约"),
        ("字数 = [160, 250]", "", "疑", "没有写字数或分钟"),
        ("分钟 = [1, 1]", "分钟 = [1, 2]", "疑", "合成每分钟 160、125 字"),
        ('"会议名称", ', "", "疑", "抬头要用“会议名称”"),
        ("@标题 ", "@副题 ", "错", "没有标题"),
        ("{% if 讲话人 %}", "@标题 又一个\n{% if 讲话人 %}", "错", "两行标题"),
        ("{% if 讲话人 %}", "正文\n{% if 讲话人 %}", "错", "不是抬头的内容"),
        ("@称谓 {{ 称谓 }}：", "@称谓 {{ 称谓 }}", "疑", "称谓后面没有冒号"),
        ("@标题 在{{ 会议名称 }}", "@标题 在{{ 会议 }}", "错", "会议"),
        ("@标题 在{{ 会议名称 }}", "@标题 在{{ 会议名称 }", "错", "模板“xiaohui.toml”"),
    ],
)
def test_a_mistake_in_an_occasion_is_remarked(
    small: Path, was: str, becomes: str, level: str, words: str
) -> None:
    assert was in SOUND_OCCASION
    remarks = about_occasion(small, SOUND_OCCASION.replace(was, becomes, 1))
    found = [remark for remark in remarks if words in remark.what]
    assert found, remarks
    assert found[0].level == level
    assert found[0].remedy


def test_a_slot_with_one_template_is_doubted(small: Path) -> None:
    (small / "sections/rs_er.j2").unlink()
    remarks = about_occasion(small, SOUND_OCCASION.replace(', "rs_er"', ""))
    assert any("没有两个以上的节模板可选" in remark.what for remark in remarks)


def test_a_slot_without_any_template_is_a_mistake(small: Path) -> None:
    remarks = about_occasion(
        small, SOUND_OCCASION.replace('id = "kaichang"', 'id = "kaihui"').replace('"kc_yi", "kc_er"', "")
    )
    assert any(remark.what == "部件“开场”没有能用的节模板。" for remark in remarks)


def test_declarations_without_hint_or_example_are_doubted(folder: Path) -> None:
    remarks = said(write(folder, "facts.toml", FACTS), load_library([folder]))
    assert {remark.level for remark in remarks} == {Level.DOUBT}
    assert any(remark.what == "“会议日期”没有写提示。" for remark in remarks)
    assert any(remark.what == "“称谓”没有写示例。" for remark in remarks)


def test_a_folder_is_checked_with_all_that_is_in_it(small: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    good = write(own, "sections/rs_wo.j2", SOUND)
    bad = write(own, "sections/rs_ta.j2", SOUND.replace("- 抓好", "- 一是抓好"))
    broken = write(own, "sections/rs_huai.j2", "没有开头")
    facts = write(own, "facts.toml", '[某事]\n类型 = "文字"\n')
    wrong = {remark.path for remark in said(own, load_library([small])) if remark.level == Level.WRONG}
    assert wrong == {bad, broken}
    paths = {remark.path for remark in said(own, load_library([small]))}
    assert facts in paths
    assert good not in paths


def test_a_broken_facts_file_is_told_once(tmp_path: Path) -> None:
    own = tmp_path / "own"
    path = write(own, "facts.toml", "[某事]\n类型 = 文字\n")
    assert [remark.path for remark in said(own, Library())] == [path]


def test_what_is_no_template_is_refused(tmp_path: Path) -> None:
    for name in ("x.docx", "layouts/gb9704.toml"):
        with pytest.raises(UsageError, match="不是节模板、场合、领域或事实声明"):
            said(write(tmp_path, name, ""), Library())


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert said(tmp_path / "x_yi.j2", Library())[0].level == Level.WRONG


def test_a_slow_template_with_many_choices_is_not_tried_with_all_of_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choices = [f"选项{number}" for number in range(200)]
    fields = f'[字段.甲]\n类型 = "选项"\n选项 = {choices}\n'.replace("'", '"')
    path = tmp_path / "wode.j2"
    path.write_text(f'+++\n名称 = "甲"\n{fields}+++\n{{{{ 甲 }}}}的话\n', "utf-8")
    monkeypatch.setattr("app.templating.section_checks.SECONDS", 0.0)
    remarks = validate(path, load_library([]), Renderer())
    assert any("没有逐个试完" in remark.what for remark in remarks)
