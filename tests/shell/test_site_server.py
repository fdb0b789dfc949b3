"""Both servers answer every request, in the same way."""

from __future__ import annotations

import socket
from functools import partial
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from noticeboard.shell.preview.preview_handler import PreviewHandler
from noticeboard.shell.preview.preview_state import PreviewState
from noticeboard.shell.site_server import Handler, Server

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@pytest.fixture(params=["serve", "preview"])
def port(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[int]:
    """The port of a server that shows a folder with a page, a 404 page and a dotfile."""
    for name in ("index.html", "404.html", ".secret"):
        (tmp_path / name).write_text(f"<html><head></head><body>{name}</body></html>", "utf-8")
    board = PreviewState("s", {"summary": ""})
    board.publish({"summary": ""}, tmp_path, changed=True)
    preview = partial(PreviewHandler, state=board, views={})
    handler = preview if request.param == "preview" else partial(Handler, directory=str(tmp_path))
    with Server(0, handler) as server:
        thread = Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        yield server.server_port
        board.close()
        server.shutdown()
        thread.join()


@pytest.fixture
def status(port: int) -> Callable[..., tuple[int, bytes]]:
    """The status and rest of the answer to a request with this first line and these headers."""

    def ask(line: bytes, *headers: bytes) -> tuple[int, bytes]:
        with socket.create_connection(("127.0.0.1", port), timeout=600) as connection:
            connection.sendall(
                b"\r\n".join((line, *(headers or (b"Host: localhost",)), b"Connection: close", b"", b""))
            )
            answer = b"".join(iter(partial(connection.recv, 65536), b""))
        assert answer.startswith(b"HTTP/1."), answer
        return int(answer.split(b" ")[1]), answer

    return ask


@pytest.mark.parametrize(
    "target", [b"/%00", b"/%ed%a0%80.html", b"http://[/", b"/%zz", b"/a%1bb", b"/\xff", b"*", b"x"]
)
@pytest.mark.parametrize("method", [b"GET", b"HEAD"])
def test_a_malformed_request_gets_400(status: Callable, method: bytes, target: bytes) -> None:
    """The answer is never empty."""
    assert status(method + b" " + target + b" HTTP/1.1")[0] == 400


@pytest.mark.parametrize("headers", [(b"X: y",), (b"Host: localhost", b"Host: example.org")])
def test_a_request_has_one_host(status: Callable, headers: tuple[bytes, ...]) -> None:
    """None or two are malformed (RFC 9112, 3.2)."""
    assert status(b"GET / HTTP/1.1", *headers)[0] == 400


@pytest.mark.parametrize("host", [b"example.org", b"", b"localhost.example"])
def test_another_name_is_refused(status: Callable, host: bytes) -> None:
    """Another site cannot read pages by a name of its own (DNS rebinding)."""
    code, answer = status(b"GET / HTTP/1.1", b"Host: " + host)
    assert (code, b"index.html" in answer) == (421, False)


@pytest.mark.parametrize("path", [b"/.secret", b"/nowhere", b"/x/../.secret", b"/%2e%2e/", b"/%2esecret"])
def test_a_missing_file_gets_the_sites_404_page(status: Callable, path: bytes) -> None:
    """Dotfiles count as missing."""
    code, answer = status(b"GET " + path + b" HTTP/1.1")
    assert (code, b"404.html" in answer) == (404, True)


def test_the_front_page_is_served(status: Callable) -> None:
    """It has the type and length of an HTML page."""
    code, answer = status(b"GET / HTTP/1.1")
    assert (code, b"index.html" in answer, b"Content-Type: text/html" in answer) == (200, True, True)
