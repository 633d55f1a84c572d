"""Archives are read without believing them, and written the same for the same content."""

import io
import stat
import struct
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.errors import ReadError
from app.files.archive import ArchiveLimits, read_archive, unpacked, write_archive

MEMBERS = (("mimetype", b"application/x-siceng"), ("draft.json", b"{}"), ("rounds/一.json", "轮次".encode()))

PARTS = st.text(
    st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="/\\:"), min_size=1, max_size=8
).filter(lambda part: part not in (".", ".."))
NAMES = st.lists(PARTS, min_size=1, max_size=3).map("/".join)


def zipped(*members: tuple[str | zipfile.ZipInfo, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return buffer.getvalue()


def with_name(name: bytes) -> bytes:
    """An archive whose one member has a name that zipfile itself would not write."""
    return zipped(("N" * len(name), b"x")).replace(b"N" * len(name), name)


def read(folder: Path, data: bytes, limits: ArchiveLimits | None = None) -> dict[str, bytes]:
    path = folder / "稿.siceng"
    path.write_bytes(data)
    return dict(read_archive(path, limits))


def refused(folder: Path, data: bytes, limits: ArchiveLimits | None = None) -> str:
    with pytest.raises(ReadError) as caught:
        read(folder, data, limits)
    assert "稿.siceng" in caught.value.what
    assert caught.value.remedy
    return caught.value.what


def test_what_was_written_is_read_back_in_order(tmp_path: Path) -> None:
    assert list(read(tmp_path, write_archive(MEMBERS)).items()) == list(MEMBERS)


@given(
    st.lists(st.tuples(NAMES, st.binary(max_size=50)), max_size=5, unique_by=lambda each: each[0].casefold())
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_sound_names_and_contents_survive(tmp_path: Path, members: list[tuple[str, bytes]]) -> None:
    try:
        data = write_archive(members)
    except ValueError:
        # Names that differ, but not for every system.
        assert len(members) > 1
    else:
        assert read(tmp_path, data) == dict(members)


def test_the_same_members_give_the_same_bytes_on_any_day() -> None:
    data = write_archive(MEMBERS)
    assert data == write_archive(MEMBERS)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {info.create_system for info in archive.infolist()} == {3}


def test_one_member_can_stand_first_and_uncompressed() -> None:
    data = write_archive((*MEMBERS[1:], MEMBERS[0]), "mimetype")
    assert data[30:58] == b"mimetypeapplication/x-siceng"
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        methods = [info.compress_type for info in archive.infolist()]
    assert methods == [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_DEFLATED]


@pytest.mark.parametrize("names", [["../a"], ["/a"], ["a/"], [""], ["a\\b"], ["a", "a"], ["a", "A"]])
def test_what_would_not_be_read_is_not_written(names: list[str]) -> None:
    with pytest.raises(ValueError, match="not a name"):
        write_archive([(name, b"") for name in names])


def test_folders_are_left_out(tmp_path: Path) -> None:
    assert read(tmp_path, zipped(("word/", b""), ("word/a", b"x"))) == {"word/a": b"x"}


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "空文件"),
        (b"# markdown", "不是这种格式"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + b"doc", "旧格式或加了密"),
        (write_archive(MEMBERS)[:100], "不完整"),
        (write_archive(MEMBERS)[:-10], "已损坏"),
        (write_archive(MEMBERS)[40:], "不是这种格式"),
        (b"PK\x03\x04" + b"\0" * 40 + b"PK\x05\x06" + b"\0" * 18, None),
    ],
)
def test_what_is_no_whole_archive_is_told_apart(tmp_path: Path, data: bytes, words: str | None) -> None:
    if words is None:
        assert read(tmp_path, data) == {}
    else:
        assert words in refused(tmp_path, data)


def test_changed_content_is_noticed(tmp_path: Path) -> None:
    data = bytearray(zipped(("a", b"content"), method=zipfile.ZIP_STORED))
    data[data.index(b"content")] ^= 1
    assert "已损坏" in refused(tmp_path, bytes(data))


@given(st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_damage_anywhere_gives_a_plain_error_or_the_content(tmp_path: Path, data: st.DataObject) -> None:
    whole = bytearray(write_archive(MEMBERS))
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        content = read(tmp_path, bytes(whole))
    except ReadError:
        return
    assert set(content.values()) <= {content for _, content in MEMBERS}


@pytest.mark.parametrize(
    "name",
    [
        *(b"../draft.json", b"a/../../b", b"/etc/passwd", b"a//b", b"./a", b"a/."),
        *(b"..\\a", b"a\\b", b"C:/a", b"c:a", b"\\\\host\\share", b"a\0b", b"a\nb", b"a\x1bb"),
    ],
)
def test_names_that_lead_elsewhere_are_refused(tmp_path: Path, name: bytes) -> None:
    words = refused(tmp_path, with_name(name))
    assert "指到文件外面的路径" in words or "看不出名字" in words


@pytest.mark.parametrize(
    "name", ["a..b", "...", "轮次/第 1 轮.json", "ab:c", "[Content_Types].xml", "_rels/.rels"]
)
def test_unusual_names_are_no_crime(tmp_path: Path, name: str) -> None:
    assert read(tmp_path, zipped((name, b"x"))) == {name: b"x"}


@pytest.mark.parametrize("second", ["a.json", "A.JSON", "a.json/"])
def test_two_members_of_one_name_are_refused(tmp_path: Path, second: str) -> None:
    data = zipped(("b" * len(second), b""), ("a.json", b"1")).replace(b"b" * len(second), second.encode())
    assert "重名" in refused(tmp_path, data)


def test_names_that_look_the_same_are_the_same(tmp_path: Path) -> None:
    assert "重名" in refused(tmp_path, zipped(("é", b"1"), ("e\u0301", b"2")))


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFBLK])
def test_links_and_devices_are_refused(tmp_path: Path, kind: int) -> None:
    info = zipfile.ZipInfo("a")
    info.external_attr = (kind | 0o777) << 16
    assert "链接" in refused(tmp_path, zipped((info, b"/etc/passwd")))


def test_encrypted_archives_are_said_to_be_so(tmp_path: Path) -> None:
    data = bytearray(zipped(("a", b"x")))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + offset] |= 1
    assert "加了密" in refused(tmp_path, bytes(data))


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_methods_whose_output_cannot_be_bounded_are_refused(tmp_path: Path, method: int) -> None:
    assert "压缩方法" in refused(tmp_path, zipped(("a", b"x"), method=method))


def test_each_limit_holds_at_its_edge(tmp_path: Path) -> None:
    data = zipped(("a", b"1" * 50), ("b", b"2" * 50))
    whole = {"a": b"1" * 50, "b": b"2" * 50}
    assert read(tmp_path, data, ArchiveLimits(file=len(data), members=2, member=50, total=100)) == whole
    assert "超过可以读取的大小" in refused(tmp_path, data, ArchiveLimits(file=len(data) - 1))
    assert "超过 1 件" in refused(tmp_path, data, ArchiveLimits(members=1))
    assert "超过 49 字节" in refused(tmp_path, data, ArchiveLimits(member=49))
    assert "超过 99 字节" in refused(tmp_path, data, ArchiveLimits(total=99))


def test_a_flood_of_members_is_refused_before_they_are_looked_at(tmp_path: Path) -> None:
    data = zipped(("a", b"")) + b"PK\x01\x02" * 100
    assert "超过 5 件" in refused(tmp_path, data, ArchiveLimits(members=5))


def test_what_unpacks_to_far_more_than_it_is_is_a_bomb(tmp_path: Path) -> None:
    bomb = zipped(("draft.json", b"\0" * (8 << 20)))
    assert "压缩炸弹" in refused(tmp_path, bomb)


def test_a_small_member_may_shrink_as_well_as_it_can(tmp_path: Path) -> None:
    assert read(tmp_path, zipped(("a", b"\0" * (3 << 20))))["a"] == b"\0" * (3 << 20)


def test_a_bomb_that_lies_about_its_size_is_not_unpacked(tmp_path: Path) -> None:
    bomb = bytearray(zipped(("a", b"\0" * (8 << 20))))
    for signature, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = bomb.index(signature) + offset
        bomb[at : at + 4] = struct.pack("<I", 10)
    assert "已损坏" in refused(tmp_path, bytes(bomb))


def test_members_that_are_not_wanted_are_not_unpacked_but_their_names_are_checked() -> None:
    data = zipped(("稿.xml", b"<x/>"), ("大图.png", bytes(10_000)))
    limits = ArchiveLimits(member=100)
    assert dict(unpacked(data, "稿.docx", limits, lambda name: name.endswith(".xml"))) == {"稿.xml": b"<x/>"}
    with pytest.raises(ReadError, match="路径"):
        unpacked(
            zipped(("稿.xml", b""), ("../a.png", b"")), "稿.docx", limits, lambda name: name.endswith(".xml")
        )


def test_bytes_at_hand_have_the_same_limit_as_a_file() -> None:
    with pytest.raises(ReadError, match="超过可以读取的大小"):
        unpacked(bytes(101), "稿.docx", ArchiveLimits(file=100))
