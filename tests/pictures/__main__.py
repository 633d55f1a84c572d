"""Pictures of the window with a speech of ours in it, for the README and to be looked at.

    python -m tests.pictures FOLDER [--dark] [--size 1280x800] [--scale 2] [NAME …]

Needs no display. Each name is a scene below; without one all are drawn.
"""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).parent


def main() -> int:
    """Draw what was asked for; the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.pictures")
    parser.add_argument("folder", type=Path)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--size", default="1280x800")
    parser.add_argument("--scale", default="1")
    asked = parser.parse_args()
    width, height = (int(each) for each in asked.size.split("x"))
    os.environ["QT_SCALE_FACTOR"] = asked.scale
    with tempfile.TemporaryDirectory() as home:
        os.environ["HOME"] = home
        os.environ["QT_QPA_PLATFORM"] = (
            f"offscreen:configfile={_screen(Path(home), width, height, asked.scale)}"
        )
        # Qt is loaded after its scale and its screen are set.
        from tests.pictures.scenes import SCENES, Studio

        studio = Studio(Path(home), HERE / "speech.md", (width, height), dark=asked.dark)
        asked.folder.mkdir(parents=True, exist_ok=True)
        chosen: dict[str, Callable[[Studio], object]] = {
            name: scene for name, scene in SCENES.items() if not asked.names or name in asked.names
        }
        for name, scene in chosen.items():
            scene(studio)
            studio.keep(asked.folder / f"{name}{'-dark' if asked.dark else ''}.png")
        studio.close()
    return 0


def _screen(folder: Path, width: int, height: int, scale: str) -> Path:
    """The file that tells Qt of a screen on which a window of that size, with its frame, has room."""
    screen = {"name": "studio", "x": 0, "y": 0, "dpr": 1, "logicalDpi": 96, "logicalBaseDpi": 96}
    pixels = {"width": round((width + 80) * float(scale)), "height": round((height + 80) * float(scale))}
    path = folder / "screen.json"
    path.write_text(json.dumps({"screens": [screen | pixels]}), encoding="utf-8")
    return path


if __name__ == "__main__":
    sys.exit(main())
