"""`draft.json`: the draft as JSON, validated on reading, versioned.

Fields that stand at their defaults are left out. Values of facts: text, list and small number as JSON has
them; a date, a person and an exact number as tagged objects.
"""

from decimal import Decimal
from typing import Annotated

import msgspec

from app.core.draft import Bind, Block, Draft, Run, Section
from app.core.errors import ReadError
from app.core.facts import Date, FactSheet, FactValue, Person, checked_date
from app.core.kinds import Kind, Layer, Lead, Status
from app.core.repair import repaired

VERSION = 1
_SAFE_INTEGER = 2**53


class _Data(msgspec.Struct, omit_defaults=True):
    """A part of the file; what is not known of it is ignored, so that a newer version can be shown."""


class _Date(_Data, tag="date"):
    year: Annotated[int, msgspec.Meta(ge=0, le=9999)]
    month: Annotated[int, msgspec.Meta(ge=0, le=12)] | None = None
    day: Annotated[int, msgspec.Meta(ge=0, le=31)] | None = None


class _Person(_Data, tag="person"):
    name: str = ""
    post: str = ""


class _Number(_Data, tag="number"):
    value: Annotated[str, msgspec.Meta(pattern=r"^-?\d+(\.\d+)?$", max_length=400)]


_Value = str | int | list[str] | _Date | _Person | _Number
_Values = list[tuple[str, _Value]]


class _Bind(_Data):
    scope: str
    name: str
    form: str = ""
    occurrence: int = 0


class _Run(_Data):
    text: str
    bold: bool = False
    bind: _Bind | None = None
    placeholder: bool = False
    query: bool = False
    comment: str = ""


class _Section(_Data):
    id: str
    name: str = ""
    layer: Layer | None = None
    template: str = ""
    source: str = ""
    fields: _Values = []
    target: int | None = None
    status: Status | None = None


class _Block(_Data):
    id: str
    kind: Kind = Kind.BODY
    runs: list[_Run] = []
    section: _Section | None = None
    marker: str = ""
    restart: bool = False
    joined: bool = False
    lead: Lead = Lead.AUTO


class _File(_Data):
    version: int
    facts: _Values = []
    blocks: list[_Block] = []
    occasion: str = ""
    layout: str = ""


class _Version(_Data):
    version: Annotated[int, msgspec.Meta(ge=1)]


def encode(draft: Draft) -> bytes:
    """The draft as JSON in UTF-8, a field a line of indentation so that a person can read it."""
    data = _File(
        version=VERSION,
        facts=_from_sheet(draft.facts),
        blocks=[_from_block(block) for block in draft.blocks],
        occasion=_utf8(draft.occasion),
        layout=_utf8(draft.layout),
    )
    return msgspec.json.encode(data) + b"\n"


def decode(data: bytes, name: str) -> tuple[Draft, int]:
    """The draft in the bytes of `draft.json`, and the version that wrote it. `name` is for messages.

    Raises ReadError for what is no JSON, is not of this form, or has impossible values.
    """
    remedy = "换用同一文件夹里的备份（.bak），或请给你文件的人重新发一份。"
    version = VERSION
    try:
        version = msgspec.json.decode(data, type=_Version).version
        found = msgspec.json.decode(data, type=_File)
        draft = Draft(
            _to_sheet(found.facts),
            tuple(_to_block(block) for block in found.blocks),
            found.occasion,
            found.layout or Draft().layout,
        )
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        if version > VERSION:
            raise ReadError(
                f"“{name}”是更新版本的四层讲稿存的，这一版读不懂。", "请升级程序后再打开。"
            ) from error
        raise ReadError(f"“{name}”里的讲话稿数据已损坏或不合格式。", remedy) from error
    return repaired(draft), version


def encode_section(section: Section) -> str:
    """One section as JSON text, as the editor keeps it with the block that begins it."""
    return msgspec.json.encode(_from_section(section)).decode("utf-8")


def decode_section(text: str) -> Section:
    """The section that `encode_section` gave. Raises ReadError for what it never gives."""
    try:
        return _to_section(msgspec.json.decode(text, type=_Section))
    except (msgspec.MsgspecError, ValueError) as error:
        raise ReadError("节的数据已损坏。", "请撤销上一步。") from error


def _utf8(text: str) -> str:
    """The text without halves of surrogate pairs, which no file can hold."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _from_block(block: Block) -> _Block:
    return _Block(
        block.id,
        block.kind,
        [_from_run(run) for run in block.runs],
        block.section and _from_section(block.section),
        block.marker,
        block.restart,
        block.joined,
        block.lead,
    )


def _to_block(data: _Block) -> Block:
    return Block(
        data.id,
        data.kind,
        tuple(_to_run(run) for run in data.runs),
        data.section and _to_section(data.section),
        data.marker,
        data.restart,
        data.joined,
        data.lead,
    )


def _from_run(run: Run) -> _Run:
    bind = run.bind and _Bind(run.bind.scope, _utf8(run.bind.name), _utf8(run.bind.form), run.bind.occurrence)
    return _Run(run.text, run.bold, bind, run.placeholder, run.query, _utf8(run.comment))


def _to_run(data: _Run) -> Run:
    bind = data.bind and Bind(data.bind.scope, data.bind.name, data.bind.form, data.bind.occurrence)
    return Run(data.text, data.bold, bind, data.placeholder, data.query, data.comment)


def _from_section(section: Section) -> _Section:
    return _Section(
        section.id,
        section.name,
        section.layer,
        _utf8(section.template),
        _utf8(section.source),
        _from_sheet(section.fields),
        section.target,
        section.status,
    )


def _to_section(data: _Section) -> Section:
    return Section(
        data.id,
        data.name,
        data.layer,
        data.template,
        data.source,
        _to_sheet(data.fields),
        data.target,
        data.status,
    )


def _from_sheet(sheet: FactSheet) -> _Values:
    return [(_utf8(name), _from_value(value)) for name, value in sheet]


def _from_value(value: FactValue) -> _Value:
    match value:
        case str():
            return _utf8(value)
        case tuple():
            return [_utf8(item) for item in value]
        case Date(year, month, day):
            return _Date(year, month, day)
        case Person(name, post):
            return _Person(_utf8(name), _utf8(post))
        case int() if abs(value) < _SAFE_INTEGER:
            return value
        case _:
            return _Number(format(value, "f") if isinstance(value, Decimal) else str(value))


def _to_sheet(values: _Values) -> FactSheet:
    return FactSheet.of((name, _to_value(value)) for name, value in values)


def _to_value(data: _Value) -> FactValue:
    match data:
        case list():
            return tuple(data)
        case _Date(year=year, month=month, day=day):
            return checked_date(year, month, day)
        case _Person(name=name, post=post):
            return Person(name, post)
        case _Number(value=value):
            return Decimal(value) if "." in value else int(value)
        case str() | int():
            return data
