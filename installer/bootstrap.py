"""The commands of a checkout: `python3 installer/bootstrap.py run|test|bench|endure [arguments]`.

The first call makes `.venv` from the lock files beside this one; every later call finds it ready and starts at once.
All that set-up says goes to standard error, so that standard output is the command's own.
This file must stay readable to any Python 3, so that an old one is told what is missing.
"""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

USAGE = """\
用法：python3 installer/bootstrap.py 命令 [参数]

  run      打开四层讲稿；后面的参数原样交给 siceng
  test     运行全部测试；后面的参数原样交给 pytest
  bench    测量速度，与对照上限比较
  endure   长时间反复操作，检验是否稳定
"""


def main(arguments):
    """Set up where needed, then become the command asked for; returns an exit status where that is not possible."""
    if sys.version_info < (3, 11):
        print("需要 Python 3.11 或更高版本，当前是 %d.%d。请安装后用新版本重新运行。" % sys.version_info[:2], file=sys.stderr)
        return 1
    if arguments[:1] in (["-h"], ["--help"]):
        print(USAGE, end="")
        return 0
    from installer.environment import Environment, SetupError

    environment = Environment(ROOT)
    if not arguments or arguments[0] not in commands(environment):
        print(USAGE, end="", file=sys.stderr)
        return 2
    try:
        environment.prepare()
    except SetupError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\n安装已中断。重新运行同一命令即可从头装好。", file=sys.stderr)
        return 130
    program, stays = commands(environment)[arguments[0]]
    return become([*program, *arguments[1:]], None if stays else ROOT)


def commands(environment):
    """The command line behind each command, and whether it stays in the caller's folder (its file names are relative)."""
    python = str(environment.python)
    return {
        "run": ([str(environment.launcher)], True),
        "test": ([python, "-m", "pytest"], False),
        "bench": ([python, "-m", "tests.bench"], False),
        "endure": ([python, "-m", "tests.endure"], False),
    }


def become(command, folder):
    """Run `command` in `folder` (None: here) in place of this process, so that signals and exit status are its own."""
    if folder is not None:
        os.chdir(folder)
    if os.name == "nt":
        return subprocess.run(command, check=False).returncode
    sys.stdout.flush()
    sys.stderr.flush()
    os.execv(command[0], command)


if __name__ == "__main__":
    sys.path[0] = str(ROOT)
    sys.exit(main(sys.argv[1:]))
