"""What lies in a folder."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from noticeboard.shell.build.folder_walk import entries
from noticeboard.sources.folder_names import FolderEntry

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content folder with one text."""
    folder = tmp_path / "content" / "surveys" / "a"
    folder.mkdir(parents=True)
    (folder / "en.md").touch()
    return tmp_path / "content"


BASE = [
    FolderEntry("surveys", is_folder=True),
    FolderEntry("surveys/a", is_folder=True),
    FolderEntry("surveys/a/en.md"),
]


def test_names_are_sorted_and_relative(content: Path) -> None:
    """Every file and folder is there once, with its path from the root, in the order of the paths."""
    assert entries(content) == BASE


def test_dot_files_and_backups_are_left_out(content: Path) -> None:
    """What editors and systems leave behind is nobody's content."""
    for name in (".DS_Store", "en.md~", ".en.md.swp"):
        (content / "surveys" / "a" / name).touch()
    (content / ".git").mkdir()
    (content / ".git" / "config").touch()
    assert entries(content) == BASE


def test_a_link_inside_is_what_it_leads_to(content: Path) -> None:
    """A symlink to a file of the content folder is a file."""
    (content / "surveys" / "a" / "nl.md").symlink_to("en.md")
    assert entries(content) == [*BASE, FolderEntry("surveys/a/nl.md")]


@pytest.mark.parametrize(
    ("target", "fault"),
    [
        ("nowhere.md", "dangling"),
        ("../../.env", "leaves"),
        ("../../../outside.md", "leaves"),
        ("/etc/hostname", "leaves"),
        ("..", "leaves"),
    ],
)
def test_a_link_that_leads_astray_is_a_fault(content: Path, target: str, fault: str) -> None:
    """A symlink that leads nowhere, out of the folder or around in a circle is reported so and not followed."""
    (content.parent / "outside.md").touch()
    (content / ".env").touch()
    (content / "surveys" / "a" / "nl.md").symlink_to(target)
    assert entries(content) == [*BASE, FolderEntry("surveys/a/nl.md", fault=fault)]


def test_links_in_a_circle_end(content: Path) -> None:
    """Two folders that link to each other are reported so, and not walked through for ever."""
    (content / "surveys" / "b").mkdir()
    (content / "surveys" / "b" / "to-a").symlink_to("../a")
    (content / "surveys" / "a" / "to-b").symlink_to("../b")
    assert "leaves" in {e.fault for e in entries(content)}


def test_a_content_folder_may_be_a_link_itself(content: Path) -> None:
    """The root may be reached by a symlink, and its links inside are still inside."""
    (content / "surveys" / "a" / "nl.md").symlink_to("en.md")
    (content.parent / "link").symlink_to("content")
    assert entries(content.parent / "link") == entries(content)


def test_a_pipe_is_no_file(content: Path) -> None:
    """Reading a pipe would wait for ever, so it is reported apart from files."""
    os.mkfifo(content / "surveys" / "a" / "nl.md")
    assert entries(content) == [*BASE, FolderEntry("surveys/a/nl.md", fault="special")]
