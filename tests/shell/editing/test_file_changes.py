"""All files of a command change, or none does."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

import click
import pytest

from noticeboard.shell.editing.file_changes import change, write_new

if TYPE_CHECKING:
    from pathlib import Path


def names(folder: Path) -> list[str]:
    """Everything in the folder."""
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*"))


def test_a_new_file_comes_with_its_folders(tmp_path: Path) -> None:
    """And with nothing else; it gets the rights of new files."""
    write_new(tmp_path / "a" / "b" / "en.md", b"x")
    assert names(tmp_path) == ["a", "a/b", "a/b/en.md"]
    mask = os.umask(0)
    os.umask(mask)
    assert stat.S_IMODE((tmp_path / "a" / "b" / "en.md").stat().st_mode) == 0o666 & ~mask


def test_an_existing_file_is_not_touched(tmp_path: Path) -> None:
    """Even if it appeared a moment ago."""
    (tmp_path / "en.md").write_bytes(b"old")
    with pytest.raises(click.ClickException, match="Nothing was changed"):
        write_new(tmp_path / "en.md", b"new")
    assert ((tmp_path / "en.md").read_bytes(), names(tmp_path)) == (b"old", ["en.md"])


def test_a_disk_without_hard_links_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Some file systems have none."""

    def refuse(*_: object) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    write_new(tmp_path / "en.md", b"x")
    assert names(tmp_path) == ["en.md"]
    with pytest.raises(click.ClickException):
        write_new(tmp_path / "en.md", b"y")
    assert (tmp_path / "en.md").read_bytes() == b"x"


def test_a_changed_file_keeps_its_rights_and_its_links(tmp_path: Path) -> None:
    """A link to a text still leads to it."""
    (tmp_path / "en.md").write_bytes(b"old")
    (tmp_path / "en.md").chmod(0o640)
    (tmp_path / "link.md").symlink_to("en.md")
    change({tmp_path / "link.md": b"new"})
    assert (tmp_path / "en.md").read_bytes() == b"new"
    assert stat.S_IMODE((tmp_path / "en.md").stat().st_mode) == 0o640
    assert (tmp_path / "link.md").is_symlink()
    assert names(tmp_path) == ["en.md", "link.md"]


def test_if_one_change_fails_all_are_undone(tmp_path: Path) -> None:
    """The folder's name too."""
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "en.md").write_bytes(b"old")
    with pytest.raises(click.ClickException, match=r"nl\.md cannot be written"):
        change({tmp_path / "b" / "en.md": b"new", tmp_path / "b" / "nl.md": b"new"}, (tmp_path / "a", tmp_path / "b"))
    assert ((tmp_path / "a" / "en.md").read_bytes(), names(tmp_path)) == (b"old", ["a", "a/en.md"])


def test_a_file_that_cannot_be_written_is_named_as_people_know_it(tmp_path: Path) -> None:
    """The error does not have the temporary name."""
    with pytest.raises(click.ClickException, match=r"^n+\.md cannot be written \("):
        write_new(tmp_path / f"{'n' * 250}.md", b"x")


def test_ctrl_c_undoes_all_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also between two files, of which one has changed."""
    (tmp_path / "a").mkdir()
    for name in ("en.md", "nl.md"):
        (tmp_path / "a" / name).write_bytes(b"old")
    real = os.fsync

    def pressed(number: int) -> None:
        if (tmp_path / "b" / "en.md").read_bytes() == b"new":
            raise KeyboardInterrupt
        real(number)

    monkeypatch.setattr(os, "fsync", pressed)
    with pytest.raises(KeyboardInterrupt):
        change({tmp_path / "b" / n: b"new" for n in ("en.md", "nl.md")}, (tmp_path / "a", tmp_path / "b"))
    assert names(tmp_path) == ["a", "a/en.md", "a/nl.md"]
    assert [(tmp_path / name).read_bytes() for name in ("a/en.md", "a/nl.md")] == [b"old", b"old"]


def test_a_full_disk_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No folder, and no part of a file."""

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(click.ClickException, match=r"No space left on device\). Nothing was changed"):
        write_new(tmp_path / "a" / "en.md", b"x")
    assert names(tmp_path) == []
