"""What a Word file is held against after reading is all its text, told in another way."""

from app.importing.word.package import open_package
from app.importing.word.plain import plain_lines
from tests.importing.word.files import docx, p, r


def lines(body: str) -> list[str]:
    return [text for _, text in plain_lines(open_package(docx(body), "稿.docx").document) if text]


def test_all_text_is_there_with_what_was_deleted_and_what_is_in_boxes() -> None:
    deleted = "<w:del><w:r><w:delText>乙</w:delText></w:r></w:del>"
    box = r(f"<w:pict><w:txbxContent>{p('丁')}</w:txbxContent></w:pict>")
    assert lines(p("甲", deleted, "丙") + p(box) + f"<w:tbl><w:tr><w:tc>{p('戊')}</w:tc></w:tr></w:tbl>") == [
        "甲乙丙",
        "丁",
        "戊",
    ]


def test_of_alternatives_the_first_counts() -> None:
    both = (
        f"<mc:AlternateContent><mc:Choice>{r('新')}</mc:Choice><mc:Choice>{r('二')}</mc:Choice>"
        f"<mc:Fallback>{r('旧')}</mc:Fallback></mc:AlternateContent>"
    )
    only = f"<mc:AlternateContent><mc:Fallback>{r('旧')}</mc:Fallback></mc:AlternateContent>"
    assert lines(p(both) + p(only)) == ["新", "旧"]


def test_codes_of_fields_are_no_text() -> None:
    assert lines(p(r("<w:instrText>PAGE</w:instrText>"), "甲")) == ["甲"]
