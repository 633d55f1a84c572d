"""The project itself in `.venv`: `import app` and `siceng` from anywhere, nothing built or downloaded."""

import os
import shlex
import sysconfig
import tomllib
from pathlib import Path

POSIX = """\
#!/bin/sh
'''exec' {python} "$0" "$@"
' '''
import sys

from {module} import {function}

sys.exit({function}())
"""
"""A shell starts our Python even where its path is too long for `#!` or has blanks; Python reads a string."""

WINDOWS = """\
@{python} -P -c "import sys; from {module} import {function}; sys.exit({function}())" %*
"""


def install(root: Path, environment: Path, python: Path, target: Path) -> None:
    """Write into `environment` a path file for the checkout at `root`, and its `siceng` at `target`."""
    site = sysconfig.get_path("purelib", "venv", {"base": str(environment), "platbase": str(environment)})
    # Python 3.11 and 3.12 read path files in the encoding of the locale; later ones fall back to it.
    Path(site, "siceng.pth").write_text(f"{root}\n", encoding="locale")
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    module, _, function = project["scripts"]["siceng"].partition(":")
    template, quoted = (WINDOWS, f'"{python}"') if os.name == "nt" else (POSIX, shlex.quote(str(python)))
    target.write_text(template.format(python=quoted, module=module, function=function), encoding="utf-8")
    target.chmod(0o755)
