"""Foreign files made into `.siceng` files: one, several speeches in one, or a folder of them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.core.counting import block_counts, total
from app.core.draft import Draft
from app.core.errors import AppError, UsageError, WriteError
from app.core.kinds import HEADINGS, Kind
from app.jobs.opening import DRAFT_SUFFIX, FOREIGN_SUFFIXES, STANDARD_INPUT, Opened, open_draft, open_each
from app.jobs.program import Program
from app.jobs.recognising import Origin
from app.jobs.returning import Returned, returned_to
from app.jobs.saving import save_draft
from app.jobs.sources import LOCK_FILE, Changes

_FROM_INPUT = "讲话稿"
"""What drafts from standard input are called in a folder."""


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """What may be chosen for an import."""

    changes: Changes = "accepted"
    split: bool = False
    """One draft for each speech in the source."""
    overwrite: bool = False
    base: Path | None = None
    """The `.siceng` file of which a Word file was exported; None: one that lies where the draft goes, or beside."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of one source. `draft` and `path` are None where it failed, `error` where it did not."""

    source: str
    path: Path | None = None
    draft: Draft | None = None
    notices: tuple[str, ...] = ()
    error: AppError | None = None
    origin: Origin | None = None

    @property
    def data(self) -> dict[str, object]:
        """What a report says of it, as JSON has it."""
        if self.draft is None:
            return {"source": self.source, "error": str(self.error)}
        kinds = [block.kind for block in self.draft.blocks if block.runs]
        return {
            "source": self.source,
            "output": str(self.path),
            "characters": total(block_counts(self.draft.blocks)).characters,
            "headings": sum(kind in HEADINGS for kind in kinds),
            "points": kinds.count(Kind.POINT),
            "notices": list(self.notices),
            **(self.origin.data if self.origin else {}),
        }


def import_file(program: Program, source: str, out: Path, options: ImportOptions) -> Iterator[Imported]:
    """Make the draft in one source into a file, or those of several speeches into files with numbers.

    With `split`, `out` is the name that gets numbers (稿.siceng: 稿-1.siceng …), or a folder.
    Raises ReadError, UsageError and WriteError as opening and saving do.
    """
    if Path(source).suffix.lower() == DRAFT_SUFFIX:
        raise UsageError(f"“{source}”已经是 {DRAFT_SUFFIX} 文件。", "不用转换，直接打开就行。")
    if not options.split:
        yield _saved(program, source, open_draft(program, source, options.changes), out, options)
        return
    found = open_each(program, source, options.changes)
    for number, opened in enumerate(found, 1):
        path = _numbered(out, source, number) if len(found) > 1 or _is_folder_name(out) else out
        yield _saved(program, source, opened, path, options)


def import_folder(program: Program, folder: Path, out: Path, options: ImportOptions) -> Iterator[Imported]:
    """Make every file of a folder into one of the same name in another; what fails is told and passed over.

    Raises UsageError for a folder without any, WriteError where the other folder cannot be made.
    """
    sources = sorted(path for path in folder.iterdir() if _may_be_imported(path))
    if not sources:
        raise UsageError(
            f"文件夹“{folder}”里没有能转的文件。", f"能转的文件以 {'、'.join(FOREIGN_SUFFIXES)} 结尾。"
        )
    _make_folder(out)
    stems = Counter(path.stem.lower() for path in sources)
    for path in sources:
        # 讲话.txt beside 讲话.docx: each is to have a file of its own.
        name = path.stem if stems[path.stem.lower()] == 1 else path.name
        try:
            yield from import_file(program, str(path), out / f"{name}{DRAFT_SUFFIX}", options)
        except AppError as error:
            yield Imported(str(path), error=error)


def save_each(drafts: Sequence[Opened], source: Path, folder: Path) -> list[Path]:
    """Save the drafts of one source in a folder, named after it with numbers; what is there already stays.

    Raises WriteError where one cannot be saved; those before it are.
    """
    return [
        save_draft(_numbered(folder, str(source), number), opened.draft, overwrite=False).path
        for number, opened in enumerate(drafts, 1)
    ]


def is_folder(source: str) -> bool:
    """Whether a source is a folder rather than a file or standard input."""
    return source != STANDARD_INPUT and Path(source).is_dir()


def _saved(program: Program, source: str, opened: Opened, out: Path, options: ImportOptions) -> Imported:
    came = _returned(program, source, opened, out, options)
    saved = save_draft(out, came.draft, overwrite=options.overwrite)
    notices = (*opened.notices, *came.notices, *((saved.note,) if saved.note else ()))
    return Imported(source, saved.path, came.draft, notices, origin=opened.origin)


def _returned(program: Program, source: str, opened: Opened, out: Path, options: ImportOptions) -> Returned:
    """The draft with what the draft of which a Word file was exported still has of it."""
    if opened.origin is None:
        return Returned(opened.draft)
    beside = () if source == STANDARD_INPUT else (Path(source).with_suffix(DRAFT_SUFFIX),)
    likely = ((out,) if options.overwrite else ()) + beside
    return returned_to(program, opened.origin.foreign.source, opened.draft, options.base, likely)


def _numbered(out: Path, source: str, number: int) -> Path:
    """The file of one of several drafts. Raises WriteError where its folder cannot be made."""
    if not _is_folder_name(out):
        return out.with_name(f"{out.stem}-{number}{out.suffix}")
    _make_folder(out)
    stem = _FROM_INPUT if source == STANDARD_INPUT else Path(source).stem
    return out / f"{stem}-{number}{DRAFT_SUFFIX}"


def _is_folder_name(out: Path) -> bool:
    return out.is_dir() or not out.suffix


def _may_be_imported(path: Path) -> bool:
    return (
        path.suffix.lower() in FOREIGN_SUFFIXES
        and not path.name.startswith((LOCK_FILE, "."))
        and path.is_file()
    )


def _make_folder(out: Path) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WriteError(f"文件夹“{out}”建不起来。", "换一个位置，或检查有没有权限。") from error
