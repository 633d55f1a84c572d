"""What was done on the passages of which templates are made."""

from dataclasses import dataclass
from pathlib import Path

from app.core.counting import block_counts, total
from app.jobs.template_making import Naming
from app.templating.generalise.passage import Passage
from app.templating.generalise.proposal import Proposal


@dataclass(slots=True)
class Work:
    """What was done on one passage: None for its proposals before they are known."""

    passage: Passage
    proposals: tuple[Proposal, ...] | None = None
    decisions: tuple[Proposal, ...] = ()
    saved: Path | None = None
    naming: Naming | None = None
    """What was said of it when another was looked at; None before."""

    def told(self, number: int) -> str:
        """What it is called in a list of several."""
        passage = self.passage
        name = passage.name or passage.blocks[0].text[:16]
        length = total(block_counts(passage.blocks)).characters
        saved = " · 已存" if self.saved else ""
        return f"{number}　{name} · {length:,} 字{saved}"

    @property
    def is_begun(self) -> bool:
        """Whether something would be lost that the writer decided or said of it."""
        said = self.naming is not None and bool(self.naming.name or self.naming.approach)
        decided = self.proposals is not None and self.decisions != self.proposals
        return self.saved is None and (said or decided)

    def set_decision(self, row: int, decision: Proposal) -> None:
        """Decide one otherwise."""
        self.decisions = (*self.decisions[:row], decision, *self.decisions[row + 1 :])
