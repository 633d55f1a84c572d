"""The names in a template's text: where each stands, and another name in their place."""

from collections.abc import Iterator

from app.templating.tokens import Sort, tokens


def places_of(name: str, body: str) -> Iterator[tuple[int, int]]:
    """Where a fact or field is named in a template's text: the first character and the one after the last."""
    for token in tokens(body):
        if token.sort is Sort.NAME and body[token.start : token.stop] == name:
            yield token.start, token.stop


def renamed(body: str, former: str, name: str) -> str:
    """The text with a fact or field under another name; the same words elsewhere in it stay."""
    for start, stop in reversed(list(places_of(former, body))):
        body = body[:start] + name + body[stop:]
    return body
