"""What the dialogs of packs call things and choices."""

from app.templating.packs.brought import Brought, Standing
from app.templating.packs.taking import Choice


def deed_on(item: Brought, choice: Choice) -> str:
    """What a choice does to a thing, in the words of a button beside it."""
    match choice:
        case Choice.LEAVE if item.standing is Standing.SAME:
            return "已经有了，不用收"
        case Choice.LEAVE:
            return "不要"
        case Choice.BESIDE:
            return "另存一份，两份都在"
        case Choice.TAKE if item.standing is Standing.DIFFERENT and item.replaces_own:
            return "换成包里的，我的留作历史版本"
        case Choice.TAKE if item.standing is Standing.DIFFERENT:
            return "顶替自带的，随时可以恢复"
        case Choice.TAKE:
            return "收进"


def short_deed(item: Brought, choice: Choice) -> str:
    """The same in a word, for the list."""
    if item.standing is Standing.SAME:
        return "不用收"
    if choice is Choice.TAKE and item.standing is Standing.DIFFERENT:
        return "替换"
    return choice.value


def said_of(item: Brought) -> str:
    """What a thing is and how it stands, in one line."""
    standing = "与自带的不同" if _differs_from_built_in(item) else item.standing.value
    return " · ".join([item.kind.word, standing, *(["有错"] if item.faults else [])])


def _differs_from_built_in(item: Brought) -> bool:
    return item.standing is Standing.DIFFERENT and not item.replaces_own
