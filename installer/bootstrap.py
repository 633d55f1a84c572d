"""The commands of a checkout: `python3 installer/bootstrap.py run|test|bench|endure [arguments]`.

The first call makes `.venv` from the lock files beside this one; every later call finds it and starts.
What set-up has to say goes to standard error, so that standard output is the command's own.
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

TOO_OLD = "需要 Python 3.11 或更高版本，当前是 {}.{}。请安装后用新版本重新运行。"
INTERRUPTED = "\n安装已中断。重新运行同一命令即可从头装好。"


def main(arguments: "list[str]") -> int:
    """Set up where needed, then become the command asked for; returns an exit status where it cannot."""
    if sys.version_info < (3, 11):
        print(TOO_OLD.format(*sys.version_info), file=sys.stderr)
        return 1
    if arguments[:1] in (["-h"], ["--help"]):
        print(USAGE, end="")
        return 0
    from installer.environment import Environment, SetupError

    environment = Environment(ROOT)
    commands = {
        "run": [str(environment.launcher)],
        "test": [str(environment.python), "-m", "pytest"],
        "bench": [str(environment.python), "-m", "tests.bench"],
        "endure": [str(environment.python), "-m", "tests.endure"],
    }
    name = arguments[0] if arguments else ""
    if name not in commands:
        print(USAGE, end="", file=sys.stderr)
        return 2
    try:
        environment.prepare()
    except SetupError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print(INTERRUPTED, file=sys.stderr)
        return 130
    if name != "run":  # a writer's file names are relative to where the writer is
        os.chdir(str(ROOT))
    return become(commands[name] + arguments[1:])


def become(command: "list[str]") -> int:
    """Run `command` in place of this process, so that signals and exit status are its own."""
    if os.name != "nt":
        os.execv(command[0], command)
    return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.path[0] = str(ROOT)
    sys.exit(main(sys.argv[1:]))
