"""Runs the modules of this folder; see `tests/measuring.py`."""

import sys

from tests.measuring import main

if __name__ == "__main__":
    sys.exit(main("tests.bench", sys.argv[1:]))
