"""Whatever a Word file is made of, everything in it that can be seen is in a paragraph or is listed, and once."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count

import pytest
from hypothesis import given, note, settings
from hypothesis import strategies as st

from app.importing.paragraphs import Source
from app.importing.word.changes import Changes
from tests.importing.word.files import p, r, source

COMMENTS = range(4)
LOOKS = ("", "<w:b/>", "<w:vanish/>", '<w:rStyle w:val="Strong"/>', '<w:sz w:val="32"/>')
ENDS = ("", "<w:rPr><w:del/></w:rPr>", "<w:rPr><w:ins/></w:rPr>", "<w:rPr><w:vanish/><w:specVanish/></w:rPr>")
NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlText w:val="（%1）"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)


@dataclass
class Words:
    """Gives words that occur once, and knows them."""

    numbers: Iterator[int] = field(default_factory=lambda: count(1))
    given: list[str] = field(default_factory=list)

    def next(self) -> str:
        self.given.append(f"〔{next(self.numbers)}〕")
        return self.given[-1]


Maker = Callable[[Words], str]


def all_of(makers: list[Maker]) -> Maker:
    return lambda words: "".join(maker(words) for maker in makers)


def around(before: str, after: str) -> Callable[[Maker], Maker]:
    return lambda maker: lambda words: f"{before}{maker(words)}{after}"


def wrapped(inner: st.SearchStrategy[Maker], *shells: tuple[str, str]) -> st.SearchStrategy[Maker]:
    return st.one_of([inner.map(around(*shell)) for shell in shells])


def tag(name: str, properties: str = "") -> tuple[str, str]:
    return f"<w:{name}>{properties}", f"</w:{name}>"


def char(kind: str) -> str:
    return r(f'<w:fldChar w:fldCharType="{kind}"/>')


FIELD = char("begin") + r("<w:instrText>REF a</w:instrText>") + char("separate")
CODE = char("begin"), char("end")
HINT = "<w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
BOX = (
    "<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>",
    "</w:txbxContent></w:drawing></mc:Choice></mc:AlternateContent></w:r>",
)
WORD = st.sampled_from(LOOKS).map(lambda look: lambda words: r(words.next(), look))
MARKS = st.sampled_from(
    [
        r("<w:br/>"),
        r("<w:tab/>"),
        r(" "),
        *(f'<w:commentRangeStart w:id="{at}"/>' for at in COMMENTS),
        *(f'<w:commentRangeEnd w:id="{at}"/>' for at in COMMENTS),
        *(r(f'<w:commentReference w:id="{at}"/>') for at in COMMENTS),
        *(r(f'<w:footnoteReference w:id="{at}"/>') for at in COMMENTS),
        char("begin"),
        char("end"),
    ]
).map(lambda mark: lambda _: mark)
RUBY = st.just(
    lambda words: r(
        f"<w:ruby><w:rt>{r(words.next())}</w:rt><w:rubyBase>{r(words.next())}</w:rubyBase></w:ruby>"
    )
)


def inline(inner: st.SearchStrategy[Maker]) -> st.SearchStrategy[Maker]:
    return wrapped(
        st.lists(inner, max_size=4).map(all_of),
        *(tag(name) for name in ("ins", "del", "moveFrom", "moveTo", "hyperlink", "smartTag", "unknown")),
        ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
        (f"<w:sdt>{HINT}", "</w:sdtContent></w:sdt>"),
        (FIELD, char("end")),
        CODE,
    )


INLINE = st.lists(st.recursive(WORD | MARKS | RUBY, inline, max_leaves=8), max_size=5).map(all_of)
PARAGRAPH = st.tuples(INLINE, st.sampled_from(["", NUMBERED]), st.sampled_from(ENDS)).map(
    lambda made: lambda words: p(made[0](words) or r(""), properties=made[1] + made[2])
)


def block(inner: st.SearchStrategy[Maker]) -> st.SearchStrategy[Maker]:
    blocks = st.lists(inner, max_size=3).map(all_of)
    cells = st.lists(blocks.map(around(*tag("tc"))), max_size=3).map(all_of)
    rows = st.lists(wrapped(cells, tag("tr"), tag("tr", "<w:trPr><w:del/></w:trPr>")), max_size=3).map(all_of)
    return st.one_of(
        rows.map(around(*tag("tbl"))),
        wrapped(blocks, ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"), tag("ins"), tag("customXml")),
        blocks.map(around(f"<w:p>{BOX[0]}", f"{BOX[1]}</w:p>")),
    )


BODY = st.lists(st.recursive(PARAGRAPH, block, max_leaves=8), max_size=5).map(all_of)


def notes(kind: str, words: Words) -> str:
    return "".join(f'<w:{kind} w:id="{at}">{p(words.next())}</w:{kind}>' for at in COMMENTS)


def seen(found: Source) -> tuple[str, set[str]]:
    """All text of paragraphs and of what is listed, and what is said of text."""
    texts = [paragraph.number + paragraph.text for paragraph in found.paragraphs]
    listed = [item.text for item in found.left_out]
    said = {run.comment for paragraph in found.paragraphs for run in paragraph.runs}
    return "".join(texts + listed), said


@pytest.mark.parametrize(
    "nested",
    [
        p(*[f"<w:{name}>" * 240 + r("甲") + f"</w:{name}>" * 240])
        for name in ("ins", "hyperlink", "unknown", "p", "fldSimple")
    ]
    + [
        p("<w:ruby><w:rubyBase>" * 120 + r("甲") + "</w:rubyBase></w:ruby>" * 120),
        "<w:unknown>" * 240 + p("甲") + "</w:unknown>" * 240,
        "<w:sdt><w:sdtContent>" * 120 + p("甲") + "</w:sdtContent></w:sdt>" * 120,
        "<w:tbl><w:tr><w:tc>" * 80 + p("甲") + "</w:tc></w:tr></w:tbl>" * 80,
        "<w:p><w:txbxContent>" * 120 + p("甲") + "</w:txbxContent></w:p>" * 120,
    ],
)
def test_what_is_nested_as_deep_as_can_be_is_read(nested: str) -> None:
    assert seen(source(nested))[0] == "甲"


@given(BODY, st.sampled_from(Changes))
@settings(max_examples=200, deadline=None)
def test_every_word_is_found_once(body: Maker, changes: Changes) -> None:
    words, remarks = Words(), Words(count(10_000))
    xml = body(words)
    note(xml)
    found = source(
        xml,
        changes,
        numbering=NUMBERING,
        comments=notes("comment", remarks),
        footnotes=notes("footnote", remarks),
    )
    text, said = seen(found)
    above = {word for word in words.given if any(f"注音：{word}" in each for each in said)}
    counts = Counter({word: text.count(word) for word in words.given if word not in above})
    assert counts == Counter([word for word in words.given if word not in above])
    assert all(word in text or any(word in each for each in said) for word in remarks.given)


@given(BODY, st.sampled_from(Changes))
@settings(max_examples=100, deadline=None)
def test_paragraphs_are_never_empty_and_have_no_blanks_around_their_lines(
    body: Maker, changes: Changes
) -> None:
    for paragraph in source(body(Words()), changes, numbering=NUMBERING).paragraphs:
        assert all(run.text for run in paragraph.runs)
        for line in paragraph.text.split("\u2028"):
            assert line and line == line.strip()
