"""The virtual environment `.venv` of a checkout: made whole from the lock files, or made anew."""

import hashlib
import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

from installer import launcher, packages

PIP_FAILED = (
    "依赖没有装好（原因见上）。请检查网络后重新运行同一命令；"
    "如需使用镜像，先用 pip config set global.index-url 设置镜像地址。"
)


class SetupError(Exception):
    """Set-up cannot go on; the message says in Chinese what happened and what to do."""


class Environment:
    """`.venv` in the checkout at `root`."""

    def __init__(self, root: Path) -> None:
        windows = os.name == "nt"
        scripts = root / ".venv" / ("Scripts" if windows else "bin")
        self.root = root
        self.folder = root / ".venv"
        self.python = scripts / ("python.exe" if windows else "python")
        self.launcher = scripts / ("siceng.cmd" if windows else "siceng")
        self.build_lock = root / "installer" / "build.lock"
        self.lock = root / "installer" / "requirements.lock"
        self.stamp_file = self.folder / "siceng-stamp"

    def stamp(self) -> str:
        """What `.venv` is made of: the locks, this recipe, the Python, the place (the launcher names it)."""
        digest = hashlib.sha256()
        for part in (self.build_lock, self.lock, *sorted(Path(__file__).parent.glob("*.py"))):
            digest.update(part.read_bytes() + b"\0")
        digest.update(f"{sys.implementation.cache_tag} {sysconfig.get_platform()} {self.root}".encode())
        return digest.hexdigest()

    def is_ready(self) -> bool:
        """Whether `.venv` was made to the end, of just these parts."""
        try:
            return self.stamp_file.read_bytes() == self.stamp().encode() and self.python.exists()
        except OSError:
            return False

    def prepare(self) -> None:
        """Make what is missing; half-made or outdated, `.venv` is made anew. Raises SetupError."""
        ready = self.is_ready()
        for line in packages.provide(may_install=not ready):
            say(line)
        if ready:
            return
        if self.folder.is_symlink():
            # Made anew, it would be emptied for whoever else uses what it points to.
            raise SetupError(f"{self.folder} 是一个链接，装环境会清空它指向的文件夹。请删去这个链接再运行。")
        if not packages.has_venv():
            raise SetupError(packages.without_venv())
        say("正在准备运行环境，首次需要几分钟，请保持联网……")
        try:
            self._make()
        except OSError as error:
            raise SetupError(f"写不了 {self.folder}（{error}）。请检查磁盘空间和权限后重试。") from error
        say("运行环境已就绪。")

    def _make(self) -> None:
        self.stamp_file.unlink(missing_ok=True)
        try:
            venv.create(self.folder, clear=True, symlinks=os.name != "nt", with_pip=True)
        except subprocess.CalledProcessError as error:
            said = error.output.decode(errors="replace")
            raise SetupError(f"建不了 {self.folder}：{said}请检查磁盘空间后重试。") from error
        # jieba comes as source only: it is built with the setuptools that was checked, none fetched unseen.
        # Left in place, setuptools could cost every `import jieba` 80 ms and a warning (its pkg_resources).
        locked = ("--require-hashes", "--no-deps", "--requirement")
        self._pip("install", *locked, str(self.build_lock))
        self._pip("install", "--no-build-isolation", "--use-pep517", *locked, str(self.lock))
        self._pip("uninstall", "--yes", "setuptools")
        launcher.install(self.root, self.folder, self.python, self.launcher)
        self.stamp_file.write_bytes(self.stamp().encode())

    def _pip(self, *arguments: str) -> None:
        quietly = ("--disable-pip-version-check", "--no-input", "-qq")
        command = [str(self.python), "-m", "pip", *quietly, *arguments]
        if subprocess.run(command, check=False, stdout=sys.stderr, stdin=subprocess.DEVNULL).returncode:
            raise SetupError(PIP_FAILED)


def say(line: str) -> None:
    """Tell the user; never on standard output, which belongs to the command."""
    print(line, file=sys.stderr, flush=True)
