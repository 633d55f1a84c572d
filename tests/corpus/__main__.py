"""Imports every file of a folder, each in a process of its own: `python -m tests.corpus [FOLDER]…`.

A line for each file that broke a limit: an error of the program, lost characters, ten seconds, 500 MB.
Without the folder there is nothing to try.
"""

import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.corpus.trying import Tried, tried

CORPUS = Path(__file__).parents[2].parent / "shared" / "corpus"
_MOST_SAID = 500
FOLDERS = tuple(CORPUS / name for name in ("speeches", "encodings", "docx", "hostile"))


def main(arguments: list[str]) -> int:
    """Try all files, print what went wrong and the figures; 1 if anything did, else 0."""
    folders = [folder for folder in map(Path, arguments or map(str, FOLDERS)) if folder.is_dir()]
    if not folders:
        print("没有要试的文件夹：不试。")
        return 0
    with tempfile.TemporaryDirectory() as work:
        found = [tried(path, Path(work)) for path in _files(folders)]
    wrong = [each for each in found if each.faults]
    for each in wrong:
        print(f"{each.path.name}: {'、'.join(each.faults)}　{each.said[-_MOST_SAID:]}")
    print(json.dumps(_figures(found), ensure_ascii=False))
    return 1 if wrong else 0


def _files(folders: list[Path]) -> Iterator[Path]:
    for folder in folders:
        yield from sorted(path for path in folder.rglob("*") if path.is_file())


def _figures(found: list[Tried]) -> dict[str, object]:
    slowest = max(found, key=lambda each: each.seconds)
    largest = max(found, key=lambda each: each.megabytes)
    return {
        "文件": len(found),
        "导入": sum(each.code == 0 for each in found),
        "拒绝": sum(each.code == 3 for each in found),
        "丢失字数": sum(each.lost for each in found),
        "最慢": f"{slowest.seconds:.1f} 秒 {slowest.path.name}",
        "最大": f"{largest.megabytes:.0f} MB {largest.path.name}",
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
