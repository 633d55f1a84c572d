"""Files of other office programs made into Word files and .xlsx sheets by LibreOffice, where it is installed."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from app.core.errors import ReadError
from app.files.reading import read_bytes

_SECONDS = 60
"""After which a conversion is given up; a cold start takes five to ten."""
_MOST_BYTES = 64 << 20
_COMMANDS = ("soffice", "libreoffice")
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "/opt/libreoffice/program/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
)
_SECURITY, _INET = "Office.Common/Security/Scripting", "Inet/Settings"
_SETTINGS = (
    (_SECURITY, "DisableMacrosExecution", "true"),
    (_SECURITY, "DisableActiveContent", "true"),
    (_SECURITY, "BlockUntrustedRefererLinks", "true"),
    ("Office.Writer/Content/Update", "Link", "2"),
    (_INET, "ooInetProxyType", "2"),
    (_INET, "ooInetHTTPProxyName", "127.0.0.1"),
    (_INET, "ooInetHTTPProxyPort", "9"),
    (_INET, "ooInetHTTPSProxyName", "127.0.0.1"),
    (_INET, "ooInetHTTPSProxyPort", "9"),
)
"""Of a profile of our own: no macros, no links updated, and what would be fetched is asked of a port where nobody
listens (9, discard)."""


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What is to be made: its ending, what LibreOffice calls it, and what to do where it cannot be made."""

    suffix: str
    filter: str
    remedy: str


_WORD = _Wanted(".docx", "docx:MS Word 2007 XML", "用 Word、WPS 或 LibreOffice 打开它，另存为 .docx，再试。")
_SHEETS = _Wanted(
    ".xlsx", "xlsx:Calc MS Excel 2007 XML", "用 Excel、WPS 或 LibreOffice 打开它，另存为 .xlsx，再试。"
)


def word_file(data: bytes, suffix: str, name: str) -> bytes:
    """The Word file that LibreOffice makes of a document; `suffix` says what it is, `name` is for messages.

    Works beside a LibreOffice that is open: the profile is one of its own. Raises ReadError where there is no
    LibreOffice, where it cannot read the document, and when it takes longer than a minute.
    """
    return _made(data, suffix, name, _WORD)


def sheet_file(data: bytes, suffix: str, name: str) -> bytes:
    """The .xlsx file that LibreOffice makes of a spreadsheet; all else as `word_file`."""
    return _made(data, suffix, name, _SHEETS)


def _made(data: bytes, suffix: str, name: str, wanted: _Wanted) -> bytes:
    program = _program()
    if program is None:
        what = f"“{name}”不是 {wanted.suffix} 文件，这台电脑上没有 LibreOffice，读不了。"
        raise ReadError(what, wanted.remedy)
    with TemporaryDirectory(prefix="siceng-", ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        source, out = home / f"document{suffix}", home / "out"
        source.write_bytes(data)
        settings = home / "profile" / "user" / "registrymodifications.xcu"
        settings.parent.mkdir(parents=True)
        settings.write_text(_profile(), "utf-8")
        options = _options(home / "profile", wanted.filter)
        _run([program, *options, "--outdir", str(out), str(source)], name, wanted.remedy)
        made = out / f"document{wanted.suffix}"
        if not made.is_file():
            raise ReadError(f"LibreOffice 读不了“{name}”。", wanted.remedy)
        return read_bytes(made, _MOST_BYTES)


def _profile() -> str:
    items = "".join(
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for path, name, value in _SETTINGS
    )
    namespace = "http://openoffice.org/2001/registry"
    return f'<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="{namespace}">{items}</oor:items>'


def _options(profile: Path, to: str) -> Iterator[str]:
    yield f"-env:UserInstallation={profile.as_uri()}"
    yield from ("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nofirststartwizard")
    yield from ("--convert-to", to)


def _program() -> str | None:
    found = next(filter(None, map(shutil.which, _COMMANDS)), None)
    return found or next((place for place in _PLACES if Path(place).is_file()), None)


def _run(command: list[str], name: str, remedy: str) -> None:
    """Run to the end, or stop it with all that it started. Raises ReadError."""
    # Qt's and Python's own variables would reach LibreOffice's Qt and Python.
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("QT_", "PYTHON"))}
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=environment,
            start_new_session=True,
        )
    except OSError as error:
        raise ReadError(f"LibreOffice 启动不了，“{name}”没有读。", remedy) from error
    try:
        process.wait(_SECONDS)
    except subprocess.TimeoutExpired as error:
        raise ReadError(f"LibreOffice 一分钟没有读完“{name}”，不再等了。", remedy) from error
    finally:
        if process.poll() is None:
            _stop(process)


def _stop(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False)
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
