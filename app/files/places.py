"""Where the program's own files and the writer's are, however the program was installed."""

import site
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from platformdirs import PlatformDirs

from app.core.errors import ReadError

HOME_VARIABLE = "SICENG_HOME"
"""Names one folder for all that the program keeps for its user: tests, and use from a memory stick."""

_MARK = Path("templates", "layouts", "gb9704.toml")
"""Tells the program's own templates from any other folder of that name."""


@dataclass(frozen=True, slots=True)
class Places:
    """The folders the program reads and writes. Those of the user need not exist yet."""

    templates: Path
    """Occasions, section templates and layouts that come with the program."""
    resources: Path
    """Lexicons, icons and style that come with the program."""
    user_data: Path
    """What the writer makes: own templates, and later the archive."""
    user_config: Path
    """Settings."""
    cache: Path
    """What can be made again at any time."""

    @property
    def template_folders(self) -> tuple[Path, Path]:
        """The writer's own templates before those of the program: the first that has an ID holds."""
        return self.user_data / "templates", self.templates

    @property
    def layout_folders(self) -> tuple[Path, ...]:
        """Where layouts are, the writer's own first."""
        return tuple(folder / "layouts" for folder in self.template_folders)


def find_places(env: Mapping[str, str]) -> Places:
    """The places for this installation and user; `env` is the process's environment.

    Looks in a frozen bundle (PyInstaller's `sys._MEIPASS`), in the checkout, and in `share/siceng` under the
    interpreter's prefix or the user's, where a wheel puts them. Raises ReadError when they are nowhere.
    """
    root = _program_root()
    if home := env.get(HOME_VARIABLE):
        folder = Path(home).absolute()
        user = (folder / "data", folder / "config", folder / "cache")
    else:
        folders = PlatformDirs("siceng", appauthor=False)
        user = (folders.user_data_path, folders.user_config_path, folders.user_cache_path)
    return Places(root / "templates", root / "resources", *user)


def _program_root() -> Path:
    """The folder that holds templates/ and resources/."""
    bundle: str | None = getattr(sys, "_MEIPASS", None)
    candidates = (
        *((Path(bundle),) if bundle else ()),
        Path(__file__).resolve().parents[2],
        Path(sys.prefix, "share", "siceng"),
        Path(site.getuserbase(), "share", "siceng"),
    )
    for candidate in candidates:
        if (candidate / _MARK).is_file():
            return candidate
    raise ReadError("没有找到程序自带的模板。", "程序可能没有装完整，请重新安装。")
