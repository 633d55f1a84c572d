"""jieba once for all tests of the package: its tables take most of a second to load."""

from pathlib import Path

import pytest

from app.lang.parallelism import load_lead_verbs
from app.lang.segmenter import JiebaSegmenter

LEXICONS = Path(__file__).parents[2] / "resources" / "lexicons"


@pytest.fixture(scope="session")
def jieba_segmenter(tmp_path_factory):
    return JiebaSegmenter(tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="session")
def lead_verbs():
    return load_lead_verbs(LEXICONS / "lead_verbs.txt")
