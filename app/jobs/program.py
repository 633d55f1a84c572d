"""What window and command line share: where things are, and the heavy parts, each made when first used."""

from functools import cached_property
from typing import TYPE_CHECKING

from app.files.places import Places
from app.lang.segmenter import Segmenter, best_segmenter

if TYPE_CHECKING:  # imported when first used: start-up counts (facts/performance.md §1)
    from app.settings.settings import Settings
    from app.templating.library import Library
    from app.templating.own.stamps import Seen
    from app.templating.own.store import OwnStore
    from app.templating.rendering import Renderer


class Program:
    """Built once by whoever starts the program and handed to every deed. Making it reads nothing."""

    def __init__(self, places: Places, segmenter: Segmenter) -> None:
        self.places = places
        self.segmenter = segmenter
        self._seen: Seen | None = None

    @classmethod
    def start(cls, places: Places) -> "Program":
        """The program over these places; jieba's dictionary is not loaded before its first use."""
        return cls(places, best_segmenter(places.cache / "jieba"))

    @cached_property
    def settings(self) -> "Settings":
        """What the program remembers for its user; `Settings.faults` tells what was wrong with the file."""
        from app.settings.declared import REGISTRY
        from app.settings.settings import Settings

        return Settings(self.places.user_config / "settings.json", REGISTRY)

    @cached_property
    def library(self) -> "Library":
        """Occasions, section templates and declared facts: the program's, with the writer's own over them."""
        from app.templating.library import load_library
        from app.templating.own.stamps import look

        own = self.places.user_data / "templates"
        self._seen = look(own)
        return load_library((self.places.templates, own))

    def refresh_library(self) -> bool:
        """Read the library again where a file of the writer's own was changed, a layout too; whether one was.

        A file that cannot be read any more is in `Library.problems`, and what it held before stands.
        """
        from app.templating.library import load_library
        from app.templating.own.stamps import look

        former = self.library
        seen = look(self.places.user_data / "templates")
        if self._seen is not None and seen.files == self._seen.files:
            return False
        self._seen = seen
        self.library = load_library(former.folders, former)
        return True

    @cached_property
    def own(self) -> "OwnStore":
        """The writer's own templates, occasions and layouts, to be changed."""
        from app.templating.own.store import OwnStore

        return OwnStore(self.places)

    @cached_property
    def lead_verbs(self) -> frozenset[str]:
        """Verbs with which headings begin. Raises ReadError."""
        from app.lang.parallelism import load_lead_verbs

        return load_lead_verbs(self.places.resources / "lexicons" / "lead_verbs.txt")

    @cached_property
    def renderer(self) -> "Renderer":
        """The engine of section templates."""
        from app.templating.rendering import Renderer

        return Renderer()
