"""`.siceng` files: read without trust, saved without loss."""

import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from app.core.draft import Draft
from app.core.errors import ReadError, WriteError
from app.core.facts import FactSheet
from app.core.ids import counting_ids
from app.core.markup import parse_markup
from app.storage.locks import DraftLock
from app.storage.schema import VERSION, decode, encode
from app.storage.siceng_file import MIMETYPE, read_siceng, save_siceng
from tests.core.strategies import drafts


@pytest.fixture
def draft() -> Draft:
    return parse_markup("@标题 题\n# 甲 {认识}\n正文【待填：数】", counting_ids())


@given(drafts())
def test_a_draft_is_read_as_it_was_encoded(draft: Draft) -> None:
    assert decode(encode(draft), "稿") == (draft, VERSION)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20)
@given(drafts())
def test_a_saved_draft_is_read_the_same(tmp_path: Path, draft: Draft) -> None:
    save_siceng(tmp_path / "稿.siceng", draft, replace=True)
    assert read_siceng(tmp_path / "稿.siceng").draft == draft


def test_numbers_too_large_for_json_are_exact(draft: Draft) -> None:
    rich = replace(draft, facts=FactSheet((("大", 10**40), ("小", -(2**60)))))
    assert decode(encode(rich), "稿")[0] == rich


def test_half_a_surrogate_pair_in_a_fact_does_not_stop_saving(draft: Draft) -> None:
    rich = replace(draft, facts=FactSheet((("名", "甲\ud800乙"),)))
    assert decode(encode(rich), "稿")[0].facts.get("名") == "甲?乙"


def test_the_kind_of_file_is_told_by_its_first_bytes(tmp_path: Path, draft: Draft) -> None:
    save_siceng(tmp_path / "稿.siceng", draft, replace=False)
    assert (tmp_path / "稿.siceng").read_bytes()[30:].startswith(b"mimetype" + MIMETYPE)


def test_the_previous_file_stays_as_backup(tmp_path: Path, draft: Draft) -> None:
    path = tmp_path / "稿.siceng"
    save_siceng(path, draft, replace=False)
    later = parse_markup("# 乙")
    save_siceng(path, later, replace=True)
    assert read_siceng(path).draft == later
    assert read_siceng(tmp_path / "稿.siceng.bak").draft == draft


def test_an_existing_file_is_not_replaced_unasked(tmp_path: Path, draft: Draft) -> None:
    path = tmp_path / "稿.siceng"
    save_siceng(path, draft, replace=False)
    with pytest.raises(WriteError, match="已存在"):
        save_siceng(path, parse_markup("# 乙"), replace=False)
    assert read_siceng(path).draft == draft


def test_a_file_that_somebody_else_changed_is_not_overwritten(tmp_path: Path, draft: Draft) -> None:
    path = tmp_path / "稿.siceng"
    stamp, _ = save_siceng(path, draft, replace=False)
    other = parse_markup("# 别人改的，长一些")
    save_siceng(path, other, replace=True)
    with pytest.raises(WriteError, match="被别的程序改过"):
        save_siceng(path, draft, replace=True, expected=stamp)
    assert read_siceng(path).draft == other


def test_saving_goes_on_when_the_file_was_taken_away(tmp_path: Path, draft: Draft) -> None:
    path = tmp_path / "稿.siceng"
    stamp, _ = save_siceng(path, draft, replace=False)
    path.unlink()
    save_siceng(path, draft, replace=True, expected=stamp)
    assert read_siceng(path).draft == draft


def test_members_that_are_not_known_are_kept(tmp_path: Path, draft: Draft) -> None:
    path = tmp_path / "稿.siceng"
    save_siceng(path, draft, replace=False, others={"rounds/1.json": b"{}", "附件/甲.txt": b"x"})
    opened = read_siceng(path)
    assert dict(opened.others) == {"rounds/1.json": b"{}", "附件/甲.txt": b"x"}


def rewritten(path: Path, **changes: object) -> None:
    with zipfile.ZipFile(path) as archive:
        data = json.loads(archive.read("draft.json"))
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", MIMETYPE)
        archive.writestr("draft.json", json.dumps(data | changes))


def test_a_newer_file_opens_read_only_with_a_message(tmp_path: Path, draft: Draft) -> None:
    path = tmp_path / "稿.siceng"
    save_siceng(path, draft, replace=False)
    assert read_siceng(path).read_only is None
    rewritten(path, version=VERSION + 1, weather="晴")
    opened = read_siceng(path)
    assert opened.draft == draft
    assert opened.read_only is not None and "升级" in opened.read_only


@pytest.mark.parametrize(
    "changes",
    [
        {"version": 0},
        {"version": "一"},
        {"blocks": [{"id": "a", "kind": "h9"}]},
        {"blocks": "没有"},
        {"facts": [["日", {"type": "date", "year": 2025, "month": 2, "day": 30}]]},
        {"facts": [["数", {"type": "number", "value": "1e999999999"}]]},
    ],
)
def test_what_is_not_of_the_form_is_refused(tmp_path: Path, draft: Draft, changes: dict[str, object]) -> None:
    path = tmp_path / "稿.siceng"
    save_siceng(path, draft, replace=False)
    rewritten(path, **changes)
    with pytest.raises(ReadError, match=r"稿\.siceng") as error:
        read_siceng(path)
    assert error.value.remedy


def test_a_file_cut_off_anywhere_is_refused(tmp_path: Path, draft: Draft) -> None:
    path = tmp_path / "稿.siceng"
    save_siceng(path, draft, replace=False)
    data = path.read_bytes()
    for length in (0, 10, len(data) // 2, len(data) - 1):
        path.write_bytes(data[:length])
        with pytest.raises(ReadError):
            read_siceng(path)


def test_another_zip_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "别的.siceng"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    with pytest.raises(ReadError, match="不是四层讲稿"):
        read_siceng(path)


def test_deeply_nested_json_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReadError):
        decode(b'{"version":1,"blocks":' + b"[" * 100_000, "稿")


def test_a_second_window_does_not_get_the_lock(tmp_path: Path) -> None:
    first, second = (DraftLock(tmp_path / "locks", tmp_path / "稿.siceng") for _ in range(2))
    assert first.acquire()
    assert not second.acquire()
    first.release()
    assert second.acquire()
    second.release()


def test_where_no_locks_can_be_kept_a_draft_opens_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "占着").write_text("")
    lock = DraftLock(tmp_path / "占着" / "locks", tmp_path / "稿.siceng")
    assert lock.acquire()
    lock.release()
