"""Packs for tests: of a writer's things, and by hand."""

import zipfile
from collections.abc import Mapping
from pathlib import Path

from app.templating.packs.brought import Brought, Look
from app.templating.packs.looking import look_into
from app.templating.packs.pack_file import pack_bytes, read_pack
from tests.templating.packs.conftest import Writer

MANIFEST = '格式 = 1\n名称 = "外来的包"\n'


def packed(writer: Writer, path: Path, name: str = "处里的包") -> Path:
    """Everything that a writer made, in a file."""
    things = writer.things
    path.write_bytes(pack_bytes(things.pack(name, things.all)))
    return path


def by_hand(path: Path, files: Mapping[str, str | bytes], manifest: str | None = MANIFEST) -> Path:
    """A zip of these files, its list first unless that is None."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        if manifest is not None:
            archive.writestr("pack.toml", manifest)
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def looked(writer: Writer, path: Path) -> Look:
    """What a pack brings to a writer."""
    return look_into(read_pack(path), writer.library, writer.store, writer.places.user_data)


def item(look: Look, name: str) -> Brought:
    """The thing of that name or ID."""
    return next(each for each in look.items if name in (each.name, each.id))
