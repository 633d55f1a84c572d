"""Is what somebody wrote for the library fit to be used? For `siceng templates validate` and for our own tests."""

from collections.abc import Iterator
from pathlib import Path

from app.core.errors import AppError, UsageError
from app.templating.declarations import read_facts
from app.templating.file_text import read_text
from app.templating.library import Library, load_library
from app.templating.occasion_checks import occasion_remarks
from app.templating.occasion_file import read_occasion
from app.templating.remarks import Author, Level, Remark
from app.templating.rendering import Renderer
from app.templating.section_checks import field_remarks, section_remarks
from app.templating.section_template import read_section
from app.templating.vocabulary_checks import vocabulary_remarks
from app.templating.vocabulary_file import read_vocabulary

FACTS_FILE = "facts.toml"


def validate(path: Path, library: Library, renderer: Renderer) -> tuple[Remark, ...]:
    """All remarks about a section template, an occasion, a vocabulary, a `facts.toml`, or a folder of them; none if sound.

    `library` is what the file is used with; a folder is put over it. Raises UsageError for anything else.
    """
    if path.is_dir():
        return tuple(_folder_remarks(path, library, renderer))
    try:
        return tuple(_file_remarks(path, library, renderer))
    except UsageError:
        raise
    except AppError as error:
        return (Remark(path, None, Level.WRONG, error.what, error.remedy),)


def _file_remarks(path: Path, library: Library, renderer: Renderer) -> Iterator[Remark]:
    if path.suffix == ".j2":
        yield from section_remarks(read_section(path), library, renderer)
    elif path.name == FACTS_FILE:
        for field in read_facts(path):
            yield from field_remarks(field, Author(path, ""))
    elif path.suffix == ".toml" and path.parent.name == "fields":
        yield from vocabulary_remarks(read_vocabulary(path), read_text(path))
    elif path.suffix == ".toml" and path.parent.name != "layouts":
        yield from occasion_remarks(read_occasion(path), library, renderer)
    else:
        remedy = "选 .j2 文件、occasions 或 fields 里的 .toml、facts.toml，或整个文件夹。"
        raise UsageError(f"“{path.name}”不是节模板、场合、领域或事实声明。", remedy)


def _folder_remarks(folder: Path, library: Library, renderer: Renderer) -> Iterator[Remark]:
    if folder not in library.folders:
        library = load_library([*library.folders, folder])
    below = [problem for problem in library.problems if problem.path.is_relative_to(folder)]
    yield from (Remark(each.path, None, Level.WRONG, each.error.what, each.error.remedy) for each in below)
    if (folder / FACTS_FILE) not in [problem.path for problem in below] and (folder / FACTS_FILE).exists():
        yield from _file_remarks(folder / FACTS_FILE, library, renderer)
    for occasion in library.occasions.values():
        if occasion.path.is_relative_to(folder):
            yield from occasion_remarks(occasion, library, renderer)
    for vocabulary in library.vocabularies.values():
        if vocabulary.path.is_relative_to(folder):
            yield from vocabulary_remarks(vocabulary, read_text(vocabulary.path))
    for template in library.sections.values():
        if template.path.is_relative_to(folder):
            yield from section_remarks(template, library, renderer)
