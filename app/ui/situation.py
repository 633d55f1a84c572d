"""What the window shows, as a value: what can be done depends on it."""

from dataclasses import dataclass

from app.core.kinds import Kind, Layer, Status


@dataclass(frozen=True, slots=True)
class Situation:
    """What commands depend on. `kind` is that of the block with the cursor, None without a draft."""

    has_draft: bool = False
    read_only: bool = False
    modified: bool = False
    kind: Kind | None = None
    numbered: bool = False
    restart: bool = False
    joinable: bool = False
    may_be_joined: bool = False
    joined: bool = False
    can_undo: bool = False
    can_redo: bool = False
    undo_name: str = ""
    redo_name: str = ""
    in_heading: bool = False
    may_rise: bool = False
    may_sink: bool = False
    may_go_up: bool = False
    may_go_down: bool = False
    may_split: bool = False
    may_merge: bool = False
    one_branch: bool = False
    in_section: bool = False
    from_template: bool = False
    layer: Layer | None = None
    status: Status | None = None
    placeholders: int = 0
    selected: bool = False
    bold: bool = False
    in_fact: bool = False
    edited_by_hand: bool = False
    outline_shown: bool = True
    panel_shown: bool = True
    zoom: int = 100
    typewriter: bool = False
    full_screen: bool = False

    @property
    def writable(self) -> bool:
        """Whether there is a draft that may be changed."""
        return self.has_draft and not self.read_only
