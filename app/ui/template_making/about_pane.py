"""What the writer says of a new template: its name, what it is for, how it differs from others."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QWidget

from app.core.kinds import Layer
from app.jobs.template_making import Naming
from app.templating.generalise.slots import SlotOffer

_NOWHERE = "不限定（新建时选不到，插入时可以用）"


class AboutPane(QWidget):
    """Three boxes. `edited` tells that something was changed by hand."""

    edited = Signal()

    def __init__(self, offers: tuple[SlotOffer, ...]) -> None:
        super().__init__()
        self._offers = offers
        self._layer: Layer | None = None
        self.name = QLineEdit(placeholderText="如：由问题倒推必要性")
        self.slot = QComboBox()
        for offer in offers:
            self.slot.addItem(offer.told)
        self.slot.addItem(_NOWHERE)
        self.approach = QLineEdit(placeholderText="一句话：怎么写、什么时候用，选用时看得到")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        for row, (text, box) in enumerate(
            (("名称", self.name), ("用在", self.slot), ("写法", self.approach))
        ):
            named = QLabel(text)
            named.setBuddy(box)
            box.setAccessibleName({"名称": "模板名称", "用在": "用在哪个部件", "写法": "写法"}[text])
            grid.addWidget(named, row, 0)
            grid.addWidget(box, row, 1)
        self.name.textEdited.connect(lambda _: self.edited.emit())
        self.approach.textEdited.connect(lambda _: self.edited.emit())
        self.slot.activated.connect(lambda _: self.edited.emit())

    def show_naming(self, name: str, slot: SlotOffer | None, layer: Layer | None, approach: str = "") -> None:
        """Propose these; `layer` is kept where the writer chooses no slot."""
        self._layer = layer
        with QSignalBlocker(self.slot):
            self.slot.setCurrentIndex(self._offers.index(slot) if slot else len(self._offers))
        self.name.setText(name)
        self.approach.setText(approach)

    def naming(self) -> Naming:
        """What stands in the boxes."""
        at = self.slot.currentIndex()
        slot = self._offers[at] if 0 <= at < len(self._offers) else None
        return Naming(
            name=self.name.text().strip(),
            slots=(slot.id,) if slot else (),
            layer=slot.layer if slot else self._layer,
            approach=self.approach.text().strip(),
        )
