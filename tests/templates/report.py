"""Prints how the templates of the program stand, for those who write them: `python -m tests.templates.report [OCCASION]…`.

For each occasion and variant: its slots and their templates with length, share, parallelism, empty phrases; then what is
to be mended, with the files and texts. The exit status is 1 where something is.
"""

import sys
import tempfile
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

from app.core.kinds import Layer
from app.lang.segmenter import JiebaSegmenter, Segmenter
from app.templating.occasion import Occasion, Slot
from app.templating.validate import validate
from tests.templates import faults, stock

_MOST_SHOWN = 60


def main(arguments: Sequence[str]) -> int:
    """Print the report on those occasions, or on all, with the fields of work."""
    library = stock.library()
    wanted = [library.occasion(name) for name in arguments] or list(library.occasions.values())
    with tempfile.TemporaryDirectory() as folder:
        segmenter = JiebaSegmenter(Path(folder))
        lengths = stock.Lengths()
        for occasion in wanted:
            for form in occasion.forms():
                print("\n".join(_table(occasion, form, lengths, segmenter)), end="\n\n")
        found = list(dict.fromkeys(_faults(wanted, bool(arguments), lengths, segmenter)))
    print("\n".join(found[:_MOST_SHOWN]))
    print(f"共 {len(found)} 处要改。" if found else "没有要改的。")
    return 1 if found else 0


def _table(occasion: Occasion, form: Occasion, lengths: stock.Lengths, segmenter: Segmenter) -> Iterator[str]:
    case = stock.in_variant(stock.cases(occasion)[0], occasion, form)
    draft = lengths.draft(form, case)
    name = f"{form.name}·{form.variant}" if form.variant else form.name
    usual = f"{form.length[0]}—{form.length[1]} 字" if form.length else "不限"
    yield f"■ {name}（{form.id}）通常 {usual}，默认稿 {draft.total} 字"
    shares = form.shares()
    layers = [f"{layer} {shares[layer]}→{draft.layer(layer):.0f}" for layer in Layer if layer in shares]
    yield from [f"  各层份额（通常→默认稿）：{'　'.join(layers)}"] if layers else []
    yield _row("部件", "份额", "节模板（* 默认）", "字数 写/算", "换后全篇", "对仗", "空话", "起首动词")
    for slot in form.slots:
        for template in stock.library().choices(slot):
            worst = stock.worst_group(stock.groups(stock.rendered(template, case)), segmenter)
            default = template.id == slot.templates[0] if slot.templates else False
            yield _row(
                slot.name if default else "",
                f"{slot.share}→{draft.share(slot.id):.0f}" if default else "",
                f"{'*' if default else ' '}{template.id}",
                f"{template.length or '—'}/{lengths.of(template, case)}",
                str(lengths.draft(form, case, {slot.id: template.id}).total),
                str(worst[0]) if worst else "—",
                str(len(stock.empty_phrases(stock.prose(template)))),
                "、".join(stock.leads(template, segmenter)[:6]),
            )


_WIDTHS = (12, 8, 26, 12, 10, 6, 6, 0)


def _row(*cells: str) -> str:
    return "  " + "".join(_padded(cell, width) for cell, width in zip(cells, _WIDTHS, strict=True))


def _padded(text: str, width: int) -> str:
    taken = sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
    return text + " " * max(1, width - taken)


def _faults(
    wanted: Sequence[Occasion], some: bool, lengths: stock.Lengths, segmenter: Segmenter
) -> Iterator[str]:
    library = stock.library()
    slots: list[Slot] = [slot for occasion in wanted for form in occasion.forms() for slot in form.slots]
    templates = list({each.id: each for slot in slots for each in library.choices(slot)}.values())
    if not some:
        templates = list(library.sections.values())
    names = {f"{each.id}.j2" for each in templates} | {f"{each.id}.toml" for each in wanted}
    for problem in library.problems:
        yield f"✗ {problem.path.name}：{problem.error}"
    for remark in validate(stock.FOLDER, library, stock.renderer()):
        if not some or remark.path.name in names:
            line = f" 第 {remark.line} 行" if remark.line else ""
            yield f"✗ {remark.path.name}{line}［{remark.level}］{remark.what}{remark.remedy}"
    for occasion in wanted:
        yield from (f"✗ {fault}" for fault in faults.of_occasion(occasion, lengths, segmenter))
    for template in templates:
        yield from (f"✗ {template.id}：{fault}" for fault in faults.of_template(template, segmenter))
    for vocabulary in () if some else library.vocabularies.values():
        yield from (f"✗ {vocabulary.id}：{fault}" for fault in faults.of_vocabulary(vocabulary, segmenter))
    for what, texts in (("正文", stock.all_prose()), ("提示", stock.all_hints())):
        for first, second, text in stock.collisions(texts):
            if not some or {first, second} & names:
                yield f"✗ {what}相同：{first} 与 {second}：“{text}”"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
