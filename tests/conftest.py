"""Every test runs without a display and away from the home of whoever runs it."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

HOME = Path(tempfile.mkdtemp(prefix="siceng-tests-"))
"""Stands in for the home folder in this process and all it starts: settings, caches, jieba's dictionary."""

os.environ["HOME"] = os.environ["USERPROFILE"] = str(HOME)
for variable, folder in (
    ("XDG_CONFIG_HOME", "config"),
    ("XDG_DATA_HOME", "data"),
    ("XDG_CACHE_HOME", "cache"),
    ("XDG_STATE_HOME", "state"),
    ("XDG_RUNTIME_DIR", "runtime"),
    ("APPDATA", "config"),
    ("LOCALAPPDATA", "data"),
):
    path = HOME / folder
    path.mkdir(mode=0o700, exist_ok=True)
    os.environ[variable] = str(path)

settings.register_profile("default", max_examples=100, deadline=None)
settings.register_profile("thorough", max_examples=2000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


def pytest_unconfigure(config: pytest.Config) -> None:
    """Leave nothing behind."""
    shutil.rmtree(HOME, ignore_errors=True)
