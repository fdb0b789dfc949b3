"""Answers the browser: the pages of the last good build with the preview's script, and the preview's own addresses."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from http import HTTPStatus
from importlib.resources import files
from typing import TYPE_CHECKING

from noticeboard.shell.preview.script_injection import OWN, injected
from noticeboard.shell.site_server import Handler

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from noticeboard.shell.preview.preview_state import PreviewState

View = Callable[[str], bytes | None]
"""Makes a page of the preview's own from the rest of its address, as UTF-8; None if there is no such page."""

_HTML = "text/html; charset=utf-8"
_FILES = {"preview.js": "text/javascript; charset=utf-8", "preview.css": "text/css; charset=utf-8"}
_QUIET = 15.0
"""Seconds after which a browser gets a message even without a change, so that a lost connection is noticed."""


class PreviewHandler(Handler):
    """Serves the last good build as a static host would, except that browsers must not keep anything."""

    def __init__(self, *arguments: object, state: PreviewState, views: Mapping[str, View]) -> None:
        """Answers one connection; below the preview's own addresses each view answers to its name."""
        self._state, self._views = state, views
        # The mark is taken before the page is read: at worst a page is loaded once too often, never once too seldom.
        self._build = state.build
        super().__init__(*arguments, directory=str(state.folder or ""))  # type: ignore[arg-type]  # handed on as they came

    def respond(self, path: str) -> None:
        """Answers with one of the preview's own addresses, or the site's page with the script in it."""
        folder = self._state.folder
        if path.startswith(OWN):
            self._own(path.removeprefix(OWN))
        elif folder is None or not folder.is_dir():
            self.send(HTTPStatus.SERVICE_UNAVAILABLE, _HTML, injected(_file("waiting.html"), self._build))
        else:
            super().respond(path)

    def send_file(self, file: Path) -> None:
        """Answers with a file as it is, with a page with the script in it."""
        page = _read(file) if file.suffix == ".html" else None
        if page is None:
            super().send_file(file)
        else:
            self.send(HTTPStatus.OK, _HTML, injected(page, self._build, self._state.comparison(file)))

    def end_headers(self) -> None:
        """Ends the headers; the browser must keep nothing and guess no types."""
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def not_found(self) -> bytes:
        """The site's 404 page with the script; b"" if it has none."""
        page = super().not_found()
        return injected(page, self._build) if page else b""

    def _own(self, name: str) -> None:
        if name == "events":
            self._tell_events()
        elif name == "state.json":
            self.send(HTTPStatus.OK, "application/json", self._state.state().encode())
        elif name in _FILES:
            self.send(HTTPStatus.OK, _FILES[name], _file(name))
        else:
            self._view(*name.partition("/")[::2])

    def _view(self, name: str, rest: str) -> None:
        page = self._views[name](rest) if name in self._views else None
        if page is None:
            self.send_error(HTTPStatus.NOT_FOUND)
        else:
            self.send(HTTPStatus.OK, _HTML, injected(page, self._build))

    def _tell_events(self) -> None:
        """Sends the state now and after each build, until the browser or the preview goes.

        Source: WHATWG HTML, “Server-sent events”; a line that begins with a colon is a comment.
        """
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.end_headers()
        if self.command == "HEAD":
            return
        self.wfile.write(b"retry: 500\n\n")
        for state in self._state.states(_QUIET):
            self.wfile.write(f"data: {state}\n\n".encode() if state else b":\n\n")


def _read(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except OSError:
        return None


@cache
def _file(name: str) -> bytes:
    """A file that lies beside this module."""
    return files("noticeboard.shell.preview").joinpath(name).read_bytes()
