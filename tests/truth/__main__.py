"""Prints, for each truth of a folder, how well its speech is recognised: `python -m tests.truth [-v] [FOLDER]`.

`-v` names what is missing and what is invented. Without the folder there is nothing to say.
"""

import json
import sys
from pathlib import Path

from app.core.errors import ReadError
from app.importing.recognise import recognise
from app.jobs.sources import read_content, read_foreign
from tests.truth.scoring import Score, score, total

FOLDER = Path(__file__).parents[2].parent / "shared" / "corpus" / "truth"
_HEAD = {"title": "标题", "speaker": "讲话人", "date": "日期", "salutation": "称谓"}


def main(arguments: list[str]) -> int:
    """Print the figures of each speech, then of all."""
    folder = Path(next((each for each in arguments if not each.startswith("-")), FOLDER))
    if not folder.is_dir():
        print(f"没有 {folder}：不评。")
        return 0
    scores: list[Score] = []
    for path in sorted(folder.glob("*.json")):
        truth = json.loads(path.read_text("utf-8"))
        speech = folder.parent / truth["file"]
        try:
            source = read_foreign(read_content(speech)).source
        except ReadError as error:
            print(f"{path.stem}: 不评。{error}")
            continue
        found = score(truth, source, recognise(source.paragraphs))
        scores.append(found)
        print(f"{path.stem}: {_in_words(found)}")
        if "-v" in arguments:
            for name, part in (("标题", found.headings), ("要点", found.points)):
                print(
                    *(f"    缺{name}：{each}" for each in part.missed),
                    sep="\n",
                    end="\n" if part.missed else "",
                )
                print(
                    *(f"    多{name}：{each}" for each in part.invented),
                    sep="\n",
                    end="\n" if part.invented else "",
                )
    if scores:
        head = [right for each in scores for right in each.head.values()]
        print(
            f"共 {len(scores)} 篇: 标题 F1 {total(each.headings for each in scores).f1:.3f}"
            f"  要点 F1 {total(each.points for each in scores).f1:.3f}  篇首 {sum(head)}/{len(head)}"
            f"  误删 {sum(each.dropped for each in scores)} 字  丢失 {sum(each.lost for each in scores)} 字"
        )
    return 0


def _in_words(found: Score) -> str:
    head = "".join(f" {_HEAD[name]}{'对' if right else '错'}" for name, right in found.head.items())
    return (
        f"标题 F1 {found.headings.f1:.3f}（{found.headings.right}/{found.headings.wanted}，给出 {found.headings.given}）"
        f"  要点 F1 {found.points.f1:.3f}（{found.points.right}/{found.points.wanted}，给出 {found.points.given}）"
        f" {head}  残留 {found.noise} 字  误删 {found.dropped} 字  丢失 {found.lost} 字"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
