"""Away from the display and the home folder of whoever runs the tests."""

import os
from pathlib import Path

HOME_VARIABLES = {
    "HOME": ".",
    "USERPROFILE": ".",
    "APPDATA": "config",
    "LOCALAPPDATA": "data",
    "XDG_CACHE_HOME": "cache",
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_RUNTIME_DIR": "runtime",
    "XDG_STATE_HOME": "state",
}


def isolate(home: Path) -> None:
    """Make the empty folder `home` the home of this process and what it starts, with settings and caches."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for variable, name in HOME_VARIABLES.items():
        folder = home / name
        folder.mkdir(mode=0o700, exist_ok=True)
        os.environ[variable] = str(folder)
