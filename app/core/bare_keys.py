"""Chinese bare keys in TOML: quoted before tomllib reads them, because the format allows ASCII only."""

import re

_TOKEN = re.compile(
    r'"""(?:\\.|[^\\])*?"""|\'\'\'.*?\'\'\'|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'|#[^\n]*'
    r"|(?P<key>[\w-]*[^\W\x00-\x7f][\w-]*)",
    re.DOTALL,
)
"""Outside strings and comments, letters beyond ASCII can only be a key."""


def quoted_keys(text: str) -> str:
    """The TOML text with every bare key that holds letters beyond ASCII in quotation marks; lines keep their places."""
    return _TOKEN.sub(lambda match: f'"{match["key"]}"' if match["key"] else match.group(), text)
