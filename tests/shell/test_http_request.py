"""The path that a request asks for."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticeboard.shell.http_request import BadRequest, asked_path, file_at, is_here

if TYPE_CHECKING:
    from pathlib import Path


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"])))
def test_an_encoded_path_is_decoded(path: str) -> None:
    """Every path without control characters can be requested, with or without a query."""
    assert asked_path(f"/{quote(path)}?a=%zz#b") == f"/{path}"


@given(st.text(st.characters(max_codepoint=255)))
def test_any_request_has_a_path_or_is_refused(target: str) -> None:
    """No request target crashes the server, whatever its bytes."""
    try:
        found = asked_path(target)
    except BadRequest:
        return
    assert found.startswith("/")


@pytest.mark.parametrize(
    "target",
    [
        *("/%00", "/%ed%a0%80.html", "/%FF", "/%zz", "/%", "/%4", "/a%0Ab", "/%7f", "/\xff"),
        *("http://[/", "http://example.org/", "https://localhost/", "ftp://localhost/", "*", "", "a/b", "localhost:80"),
    ],
)
def test_a_malformed_request_is_refused(target: str) -> None:
    """Control characters, bytes that are not UTF-8, broken escapes, and addresses that are no path."""
    with pytest.raises(BadRequest):
        asked_path(target)


@pytest.mark.parametrize(
    ("target", "path"), [("http://localhost:8000/nl/?a", "/nl/"), ("http://127.0.0.1", "/"), ("/\xc3\xa9", "/é")]
)
def test_other_forms_of_a_request_are_understood(target: str, path: str) -> None:
    """Absolute addresses of this machine, and characters that were not encoded."""
    assert asked_path(target) == path


@pytest.mark.parametrize(
    "host", ["example.org", "127.0.0.1.example.org", "localhost.example", "", "localhost:a", "::1"]
)
def test_another_host_is_refused(host: str) -> None:
    """So is something that is no host name."""
    assert not is_here(host)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder with an index, dotfiles, links and a pipe; a secret file is outside."""
    root = tmp_path / "site"
    (root / "nl").mkdir(parents=True)
    (root / ".git").mkdir()
    for name in ("index.html", "nl/index.html", "nl/a b.txt", ".git/config", ".noticeboard-files.json"):
        (root / name).write_text(name, "utf-8")
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "index.html").write_text("secret", "utf-8")
    (root / "out").symlink_to(tmp_path / "secret")
    (root / "out.html").symlink_to(tmp_path / "secret" / "index.html")
    (root / "dot.html").symlink_to(root / ".git" / "config")
    (root / "in.html").symlink_to(root / "nl" / "index.html")
    (root / "lost.html").symlink_to(root / "nowhere")
    os.mkfifo(root / "pipe")
    return root


@pytest.mark.parametrize(
    ("path", "file"),
    [
        ("/", "index.html"),
        ("/nl/", "nl/index.html"),
        ("/nl", "nl"),
        ("//nl//a b.txt", "nl/a b.txt"),
        ("/in.html", "nl/index.html"),
    ],
)
def test_files_of_the_site_are_found(site: Path, path: str, file: str) -> None:
    """Folders by name, their index with a slash at the end, and targets of links inside."""
    assert file_at(site, path) == site / file


@pytest.mark.parametrize(
    "path",
    [
        *(
            "/.git/config",
            "/.git/",
            "/.noticeboard-files.json",
            "/dot.html",
            "/./",
            "/..",
            "/../secret/",
            "/nl/../index.html",
        ),
        *(
            "/out/",
            "/out/index.html",
            "/out.html",
            "/lost.html",
            "/pipe",
            "/none",
            "/nl/none/",
            "/index.html/",
            "/a" * 5000,
        ),
    ],
)
def test_nothing_else_is_found(site: Path, path: str) -> None:
    """No dotfiles, links to the outside, pipes, or files outside."""
    assert file_at(site, path) is None
