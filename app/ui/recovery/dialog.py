"""What a crash left, offered: open it, compare it with its file, or let it go."""

import os
from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.jobs.opening import DRAFT_SUFFIX
from app.jobs.recovery import Offer, changes
from app.ui.focus import Dialog, first_stop
from app.ui.messages import ask
from app.ui.pieces import FRAME_ROOM, button, button_row, canvas, heading, label, scroll_area
from app.ui.recovery.comparison import Comparison
from app.ui.told_times import when

_TITLE = "上次没有正常结束，这些稿子还有没保存的内容。"
_LATER = "这次没有处理的，下次打开程序时还会问。"
_SIZE = (640, 420)


class RecoveredDialog(Dialog):
    """The offers, the newest first. `chosen` is the one to open, None where the writer leaves it for later."""

    def __init__(self, offers: tuple[Offer, ...], now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chosen: Offer | None = None
        self._now = now
        self.setWindowTitle("恢复稿")
        self.resize(*_SIZE)
        self.left = list(offers)
        self._offers = scroll_area("恢复稿")
        self._offers.setWidget(canvas(*map(self._card, offers), spacing=16))
        above = QVBoxLayout()
        above.setContentsMargins(FRAME_ROOM, 0, FRAME_ROOM, 0)
        above.setSpacing(8)
        above.addWidget(heading(_TITLE, 1.5))
        above.addWidget(label(_LATER, "faint"))
        below = button_row(button("以后再说", self.reject))
        below.setContentsMargins(FRAME_ROOM, 0, FRAME_ROOM, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(24 - FRAME_ROOM, 24, 24 - FRAME_ROOM, 24)
        column.setSpacing(8)
        column.addLayout(above)
        column.addWidget(self._offers, 1)
        column.addSpacing(8)
        column.addLayout(below)
        self.setAccessibleDescription(f"{_TITLE}{_LATER}")

    def _card(self, offer: Offer) -> QWidget:
        """One offer: its title, its copy and its file with time and size, and what can be done."""
        card = QWidget()
        column = QVBoxLayout(card)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(heading(offer.title))
        column.addWidget(label(f"恢复稿　{self._said(offer.time, offer.characters)}"))
        for text, style in self._of_original(offer):
            column.addWidget(label(text, style))
        deeds = QHBoxLayout()
        deeds.setSpacing(8)
        first = offer is self.left[0]
        deeds.addWidget(button("打开恢复稿", lambda: self._open(offer), "main" if first else ""))
        if offer.original is not None:
            deeds.addWidget(button("对照原文件", lambda: self._compare(offer)))
        deeds.addWidget(button("不要了", lambda: self._let_go(offer, card), "link"))
        deeds.addStretch(1)
        column.addSpacing(4)
        column.addLayout(deeds)
        return card

    def _of_original(self, offer: Offer) -> list[tuple[str, str]]:
        """Lines on the file, each with its style."""
        kept = offer.orphan.kept.path
        if kept is None:
            return [("还没有存成文件。", "faint")]
        path = str(kept).replace(os.sep, f"{os.sep}\u200b")  # a long one may be broken there
        if kept.suffix.lower() != DRAFT_SUFFIX:
            return [(f"从 {path} 打开的，还没有存成讲话稿文件。", "faint")]
        if offer.original is None:
            return [(f"原文件　{path}，现在读不出来。", "faint")]
        lines = [(f"原文件　{self._said(offer.original.time, offer.original.characters)}　{path}", "faint")]
        if offer.is_older:
            lines.append(("原文件是在这份恢复稿之后写的，打开之前先对照一下。", "warning"))
        return lines

    def _said(self, time: datetime, characters: int) -> str:
        return f"{when(time, self._now)}　{characters:,} 字"

    def _open(self, offer: Offer) -> None:
        self.chosen = offer
        self.accept()

    def _compare(self, offer: Offer) -> None:
        comparison = Comparison(tuple(changes(offer)), self)
        comparison.exec()

    def _let_go(self, offer: Offer, card: QWidget) -> None:
        """Only what the writer says twice is deleted."""
        if ask(self, f"不要“{offer.title}”的恢复稿了？", "删掉以后找不回来。原文件不动。", "删掉恢复稿") != 0:
            return
        offer.orphan.journal.clear()
        self.left.remove(offer)
        card.hide()
        card.deleteLater()
        if not self.left:
            self.reject()
        elif (first := first_stop(self._offers)) is not None:
            first.setFocus()
