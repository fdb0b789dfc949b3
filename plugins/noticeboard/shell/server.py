"""Shows a built site on this machine, with its own 404 page."""

from __future__ import annotations

import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Callable
    from http import HTTPStatus
    from http.server import BaseHTTPRequestHandler
    from pathlib import Path

_PORTS = 65535
"""The highest number of a port."""


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder; an address that leads nowhere gets the site's 404 page, a folder without index too."""

    extensions_map = SimpleHTTPRequestHandler.extensions_map | {".ics": "text/calendar; charset=utf-8"}

    def send_error(self, code: int | HTTPStatus, message: str | None = None, explain: str | None = None) -> None:
        """Answers 404 with the site's own page where it has one."""
        page = self._not_found() if code == 404 else b""  # noqa: PLR2004 - HTTP's number
        if not page:
            super().send_error(code, message, explain)
            return
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(page)

    def list_directory(self, path: object) -> None:
        """Answers 404: a folder without an index is no page."""
        del path
        self.send_error(404)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Says nothing: the terminal is for problems."""

    def _not_found(self) -> bytes:
        try:
            with open(f"{self.directory}/404.html", "rb") as file:  # noqa: PTH123 - a plain string from the base class
                return file.read()
        except OSError:
            return b""


class Server(ThreadingHTTPServer):
    """A server on the loopback interface, with a thread for each connection."""

    request_queue_size = 64

    def __init__(self, port: int, handler: Callable[..., BaseHTTPRequestHandler]) -> None:
        """Takes the port, 0 for a free one; ends the command with one sentence and exit code 2 where it is taken."""
        try:
            super().__init__(("127.0.0.1", port), handler)
        except OSError as fault:
            other = port + 1 if port < _PORTS else port - 1
            message = f"Port {port} cannot be used ({fault.strerror}). Choose another: --port {other}"
            raise PortTaken(message) from fault

    @property
    def address(self) -> str:
        """What to open in a browser."""
        return f"http://127.0.0.1:{self.server_port}/"

    def handle_error(self, request: object, client_address: object) -> None:
        """Says nothing where a browser went away before it had its answer."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]  # handed on as they came


class PortTaken(click.ClickException):
    """The command was called with a port that it cannot have."""

    exit_code = 2


def serve_folder(folder: Path, port: int) -> None:
    """Serves the folder on the loopback interface until Ctrl-C; port 0 takes a free one."""
    with Server(port, partial(Handler, directory=str(folder))) as server:
        click.echo(f"{server.address} (Ctrl-C ends)")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            click.echo()
