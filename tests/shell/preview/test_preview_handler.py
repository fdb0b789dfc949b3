"""The answers of the preview's server over a real connection."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass
from functools import partial
from http.client import HTTPConnection
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from noticeboard.shell.preview.preview_handler import PreviewHandler
from noticeboard.shell.preview.preview_state import PreviewState
from noticeboard.shell.site_server import Server

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

PAGE = "<!doctype html><html><head><title>{}</title></head><body></body></html>"
SCRIPT = b'<script src="/_preview/preview.js" data-build="s-'
NAME = unicodedata.normalize("NFC", "Übersicht (é).txt")
VIEWS = {"compare": lambda rest: f"<p>{rest}".encode() if rest else None}
FILES = {
    "index.html": PAGE.format("Front"),
    "nl/index.html": PAGE.format("Voorpagina"),
    "404.html": PAGE.format("Not found"),
    "theme/style.css": "p {}",
    f"media/{NAME}": "text",
    "empty/other.txt": "no index",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """A response: its status, headers by lower-case name, and body."""

    status: int
    headers: dict[str, str]
    body: bytes


@pytest.fixture
def state(tmp_path: Path) -> PreviewState:
    """The state of a preview whose site is in a folder beside a secret file."""
    for name, text in FILES.items():
        path = tmp_path / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    found = PreviewState("s", {"summary": ""})
    found.publish({"summary": ""}, tmp_path / "site", changed=True)
    return found


@pytest.fixture
def port(state: PreviewState) -> Iterator[int]:
    """The port of a server for that state."""
    with Server(0, partial(PreviewHandler, state=state, views=VIEWS)) as server:
        thread = Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        yield server.server_port
        state.close()
        server.shutdown()
        thread.join()


@pytest.fixture
def ask(port: int) -> Callable[..., Answer]:
    """The response to a request: `ask("/nl/", method="HEAD", Host="localhost")`."""

    def answer(path: str, method: str = "GET", **headers: str) -> Answer:
        connection = HTTPConnection("127.0.0.1", port, timeout=600)
        connection.putrequest(method, path, skip_host=True)
        for name, value in {"Host": f"127.0.0.1:{port}", **headers}.items():
            connection.putheader(name, value)
        connection.endheaders()
        found = connection.getresponse()
        given = Answer(found.status, {k.lower(): v for k, v in found.getheaders()}, found.read())
        connection.close()
        return given

    return answer


@pytest.mark.parametrize(("path", "title"), [("/", b"Front"), ("/nl/", b"Voorpagina"), ("/nl/index.html?a", b"Voor")])
def test_pages_are_shown_with_the_script(ask: Callable, path: str, title: bytes) -> None:
    """Pages have the preview's script in their head, and their stated length is right."""
    found = ask(path)
    assert (found.status, title in found.body, SCRIPT + b"1" in found.body) == (200, True, True)
    assert int(found.headers["content-length"]) == len(found.body)


def test_files_are_sent_as_they_are(ask: Callable) -> None:
    """Files other than pages are sent byte for byte."""
    assert (ask("/theme/style.css").body, ask("/theme/style.css").headers["content-type"]) == (b"p {}", "text/css")


@pytest.mark.parametrize("path", ["/", "/theme/style.css", "/nowhere/", "/_preview/state.json"])
def test_responses_are_not_cached(ask: Callable, path: str) -> None:
    """Errors neither."""
    assert ask(path).headers["cache-control"] == "no-store"


@pytest.mark.parametrize("path", ["/", "/theme/style.css", "/nowhere/", "/_preview/preview.js", "/_preview/events"])
def test_head_equals_get_without_body(ask: Callable, path: str) -> None:
    """HEAD has the same status and type."""
    head = ask(path, method="HEAD")
    assert head.body == b""
    if not path.endswith("events"):
        get = ask(path)
        names = ("content-type", "content-length")
        assert (head.status, *map(head.headers.get, names)) == (get.status, *map(get.headers.get, names))


@pytest.mark.parametrize("path", ["/nowhere/", "/nl/x", "/empty/", "/_preview/x"])
def test_a_missing_address_is_404(ask: Callable, path: str) -> None:
    """It gets the site's own page, also for addresses that no file can have."""
    found = ask(path)
    assert (found.status, b"<title>Not found</title>" in found.body, SCRIPT in found.body) == (404, True, True)


@pytest.mark.parametrize(
    "path", ["/../secret.txt", "/nl/../../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "//../secret.txt"]
)
def test_nothing_outside_the_site_is_shown(ask: Callable, path: str) -> None:
    """No address leads out of the folder."""
    assert ask(path).status == 404


def test_addresses_are_percent_encoded_utf_8(ask: Callable) -> None:
    """A non-ASCII name is found by its address in NFC only, as on a static host."""
    found = ask("/media/%C3%9Cbersicht%20(%C3%A9).txt")
    other = ask("/media/U%CC%88bersicht%20(e%CC%81).txt")
    assert (found.status, found.body, other.status) == (200, b"text", 404)


def test_a_folder_without_a_slash_redirects(ask: Callable) -> None:
    """Relative links in its page need the slash."""
    found = ask("/nl")
    assert (found.status, found.headers["location"]) == (301, "/nl/")


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8000", "127.0.0.1:80", "[::1]:8000"])
def test_all_names_of_this_machine_work(ask: Callable, host: str) -> None:
    """Requests may use any of them."""
    assert ask("/", Host=host).status == 200


@pytest.mark.parametrize("host", ["example.org", "example.org:8000", "127.0.0.1.example.org", "localhost.example", ""])
@pytest.mark.parametrize("path", ["/", "/_preview/state.json", "/_preview/events"])
def test_no_other_site_can_read_drafts(ask: Callable, host: str, path: str) -> None:
    """A foreign name for this machine (DNS rebinding) is refused."""
    found = ask(path, Host=host)
    assert (found.status, b"Front" in found.body) == (421, False)


def test_before_the_first_build_a_page_waits(ask: Callable, state: PreviewState, tmp_path: Path) -> None:
    """Every address shows a page that reloads as soon as there is a site."""
    state.folder = tmp_path / "not yet"
    found = ask("/nl/")
    assert (found.status, SCRIPT in found.body, ask("/_preview/preview.js").status) == (503, True, 200)


def test_views_answer_below_their_names(ask: Callable) -> None:
    """The preview's own pages are made from the rest of their address, and reload like others."""
    found, nothing = ask("/_preview/compare/surveys/%C3%A9/nl"), ask("/_preview/compare/")
    assert (found.status, found.body.startswith("<p>surveys/é/nl<script".encode()), nothing.status) == (200, True, 404)


def test_the_state_is_available_as_json(ask: Callable) -> None:
    """Other programs can read what the page gets."""
    found = ask("/_preview/state.json")
    assert json.loads(found.body) == {"build": "s-1", "building": False, "report": {"summary": ""}}


def test_every_tab_gets_events_until_the_preview_ends(port: int, state: PreviewState) -> None:
    """Two tabs get the present state and each new one; then their connections are closed."""
    tabs = [HTTPConnection("127.0.0.1", port, timeout=600) for _ in range(2)]
    answers = []
    for tab in tabs:
        tab.request("GET", "/_preview/events")
        answers.append(tab.getresponse())
    assert {a.getheader("content-type") for a in answers} == {"text/event-stream; charset=utf-8"}
    first = [[answer.readline() for _ in range(4)] for answer in answers]
    state.publish({"summary": "1 error"}, None, changed=False)
    second = [answer.readline() for answer in answers]
    state.close()
    rest = [answer.read() for answer in answers]
    for tab in tabs:
        tab.close()
    told = b'data: {"build": "s-1", "building": false, "report": {"summary": ""}}\n'
    assert first == [[b"retry: 500\n", b"\n", told, b"\n"]] * 2
    assert second == [b'data: {"build": "s-1", "building": false, "report": {"summary": "1 error"}}\n'] * 2
    assert [set(r.replace(b":", b"")) <= {10} for r in rest] == [True, True]
