"""The one exception tree of the program."""


class AppError(Exception):
    """Something went wrong that the writer can understand and act upon.

    `what` says in Chinese what happened, `remedy` what to do about it; both are full sentences.
    Whoever runs the command shows them: the window in a dialog, the command line in one line.
    """

    exit_code = 2
    """Exit status of the command line (DESIGN.md §8) when this error ends it."""

    def __init__(self, what: str, remedy: str = "") -> None:
        super().__init__(what, remedy)
        self.what = what
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.what}{self.remedy}"


class UsageError(AppError):
    """The command or its arguments cannot be carried out as given."""

    exit_code = 2


class ReadError(AppError):
    """An input could not be read: missing, damaged, hostile, of a newer version, or not what it says it is."""

    exit_code = 3


class WriteError(AppError):
    """An output could not be written; what stood there before is unharmed."""

    exit_code = 4
