"""Zip archives: read with limits and without trust, written the same for the same content."""

import re
import stat
import zipfile
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from app.core.errors import ReadError
from app.files.reading import read_bytes, size

_MIB = 1 << 20
_CHUNK = 1 << 16
_DATE = (1980, 1, 1, 0, 0, 0)
"""The date of every member: the earliest that zip can say, so that equal content gives equal bytes."""
_ENCRYPTED = 0x1 | 0x40 | 0x2000
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_CHECK_FILE = "检查是不是选错了文件。"
_HOSTILE = "这个文件来路不正，不要打开；请向给你的人再要一份。"
_DAMAGED = "换用备份，或请给你文件的人重新发一份。"


@dataclass(frozen=True, slots=True)
class ArchiveLimits:
    """How much of an archive is believed. Bytes where nothing else is said."""

    file: int = 64 * _MIB
    members: int = 1000
    member: int = 64 * _MIB
    """The largest single member, unpacked."""
    total: int = 128 * _MIB
    """All members together, unpacked."""
    ratio: int = 200
    """All members, unpacked, for one byte of the file; deflate can reach 1032."""
    ratio_from: int = 4 * _MIB
    """Up to this size, unpacked, nobody asks for the ratio: repeated text shrinks well."""


def read_archive(path: Path, limits: ArchiveLimits | None = None) -> Mapping[str, bytes]:
    """The members of a zip file by name, in the order of its directory; folders are left out.

    Nothing is believed that the file says of itself: names are checked, and sizes are counted while
    unpacking. Raises ReadError for what cannot be read, is not a zip, is cut off or damaged, is larger
    than the limits, is encrypted, or has names that could reach outside (absolute, `..`, backslash, drive,
    links) or occur twice (also when they differ only in case, as some systems take these for the same).
    """
    limits = limits or ArchiveLimits()
    return unpacked(read_bytes(path, limits.file), path.name, limits)


def unpacked(
    data: bytes, name: str, limits: ArchiveLimits, wanted: Callable[[str], bool] = lambda _: True
) -> Mapping[str, bytes]:
    """The members of a zip that is at hand; `name` is what messages call it.

    Members whose names are not `wanted` are checked by what the directory says of them, and not unpacked.
    Raises ReadError as `read_archive` does.
    """
    if len(data) > limits.file:
        raise ReadError(f"“{name}”超过可以读取的大小（{size(limits.file)}）。", _CHECK_FILE)
    _check_kind(data, name)
    # Counted before zipfile builds an object for each: ten times, for archives that lie inside this one.
    if data.count(b"PK\x01\x02") > 10 * limits.members:
        raise _too_many(name, limits)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            likely = max(limits.ratio_from, limits.ratio * len(data))
            return _unpack(archive, name, limits, likely, wanted)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError) as error:
        raise ReadError(f"“{name}”已损坏，读不出来。", _DAMAGED) from error


def write_archive(members: Sequence[tuple[str, bytes]], stored_first: str | None = None) -> bytes:
    """A zip of the members in the order given; the same members give the same bytes.

    `stored_first` names the member that goes first and is not compressed, so that the kind of file can be
    told from its first bytes (`mimetype`, as in EPUB and OpenDocument); None compresses them all.
    Raises ValueError for a name that `read_archive` would not take, or one that is there twice.
    """
    buffer = BytesIO()
    seen: set[str] = set()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in sorted(members, key=lambda member: member[0] != stored_first):
            if _fault(name) or _same(name) in seen or name.endswith("/"):
                raise ValueError(f"not a name for a member: {name!r}")
            seen.add(_same(name))
            info = zipfile.ZipInfo(name, _DATE)
            # Said outright, because zipfile takes the system it runs on.
            info.create_system = 3
            info.external_attr = 0o644 << 16
            info.compress_type = zipfile.ZIP_STORED if name == stored_first else zipfile.ZIP_DEFLATED
            archive.writestr(info, data)
    return buffer.getvalue()


def _check_kind(data: bytes, name: str) -> None:
    """Tell apart what cannot be opened as a zip, before zipfile calls it all the same."""
    if not data:
        raise ReadError(f"“{name}”是空文件，里面什么也没有。", _DAMAGED)
    if data.startswith(_OLE):
        raise ReadError(
            f"“{name}”是旧格式或加了密的文件，读不了。", "用 Word 或 WPS 打开，不设密码，另存为 .docx 再用。"
        )
    if not data.startswith(b"PK"):
        raise ReadError(f"“{name}”不是这种格式的文件。", _CHECK_FILE)
    if b"PK\x05\x06" not in data:
        raise ReadError(f"“{name}”不完整，后半截缺了（可能没有传完或没有存完）。", _DAMAGED)


def _unpack(
    archive: zipfile.ZipFile, name: str, limits: ArchiveLimits, likely: int, wanted: Callable[[str], bool]
) -> dict[str, bytes]:
    """All members, with a running count of what they unpack to.

    More than `likely` bytes from a file of this size are taken for an attack.
    """
    infos = archive.infolist()
    if len(infos) > limits.members:
        raise _too_many(name, limits)
    members: dict[str, bytes] = {}
    seen: set[str] = set()
    total = 0
    for info in infos:
        _check_member(info, name)
        if _same(info.filename) in seen:
            raise ReadError(f"“{name}”里有重名的内容“{info.filename}”。", _HOSTILE)
        seen.add(_same(info.filename))
        if info.is_dir() or not wanted(info.filename):
            continue
        content = bytearray()
        with archive.open(info) as stream:
            while chunk := stream.read(_CHUNK):
                content += chunk
                total += len(chunk)
                if total > likely:
                    raise ReadError(f"“{name}”的压缩率高得反常，像是压缩炸弹，没有读。", _HOSTILE)
                if len(content) > limits.member or total > limits.total:
                    most = limits.member if total <= limits.total else limits.total
                    raise ReadError(f"“{name}”解开后超过 {size(most)}，没有读。", _CHECK_FILE)
        members[info.filename] = bytes(content)
    return members


def _check_member(info: zipfile.ZipInfo, name: str) -> None:
    """Refuse a member by what its directory entry says, before it is opened."""
    fault = _fault(info.orig_filename)
    if fault:
        raise ReadError(f"“{name}”里有{fault}：{ascii(info.orig_filename)[:60]}。", _HOSTILE)
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise ReadError(f"“{name}”里有指向别处的链接“{info.filename}”。", _HOSTILE)
    if info.flag_bits & _ENCRYPTED:
        raise ReadError(f"“{name}”加了密，读不了。", "去掉密码另存一份再用。")
    # zipfile bounds what it unpacks in one step for these two only.
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise ReadError(f"“{name}”用了不认识的压缩方法，读不了。", "用原来的软件重新存一份再用。")


def _fault(name: str) -> str | None:
    """What is wrong with a member's name, as words for a message; None when nothing is."""
    if not name or not _is_readable(name):
        return "看不出名字的内容"
    if "\\" in name or name.startswith("/") or re.match("[A-Za-z]:", name):
        return "指到文件外面的路径"
    if any(part in ("", ".", "..") for part in name.removesuffix("/").split("/")):
        return "指到文件外面的路径"
    return None


def _is_readable(name: str) -> bool:
    """Whether a name has no control characters and no halves of surrogate pairs."""
    if name.isascii():
        return name.isprintable()
    from unicodedata import category  # our own files need it not, and start-up counts

    return all(category(char) not in ("Cc", "Cs") for char in name)


def _same(name: str) -> str:
    """A form in which two names are equal when some system takes them for the same."""
    plain = name.removesuffix("/")
    if not plain.isascii():
        from unicodedata import normalize

        plain = normalize("NFC", plain)
    return plain.casefold()


def _too_many(name: str, limits: ArchiveLimits) -> ReadError:
    return ReadError(f"“{name}”里的内容超过 {limits.members} 件，没有读。", _CHECK_FILE)
