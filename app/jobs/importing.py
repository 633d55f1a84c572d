"""Drafts written as markup made into `.siceng` files: one, standard input, or a folder of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app.core.counting import block_counts, total
from app.core.draft import Draft
from app.core.errors import AppError, UsageError, WriteError
from app.core.kinds import HEADINGS, Kind
from app.jobs.opening import DRAFT_SUFFIX, MARKUP_SUFFIX, STANDARD_INPUT, open_draft
from app.jobs.program import Program
from app.jobs.saving import save_draft


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of one source. `draft` and `path` are None where it failed, `error` where it did not."""

    source: str
    path: Path | None = None
    draft: Draft | None = None
    notices: tuple[str, ...] = ()
    error: AppError | None = None

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
        }


def import_one(program: Program, source: str, out: Path, *, overwrite: bool) -> Imported:
    """Make one draft into a file. Raises ReadError, UsageError and WriteError as opening and saving do."""
    if Path(source).suffix.lower() == DRAFT_SUFFIX:
        raise UsageError(f"“{source}”已经是 {DRAFT_SUFFIX} 文件。", "不用转换，直接打开就行。")
    found = open_draft(program, source)
    saved = save_draft(out, found.draft, overwrite=overwrite)
    notices = (*found.notices, *((saved.note,) if saved.note else ()))
    return Imported(source, saved.path, found.draft, notices)


def import_folder(program: Program, folder: Path, out: Path, *, overwrite: bool) -> Iterator[Imported]:
    """Make every markup file of a folder into one of the same name in another; what fails is told and passed over.

    Raises UsageError for a folder without any, WriteError where the other folder cannot be made.
    """
    sources = sorted(path for path in folder.iterdir() if path.suffix.lower() == MARKUP_SUFFIX)
    if not sources:
        raise UsageError(f"文件夹“{folder}”里没有 {MARKUP_SUFFIX} 文件。", "检查文件夹是不是写对了。")
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WriteError(f"文件夹“{out}”建不起来。", "换一个位置，或检查有没有权限。") from error
    for path in sources:
        try:
            target = out / f"{path.stem}{DRAFT_SUFFIX}"
            yield import_one(program, str(path), target, overwrite=overwrite)
        except AppError as error:
            yield Imported(str(path), error=error)


def is_folder(source: str) -> bool:
    """Whether a source is a folder rather than a file or standard input."""
    return source != STANDARD_INPUT and Path(source).is_dir()
