"""What a recovery copy holds, as a value and as JSON, validated on reading and versioned like the draft in it."""

import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Annotated

import msgspec

from app.core.draft import Draft
from app.core.errors import ReadError
from app.storage.schema import VERSION, decode, encode
from app.storage.siceng_file import Stamp


@dataclass(frozen=True, slots=True)
class Kept:
    """What a copy holds: the draft, when it was copied, and the file it belongs to.

    `path` is None for a draft that has no file. `stamp` is what that file looked like when it was read or
    saved last, None for a source that is not saved back.
    """

    draft: Draft
    time: datetime
    path: Path | None = None
    stamp: Stamp | None = None


class _Stamp(msgspec.Struct):
    size: int
    modified: int


class _Head(msgspec.Struct):
    version: Annotated[int, msgspec.Meta(ge=1)]


class _Kept(msgspec.Struct):
    version: int
    time: Annotated[datetime, msgspec.Meta(tz=True)]
    path: bytes | None
    """As the system has it, for names need not be text; Base64 in the file."""
    stamp: _Stamp | None
    draft: msgspec.Raw


def encode_kept(kept: Kept) -> bytes:
    """The copy as JSON in UTF-8."""
    path = None if kept.path is None else os.fsencode(kept.path)
    stamp = kept.stamp and _Stamp(kept.stamp.size, kept.stamp.modified)
    return msgspec.json.encode(_Kept(VERSION, kept.time, path, stamp, msgspec.Raw(encode(kept.draft))))


def decode_kept(data: bytes, name: str) -> Kept | None:
    """What a copy holds; None for that of a newer version, which will want it. Raises ReadError."""
    try:
        if msgspec.json.decode(data, type=_Head).version > VERSION:
            return None
        found = msgspec.json.decode(data, type=_Kept)
        path = None if found.path is None else Path(os.fsdecode(found.path))
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise ReadError(f"恢复稿“{name}”已损坏。", "它原样留着，没有删。") from error
    stamp = found.stamp and Stamp(found.stamp.size, found.stamp.modified)
    return Kept(decode(bytes(found.draft), name)[0], found.time, path, stamp)
