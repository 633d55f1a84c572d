"""Where a section template goes: at the cursor, behind the section, at the end of its layer."""

from PySide6.QtWidgets import QComboBox

from app.core.draft import Draft
from app.core.kinds import Layer
from app.core.layers import place_in_layer
from app.core.outline import place_behind, section_at

AT_CURSOR, AFTER_SECTION, IN_LAYER = "光标所在的段之后", "本节之后", "层的末尾"


class Places(QComboBox):
    """Offers places in a draft; at first that of a wanted layer, an empty line, or else behind the section if any."""

    def __init__(self, draft: Draft, index: int, wants_layer: bool) -> None:
        """`index` is the block with the cursor."""
        super().__init__()
        self._draft, self._index, self._wants_layer = draft, index, wants_layer
        self.setAccessibleName("放在")

    @property
    def at(self) -> int:
        """Before which block it goes."""
        return int(self.currentData())

    def offer(self, layer: Layer | None) -> None:
        """The places for a template of that layer; one that was chosen before stays chosen where it still is there."""
        before = self.currentIndex()
        self.clear()
        self.addItem(AT_CURSOR, min(self._index + 1, len(self._draft.blocks)))
        stretch = section_at(self._draft, self._index)
        if stretch is not None:
            self.addItem(AFTER_SECTION, place_behind(self._draft, stretch))
        usual = 0 if stretch is None or self._on_empty_line() else 1
        if layer is not None:
            self.addItem(f"{layer.value}{IN_LAYER}", place_in_layer(self._draft, layer))
        if self._wants_layer:
            usual = self.count() - 1
        self.setCurrentIndex(min(usual if before < 0 else before, self.count() - 1))

    def _on_empty_line(self) -> bool:
        return self._index >= len(self._draft.blocks) or not self._draft.blocks[self._index].runs
