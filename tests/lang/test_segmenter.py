"""Words of Chinese text, whichever library cuts them."""

import logging
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.lang import segmenter as module
from app.lang.segmenter import JiebaSegmenter, RjiebaSegmenter, best_segmenter


@given(st.text(max_size=60) | st.text(alphabet="全力推动高质量发展，。\r\n  AI3.5%-+“”", max_size=40))
def test_the_words_joined_are_the_text(jieba_segmenter, text):
    assert "".join(jieba_segmenter.cut(text)) == text
    assert "".join(word for word, _ in jieba_segmenter.tag(text)) == text


def test_words_have_parts_of_speech(jieba_segmenter):
    assert jieba_segmenter.cut("推动产业发展") == ["推动", "产业", "发展"]
    assert [tag[0] for _, tag in jieba_segmenter.tag("推动产业发展")] == ["v", "n", "v"]


def test_added_words_stay_whole_whether_added_before_loading_or_after(tmp_path):
    segmenter = JiebaSegmenter(tmp_path)
    segmenter.add_words(["新质生产力", " "])
    assert segmenter.cut("发展新质生产力") == ["发展", "新质生产力"]
    assert "四好农村路" not in segmenter.cut("建设四好农村路")
    segmenter.add_words(["四好农村路"])
    assert segmenter.cut("建设四好农村路") == ["建设", "四好农村路"]
    assert segmenter.tag("建设四好农村路")[1] == ("四好农村路", "nz")


def test_words_of_one_segmenter_are_not_those_of_another(tmp_path, jieba_segmenter):
    other = JiebaSegmenter(tmp_path)
    other.add_words(["甲乙丙丁工程"])
    assert other.tag("甲乙丙丁工程") == [("甲乙丙丁工程", "nz")]
    assert len(jieba_segmenter.tag("甲乙丙丁工程")) > 1


def test_nothing_is_loaded_before_the_first_word(tmp_path):
    folder = tmp_path / "cache"
    JiebaSegmenter(folder).add_words(["新质生产力"])
    assert not folder.exists()


def test_the_cache_goes_into_the_folder_given_and_not_into_the_shared_one(tmp_path, monkeypatch):
    shared, own = tmp_path / "shared", tmp_path / "deep" / "own"
    shared.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(shared))
    JiebaSegmenter(own).load()
    assert [path.suffix for path in own.iterdir()] == [".cache"]
    assert list(shared.iterdir()) == []


def test_a_damaged_cache_is_made_again(tmp_path):
    JiebaSegmenter(tmp_path).load()
    (cache,) = tmp_path.iterdir()
    whole = cache.stat().st_size
    cache.write_bytes(cache.read_bytes()[:1000])
    assert JiebaSegmenter(tmp_path).cut("推动产业发展") == ["推动", "产业", "发展"]
    assert cache.stat().st_size == whole


def test_a_folder_that_cannot_be_made_costs_only_the_cache(tmp_path, capfd):
    (tmp_path / "file").write_text("in the way")
    assert JiebaSegmenter(tmp_path / "file" / "cache").cut("推动产业发展") == ["推动", "产业", "发展"]
    assert capfd.readouterr().err == ""


def test_jieba_says_nothing_on_standard_error(tmp_path, capfd):
    JiebaSegmenter(tmp_path).load()
    assert capfd.readouterr() == ("", "")
    assert logging.getLogger("jieba").getEffectiveLevel() > logging.CRITICAL


def test_many_threads_may_be_the_first(tmp_path):
    segmenter = JiebaSegmenter(tmp_path)
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(segmenter.tag, ["推动产业发展"] * 16))
    assert all(answer == answers[0] for answer in answers)
    assert "".join(word for word, _ in answers[0]) == "推动产业发展"


class FakeRjieba:
    """What `rjieba` offers of use to us, so that the tests need not have it."""

    class Jieba:
        def __init__(self):
            self.words = []

        def cut(self, text):
            return [word for word in self.words if word == text] or list(text)

        def tag(self, text):
            return [(word, "x") for word in self.cut(text)]

        def suggest_freq(self, word):
            return 1

        def add_word(self, word, frequency, tag):
            assert (frequency, tag) == (1, "nz")
            self.words.append(word)


def test_rjieba_stands_behind_the_same_interface(monkeypatch):
    monkeypatch.setitem(sys.modules, "rjieba", FakeRjieba)
    segmenter = RjiebaSegmenter()
    segmenter.add_words(["新质生产力"])
    assert segmenter.cut("新质生产力") == ["新质生产力"]
    segmenter.add_words(["营商环境", ""])
    assert segmenter.tag("营商环境") == [("营商环境", "x")]


@pytest.mark.parametrize(("installed", "kind"), [(None, JiebaSegmenter), (object(), RjiebaSegmenter)])
def test_the_best_segmenter_is_rjieba_where_it_is_installed(monkeypatch, tmp_path, installed, kind):
    monkeypatch.setattr(
        module.importlib.util, "find_spec", lambda name: installed if name == "rjieba" else None
    )
    assert isinstance(best_segmenter(tmp_path), kind)
