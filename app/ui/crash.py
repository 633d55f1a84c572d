"""What happens when something goes wrong that nobody foresaw: it is logged, told, and the text is kept."""

import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtWidgets import QWidget

from app.core.errors import AppError

_MOST_LOG = 1 << 20
_TITLE = "程序出了意外，正文还在。"
_SAID = "先存一份副本最稳妥；之后可以接着写，也可以关掉程序再打开。出错的经过记在：\n{log}"


class CrashHook:
    """Takes the place of `sys.excepthook`: an AppError is told in words, anything else is a crash."""

    def __init__(
        self,
        folder: Path,
        window: Callable[[], QWidget | None],
        keep: Callable[[], object],
        save_copy: Callable[[Path], object],
    ) -> None:
        """`folder` is the program's own; `keep` writes a recovery copy, `save_copy` the draft into a file."""
        self._log = folder / "errors.log"
        self._window = window
        self._keep = keep
        self._save_copy = save_copy
        self._telling = False

    def install(self) -> None:
        """Take over."""
        sys.excepthook = self

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        # Imported when there is something to tell: the start of the program waits for none of it.
        import traceback

        from app.ui.messages import tell_error

        if isinstance(error, AppError):
            tell_error(self._window(), error)
            return
        self._write("".join(traceback.format_exception(kind, error, trace)))
        if self._telling:
            return
        self._telling = True
        try:
            self._keep_text()
            self._tell()
        finally:
            self._telling = False

    def _write(self, text: str) -> None:
        """Into the log; on standard error where that cannot be written."""
        try:
            self._log.parent.mkdir(parents=True, exist_ok=True)
            if self._log.exists() and self._log.stat().st_size > _MOST_LOG:
                self._log.replace(self._log.with_suffix(".log.old"))
            with self._log.open("a", encoding="utf-8") as log:
                log.write(f"{datetime.now().astimezone().isoformat(timespec='seconds')}\n{text}\n")
        except OSError:
            sys.stderr.write(text)

    def _keep_text(self) -> None:
        """Before anything else, should the next accident end the program; what hinders it is logged, too."""
        import traceback

        try:
            self._keep()
        except Exception:  # noqa: BLE001  nothing may come between the writer and the message
            self._write(traceback.format_exc())

    def _tell(self) -> None:
        from app.ui.messages import Message

        message = Message(self._window(), _TITLE, _SAID.format(log=self._log), ("存一份副本…", "接着写"))
        message.exec()
        if message.chosen == 0:
            self._copy()

    def _copy(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        from app.jobs.opening import DRAFT_SUFFIX
        from app.ui.messages import tell, tell_error

        name, _ = QFileDialog.getSaveFileName(
            self._window(),
            "存一份副本",
            str(Path.home() / f"讲话稿副本{DRAFT_SUFFIX}"),
            f"四层讲稿 (*{DRAFT_SUFFIX})",
        )
        if not name:
            return
        path = Path(name)
        try:
            self._save_copy(
                path if path.suffix.lower() == DRAFT_SUFFIX else path.with_name(path.name + DRAFT_SUFFIX)
            )
        except AppError as error:
            tell_error(self._window(), error)
        else:
            tell(self._window(), "副本存好了。", name)
