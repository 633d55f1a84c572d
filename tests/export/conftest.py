"""The words of real Chinese."""

from pathlib import Path

import pytest

from app.lang.segmenter import JiebaSegmenter


@pytest.fixture(scope="session")
def jieba_segmenter(tmp_path_factory: pytest.TempPathFactory) -> JiebaSegmenter:
    return JiebaSegmenter(Path(tmp_path_factory.mktemp("jieba")))
