"""What a crash left behind, put beside the files it belongs to, and opened again."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from difflib import SequenceMatcher
from pathlib import Path

from app.core.counting import block_counts, total
from app.core.draft import FORCED_LINE_END, Draft
from app.core.errors import ReadError
from app.core.kinds import Kind
from app.core.numbering import numbers
from app.jobs.opening import DRAFT_SUFFIX, Opened
from app.jobs.program import Program
from app.storage.journal import Journal, Orphan, orphans
from app.storage.siceng_file import OpenedFile, read_siceng


@dataclass(frozen=True, slots=True)
class Original:
    """The file of a recovered draft as it lies on the disk now."""

    file: OpenedFile
    time: datetime
    """When it was written, in this machine's zone."""

    @property
    def characters(self) -> int:
        """字数."""
        return _characters(self.file.draft)


@dataclass(frozen=True, slots=True)
class Offer:
    """A recovered draft. `original` is None where it has no file, or none that can be read now."""

    orphan: Orphan
    original: Original | None

    @property
    def draft(self) -> Draft:
        """What was recovered."""
        return self.orphan.kept.draft

    @property
    def time(self) -> datetime:
        """When it was copied, in this machine's zone."""
        return self.orphan.kept.time.astimezone()

    @property
    def title(self) -> str:
        """The title in one line; the file's name where the draft has none."""
        title = next((block.text for block in self.draft.blocks if block.kind is Kind.TITLE), "")
        path = self.orphan.kept.path
        return title.replace(FORCED_LINE_END, "") or (path.stem if path else "没有标题的讲话稿")

    @property
    def characters(self) -> int:
        """字数."""
        return _characters(self.draft)

    @property
    def is_older(self) -> bool:
        """Whether the file was written after the copy: then the file may be the better one."""
        return self.original is not None and self.original.time > self.time


@dataclass(frozen=True, slots=True)
class Offers:
    """What can be opened again, the newest first, and what the writer should know of the rest, in sentences."""

    offers: tuple[Offer, ...] = ()
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """Where a recovered draft and its file differ: paragraphs with their numbers, empty where there are none."""

    recovered: tuple[str, ...]
    original: tuple[str, ...]


def journal_folder(program: Program) -> Path:
    """Where recovery copies are."""
    return program.places.user_data / "recovery"


def new_journal(program: Program) -> Journal:
    """The journal of one open draft."""
    return Journal(journal_folder(program))


def offers(program: Program) -> Offers:
    """The drafts that crashed windows left, claimed for this one. A copy that says what its file says is dropped.

    Raises ReadError where the folder of the copies cannot be read.
    """
    looked = orphans(journal_folder(program))
    found: list[Offer] = []
    for orphan in looked.found:
        original = _original(orphan.kept.path)
        if original is not None and original.file.draft == orphan.kept.draft:
            orphan.journal.clear()
        else:
            found.append(Offer(orphan, original))
    return Offers(tuple(found), tuple(f"有一份恢复稿读不出来，原样留在“{path}”。" for path in looked.damaged))


def reopened(offer: Offer) -> Opened:
    """The recovered draft, to be saved into its file.

    It carries what the file looked like to the window that crashed: if it was changed since, saving tells.
    """
    kept, original = offer.orphan.kept, offer.original
    if original is None:
        return Opened(kept.draft, kept.path, kept.stamp)
    return Opened(kept.draft, kept.path, kept.stamp, original.file.others, original.file.read_only)


def changes(offer: Offer) -> Iterator[Change]:
    """Where the recovered draft and its file differ, in order; without a file all of it is new."""
    mine = _lines(offer.draft)
    theirs = _lines(offer.original.file.draft) if offer.original else ()
    for deed, start, stop, other_start, other_stop in SequenceMatcher(
        None, theirs, mine, False
    ).get_opcodes():
        if deed != "equal":
            yield Change(mine[other_start:other_stop], theirs[start:stop])


def _original(path: Path | None) -> Original | None:
    if path is None or path.suffix.lower() != DRAFT_SUFFIX:
        return None
    try:
        file = read_siceng(path)
    except ReadError:
        # Gone or damaged: the offer shows that there is nothing to compare with.
        return None
    return Original(file, datetime.fromtimestamp(file.stamp.modified / 1e9).astimezone())


def _characters(draft: Draft) -> int:
    return total(block_counts(draft.blocks)).characters


def _lines(draft: Draft) -> tuple[str, ...]:
    """Paragraphs as they read, with their numbers."""
    pairs = zip(numbers(draft.blocks), draft.blocks, strict=True)
    return tuple(f"{number}{block.text}" for number, block in pairs if block.text)
