"""A pack as a file: a zip of plain files in the arrangement of a writer's folder, and a list of them, `pack.toml`.

格式 = 1
名称 = "市政府办的模板"
[[内容]]
文件 = "sections/wode/sanjuhua.j2"
种类 = "节模板"
名称 = "三句话小结"
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from app.core.errors import ReadError
from app.core.markup_values import print_value
from app.files.archive import ArchiveLimits, unpacked, write_archive
from app.files.reading import read_bytes, size
from app.files.toml import TomlLimits, read_toml
from app.files.toml_edit import EditedTable, EditedToml, new_listed
from app.templating.own.kinds import BASE_SUFFIXES, kind_at
from app.templating.tables import Table

MANIFEST = "pack.toml"
_FORMAT = 1
_WORDS = {"format": "格式", "name": "名称", "description": "说明", "contents": "内容"}
_LIMITS = ArchiveLimits(file=64 << 20, members=1000, member=32 << 20, total=128 << 20)
_MOST_TEXT = 3 << 20
"""Bytes of all texts: four times the library that comes with the program."""
_CHECK = "检查是不是选错了文件；模板包由“导出模板包”做成。"


@dataclass(frozen=True, slots=True)
class PackedFile:
    """One file of a pack with what `pack.toml` says of it: its kind and 名称."""

    data: bytes
    kind: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Pack:
    """What is in a pack: files by their places in a folder of templates, and the names of those that have none there.

    `missing` are those that the list names and that are not there.
    """

    name: str
    files: Mapping[PurePosixPath, PackedFile]
    description: str = ""
    strange: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


@dataclass(slots=True)
class _Names:
    """Chooses what to unpack; keeps the names of the rest."""

    strange: list[str] = field(default_factory=list[str])

    def wanted(self, name: str) -> bool:
        path = PurePosixPath(name)
        inner = PurePosixPath(*path.parts[1:])
        if path.name == MANIFEST or kind_at(path) or kind_at(inner):
            return True
        self.strange.append(name)
        return False


def pack_bytes(pack: Pack) -> bytes:
    """The zip of a pack; the same pack gives the same bytes."""
    members = [(str(path), file.data) for path, file in pack.files.items()]
    return write_archive([(MANIFEST, _manifest(pack).encode()), *members])


def read_pack(path: Path) -> Pack:
    """The pack in a file, none of it believed: names, sizes, links, ratio are bounded before anything is unpacked.

    One that was unpacked and packed again with its folder is read too. Raises ReadError.
    """
    names = _Names()
    members = unpacked(read_bytes(path, _LIMITS.file), path.name, _LIMITS, names.wanted)
    manifest = next((name for name in members if name in (MANIFEST, _inner_manifest(name))), None)
    if manifest is None:
        raise ReadError(f"“{path.name}”不是模板包：里面没有 {MANIFEST}。", _CHECK)
    above = manifest.removesuffix(MANIFEST)
    found = {name.removeprefix(above): data for name, data in members.items() if name.startswith(above)}
    files = {PurePosixPath(name): data for name, data in found.items() if name != MANIFEST}
    text = sum(len(data) for name, data in files.items() if name.suffix not in BASE_SUFFIXES)
    if text > _MOST_TEXT:
        raise ReadError(f"“{path.name}”里的模板加起来超过 {size(_MOST_TEXT)}，没有读。", _CHECK)
    ours = {name: data for name, data in files.items() if kind_at(name)}
    strange = (*names.strange, *(str(name) for name in files.keys() - ours.keys()))
    return _with_manifest(found[MANIFEST], path, ours, tuple(sorted(strange)))


def _inner_manifest(name: str) -> str:
    return f"{name.partition('/')[0]}/{MANIFEST}"


def _with_manifest(
    manifest: bytes, path: Path, files: Mapping[PurePosixPath, bytes], strange: tuple[str, ...]
) -> Pack:
    where = f"“{path.name}”里的 {MANIFEST} "
    values = read_toml(manifest, MANIFEST, TomlLimits(bytes=256 << 10))
    version = values.get("格式", values.get("format"))
    if isinstance(version, int) and version > _FORMAT:
        raise ReadError(f"“{path.name}”是更新版本的四层讲稿做的模板包。", "升级程序再收。")
    table = Table(values, _WORDS, where)
    if not table.count("format"):
        raise ReadError(f"“{path.name}”不是模板包：{MANIFEST} 里没有“格式”。", _CHECK)
    listed = {str(each.get("文件", "")): each for each in table.tables("contents")}
    packed = {
        name: PackedFile(data, _text(listed, name, "种类"), _text(listed, name, "名称"))
        for name, data in files.items()
    }
    missing = tuple(name for name in listed if PurePosixPath(name) not in files)
    return Pack(table.text("name") or path.stem, packed, table.text("description"), strange, missing)


def _text(listed: Mapping[str, Mapping[str, object]], name: PurePosixPath, key: str) -> str:
    return str(listed.get(str(name), {}).get(key, ""))


def _manifest(pack: Pack) -> str:
    toml = EditedToml("# 四层讲稿的模板包。在程序里用“模板 → 导入模板包”收进去。\n", MANIFEST)
    toml.put(("格式",), str(_FORMAT))
    toml.put(("名称",), print_value(pack.name))
    if pack.description:
        toml.put(("说明",), print_value(pack.description))
    contents: list[EditedTable] = []
    for path, file in pack.files.items():
        entry = new_listed()
        entry.put(("文件",), print_value(str(path)))
        entry.put(("种类",), print_value(file.kind))
        entry.put(("名称",), print_value(file.name))
        contents.append(entry)
    toml.put_listed(("内容",), contents)
    return str(toml)
