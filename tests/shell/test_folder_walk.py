"""The files of a folder."""

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
    """Every file and folder is there once, with its path from the root, sorted by path."""
    assert entries(content) == BASE


def test_dot_files_and_backups_are_left_out(content: Path) -> None:
    """Files that editors and systems leave are no content."""
    for name in (".DS_Store", "en.md~", ".en.md.swp"):
        (content / "surveys" / "a" / name).touch()
    (content / ".git").mkdir()
    (content / ".git" / "config").touch()
    assert entries(content) == BASE


def test_a_link_inside_counts_as_its_target(content: Path) -> None:
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
def test_a_wrong_link_is_a_fault(content: Path, target: str, fault: str) -> None:
    """A symlink that leads nowhere, out of the folder or in a circle is reported and not followed."""
    (content.parent / "outside.md").touch()
    (content / ".env").touch()
    (content / "surveys" / "a" / "nl.md").symlink_to(target)
    assert entries(content) == [*BASE, FolderEntry("surveys/a/nl.md", fault=fault)]


def test_links_in_a_circle_end(content: Path) -> None:
    """Two folders that link to each other are reported, and the walk ends."""
    (content / "surveys" / "b").mkdir()
    (content / "surveys" / "b" / "to-a").symlink_to("../a")
    (content / "surveys" / "a" / "to-b").symlink_to("../b")
    assert "leaves" in {e.fault for e in entries(content)}


def test_a_content_folder_may_be_a_link_itself(content: Path) -> None:
    """Links inside it count as inside."""
    (content / "surveys" / "a" / "nl.md").symlink_to("en.md")
    (content.parent / "link").symlink_to("content")
    assert entries(content.parent / "link") == entries(content)


def test_a_pipe_is_no_file(content: Path) -> None:
    """Reading a pipe would wait for ever, so it is reported and not read."""
    os.mkfifo(content / "surveys" / "a" / "nl.md")
    assert entries(content) == [*BASE, FolderEntry("surveys/a/nl.md", fault="special")]
