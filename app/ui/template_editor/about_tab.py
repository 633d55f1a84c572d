"""What the template is called, where it is chosen, how long it is and how it differs from its neighbours."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSpinBox, QVBoxLayout, QWidget

from app.core.counting import count_text
from app.core.kinds import Layer
from app.templating.library import Library
from app.templating.occasion import Slot
from app.ui.pieces import button, label
from app.ui.template_editor.slot_tree import SlotTree
from app.ui.template_editor.source import Source
from app.ui.template_editor.words_box import WordsLine, WordsText

_NO_LAYER = "没有（开场、收尾等）"
_MOST = 99_990


class AboutTab(QWidget):
    """Changes the name, slots, layer, length and 写法 of a source."""

    def __init__(self, source: Source, library: Library) -> None:
        super().__init__()
        self._source = source
        self._measured: int | None = None
        self.name = WordsLine("名称", self._taker("改名称", "name"), "挑选时看到的名称")
        self.slots = SlotTree(library)
        self.slots.changed.connect(self._take_slots)
        self.layer = QComboBox()
        self.layer.setAccessibleName("层")
        self.layer.addItem(_NO_LAYER, None)
        for layer in Layer:
            self.layer.addItem(layer.value, layer)
        self.layer.activated.connect(lambda _: self._take_layer())
        self.length = QSpinBox()
        self.length.setRange(0, _MOST)
        self.length.setSingleStep(10)
        self.length.setSuffix(" 字")
        self.length.setSpecialValueText("不定")
        self.length.setAccessibleName("字数")
        self.length.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.length.valueChanged.connect(lambda value: self._change("改字数", "length", value or None))
        self._told = label("", "faint", wrap=False)
        self.take_measured = button("用这个数", self._take_measured, "link")
        told = "一句话说清它与同部件的其他模板有什么不同，什么时候用它"
        self.approach = WordsText("写法", self._taker("改写法", "approach"), told)
        self.approach.set_lines(3)
        self._lay_out()
        source.front_changed.connect(self._show)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in (QLabel("层"), self.layer, QLabel("字数"), self.length, self._told, self.take_measured):
            row.addWidget(widget)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(6)
        column.addWidget(_named("名称", self.name))
        column.addWidget(self.name)
        column.addWidget(_named("写法", self.approach))
        column.addWidget(self.approach)
        column.addWidget(_named("用在哪些部件（在这些地方能选到它）", self.slots.search))
        column.addWidget(self.slots, 1)
        column.addLayout(row)

    @property
    def measured(self) -> int | None:
        """字 with the examples, None where that cannot be told."""
        return self._measured

    def _taker(self, step: str, part: str) -> Callable[[str], None]:
        return lambda words: self._change(step, part, words)

    def _change(self, step: str, part: str, value: Any) -> None:
        front = self._source.front
        if front is not None:
            self._source.change(step, replace(front.template, **{part: value}), part)

    def _take_slots(self, ticked: tuple[str, ...], slot: Slot | None) -> None:
        """The first slot that is ticked says which layer it is, too."""
        front = self._source.front
        if front is None:
            return
        layer = slot.layer if slot is not None and len(ticked) == 1 else front.template.layer
        self._source.change("改部件", replace(front.template, slots=ticked, layer=layer))

    def _take_layer(self) -> None:
        # Qt keeps only the text of a layer.
        said = self.layer.currentData()
        self._change("改层", "layer", Layer(said) if said else None)

    def _take_measured(self) -> None:
        if self._measured is not None:
            self.length.setValue(round(self._measured, -1) or self._measured)

    def _show(self) -> None:
        if self._source.front is None:
            return
        template = self._source.front.template
        self.name.show_words(template.name)
        self.approach.show_words(template.approach)
        self.slots.show_slots(template.slots)
        self.layer.setCurrentIndex(self.layer.findData(template.layer))
        with QSignalBlocker(self.length):
            self.length.setValue(template.length or 0)
        self.show_measured(self._measured)

    def show_measured(self, length: int | None) -> None:
        """Say how long it is with its examples; None where that cannot be told."""
        self._measured = length
        self._told.setText("" if length is None else f"按示例算约 {length:,} 字")
        differs = length is not None and abs(length - self.length.value()) >= 10
        self.take_measured.setVisible(differs)


class HintTab(QWidget):
    """Changes the 写作提示 of a source."""

    def __init__(self, source: Source) -> None:
        super().__init__()
        self._source = source
        told = "收集什么、向谁要；写多长；常见的毛病；报送以前查什么。写稿的人选了这个模板就看得到。"
        self.hint = WordsText("写作提示", self._take, told)
        self._count = label("", "faint")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(6)
        column.addWidget(_named("写作提示：写给用这个模板的人", self.hint))
        column.addWidget(self.hint, 1)
        column.addWidget(self._count)
        source.front_changed.connect(self._show)

    def _take(self, words: str) -> None:
        front = self._source.front
        if front is not None:
            self._source.change("改写作提示", replace(front.template, hint=words), "hint")

    def _show(self) -> None:
        if self._source.front is not None:
            hint = self._source.front.template.hint
            self.hint.show_words(hint)
            self._count.setText(f"{count_text(hint):,} 字")


def _named(name: str, box: QWidget) -> QLabel:
    made = QLabel(name)
    made.setBuddy(box)
    return made
