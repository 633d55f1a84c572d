"""The writer's own files: made, changed, deleted and put back, each former text kept (DESIGN.md §8; README there)."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from app.core.errors import ReadError, UsageError, WriteError
from app.core.markup_values import print_value
from app.files.atomic import write_bytes
from app.files.places import Places
from app.files.reading import read_bytes, size
from app.files.system_errors import write_error
from app.templating.file_text import LIMITS, read_text
from app.templating.library import files_below
from app.templating.own.ids import id_of_name
from app.templating.own.kinds import BASE_SUFFIXES, FACTS_ID, OwnKind, kind_at
from app.templating.own.naming import base_beside, name_in, with_base_file, with_name
from app.templating.own.versions import Version, Versions

MOST_BASE = 32 << 20
"""Bytes of a unit's own Word file."""
_SECTIONS = "wode"
"""The folder of new own section templates; others may be anywhere below `sections`."""


class OwnStore:
    """The folder of the writer's own templates and the versions of what is in it. Not for two threads at once."""

    def __init__(self, places: Places) -> None:
        """Reads nothing; folders are made with the first file."""
        self.folder = places.user_data / "templates"
        self.layout_folders = places.layout_folders
        """Where layouts are, the writer's own first."""
        self._built_in = places.templates
        self._versions = Versions(places.user_data / "versions", self.folder)

    # What there is

    def is_own(self, path: Path) -> bool:
        """Whether a file is the writer's, as it is called: links are not followed."""
        return path.is_relative_to(self.folder)

    def kind_of(self, path: Path) -> OwnKind:
        """The kind of a file, own or built-in. Raises UsageError for one that is none of ours."""
        for folder in (self.folder, self._built_in):
            if path.is_relative_to(folder) and (kind := kind_at(path.relative_to(folder))) is not None:
                return kind
        raise UsageError(f"“{path.name}”不是模板文件。", "选模板文件夹里的文件。")

    def own_file(self, kind: OwnKind, item_id: str) -> Path | None:
        """The own file of that ID, None where there is none."""
        return _file(self.folder, kind, item_id)

    def built_in_file(self, kind: OwnKind, item_id: str) -> Path | None:
        """The file of that ID that comes with the program, None where there is none."""
        return _file(self._built_in, kind, item_id)

    def built_in_below(self, path: Path) -> Path | None:
        """The built-in file in whose place an own one stands, None where it stands for itself."""
        return self.built_in_file(self.kind_of(path), path.stem) if self.is_own(path) else None

    def id_for(self, name: str, kind: OwnKind) -> str:
        """A free ID for something of that name: small pinyin, made different by _2, _3 …"""
        return id_of_name(name, {each.lower() for each in self.present(kind)})

    def files(self, kind: OwnKind) -> tuple[Path, ...]:
        """All own files of a kind, readable or not. Raises ReadError where there are too many."""
        return tuple(_files(self.folder, kind))

    def present(self, kind: OwnKind) -> Mapping[str, Path]:
        """All files of a kind by their IDs, readable or not, an own one before the built-in one."""
        return {path.stem: path for folder in (self._built_in, self.folder) for path in _files(folder, kind)}

    def read(self, path: Path) -> str:
        """The text of a file or of a version. Raises ReadError."""
        return read_text(path)

    # Changing it

    def write(self, kind: OwnKind, item_id: str, text: str, unless_changed: str | None = None) -> Path:
        """Write an own file, the former one kept as a version; where it is.

        With `unless_changed`, the text from which the new one was made, a file that holds another by now is left
        alone. Raises WriteError then and where it cannot be written, UsageError for what cannot be an ID.
        """
        path = self._place(kind, item_id)
        data = _encoded(text, kind)
        if len(data) > LIMITS.bytes:
            raise WriteError(f"{kind.word}太长，超过 {size(LIMITS.bytes)}，没有存。", "分成几个再存。")
        if unless_changed is not None and self._text_now(path) != unless_changed:
            remedy = "先看看别处改了什么，再决定用哪一份。"
            raise WriteError(f"“{path.name}”在别处改过，没有覆盖。", remedy)
        self._install(path, data)
        return path

    def write_base(self, layout_id: str, data: bytes, suffix: str) -> Path:
        """Write the Word file that lies beside a layout, the former one kept as a version; where it is.

        Raises WriteError, UsageError for an ending that is none of a Word file or what cannot be an ID.
        """
        if suffix not in BASE_SUFFIXES:
            raise UsageError(f"“{suffix}”文件不能作版式的底本。", "选 .docx 或 .dotx 文件。")
        if len(data) > MOST_BASE:
            raise WriteError(f"Word 文件超过 {size(MOST_BASE)}，没有存。", "压缩里面的图片再试。")
        path = self._place(OwnKind.LAYOUTS, layout_id).with_suffix(suffix)
        self._install(path, data)
        return path

    def copy(self, path: Path, name: str) -> Path:
        """Make another of a file, own or built-in, with a name and an ID of its own; where it is.

        Raises ReadError where it cannot be read, WriteError, UsageError for an empty name.
        """
        kind = self.kind_of(path)
        if kind is OwnKind.FACTS:
            raise UsageError("事实声明只有一份，不能另做。", "直接改它。")
        item_id = self.id_for(name, kind)
        if kind is OwnKind.LAYOUTS and not self.is_own(path):
            # What a later version of the program mends in the standard comes to the copy too.
            text = f'名称 = ""\n基于 = {print_value(path.stem)}\n'
            return self.write(kind, item_id, with_name(text, kind, name))
        text = with_name(self.read(path), kind, name)
        if kind is OwnKind.LAYOUTS:
            text = self._with_own_base(text, path, item_id)
        return self.write(kind, item_id, text)

    def override(self, path: Path) -> Path:
        """Put an own file that is the same in the place of a built-in one, to be changed; where it is.

        An own one that stands there already is left as it is. Raises ReadError, WriteError.
        """
        kind = self.kind_of(path)
        if (own := self.own_file(kind, path.stem)) is not None:
            return own
        if kind is OwnKind.LAYOUTS:
            # A layout may stand on the program's of the same ID.
            return self.write(kind, path.stem, _based(self.read(path), path.stem))
        return self.write(kind, path.stem, self.read(path))

    def rename(self, path: Path, name: str) -> None:
        """Give what an own file holds another 名称; its ID stays. Raises ReadError, WriteError, UsageError."""
        kind = self.kind_of(path)
        self.write(kind, path.stem, with_name(self.read(path), kind, name))

    def delete(self, path: Path) -> None:
        """Delete an own file, with the Word file that lies beside a layout; versions stay. Raises WriteError."""
        kind = self._own_kind(path)
        beside = [path.with_suffix(each) for each in BASE_SUFFIXES] if kind is OwnKind.LAYOUTS else []
        for each in [path, *beside]:
            self._keep(each)
            try:
                each.unlink(missing_ok=True)
            except OSError as error:
                raise write_error(error, each) from error

    def restore_built_in(self, path: Path) -> Path:
        """Delete an own file in whose place there is a built-in one; where that is. Raises UsageError, WriteError."""
        below = self.built_in_below(path)
        if below is None:
            raise UsageError(f"“{path.name}”不是从自带的改来的。", "不要了可以删除。")
        self.delete(path)
        return below

    # Versions

    def versions(self, path: Path) -> tuple[Version, ...]:
        """The former texts of an own file, the newest first. Raises ReadError."""
        return self._versions.of(path) if self.is_own(path) else ()

    def deleted(self) -> tuple[Version, ...]:
        """The last text of each own file that was deleted, the newest first. Raises ReadError."""
        return tuple(
            each for each in self._versions.of_missing() if each.original.suffix not in BASE_SUFFIXES
        )

    def put_back(self, version: Version) -> Path:
        """Make a version the present content of its file, the present one kept as a version; where it is.

        A Word file that was deleted with its layout comes back with it. Raises ReadError, WriteError.
        """
        path = version.original
        data = read_bytes(version.path, MOST_BASE)
        for beside in (path.with_suffix(each) for each in BASE_SUFFIXES):
            if path.suffix not in BASE_SUFFIXES and beside.name.encode() in data and not beside.exists():
                for last in self._versions.of(beside)[:1]:
                    self._install(beside, read_bytes(last.path, MOST_BASE))
        self._install(path, data)
        return path

    def _own_kind(self, path: Path) -> OwnKind:
        if not self.is_own(path):
            raise UsageError(f"“{path.name}”是程序自带的，不能动。", "复制一份，改复制出来的。")
        return self.kind_of(path)

    def _place(self, kind: OwnKind, item_id: str) -> Path:
        """Where the file of an ID is or would be."""
        if not kind.may_be_id(item_id):
            raise UsageError(f"“{item_id}”不能作{kind.word}的文件名。", "只用小写字母、数字和下划线。")
        if (found := self.own_file(kind, item_id)) is not None:
            return found
        if kind is OwnKind.FACTS:
            return self.folder / f"{FACTS_ID}{kind.suffix}"
        folder = self.folder / kind
        return (folder / _SECTIONS if kind is OwnKind.SECTIONS else folder) / f"{item_id}{kind.suffix}"

    def _text_now(self, path: Path) -> str:
        try:
            return self.read(path) if path.exists() else ""
        except ReadError:
            return ""

    def _install(self, path: Path, data: bytes) -> None:
        self._keep(path)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise write_error(error, path) from error
        write_bytes(path, data, replace=True)

    def _keep(self, path: Path) -> None:
        try:
            self._versions.keep(path, MOST_BASE)
        except ReadError as error:
            raise WriteError(f"{error.what}没有改动它。", error.remedy) from error

    def _with_own_base(self, text: str, path: Path, item_id: str) -> str:
        """The text of a copied layout, with a copy of the Word file beside it where there is one."""
        file = base_beside(path, text)
        if file is None:
            return text
        copied = self.write_base(item_id, read_bytes(file, MOST_BASE), file.suffix)
        return with_base_file(text, copied.name)


def _file(folder: Path, kind: OwnKind, item_id: str) -> Path | None:
    return next((path for path in _files(folder, kind) if path.stem == item_id), None)


def _files(folder: Path, kind: OwnKind) -> Sequence[Path]:
    if kind is OwnKind.FACTS:
        path = folder / f"{FACTS_ID}{kind.suffix}"
        return (path,) if path.is_file() else ()
    found = files_below(folder / kind, kind.suffix)
    return [path for path in found if path.parent.name == kind] if kind is OwnKind.LAYOUTS else found


def _based(text: str, layout_id: str) -> str:
    return f"名称 = {print_value(name_in(text) or layout_id)}\n基于 = {print_value(layout_id)}\n"


def _encoded(text: str, kind: OwnKind) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        line = text.count("\n", 0, error.start) + 1
        raise WriteError(f"{kind.word}第 {line} 行有存不了的字符。", "删去那个看不见的字符再存。") from error
