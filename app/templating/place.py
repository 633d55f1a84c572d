"""Where in a template something went wrong, and all that can go wrong there as one kind of error."""

import re
import sys
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from types import TracebackType

from jinja2 import Template, TemplateSyntaxError
from jinja2 import TemplateError as JinjaError

from app.templating.problems import TemplateError, Trouble, in_words, opening_line

_COMPILED_FROM = "<template>"  # what Jinja calls the file of a template that is none
_PYTHON_ERRORS = (
    ArithmeticError, AttributeError, LookupError, MemoryError, RecursionError, SyntaxError, TypeError, ValueError,
)  # fmt: skip
"""What Python raises in a template that asks for the impossible: Jinja lets it through."""


@dataclass(frozen=True, slots=True)
class Place:
    """Which template it is, and what a message needs to say where in it and what names there are."""

    name: str
    first_line: int
    names: tuple[str, ...]

    def line(self, line: int | None) -> int | None:
        """A line of the template's text as one of its file."""
        return None if line is None else line + self.first_line - 1

    @contextmanager
    def told(self, template: Template | None, source: str = "") -> Generator[None]:
        """Whatever goes wrong within becomes a TemplateError; `source` is given where it is compiled."""
        try:
            yield
        except TemplateSyntaxError as error:
            trouble = in_words(error.message or "")
            raise self.error(trouble, _opened(source, error) or error.lineno) from error
        except Trouble as trouble:
            raise self.error(trouble, trouble.line or line_in(template, trouble.__traceback__)) from trouble
        except JinjaError as error:
            trouble = in_words(error.message or "", self.names)
            raise self.error(trouble, line_in(template, error.__traceback__)) from error
        except _PYTHON_ERRORS as error:
            message = str(error) or type(error).__name__
            if template is None and isinstance(error, RecursionError | MemoryError):
                message = "parser stack"  # nothing of it has run yet
            trouble = in_words(message, self.names)
            raise self.error(trouble, line_in(template, error.__traceback__)) from error

    def error(self, trouble: Trouble, line: int | None) -> TemplateError:
        """The trouble as an error; `line` counts in the template's text."""
        return TemplateError(self.name, self.line(line), trouble.what, trouble.remedy)


def _opened(source: str, error: TemplateSyntaxError) -> int | None:
    """The line where the tag begins that is never closed: that is where the writer must look."""
    match = re.search(r"^Unexpected end of template.*needs to be closed is '(\w+)'", error.message or "")
    return opening_line(source, match[1]) if match else None


def line_in(template: Template | None, traceback: TracebackType | None) -> int | None:
    """The line of the template where an exception was raised, None if that was outside."""
    line = None
    while template is not None and traceback is not None:
        if traceback.tb_frame.f_code.co_filename == _COMPILED_FROM:
            line = template.get_corresponding_lineno(traceback.tb_lineno)
        traceback = traceback.tb_next
    return line


def line_here(template: Template) -> int | None:
    """The line of the template that is being run."""
    frame = sys._getframe()  # pyright: ignore[reportPrivateUsage]
    while frame is not None and frame.f_code.co_filename != _COMPILED_FROM:
        frame = frame.f_back
    return template.get_corresponding_lineno(frame.f_lineno) if frame else None
