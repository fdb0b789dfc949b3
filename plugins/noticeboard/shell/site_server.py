"""Shows a built site on this machine, with its own 404 page."""

from __future__ import annotations

import sys
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import click

from noticeboard.shell.http_request import BadRequest, asked_path, file_at, is_here
from noticeboard.shell.terminal.program_messages import gettext

if TYPE_CHECKING:
    from collections.abc import Callable
    from http.server import BaseHTTPRequestHandler

_PORTS = 65535
"""The highest number of a port."""


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder as a static host would, to this machine's own names only (shell/http_request.py says what).

    An address that leads nowhere gets the site's 404 page, a folder without an index too.
    """

    extensions_map = SimpleHTTPRequestHandler.extensions_map | {".ics": "text/calendar; charset=utf-8"}

    def do_GET(self) -> None:
        """Answers with headers and body."""
        self._answer()

    def do_HEAD(self) -> None:
        """Answers with what GET would answer, without the body."""
        self._answer()

    def _answer(self) -> None:
        hosts = self.headers.get_all("Host", [])
        try:
            path = asked_path(self.path)
        except BadRequest:
            path = ""
        if not path or len(hosts) != 1:
            self.send_error(HTTPStatus.BAD_REQUEST)
        elif not is_here(hosts[0]):
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST)
        else:
            self.respond(path)

    def respond(self, path: str) -> None:
        """Answers a request that is in order for a decoded path."""
        file = file_at(Path(self.directory), path)
        if file is None:
            self.send_error(HTTPStatus.NOT_FOUND)
        elif file.is_dir():
            self._redirect(path)
        else:
            self.send_file(file)

    def _redirect(self, path: str) -> None:
        """Leads to the folder's own address; two slashes at its beginning would be another site's."""
        self.send_response(HTTPStatus.MOVED_PERMANENTLY)
        self.send_header("Location", quote(f"/{path.strip('/')}/"))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def send_file(self, file: Path) -> None:
        """Answers with a file as it is."""
        try:
            data = file.read_bytes()
        except OSError:
            self.send_error(HTTPStatus.NOT_FOUND)
        else:
            self.send(HTTPStatus.OK, self.guess_type(str(file)), data)

    def send(self, status: HTTPStatus, kind: str, body: bytes) -> None:
        """Answers with a body of that media type."""
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answers 404 with the site's own page where it has one."""
        page = self.not_found() if code == HTTPStatus.NOT_FOUND else b""
        if page:
            self.send(HTTPStatus.NOT_FOUND, "text/html; charset=utf-8", page)
        else:
            super().send_error(code, message, explain)

    def not_found(self) -> bytes:
        """The site's 404 page, if possible in the address's language; b"" if it has none."""
        lang = self.path.lstrip("/").partition("/")[0]
        folder = Path(self.directory)
        own = file_at(folder, f"/{lang}/404.html") if lang.replace("-", "").isalnum() else None
        file = own or file_at(folder, "/404.html")
        try:
            return file.read_bytes() if file else b""
        except OSError:
            return b""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Says nothing: the terminal is for problems."""


class Server(ThreadingHTTPServer):
    """A server on the loopback interface, with a thread for each connection."""

    request_queue_size = 64

    def __init__(self, port: int, handler: Callable[..., BaseHTTPRequestHandler]) -> None:
        """Takes the port, 0 for a free one; ends the command with one sentence and exit code 2 where it is taken."""
        try:
            super().__init__(("127.0.0.1", port), handler)
        except OSError as fault:
            other = port + 1 if port < _PORTS else port - 1
            message = "Port {port} cannot be used ({reason}). Choose another: --port {other}"
            raise PortTaken(gettext(message, port=port, reason=fault.strerror, other=other)) from fault

    @property
    def address(self) -> str:
        """What to open in a browser."""
        return f"http://127.0.0.1:{self.server_port}/"

    def handle_error(self, request: object, client_address: object) -> None:
        """Says nothing if a browser went away before it had its answer."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]  # handed on as they came


class PortTaken(click.ClickException):
    """The command was called with a port that it cannot have."""

    exit_code = 2


def serve_folder(folder: Path, port: int) -> None:
    """Serves the folder on the loopback interface until Ctrl-C; port 0 takes a free one."""
    with Server(port, partial(Handler, directory=str(folder))) as server:
        click.echo(gettext("{address} (Ctrl-C ends)", address=server.address))
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            click.echo()
