"""Page numbers and headers as units make them: fields of both kinds, frames, text boxes, tabs, odd and even pages."""

import pytest

from app.importing.layout.findings import Sureness
from app.importing.layout.learn import Learned, learn
from tests.importing.layout.samples import SPEECH, found, section, value
from tests.importing.layout.ten import STANDARD
from tests.importing.word.files import p, part, r, relations, zipped

PAGE = f'<w:fldSimple w:instr=" PAGE ">{r("1")}</w:fldSimple>'
TOTAL = f'<w:fldSimple w:instr=" NUMPAGES \\* MERGEFORMAT ">{r("9")}</w:fldSimple>'


def field(code: str) -> str:
    """A field as Word itself writes it."""
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    return f"{marks[0]}<w:r><w:instrText> {code} </w:instrText></w:r>{marks[1]}{r('1')}{marks[2]}"


def sample(settings: str = "", title_page: bool = False, **parts: str) -> Learned:
    """A speech with these headers and footers: `footer`, `header`, each also with `_even` and `_first`."""
    references = "".join(
        f'<w:{name.partition("_")[0]}Reference w:type="{name.partition("_")[2] or "default"}" r:id="rId{at}"/>'
        for at, name in enumerate(parts, 1)
    )
    body = SPEECH + section(references, more="<w:titlePg/>" if title_page else "")
    roots = {"footer": "ftr", "header": "hdr"}
    files = {f"word/{name}.xml": part(roots[name.partition("_")[0]], xml) for name, xml in parts.items()}
    kinds = [(name.partition("_")[0], f"{name}.xml") for name in parts]
    data = zipped(
        {
            "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
            "word/settings.xml": part("settings", settings),
            "word/_rels/document.xml.rels": relations(*kinds, ("settings", "settings.xml")),
            **files,
        }
    )
    return learn(data, "样稿.docx", STANDARD)


def right(*content: str) -> str:
    return p(*content, properties='<w:jc w:val="right"/>')


def left(*content: str) -> str:
    return p(*content, properties='<w:jc w:val="left"/>')


def center(*content: str) -> str:
    return p(*content, properties='<w:jc w:val="center"/>')


def test_a_file_without_page_numbers_has_none() -> None:
    assert value(sample(), "page_number", "位置") == "无"
    assert sample().layout.page_number.placement == "none"


@pytest.mark.parametrize(
    "number", [PAGE, field("PAGE"), field("PAGE   \\* MERGEFORMAT"), "<w:r><w:pgNum/></w:r>"]
)
def test_a_page_number_is_found_however_its_field_is_written(number: str) -> None:
    learned = sample(footer=center(r("— "), number, r(" —")))
    assert (value(learned, "page_number", "位置"), value(learned, "page_number", "样式")) == ("居中", "— 1 —")


@pytest.mark.parametrize(
    ("content", "form", "plain"),
    [
        ((r("- "), PAGE, r(" -")), "- 1 -", True),
        ((PAGE,), "1", True),
        ((r("第"), PAGE, r("页")), "第1页", True),
        ((r("第"), PAGE, r("页 共"), TOTAL, r("页")), "第1页 共9页", True),
        ((r("—"), PAGE, r("—")), "— 1 —", False),
        ((r("第 "), field("PAGE"), r(" 页，共 "), field("NUMPAGES"), r(" 页")), "第1页 共9页", False),
        ((PAGE, r("/"), TOTAL), "第1页 共9页", False),
        ((r("·"), PAGE, r("·")), "1", False),
    ],
)
def test_its_form_is_the_nearest_and_one_that_is_written_otherwise_is_told(
    content: tuple[str, ...], form: str, plain: bool
) -> None:
    learned = sample(footer=center(*content))
    assert value(learned, "page_number", "样式") == form
    assert any("页码写成" in remark for remark in learned.remarks) is not plain


def test_odd_pages_right_and_even_ones_left_is_outside() -> None:
    learned = sample(
        "<w:evenAndOddHeaders/>",
        footer=p(
            r("— "),
            PAGE,
            r(" —"),
            properties='<w:jc w:val="right"/><w:ind w:rightChars="100" w:right="280"/>',
        ),
        footer_even=left(r("— "), PAGE, r(" —")),
    )
    assert value(learned, "page_number", "位置") == "外侧"
    assert value(learned, "page_number", "空") == 1


def test_even_pages_do_not_count_where_the_file_does_not_tell_them_apart() -> None:
    learned = sample(footer=right(PAGE), footer_even=left(PAGE))
    assert value(learned, "page_number", "位置") == "右"


def test_a_number_at_the_left_of_all_pages_is_told() -> None:
    learned = sample(footer=left(PAGE))
    assert value(learned, "page_number", "位置") == "居中"
    assert any("左边" in remark for remark in learned.remarks)


def test_a_number_in_a_frame_or_a_text_box_stands_where_that_is_set() -> None:
    framed = p(PAGE, properties='<w:framePr w:wrap="around" w:hAnchor="margin" w:xAlign="right"/>')
    assert value(sample(footer=framed), "page_number", "位置") == "右"
    box = (
        "<w:r><mc:AlternateContent><mc:Choice><w:drawing><wp:anchor><wp:positionH><wp:align>outside</wp:align>"
        f"</wp:positionH><wps:txbx><w:txbxContent>{p(PAGE)}</w:txbxContent></wps:txbx></wp:anchor></w:drawing>"
        f"</mc:Choice><mc:Fallback>{p(PAGE)}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    learned = sample(footer=p(box))
    assert value(learned, "page_number", "位置") == "外侧"
    assert found(learned, "page_number", "距版心").sureness is Sureness.RECKONED


def test_what_stands_after_one_tab_is_in_the_middle_and_after_two_at_the_right() -> None:
    tab = "<w:r><w:tab/></w:r>"
    assert value(sample(footer=p(tab, PAGE)), "page_number", "位置") == "居中"
    assert value(sample(footer=p(tab, tab, PAGE)), "page_number", "位置") == "右"


def test_a_first_page_without_number_is_seen() -> None:
    assert value(sample(title_page=True, footer=center(PAGE)), "page_number", "首页") is False
    both = sample(title_page=True, footer=center(PAGE), footer_first=center(PAGE))
    assert value(both, "page_number", "首页") is True
    assert value(sample(footer=center(PAGE)), "page_number", "首页") is True


def test_the_text_of_a_header_is_learned_with_its_look() -> None:
    line = '<w:jc w:val="center"/><w:pBdr><w:bottom w:val="single" w:sz="6"/></w:pBdr>'
    text = r("××市人民政府", '<w:rFonts w:eastAsia="楷体"/><w:sz w:val="21"/>')
    layout = sample(header=p(text, properties=line)).layout
    assert (layout.header.text, layout.header.font.east, layout.header.size) == ("××市人民政府", "楷体", 21)
    assert (layout.header.alignment, layout.header.rule) == ("center", True)


def test_a_number_above_the_text_is_no_text_of_the_header() -> None:
    layout = sample(header=center(r("- "), PAGE, r(" -"))).layout
    assert (layout.page_number.edge, layout.header.text) == ("header", "")


def test_of_several_lines_of_a_header_the_first_is_taken_and_that_is_told() -> None:
    learned = sample(header=center("××市") + center("内部资料"))
    assert value(learned, "page_header", "文字") == "××市"
    assert any("不止一行" in remark for remark in learned.remarks)


def test_fields_that_are_never_closed_do_no_harm() -> None:
    open_field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 3 + r("字")
    assert value(sample(footer=p(open_field)), "page_number", "位置") == "无"
