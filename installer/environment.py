"""The virtual environment `.venv` of a checkout: made whole from the lock files, or made anew."""

import hashlib
import os
import shlex
import subprocess
import sys
import sysconfig
import tomllib
import venv
from pathlib import Path

from installer import packages

POSIX_LAUNCHER = """\
#!/bin/sh
'''exec' {python} "$0" "$@"
' '''
import sys

from {module} import {function}

sys.exit({function}())
"""
"""A shell that finds our Python even where its path has blanks or is too long for a `#!` line; Python reads a string."""

WINDOWS_LAUNCHER = """\
@"{python}" -P -c "import sys; from {module} import {function}; sys.exit({function}())" %*
"""


class SetupError(Exception):
    """Set-up cannot go on; the message says in Chinese what happened and what to do."""


class Environment:
    """`.venv` of the checkout at `root`."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder = root / ".venv"
        self._scripts = self.folder / ("Scripts" if os.name == "nt" else "bin")
        self.python = self._scripts / ("python.exe" if os.name == "nt" else "python")
        self.launcher = self._scripts / ("siceng.cmd" if os.name == "nt" else "siceng")
        self._locks = (root / "installer" / "build.lock", root / "installer" / "requirements.lock")
        self._stamp = self.folder / "siceng-stamp"

    def stamp(self) -> str:
        """What the environment is made of: locks, recipe, Python, place (the launcher names it). Any change remakes it."""
        digest = hashlib.sha256()
        for part in (*self._locks, Path(__file__)):
            digest.update(part.read_bytes() + b"\0")
        digest.update(f"{sys.implementation.cache_tag} {sysconfig.get_platform()} {self.root}".encode())
        return digest.hexdigest()

    def is_ready(self) -> bool:
        """Whether `.venv` was finished, for this Python and these locks. The stamp is written last."""
        try:
            return self._stamp.read_text(encoding="ascii") == self.stamp() and self.python.exists()
        except (OSError, UnicodeDecodeError):
            return False

    def prepare(self) -> None:
        """Make everything that is missing. Raises SetupError."""
        ready = self.is_ready()
        for line in packages.provide(may_install=not ready):
            say(line)
        if ready:
            return
        say("正在准备运行环境，首次需要几分钟，请保持联网……")
        try:
            self._make()
        except OSError as error:
            raise SetupError(f"无法写入 {self.folder}：{error}。请检查磁盘空间和文件夹权限后重试。") from error
        say("运行环境已就绪。")

    def _make(self) -> None:
        self._stamp.unlink(missing_ok=True)
        try:
            venv.EnvBuilder(clear=True, symlinks=os.name != "nt", with_pip=True).create(self.folder)
        except subprocess.CalledProcessError as error:
            raise SetupError(packages.without_venv()) from error
        build, everything = self._locks
        self._pip("install", "--require-hashes", "--no-deps", "--requirement", str(build))
        # jieba comes as source only. It is built with the setuptools just checked, never with one fetched unchecked.
        self._pip("install", "--require-hashes", "--no-deps", "--no-build-isolation", "--use-pep517", "--requirement", str(everything))
        # Its pkg_resources would cost every `import jieba` 80 ms and a warning.
        self._pip("uninstall", "--yes", "setuptools")
        self._install_project()
        self._stamp.write_text(self.stamp(), encoding="ascii")

    def _pip(self, *arguments: str) -> None:
        command = [str(self.python), "-m", "pip", "--disable-pip-version-check", "--no-input", "-qq", *arguments]
        if subprocess.run(command, check=False, stdout=sys.stderr, stdin=subprocess.DEVNULL).returncode:
            raise SetupError(
                "依赖没有装好（上面是 pip 的原话）。请检查网络后重新运行同一命令；"
                "如需使用镜像，先用 pip config set global.index-url 设置镜像地址。"
            )

    def _install_project(self) -> None:
        """Make `import app` and `siceng` work from anywhere, as an editable install would, with nothing to build."""
        site = sysconfig.get_path("purelib", "venv", {"base": str(self.folder), "platbase": str(self.folder)})
        # `site` of Python 3.11 and 3.12 reads .pth files in the encoding of the locale, later ones also do.
        Path(site, "siceng.pth").write_text(f"{self.root}\n", encoding="locale")
        project = tomllib.loads((self.root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
        module, _, function = project["scripts"]["siceng"].partition(":")
        template = WINDOWS_LAUNCHER if os.name == "nt" else POSIX_LAUNCHER
        python = str(self.python) if os.name == "nt" else shlex.quote(str(self.python))
        self.launcher.write_text(template.format(python=python, module=module, function=function), encoding="utf-8")
        self.launcher.chmod(0o755)


def say(line: str) -> None:
    """Tell the user; never on standard output, which belongs to the command."""
    print(line, file=sys.stderr, flush=True)
