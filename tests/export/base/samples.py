"""Drafts exported on the units' files."""

import io
import zipfile
from collections.abc import Mapping

from lxml import etree

from app.core.draft import Draft
from app.export.base.opening import open_base
from app.export.base.writing import export_on_base
from app.export.docx import DocxOptions
from app.export.report import ExportReport
from tests.export.base.units import UNITS
from tests.export.samples import OPTIONS, SPEECH, WORDS, draft, layout

NAMES: Mapping[str, Mapping[str, str]] = {name: names for name, (_, names) in UNITS.items()}


def on(
    unit: bytes | str,
    names: Mapping[str, str] | None = None,
    speech: Draft | str = SPEECH,
    options: DocxOptions = OPTIONS,
) -> tuple[bytes, ExportReport]:
    """A draft on a unit's file, one of ours by its name or any other; its report."""
    data = UNITS[unit][0]() if isinstance(unit, str) else unit
    names = NAMES.get(unit, {}) if names is None and isinstance(unit, str) else names or {}
    speech = draft(speech) if isinstance(speech, str) else speech
    return export_on_base(speech, layout(), open_base(data, "单位.docx"), names, options, WORDS)


def members(docx: bytes) -> Mapping[str, bytes]:
    """What is in a Word file."""
    with zipfile.ZipFile(io.BytesIO(docx)) as zipped:
        return {name: zipped.read(name) for name in zipped.namelist()}


def trees(docx: bytes) -> Mapping[str, etree._Element]:
    """Its parts that are XML."""
    parts = members(docx)
    return {name: etree.fromstring(data) for name, data in parts.items() if name.endswith((".xml", ".rels"))}
