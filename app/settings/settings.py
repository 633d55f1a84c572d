"""The values of the options, read from a file and written back to it."""

import copy
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from app.core.errors import AppError, ReadError, UsageError
from app.files.atomic import write_bytes
from app.files.reading import read_bytes
from app.files.system_errors import write_error
from app.settings.options import Option, Registry, Stored

T = TypeVar("T")

_VERSION = "version"
_MOST = 1 << 20
_DEFAULTS = "程序照常使用，有关设置先用默认的。"


class Settings:
    """What the program remembers for its user.

    Reading never fails: what is damaged is kept beside as NAME.bad, told in `faults`, and the defaults hold.
    What this version does not know stays in the file, and so does what another window has saved meanwhile.
    """

    def __init__(self, path: Path, registry: Registry) -> None:
        self._path = path
        self._registry = registry
        self._changed: Stored = {}
        self.faults: tuple[AppError, ...]
        """What was wrong with the file when it was last read, at the start or before saving."""
        try:
            self._stored, self.faults = self._read()
        except ReadError as error:
            self._stored, self.faults = {}, (error,)

    def get(self, option: Option[T]) -> T:
        """The value of an option; its default when none was set. A copy: changing it changes nothing here."""
        for values in (self._changed, self._stored):
            if option.name in values:
                return msgspec.convert(copy.deepcopy(values[option.name]), option.type)
        return copy.deepcopy(option.default)

    def set(self, option: Option[T], value: T) -> None:
        """Give an option a value, to be written by `save`.

        Raises UsageError for a value that is not of the option's type or beyond its limits.
        """
        try:
            plain = msgspec.json.decode(msgspec.json.encode(value))
            msgspec.convert(plain, option.type)
        except (msgspec.ValidationError, UnicodeEncodeError, TypeError) as error:
            raise UsageError(f"“{option.title}”不能设成这个值。", "换一个值再试。") from error
        self._changed[option.name] = plain

    def save(self) -> None:
        """Write what was set since the last time; when nothing was, do nothing.

        Raises WriteError when the file cannot be written, ReadError when there is one that cannot be read and
        so cannot be kept; what was set is then still to be saved.
        """
        if not self._changed:
            return
        stored, self.faults = self._read()
        stored |= self._changed
        data = msgspec.json.format(msgspec.json.encode(stored), indent=2)
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise write_error(error, self._path.parent) from error
        write_bytes(self._path, data, replace=True)
        self._stored, self._changed = stored, {}

    def _read(self) -> tuple[Stored, tuple[AppError, ...]]:
        """The file's content in this version, without values that cannot be, and what was wrong with it."""
        if not self._path.exists():
            return {_VERSION: self._registry.version}, ()
        data = read_bytes(self._path, _MOST)
        try:
            stored = msgspec.json.decode(data, type=dict[str, Any])
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            stored, wrong = {_VERSION: self._registry.version}, "设置文件坏了，读不出来"
        else:
            stored, wrong = self._checked(self._upgraded(stored))
        return stored, self._put_aside(data, wrong) if wrong else ()

    def _upgraded(self, stored: Stored) -> Stored:
        """The content brought to this version; that of a later version stays as it is."""
        version = stored.get(_VERSION)
        if not isinstance(version, int) or version < 1:
            version = 1
        for upgrade in self._registry.upgrades[version - 1 :]:
            stored = upgrade(stored)
        return stored | {_VERSION: max(version, self._registry.version)}

    def _checked(self, stored: Stored) -> tuple[Stored, str]:
        """The content without values of the wrong type, and which options these were for; empty for none."""
        wrong: list[str] = []
        for option in self._registry.options:
            try:
                if option.name in stored:
                    msgspec.convert(stored[option.name], option.type)
            except msgspec.ValidationError:
                del stored[option.name]
                wrong.append(f"“{option.title}”")
        return stored, f"设置里的{'、'.join(wrong)}不对" if wrong else ""

    def _put_aside(self, data: bytes, wrong: str) -> tuple[AppError, ...]:
        """Keep a copy of a file that is not good, and say so."""
        aside = self._path.with_name(self._path.name + ".bad")
        try:
            write_bytes(aside, data, replace=True)
        except AppError as error:
            return ReadError(f"{wrong}。", _DEFAULTS), error
        return (ReadError(f"{wrong}，原文件另存为“{aside.name}”。", _DEFAULTS),)
