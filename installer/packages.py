"""System packages on Debian and Ubuntu: which are missing, installing them, or saying what to do."""

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

QT_LIBRARIES = (
    "libdbus-1-3",
    "libegl1",
    "libfontconfig1",
    "libgl1",
    "libglib2.0-0",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-image0",
    "libxcb-keysyms1",
    "libxcb-randr0",
    "libxcb-render-util0",
    "libxcb-shape0",
    "libxcb-xinerama0",
    "libxkbcommon-x11-0",
    "libxkbcommon0",
)
FONTS = ("fonts-arphic-gkai00mp", "fonts-noto-cjk")

ON_OTHER_SYSTEMS = (
    "本系统不是 Debian 或 Ubuntu，系统软件包需要自行安装。如窗口打不开，请用软件管理器安装 libEGL、libGL、"
    "libxkbcommon-x11、xcb-util-cursor、xcb-util-wm、xcb-util-image、xcb-util-keysyms、xcb-util-renderutil；"
    "如中文显示为方框，请安装思源（Noto CJK）字体。"
)


def wanted() -> tuple[str, ...]:
    """Packages needed on Debian: what Qt links to, Chinese fonts, and venv where this Python has none."""
    return (*(() if has_venv() else (venv_package(),)), *QT_LIBRARIES, *FONTS)


def venv_package() -> str:
    """The package that brings venv and pip to the Python that runs this."""
    return f"python{sys.version_info.major}.{sys.version_info.minor}-venv"


def has_venv() -> bool:
    """Whether this Python can make an environment with pip in it (Debian packs that apart)."""
    return importlib.util.find_spec("ensurepip") is not None


def missing(names: Iterable[str], listing: str) -> list[str]:
    """Those of `names` that no installed package of `listing` is or provides.

    `listing` is dpkg-query's, a line a package: status, name, and the names it provides, between tabs.
    """
    present: set[str] = set()
    for line in listing.splitlines():
        status, name, provides = (*line.split("\t"), "", "")[:3]
        if status == "installed":
            # "libglib2.0-0 (= 2.80), other": newer releases provide the old name of a renamed library.
            present.update([name, *(item.split()[0] for item in provides.split(",") if item.strip())])
    return [name for name in names if name not in present]


def provide(may_install: bool) -> list[str]:
    """Install what is missing, where `may_install` and the system allow it; returns what is left to tell."""
    if not sys.platform.startswith("linux"):
        return []
    if not is_debian():  # nobody to ask what is there: told once, not at every start
        return [ON_OTHER_SYSTEMS] if may_install else []
    lacking = missing(wanted(), installed())
    if lacking and may_install and is_root():
        install(lacking)
        lacking = missing(wanted(), installed())
    return [what_to_do(lacking)] if lacking else []


def is_debian() -> bool:
    """Whether packages are kept with dpkg and apt here."""
    return Path("/var/lib/dpkg/status").exists() and shutil.which("apt-get") is not None


def is_root() -> bool:
    """Whether packages may be installed."""
    return os.geteuid() == 0


def installed() -> str:
    """The packages dpkg knows, in the form `missing` reads."""
    fields = "${db:Status-Status}\t${Package}\t${Provides}\n"
    command = ["dpkg-query", "--show", "--showformat", fields]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def install(names: list[str]) -> None:
    """Install with apt. A failure is not raised: `provide` looks again and tells what is still missing."""
    print("正在安装系统软件包：" + " ".join(names), file=sys.stderr, flush=True)
    calm = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for arguments in (["update"], ["install", "--yes", "--no-install-recommends", *names]):
        command = ["apt-get", "-qq", "-o", "Dpkg::Use-Pty=0", *arguments]
        subprocess.run(command, check=False, stdout=sys.stderr, stdin=subprocess.DEVNULL, env=calm)
    importlib.invalidate_caches()


def what_to_do(names: list[str]) -> str:
    """What a user of Debian or Ubuntu can do about missing packages."""
    return f"缺少系统软件包，窗口或中文字体可能不正常。请运行：sudo apt-get install {' '.join(names)}"


def without_venv() -> str:
    """What to do where no environment can be made because this Python lacks venv and pip."""
    return f"当前的 Python 缺少 venv，装不了运行环境。请先安装，如 sudo apt-get install {venv_package()}"
