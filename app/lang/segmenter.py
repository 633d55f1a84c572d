"""Words and parts of speech of Chinese text: jieba behind one small interface, rjieba where it is wanted."""

import importlib
import importlib.util
import logging
import threading
import warnings
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Protocol

_ADDED_TAG = "nz"  # jieba's letters for a proper noun


class Segmenter(Protocol):
    """Cuts text into words; joined, they are the text again. May be used from several threads."""

    def cut(self, text: str) -> list[str]:
        """The words of the text."""
        ...

    def tag(self, text: str) -> list[tuple[str, str]]:
        """The words with their parts of speech in jieba's letters: v verb, n noun, a adjective, d adverb."""
        ...

    def add_words(self, words: Iterable[str]) -> None:
        """Names and terms that stay whole from now on; loads nothing by itself."""
        ...


class JiebaSegmenter:
    """jieba, the reference, loaded at first use or by `load` in a worker.

    `cache_folder` takes the cache of the dictionary, which jieba would put into the shared temporary folder;
    where it cannot be written, jieba goes on without.
    """

    def __init__(self, cache_folder: Path) -> None:
        self._cache_folder = cache_folder
        self._lock = threading.RLock()
        self._tokenizer: Any = None
        self._tagger: Any = None
        self._words: list[str] = []

    def cut(self, text: str) -> list[str]:
        """The words of the text."""
        return self._loaded().lcut(text)

    def tag(self, text: str) -> list[tuple[str, str]]:
        """The words with their parts of speech; the first call loads one more table."""
        return [(pair.word, pair.flag) for pair in self._loaded_tagger().lcut(text)]

    def add_words(self, words: Iterable[str]) -> None:
        """Names and terms that stay whole from now on; loads nothing by itself."""
        added = [word for word in words if word.strip()]
        with self._lock:
            self._words += added
            if self._tokenizer is not None:
                _add_all(self._tokenizer, added)

    def load(self) -> None:
        """Load everything that `cut` and `tag` need."""
        self._loaded_tagger()

    def _loaded(self) -> Any:
        with self._lock:
            if self._tokenizer is None:
                jieba = _imported("jieba")
                tokenizer = jieba.Tokenizer()
                tokenizer.tmp_dir = str(_folder(self._cache_folder))
                tokenizer.cache_file = f"jieba-{jieba.__version__}.cache"
                tokenizer.initialize()
                _add_all(tokenizer, self._words)
                self._tokenizer = tokenizer
            return self._tokenizer

    def _loaded_tagger(self) -> Any:
        with self._lock:
            if self._tagger is None:
                posseg = _imported("jieba.posseg")
                # Its constructor would read the table of tags a second time (0.2 s, 43 MB).
                tagger = object.__new__(posseg.POSTokenizer)
                tagger.tokenizer = self._loaded()
                tagger.word_tag_tab = dict(posseg.dt.word_tag_tab)
                self._tagger = tagger
            return self._tagger


class RjiebaSegmenter:
    """The same in Rust: some fifteen times faster, words as jieba's but for rare ones, tags often others."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._jieba: Any = None
        self._words: list[str] = []

    def cut(self, text: str) -> list[str]:
        """The words of the text."""
        with self._lock:
            return self._loaded().cut(text)

    def tag(self, text: str) -> list[tuple[str, str]]:
        """The words with their parts of speech."""
        with self._lock:
            return self._loaded().tag(text)

    def add_words(self, words: Iterable[str]) -> None:
        """Names and terms that stay whole from now on; loads nothing by itself."""
        added = [word for word in words if word.strip()]
        with self._lock:
            self._words += added
            if self._jieba is not None:
                _add_all(self._jieba, added)

    def _loaded(self) -> Any:
        if self._jieba is None:
            self._jieba = importlib.import_module("rjieba").Jieba()
            _add_all(self._jieba, self._words)
        return self._jieba


def best_segmenter(cache_folder: Path) -> Segmenter:
    """The fastest segmenter installed, for work where rare differences of words do not count."""
    return RjiebaSegmenter() if importlib.util.find_spec("rjieba") else JiebaSegmenter(cache_folder)


def _add_all(segmenter: Any, words: Iterable[str]) -> None:
    for word in words:
        segmenter.add_word(word, segmenter.suggest_freq(word), _ADDED_TAG)


def _folder(folder: Path) -> Path:
    """The folder, made if it can be; jieba itself goes on without a cache when it cannot be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        logging.getLogger(__name__).info("no cache for the dictionary: %s", error)
    return folder


def _imported(name: str) -> Any:
    """A module of jieba, without its warnings of escape sequences and pkg_resources, its log kept quiet."""
    with warnings.catch_warnings():
        for category in (SyntaxWarning, DeprecationWarning):
            warnings.filterwarnings("ignore", "invalid escape sequence|.*is an invalid escape", category)
        for category in (UserWarning, DeprecationWarning):
            warnings.filterwarnings("ignore", ".*pkg_resources", category)
        module = importlib.import_module(name)
    logging.getLogger("jieba").setLevel(logging.CRITICAL + 1)
    return module
