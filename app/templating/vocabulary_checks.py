"""What can be wrong with the vocabulary of a field of work: what is missing, and what its texts say."""

from collections.abc import Iterator

from app.core.draft import Block
from app.core.kinds import Kind
from app.templating.block_checks import block_remarks
from app.templating.remarks import Author, Remark
from app.templating.vocabulary import Entry, Vocabulary
from app.templating.words import Words

_END_MARKS = "。！？；，：、.;,:"


def vocabulary_remarks(vocabulary: Vocabulary, source: str) -> Iterator[Remark]:
    """Everything that is wrong or doubtful with one vocabulary; `source` is the text of its file."""
    author = Author(vocabulary.path, source)
    lists = {
        "意义": vocabulary.reasons,
        "任务组": vocabulary.tasks,
        "主体": vocabulary.bodies,
        "指标": vocabulary.indicators,
        "问题": vocabulary.weak_points,
        "保障": vocabulary.safeguards,
    }
    for word, found in lists.items():
        if not found:
            yield author.doubt(f"没有写“{word}”。", "写上，用到它的节模板才有内容；确实没有的可以不写。")
    for task in vocabulary.tasks:
        if len(task.points) < 2:
            line = author.line_of(task.title)
            yield author.doubt(f"任务组“{task.title}”不到两个要点。", "每个任务组写两三个要点。", line)
    entries = (*vocabulary.reasons, *vocabulary.tasks, *vocabulary.weak_points, *vocabulary.safeguards)
    for entry in (*entries, *(point for task in vocabulary.tasks for point in task.points)):
        yield from _entry_remarks(entry, author)
    for text in (*vocabulary.bodies, *vocabulary.indicators):
        if text[-1] in _END_MARKS:
            yield author.doubt(
                f"“{text[:15]}”末尾有标点。", "主体、指标要接在句子里，末尾不写标点。", author.line_of(text)
            )
        yield from _text_remarks(text, author)


def _entry_remarks(entry: Entry, author: Author) -> Iterator[Remark]:
    line = author.line_of(entry.title)
    if entry.title[-1] in _END_MARKS or "【" in entry.title:
        yield author.wrong(f"标题“{entry.title[:15]}”不合用。", "标题末尾不写标点，里面不留待填的空。", line)
    if entry.text and entry.text[-1] not in "。！？":
        yield author.doubt(f"“{entry.title}”的内容不是整句。", "以句号收。", line)
    for text in filter(None, (entry.title, entry.text, entry.actor)):
        yield from _text_remarks(text, author)


def _text_remarks(text: str, author: Author) -> Iterator[Remark]:
    """What `validate` says of any text: typed numbers, figures of its own, requests that do not say what."""
    block = Block("", Kind.BODY, Words(text).runs(0))
    line = author.line_of(text)
    if any(mark in run.text for run in block.runs if not run.placeholder for mark in "【】"):
        yield author.wrong(
            f"“{text[:15]}”里的方头括号不是待填的写法。", "写成【待填：填什么，约20字】。", line
        )
    if any(mark in text for mark in ("{{", "{%")):
        yield author.wrong(f"“{text[:15]}”里有模板的写法。", "领域里只写文字；事实写在节模板里。", line)
    yield from (
        Remark(each.path, line, each.level, each.what, each.remedy) for each in block_remarks([block], author)
    )
