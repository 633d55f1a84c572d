"""A small library of two slots in a folder of its own, for tests."""

from pathlib import Path

from app.core.draft import Draft

FACTS = """
[会议名称]
类型 = "文字"
示例 = "全市××会议"
提示 = "写全称"
[会议日期]
类型 = "日期"
示例 = "2025年×月×日"
[讲话人]
类型 = "人"
示例 = {职务 = "市长", 姓名 = "×××"}
[称谓]
类型 = "文字"
默认 = "同志们"
[议程]
类型 = "清单"
示例 = ["听取汇报", "讨论文件"]
[增幅]
type = "number"
example = 3.5
"""

OCCASION = '''
名称 = "小会"
说明 = "只为试验"
事实 = ["会议名称", "会议日期", "讲话人", "称谓"]
字数 = [800, 1200]
分钟 = [4, 6]
抬头 = """
@标题 在{{ 会议名称 }}上的讲话
{% if 讲话人 %}
@讲话人 {{ 讲话人 }}
{% endif %}
@日期 （{{ 会议日期 }}）
@称谓 {{ 称谓 }}：
"""

[[部件]]
id = "kaichang"
名称 = "开场"
份额 = 20
模板 = ["kc_yi", "kc_er"]

[[部件]]
id = "renshi"
名称 = "认识"
层 = "认识"
份额 = 70
模板 = ["rs_yi"]

[[部件]]
id = "jieshu"
名称 = "结束"
份额 = 10
必有 = false
模板 = ["js_yi"]
'''

OPENING = """+++
名称 = "{name}"
部件 = ["kaichang"]
字数 = 100
写法 = "直接开场"
提示 = "照通知写"
+++
今天召开{{{{ 会议名称 }}}}。共有[几](=@议程数)项议程。下面，我讲[几](=@意见数)点意见。
"""

UNDERSTANDING = """+++
name = "讲认识"
slots = ["renshi"]
layer = "understanding"
length = 300
approach = "讲必要"
hint = "向处室要材料"
[fields.部署]
type = "text"
example = "省政府部署"
hint = "写规范名称"
[fields.事项]
type = "list"
example = ["抓开工", "抓投产"]
[fields.单位]
type = "text"
default = "各级各部门"
+++
# 提高站位，深刻认识{{ 会议名称 }}的意义
## 这是落实{{ 部署 }}的要求。
+ 【待填：上级要求，约100字】
{% for 事 in 事项 %}
- {{ 事 }}。{{ 单位 }}要抓好。
{% endfor %}
"""

CLOSING = """+++
名称 = "结束"
部件 = ["jieshu"]
字数 = 10
+++
@结束语 谢谢大家！
"""


def write_library(folder: Path) -> Path:
    """Write the library into `folder` and give it back."""
    files = {
        "facts.toml": FACTS,
        "occasions/xiaohui.toml": OCCASION,
        "sections/kaichang/kc_yi.j2": OPENING.format(name="开场一"),
        "sections/kaichang/kc_er.j2": OPENING.format(name="开场二"),
        "sections/rs_yi.j2": UNDERSTANDING,
        "sections/js_yi.j2": CLOSING,
    }
    for name, text in files.items():
        write(folder, name, text)
    return folder


def write(folder: Path, name: str, text: str) -> Path:
    """Write one file of a library."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def text_of(draft: Draft) -> str:
    """The texts of a draft's blocks, a line each, without numbers."""
    return "\n".join(block.text for block in draft.blocks)
