"""Samples as offices make them, of a few lines of XML, and what is learned of them."""

from app.importing.layout.findings import Finding
from app.importing.layout.learn import Learned, learn
from tests.importing.layout.ten import STANDARD
from tests.importing.word.files import docx, p, r

TABLE_LINES = '<w:spacing w:line="560" w:lineRule="exact"/>'
INDENT = '<w:ind w:firstLine="640"/>'


def look(east: str, size: int = 32, more: str = "") -> str:
    """Properties of a run."""
    return (
        f'<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="{east}"/>{more}'
        f'<w:sz w:val="{size}"/>'
    )


def title(text: str = "在全市重点项目推进会议上的讲话", more: str = "") -> str:
    return p(r(text, look("方正小标宋简体", 44)), properties=f'<w:jc w:val="center"/>{TABLE_LINES}{more}')


def body(text: str, more: str = "", characters: str = "", size: int = 32) -> str:
    return p(r(text, look("仿宋_GB2312", size, characters)), properties=f"{TABLE_LINES}{INDENT}{more}")


def h1(text: str, more: str = "") -> str:
    return p(r(text, look("黑体")), properties=f"{TABLE_LINES}{INDENT}{more}")


BLANK = p(properties=TABLE_LINES)
SALUTATION = p(r("同志们：", look("仿宋_GB2312")), properties=TABLE_LINES)
LONG = "今天，我们召开全市重点项目推进会议，主要任务是总结成绩、分析形势、部署工作。"
SPEECH = (
    title() + BLANK + SALUTATION + body(LONG) + h1("一、提高站位，深刻认识重大意义") + body(LONG)
    + h1("二、聚焦重点，全力推动任务落实") + body(LONG) + body("谢谢大家！")
)  # fmt: skip


def section(
    references: str = "",
    margins: str = 'w:top="2098" w:bottom="1984" w:left="1588" w:right="1474" w:header="851" w:footer="1400"',
    more: str = "",
) -> str:
    return f'<w:sectPr>{references}<w:pgSz w:w="11906" w:h="16838"/><w:pgMar {margins} w:gutter="0"/>{more}</w:sectPr>'


def learned(
    content: str, name: str = "样稿.docx", others: dict[str, bytes] | None = None, **parts: str
) -> Learned:
    return learn(docx(content, others, **parts), name, STANDARD)


def found(sample: Learned, table: str, key: str) -> Finding:
    return next(each for each in sample.findings if each.key == (table, key))


def value(sample: Learned, table: str, key: str) -> object:
    return found(sample, table, key).value
