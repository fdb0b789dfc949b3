"""Which files stay in the cache folder, and how long."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from noticeboard.shell.cache.cache_cleanup import cache_files, remove_unused_files

if TYPE_CHECKING:
    from pathlib import Path

DAY = 86_400
NOW = 20_000 * DAY
OURS = ("noticeboard.sqlite", "noticeboard-status.sqlite")
OLD = ("noticeboard-0123456789abcdef.sqlite", "noticeboard-0123456789abcdef-status.sqlite", "noticeboard-last-abc")
PICTURES = ("noticeboard-pictures/k1.2e.new", "noticeboard-pictures/k1", "noticeboard-pictures/k2")
ASIDE = ("noticeboard-last-abc.1f.new", *PICTURES)


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """A folder with files of all kinds, eight days old, and one that is not ours."""
    (tmp_path / "noticeboard-pictures").mkdir()
    for name in (*OURS, *OLD, *ASIDE, "others.txt"):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (NOW - 8 * DAY, NOW - 8 * DAY))
    return tmp_path


def names(folder: Path) -> set[str]:
    """Every file below a folder."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_after_a_week_litter_is_gone(cache: Path) -> None:
    """Files that this version uses stay, and so do files that are not ours."""
    used = {cache / "noticeboard-pictures" / "k2"}
    remove_unused_files(cache, cache / "noticeboard-pictures", used, NOW)
    assert names(cache) == {*OURS, "noticeboard-pictures/k2", "others.txt"}
    assert (cache / "noticeboard-pictures" / "k2").stat().st_mtime == NOW


def test_before_a_week_all_stays(cache: Path) -> None:
    """Another branch of the content may need them tomorrow."""
    remove_unused_files(cache, cache / "noticeboard-pictures", (), NOW - 2 * DAY)
    assert names(cache) == {*OURS, *OLD, *ASIDE, "others.txt"}


def test_a_linked_folder_is_left_alone(cache: Path, tmp_path: Path) -> None:
    """Nothing is removed through a link."""
    (cache / "linked").symlink_to(cache / "noticeboard-pictures")
    remove_unused_files(tmp_path / "none", cache / "linked", (), NOW)
    assert names(cache / "noticeboard-pictures") == {"k1.2e.new", "k1", "k2"}


def test_clean_removes_all_our_files(cache: Path) -> None:
    """Whatever version wrote them."""
    assert {file.name for file in cache_files(cache)} == {*OURS, *OLD, "noticeboard-last-abc.1f.new"}
