"""The process is killed at random moments while it is typed in and saved: what is lost, and does the file open?"""

import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from app.core.draft import Draft
from app.core.errors import AppError
from app.core.markup import parse_markup
from app.files.places import HOME_VARIABLE, find_places
from app.jobs.program import Program
from app.jobs.recovery import offers
from app.jobs.saving import save_draft
from app.storage.siceng_file import read_siceng
from tests.measuring import Row
from tests.ui.typist import BACKSPACE, RETURN, SAVE

KILLS = int(os.environ.get("SICENG_KILLS", "200"))
MOST_LOST = 5.0
"""Seconds of typing that may be gone."""
_LONGEST = 9.0
"""Seconds from the first key to the kill, at most: over five, so that something is old enough to be missed."""
_PATIENCE = 60.0
_AT_ONCE = 2
"""Processes at a time: they hinder each other, as a busy machine does."""
_PARAGRAPHS = 1500
ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one kill left. `lost` is how long before the kill the first key was pressed that is gone, in seconds."""

    opens: bool
    lost: float
    saves: int
    note: str = ""

    @property
    def is_good(self) -> bool:
        """Whether the file opens and no more is gone than may be."""
        return self.opens and self.lost <= MOST_LOST


def run() -> list[Row]:
    """Kill as often as asked for."""
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        outcomes = list(pool.map(killed, range(KILLS)))
    notes = [outcome.note for outcome in outcomes if not outcome.is_good]
    return [
        Row(
            "强杀之后打不开的文件",
            sum(not outcome.opens for outcome in outcomes),
            0,
            "份",
            "；".join(notes[:5]),
        ),
        Row("强杀之后最多丢了多久以内的输入", max(outcome.lost for outcome in outcomes), MOST_LOST, "秒"),
        Row(
            "强杀的次数",
            len(outcomes),
            None,
            "次",
            f"其间保存 {sum(outcome.saves for outcome in outcomes)} 次",
        ),
    ]


def killed(seed: int, seconds: float | None = None, *ways: str) -> Outcome:
    """Start the program, let it be typed in for so long, kill it, and look at what is left.

    `seconds` None: some. `ways` are for the typist.
    """
    seconds = random.Random(seed).uniform(0, _LONGEST) if seconds is None else seconds
    with tempfile.TemporaryDirectory(prefix="siceng-kill-") as name:
        folder = Path(name)
        path, log = folder / "讲话.siceng", folder / "keys.log"
        before = parse_markup("# 统一思想\n" + "正文一段，抓好落实，责任到人，一抓到底。\n" * _PARAGRAPHS)
        save_draft(path, before, overwrite=False)
        log.touch()
        environment = {**os.environ, HOME_VARIABLE: str(folder / "home"), "QT_QPA_PLATFORM": "offscreen"}
        command = [sys.executable, "-m", "tests.ui.typist", str(path), str(log), str(seed), *ways]
        with (folder / "errors").open("wb") as errors:
            process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=errors, stderr=errors)
            try:
                _wait_for_keys(process, log)
                time.sleep(seconds)
            finally:
                time_of_death = time.monotonic()
                process.kill()
                process.wait()
        if not log.stat().st_size:
            return Outcome(False, 0, 0, f"第 {seed} 次没有开始写：{(folder / 'errors').read_text()[-300:]}")
        return _judged(seed, folder, before, time_of_death)


def _wait_for_keys(process: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + _PATIENCE
    while not log.stat().st_size and process.poll() is None and time.monotonic() < end:
        time.sleep(0.02)


def _judged(seed: int, folder: Path, before: Draft, time_of_death: float) -> Outcome:
    """What can be had again from the file or from what the program offers, held against what was typed."""
    states = list(_states(before, (folder / "keys.log").read_text("utf-8")))
    saves = (folder / "keys.log").read_text("utf-8").count(SAVE)
    try:
        drafts = [read_siceng(folder / "讲话.siceng").draft]
    except AppError as error:
        return Outcome(False, 0, saves, f"第 {seed} 次：{error}")
    program = Program.start(find_places({HOME_VARIABLE: str(folder / "home")}))
    found = offers(program)
    drafts += [offer.draft for offer in found.offers]
    if found.notices:
        return Outcome(False, 0, saves, f"第 {seed} 次：{found.notices}")
    texts = [_text(draft) for draft in drafts]
    last = max((at for at, (_, text) in enumerate(states) if text in texts), default=None)
    if last is None:
        return Outcome(True, float("inf"), saves, f"第 {seed} 次：留下的和写过的哪一步都不一样")
    lost = time_of_death - states[last + 1][0] if last + 1 < len(states) else 0.0
    return Outcome(True, lost, saves, f"第 {seed} 次：丢了 {lost:.1f} 秒以内的输入")


def _states(before: Draft, log: str) -> Iterator[tuple[float, str]]:
    """The text after each key, with the time at which it was pressed; first the text as it was opened."""
    lines = [block.text for block in before.blocks]
    yield 0.0, _joined(lines)
    for line in log.splitlines():
        moment, what = line.split(" ", 1)
        if what == RETURN:
            lines.append("")
        elif what == BACKSPACE:
            lines[-1] = lines[-1][:-1]
        elif what != SAVE:
            lines[-1] += what
        yield float(moment), _joined(lines)


def _text(draft: Draft) -> str:
    return _joined([block.text for block in draft.blocks])


def _joined(lines: list[str]) -> str:
    """Without empty paragraphs, which a draft has only while it is written."""
    return "\n".join(line for line in lines if line)
