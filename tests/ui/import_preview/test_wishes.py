"""What the writer wants of a recognition, and the way back."""

from app.core.draft import plain_runs
from app.core.kinds import Kind
from app.importing.paragraphs import Paragraph
from app.ui.import_preview.wishes import History, Wish, moved_fixed


def paragraphs(*texts: str) -> list[Paragraph]:
    return [Paragraph(plain_runs(text)) for text in texts]


def test_wishes_are_taken_back_and_wished_again() -> None:
    history = History()
    one = Wish().with_roles({(0, 0): Kind.TITLE})
    two = one.with_roles({(1, 0): Kind.DATE}).without([(0, 0)])
    assert history.wish(one) and history.wish(two) and not history.wish(two)
    assert two.fixed == {(1, 0): Kind.DATE}
    history.undo()
    assert history.now == one and history.can_undo and history.can_redo
    history.redo()
    assert history.now == two and not history.can_redo


def test_a_new_wish_forgets_what_was_taken_back() -> None:
    history = History()
    history.wish(Wish().with_roles({(0, 0): Kind.TITLE}))
    history.undo()
    history.wish(Wish().with_roles({(0, 0): Kind.H1}))
    assert not history.can_redo


def test_roles_go_with_their_paragraphs_and_others_are_let_go() -> None:
    before, after = paragraphs("甲", "乙", "丙"), paragraphs("新", "甲", "丙")
    fixed = {(0, 0): Kind.TITLE, (1, 0): Kind.H1, (2, 3): Kind.POINT}
    assert moved_fixed(fixed, before, after) == {(1, 0): Kind.TITLE, (2, 3): Kind.POINT}


def test_how_many_roles_were_let_go_is_told() -> None:
    history = History()
    history.wish(Wish().with_roles({(0, 0): Kind.TITLE, (1, 0): Kind.H1}))
    assert history.move(paragraphs("甲", "乙"), paragraphs("甲")) == 1
    assert history.now.fixed == {(0, 0): Kind.TITLE} and not history.can_undo
