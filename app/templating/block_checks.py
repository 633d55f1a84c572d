"""What can be wrong in the blocks that a template gave, whatever it is a template of."""

import re
from collections.abc import Iterator, Sequence

from app.core.counting import block_counts, count_text
from app.core.draft import Block, Run
from app.core.kinds import KIND_NAMES, Kind, heading_rank
from app.core.series import series
from app.templating.remarks import Author, Remark

_CHINESE = "[一二三四五六七八九十]{1,3}"
_TYPED = re.compile(
    f"{_CHINESE}、|（{_CHINESE}）|[(（][0-9]{{1,2}}[)）]|[0-9]{{1,2}}[.．、](?![0-9])|[①-⑳]"
    f"|{_CHINESE}[是要](?![一二三四五六七八九十])|第{_CHINESE}，|其{_CHINESE}，"
)
"""A number as headings and points print it (GB/T 9704-2012, 7.3.3; GB/T 15834-2011, B.3)."""
_TYPED_OF_POINT = re.compile("(?:首先|其次|再次|最后)，")
_IN_SENTENCE = re.compile("一(?P<marker>[是要]).+二(?P=marker)")
_DIGIT = re.compile("[0-9０-９]")
_STAND_IN = re.compile("[XxＸｘ]{2,}")
_ASKING = re.compile("【待.(?:[：:](?P<what>.*))?】", re.DOTALL)
_STATED = re.compile("约(?P<least>[0-9]+)(?:[—～~至-](?P<most>[0-9]+))?个?字")


def shape(blocks: Sequence[Block]) -> tuple[tuple[object, ...], ...]:
    """What of the blocks is structure; values must not change it."""
    return tuple(
        (block.kind, block.marker, block.joined, block.restart, block.section is not None) for block in blocks
    )


def expected_length(blocks: Sequence[Block]) -> int:
    """字 that the blocks will have when they are written: placeholders count as what they state (约80字)."""
    written = sum(count.characters for count in block_counts(blocks))
    return written + sum(_asked_length(run) for block in blocks for run in block.runs if run.placeholder)


def _asked_length(run: Run) -> int:
    match = _STATED.search(run.text)
    if match is None:
        return count_text(run.text[1:-1].removeprefix("待填："))
    return (int(match["least"]) + int(match["most"] or match["least"])) // 2


def block_remarks(blocks: Sequence[Block], author: Author) -> Iterator[Remark]:
    """Typed numbers, requests that do not say what, figures of the template's own, a ladder that is not sound."""
    for block in blocks:
        line = _line(block, author)
        yield from _number_remarks(block, author, line)
        for run in block.runs:
            yield from _run_remarks(run, author, line)
    yield from _ladder_remarks(blocks, author)
    for points in series(blocks):
        if len(points) == 1:
            block = blocks[points[0]]
            yield author.doubt(
                f"要点“{_start(block)}”只有一项。", "并列的要点至少两项，或改成正文。", _line(block, author)
            )


def _number_remarks(block: Block, author: Author, line: int | None) -> Iterator[Remark]:
    own = block.runs[0] if block.runs else Run("")
    text = "" if own.bind or own.placeholder else own.text
    match = _TYPED.match(text) or (_TYPED_OF_POINT.match(text) if block.kind is Kind.POINT else None)
    if match:
        remedy = "删去序号，行首改用 #、##、- 等符号，序号由程序编。"
        yield author.wrong(f"“{_start(block)}”自己写了序号“{match.group()}”。", remedy, line)
    elif _IN_SENTENCE.search(block.text):
        yield author.doubt(
            f"“{_start(block)}”一段里写了“一是……二是……”。", "每项另起一行，写成接排的要点 +-。", line
        )


def _run_remarks(run: Run, author: Author, line: int | None) -> Iterator[Remark]:
    if run.bind is not None:
        return
    if not run.placeholder:
        for pattern, what in ((_DIGIT, "数字"), (_STAND_IN, "代字")):
            match = pattern.search(run.text)
            if match:
                remedy = "改成字段、事实或【待填：…】；不定的写××。"
                yield author.doubt(f"“{run.text[:20]}”里有模板自己的{what}“{match.group()}”。", remedy, line)
        return
    match = _ASKING.fullmatch(run.text)
    if match is None:
        remedy = "写成【待填：…】，或用 {{ 名称 }} 取事实、字段的值。"
        yield author.doubt(f"{run.text}不是待填的写法，也没有与事实绑定。", remedy, line)
    elif not _STATED.sub("", match["what"] or "").strip("，。；、 "):
        yield author.wrong(f"{run.text}没有说要填什么。", "写成【待填：填什么，向谁要，约80字】。", line)


def _ladder_remarks(blocks: Sequence[Block], author: Author) -> Iterator[Remark]:
    """Headings under one heading are of one level (GB/T 15834-2011, B.3.8: only downward), and at least two."""
    children: dict[int, list[int]] = {}
    above: list[int] = []
    for index, block in enumerate(blocks):
        rank = heading_rank(block.kind)
        if rank > 4 or not block.runs:
            continue
        while above and heading_rank(blocks[above[-1]].kind) >= rank:
            above.pop()
        children.setdefault(above[-1] if above else -1, []).append(index)
        above.append(index)
    for parent, below in children.items():
        first = blocks[below[0]]
        odd = next((blocks[index] for index in below if blocks[index].kind is not first.kind), None)
        if odd is not None:
            what = f"“{_start(odd)}”是{KIND_NAMES[odd.kind]}，前面并列的却是{KIND_NAMES[first.kind]}。"
            yield author.wrong(what, "同一个标题下面的小标题要同级。", _line(odd, author))
        elif len(below) == 1 and parent >= 0:
            what = f"“{_start(blocks[parent])}”下面只有一个小标题。"
            yield author.doubt(what, "小标题至少两个，或把它并入上面的标题。", _line(first, author))


def _start(block: Block) -> str:
    """What a remark calls the block: its beginning, the same whatever values stand in it."""
    return "".join("…" if run.bind else run.text for run in block.runs)[:15]


def _line(block: Block, author: Author) -> int | None:
    """The line of the file where the longest text of the block that is the template's own stands."""
    own = [run.text for run in block.runs if run.bind is None]
    return author.line_of(max(own, key=len, default=""))
