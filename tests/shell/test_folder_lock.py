"""Locks on folders."""

from __future__ import annotations

import subprocess
import sys
from errno import EACCES
from pathlib import Path

import pytest

from noticeboard.shell.cache.folder_lock import lock_folder, new_locked_folder, release_folder, remove_abandoned

ROOT = Path(__file__).resolve().parents[2]
HOLDER = """
import sys, pathlib
from noticeboard.shell.cache.folder_lock import lock_folder
lock_folder(pathlib.Path(sys.argv[1]))
print(flush=True)
sys.stdin.read()
"""


def test_a_folder_has_one_lock(tmp_path: Path) -> None:
    """A second process does not get it until the first releases it."""
    first = lock_folder(tmp_path)
    assert first
    assert lock_folder(tmp_path) is None
    release_folder(first)
    second = lock_folder(tmp_path)
    assert second
    release_folder(second)


def test_a_missing_folder_has_no_lock(tmp_path: Path) -> None:
    """Releasing it does nothing."""
    assert lock_folder(tmp_path / "nowhere") is None
    release_folder(None)


def test_only_abandoned_folders_are_removed(tmp_path: Path) -> None:
    """A folder locked by another process stays until that ends, in whatever way; other folders stay."""
    for name in (".noticeboard-a", ".noticeboard-b", "others"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "0").touch()
    environment = {"PYTHONPATH": str(ROOT / "plugins")}
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path / ".noticeboard-b")],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as holder:
        try:
            assert holder.stdout is not None
            holder.stdout.readline()
            remove_abandoned(tmp_path)
            assert sorted(p.name for p in tmp_path.iterdir()) == [".noticeboard-b", "others"]
        finally:
            holder.kill()
    remove_abandoned(tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == ["others"]


def test_a_folder_in_which_nothing_can_be_made_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The error has the folder's path, not that of the staging folder, which nobody knows."""

    def refused(**_: object) -> str:
        raise PermissionError(EACCES, "Permission denied", str(tmp_path / ".noticeboard-abc"))

    monkeypatch.setattr("noticeboard.shell.cache.folder_lock.tempfile.mkdtemp", refused)
    with pytest.raises(PermissionError) as found:
        new_locked_folder(tmp_path)
    assert found.value.filename == str(tmp_path)
