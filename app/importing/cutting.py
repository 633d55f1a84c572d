"""Stretches of one paragraph, each cut out in a time that does not depend on how long the paragraph is."""

from bisect import bisect_right
from dataclasses import replace
from itertools import accumulate

from app.core.draft import FORCED_LINE_END, Run, merged
from app.importing.paragraphs import Paragraph


class Cut:
    """A paragraph that is cut many times: its text, and its runs by place."""

    def __init__(self, paragraph: Paragraph) -> None:
        self.paragraph = paragraph
        self.text = paragraph.text
        self.between = " " if self.text.replace(FORCED_LINE_END, "").isascii() else ""
        """What stands for a line end within a line: Latin words would run together."""
        self._ends = [*accumulate(len(run.text) for run in paragraph.runs)]

    def runs(self, start: int, stop: int) -> list[Run]:
        """The runs between two places; a placeholder that is cut loses its mark, its text stays."""
        found: list[Run] = []
        at = bisect_right(self._ends, start)
        while at < len(self._ends) and start < stop:
            run = self.paragraph.runs[at]
            begin = self._ends[at] - len(run.text)
            found.append(replace(run, text=run.text[start - begin : stop - begin]))
            start = self._ends[at]
            at += 1
        return list(merged(found))
