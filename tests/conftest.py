"""What holds for every test: no display, nobody's home folder, the same effort of hypothesis everywhere."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings

from tests.isolation import isolate

HOME = Path(tempfile.mkdtemp(prefix="siceng-tests-"))
isolate(HOME)  # now, because modules and plugins may look at the environment when they are imported

settings.register_profile("default", max_examples=50, deadline=None)
settings.register_profile("thorough", max_examples=2000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


def pytest_unconfigure(config: pytest.Config) -> None:
    """Leave nothing behind."""
    shutil.rmtree(HOME, ignore_errors=True)
