"""What is cleaned up where the writer wants it, and that places lead to the source and back."""

from hypothesis import given
from hypothesis import strategies as st

from app.core.draft import Run
from app.importing.cleaning import Cleaning, blank_changes, cleaned, mark_changes
from app.importing.paragraphs import Paragraph

SPACED = "全 市 工 作 会 议 上"
texts = st.text(st.sampled_from("我们要，AB1, :()\u3000"), min_size=1, max_size=20)
cleanings = st.builds(Cleaning, st.booleans(), st.booleans())


def paragraph(*texts: str) -> Paragraph:
    return Paragraph(tuple(Run(text, bold=at % 2 == 1) for at, text in enumerate(texts)))


def test_nothing_is_touched_unasked() -> None:
    source = [paragraph("同志们:"), paragraph(SPACED)]
    assert cleaned(source, Cleaning()).paragraphs == tuple(source)


def test_bold_stays_where_it_was() -> None:
    found = cleaned([paragraph("提高 认识", " 是,", "根本 所在")], Cleaning(marks=True, blanks=True))
    assert found.paragraphs == (paragraph("提高认识", "是，", "根本所在"),)


def test_blanks_between_chinese_characters_go_and_others_stay() -> None:
    source = [paragraph("市长　王　明"), paragraph("运用 AI 提高 效率"), paragraph("第 3 次")]
    found = cleaned(source, Cleaning(blanks=True))
    assert [each.text for each in found.paragraphs] == ["市长　王　明", "运用 AI 提高效率", "第 3 次"]


def test_every_mark_is_told_with_the_words_around_it() -> None:
    (found,) = mark_changes([paragraph("好。"), paragraph("今天我们在这里召开会议:主要任务是部署工作")])
    assert found.place == (1, 11)
    assert (found.before, found.after) == (
        "们在这里召开会议:主要任务是部署工",
        "们在这里召开会议：主要任务是部署工",
    )


def test_blanks_are_told_only_where_they_are_many() -> None:
    assert blank_changes([paragraph("提高 认识")]) == ()
    assert [each.place[1] for each in blank_changes([paragraph(SPACED)])] == [1, 3, 5, 7, 9, 11]


def test_ids_of_blocks_stay_with_their_characters() -> None:
    source = Paragraph((Run("甲 乙 丙"),), ids=((2, "aaaaaaab"),))
    assert cleaned([source], Cleaning(blanks=True)).paragraphs[0].ids == ((1, "aaaaaaab"),)


@given(st.lists(texts.map(paragraph), max_size=3), cleanings)
def test_every_place_leads_to_the_source_and_back(source: list[Paragraph], cleaning: Cleaning) -> None:
    found = cleaned(source, cleaning)
    for at, each in enumerate(found.paragraphs):
        places = [(at, offset) for offset in range(len(each.text) + 1)]
        assert [found.here(found.in_source(place)) for place in places] == places


@given(st.lists(texts.map(paragraph), max_size=3), cleanings)
def test_no_visible_character_is_lost(source: list[Paragraph], cleaning: Cleaning) -> None:
    found = cleaned(source, cleaning)
    for before, after in zip(source, found.paragraphs, strict=True):
        assert len(after.text.replace(" ", "")) == len(before.text.replace(" ", ""))
        assert cleaned([after], cleaning).paragraphs == (after,)
