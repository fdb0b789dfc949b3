"""The bytes of texts: read twice if there are many, and the same both times."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from noticeboard.digest import digest
from noticeboard.shell.build.changed_file import ChangedMeanwhile
from noticeboard.shell.build.text_files import TextFiles

if TYPE_CHECKING:
    from pathlib import Path


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
