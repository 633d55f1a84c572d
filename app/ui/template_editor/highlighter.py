"""Colours for the text of a template as it is written."""

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from app.templating.tokens import Sort, State, line_tokens
from app.ui.document.positions import units
from app.ui.template_editor.colours import code_colours

_BOLD = (Sort.WORD, Sort.HEADING, Sort.SIGN)


class TemplateHighlighter(QSyntaxHighlighter):
    """Colours one document."""

    def __init__(self, document: QTextDocument, dark: bool) -> None:
        super().__init__(document)
        self.set_dark(dark)

    def set_dark(self, dark: bool) -> None:
        """Colour it for light or dark."""
        colours = code_colours(dark)
        self._looks = {sort: QTextCharFormat() for sort in Sort}
        for sort, colour in colours.sorts.items():
            self._looks[sort].setForeground(colour)
        for sort in _BOLD:
            self._looks[sort].setFontWeight(QFont.Weight.Bold)
        self._looks[Sort.COMMENT].setFontItalic(True)
        self._looks[Sort.TO_FILL].setBackground(colours.to_fill)
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        state = self.previousBlockState()
        found, after = line_tokens(text, State(max(0, state)))
        for token in found:
            start = units(text, token.start)
            self.setFormat(start, units(text, token.stop) - start, self._looks[token.sort])
        self.setCurrentBlockState(after)
