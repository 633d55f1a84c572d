"""A layout of ours that was exported to Word is learned back value for value, however it was exported."""

from collections.abc import Callable

import pytest

from app.export.docx import DocxOptions
from app.layouts.model import Layout
from tests.importing.layout.ten import TEN, learned_back, values

OPTIONS = {
    "as it is": DocxOptions(),
    "with Word's own numbers": DocxOptions(numbering="auto"),
    "clean": DocxOptions(clean=True),
}


@pytest.mark.parametrize("options", OPTIONS.values(), ids=OPTIONS)
@pytest.mark.parametrize("made", TEN, ids=lambda made: made.__name__)
def test_every_value_comes_back(made: Callable[[], Layout], options: DocxOptions) -> None:
    layout = made()
    assert values(learned_back(layout, options=options)) == values(layout)
