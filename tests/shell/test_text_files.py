"""The bytes of texts: read twice if there are many, and the same both times."""

from __future__ import annotations

import os
from time import sleep
from typing import TYPE_CHECKING

import pytest

from noticeboard.digest import digest
from noticeboard.shell.build.changed_file import ChangedMeanwhile
from noticeboard.shell.build.file_snapshot import marks_of
from noticeboard.shell.build.text_files import TextFiles
from noticeboard.shell.cache.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CLOCK = 0.15
"""Seconds after which a file counts as unchanged: the clock of the file system has moved on."""


def test_files_are_read_again_above_a_size(tmp_path: Path) -> None:
    """Bytes in memory are given as they were; others are read again and must be the same."""
    for name in ("a", "b", "c"):
        (tmp_path / name).write_bytes(name.encode() * 3)
    files = TextFiles(tmp_path, ("a", "b", "c"), most=4)
    assert files.digests == {name: digest(name.encode() * 3) for name in ("a", "b", "c")}
    (tmp_path / "a").write_bytes(b"other")
    (tmp_path / "c").write_bytes(b"other")
    assert [files["a"], files["b"]] == [b"aaa", b"bbb"]
    with pytest.raises(ChangedMeanwhile):
        files["c"]


def test_an_unreadable_file_is_reported_and_left_out(tmp_path: Path) -> None:
    """The others are there."""
    (tmp_path / "a").write_bytes(b"a")
    files = TextFiles(tmp_path, ("a", "b"))
    assert [list(files), [p.location.path for p in files.problems]] == [["a"], ["b"]]


@pytest.fixture
def readings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], list[str]]:
    """Reads three texts with a cache of their own, and says which of them were opened."""
    for name in ("a", "b", "c"):
        (tmp_path / name).write_bytes(name.encode() * 3)
        os.utime(tmp_path / name, (10**9, 10**9))
    opened: list[str] = []
    read = TextFiles._read  # noqa: SLF001 - what opens a file
    monkeypatch.setattr(TextFiles, "_read", lambda files, path: (opened.append(path), read(files, path))[1])

    def run() -> list[str]:
        opened.clear()
        sleep(CLOCK)
        with Store(tmp_path / "s.sqlite", "p1") as store:
            known = store.digests.read()
            files = TextFiles(tmp_path, ("a", "b", "c"), known)
            store.digests.keep(files.known, known)
        assert files.digests == {name: digest((tmp_path / name).read_bytes()) for name in ("a", "b", "c")}
        return list(opened)

    return run


def test_files_with_known_marks_are_not_opened(readings: Callable, tmp_path: Path) -> None:
    """A file that was written is, though its size and its time are as before."""
    assert [readings(), readings()] == [["a", "b", "c"], []]
    (tmp_path / "b").write_bytes(b"xxx")
    os.utime(tmp_path / "b", (10**9, 10**9))
    assert [readings(), readings()] == [["b"], []]


def test_a_file_that_has_just_changed_is_opened_again(readings: Callable, tmp_path: Path) -> None:
    """It may change once more without another time."""
    readings()
    with Store(tmp_path / "s.sqlite", "p1") as store:
        known = store.digests.read()
        (tmp_path / "a").write_bytes(b"new")
        files = TextFiles(tmp_path, ("a", "b", "c"), known)
        store.digests.keep(files.known, known)
    assert set(files.known) == {"b", "c"}
    assert readings() == ["a"]


def test_other_marks_of_the_beginning_count(tmp_path: Path) -> None:
    """A file that changed after the build had begun is read, as is one that was not there then."""
    (tmp_path / "a").write_bytes(b"a")
    known = {"a": (tuple(marks_of(str(tmp_path / "a")) or ()), "digest of a")}
    assert TextFiles(tmp_path, ("a",), known).digests == {"a": "digest of a"}
    for marks in ({str(tmp_path / "a"): (1, 2, 3, 4, 5)}, {"elsewhere": None}):
        assert TextFiles(tmp_path, ("a",), known, marks).digests == {"a": digest(b"a")}
