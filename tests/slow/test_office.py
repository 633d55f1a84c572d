"""LibreOffice itself makes Word files of what it alone reads, beside another one, and fetches nothing."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from app.importing.file_kinds import FileKind, file_kind
from app.importing.word.reader import read_word
from app.jobs.office import word_file


@pytest.fixture
def asked() -> Iterator[tuple[str, list[str]]]:
    """The address of a server on this computer, and what it was asked for."""
    paths: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            paths.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_PROPFIND = do_GET  # noqa: N815

        def log_message(self, format: str, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}", paths
        server.shutdown()
        thread.join()


def test_two_at_once_are_both_read() -> None:
    texts = [rf"{{\rtf1\ansi \u{ord(char)}?\par}}".encode() for char in "甲乙"]
    with ThreadPoolExecutor() as pool:
        made = list(pool.map(lambda data: word_file(data, ".rtf", "稿.rtf"), texts))
    assert [[each.text for each in read_word(data, "稿.rtf").paragraphs] for data in made] == [["甲"], ["乙"]]


def test_pictures_elsewhere_are_not_fetched(asked: tuple[str, list[str]]) -> None:
    address, paths = asked
    page = f'<html><body><p>同志们：</p><img src="{address}/picture.png"></body></html>'.encode()
    assert file_kind(word_file(page, ".html", "稿.doc"), "") is FileKind.WORD
    assert paths == []
