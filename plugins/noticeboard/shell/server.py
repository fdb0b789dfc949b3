"""Shows a built site on this machine, with its own 404 page."""

from __future__ import annotations

from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from http import HTTPStatus
    from pathlib import Path


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder; an address that leads nowhere gets the site's 404 page, a folder without index too."""

    extensions_map = SimpleHTTPRequestHandler.extensions_map | {".ics": "text/calendar; charset=utf-8"}

    def send_error(
        self, code: int | HTTPStatus, message: str | None = None, explain: str | None = None
    ) -> None:
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


def serve_folder(folder: Path, port: int) -> None:
    """Serves the folder on the loopback interface until Ctrl-C; port 0 takes a free one."""
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), partial(Handler, directory=str(folder)))
    except OSError as fault:
        message = f"Port {port} cannot be used ({fault.strerror}). Choose another: --port 8001"
        raise click.ClickException(message) from fault
    with server:
        click.echo(f"http://127.0.0.1:{server.server_port}/ (Ctrl-C ends)")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            click.echo()
