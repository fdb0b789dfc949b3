"""A cache restored elsewhere, as by CI services, works as in its own place."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

DAY = "2023-02-01"
EDIT = "pages/about/nl.md"


def packed_and_unpacked(origin: Path, target: Path) -> None:
    """Copies through tar, with times in whole seconds and other modes."""
    subprocess.run(["tar", "--format=v7", "-C", origin, "-cf", target.parent / "all.tar", "."], check=True)
    target.mkdir()
    subprocess.run(["tar", "-C", target, "--no-same-owner", "-xf", target.parent / "all.tar"], check=True)


def copied(origin: Path, target: Path) -> None:
    """Copies with new times."""
    shutil.copytree(origin, target, symlinks=True, copy_function=shutil.copyfile)


def cloned(origin: Path, target: Path) -> None:
    """Copies through git, which keeps neither times nor owners."""
    history = target.parent / "history"
    shutil.copytree(origin, history, symlinks=True)
    git = ("git", "-C", str(history), "-c", "user.name=Nobody", "-c", "user.email=nobody@example.org")
    subprocess.run([*git, "init", "--quiet"], check=True)
    subprocess.run([*git, "add", "--all", "--force"], check=True)
    subprocess.run([*git, "commit", "--quiet", "--message", "All"], check=True)
    subprocess.run(["git", "clone", "--quiet", str(history), str(target)], check=True)


WAYS = [packed_and_unpacked, copied, cloned]


@pytest.fixture
def moved(small_site: Callable, small_builder: type, tmp_path: Path) -> Callable[..., Callable]:
    """The small site in another folder: `moved(how, output=False)` leaves the output out."""

    def move(how: Callable[[Path, Path], None], *, output: bool) -> Callable:
        how(small_site.root, tmp_path / "elsewhere")
        if not output:
            shutil.rmtree(tmp_path / "elsewhere" / "output")
        return small_builder(tmp_path / "elsewhere")

    return move


@pytest.mark.parametrize("how", WAYS)
def test_nothing_is_made_again_elsewhere(
    small_site: Callable, moved: Callable, tree: Callable, counted: Callable, how: Callable
) -> None:
    """A restored cache with its output has nothing to write, whatever the files' times are."""
    site = moved(how, output=True)
    done = site({}, "--today", DAY)
    assert (done.code, counted(done.stdout).written, counted(done.stdout).removed) == (0, 0, 0)
    assert tree(site.output) == tree(small_site.output)


@pytest.mark.parametrize(
    "how", [copied, *(pytest.param(way, marks=pytest.mark.long) for way in WAYS if way is not copied)]
)
def test_a_site_is_written_from_the_cache_alone(
    small_site: Callable, moved: Callable, tree: Callable, how: Callable
) -> None:
    """Without an output, and with another hash seed, the bytes are those of the first build."""
    site = moved(how, output=False)
    done = site({}, "--today", DAY, env={"PYTHONHASHSEED": "7"})
    assert (done.code, tree(site.output)) == (0, tree(small_site.output))


def test_only_a_changed_text_is_parsed(
    small_site: Callable, moved: Callable, tree: Callable, small_files: dict
) -> None:
    """After an edit the output equals a clean build."""
    site = moved(copied, output=False)
    edit = {EDIT: small_files[EDIT].replace("Over ons.", "Over ons allen.")}
    before = keys_of(site.root)
    assert site(edit, "--today", DAY).code == 0
    new = {table: len(found - before[table]) for table, found in keys_of(site.root).items()}
    assert new["parsed"] <= 6
    assert 0 < new["published"] < len(before["published"]) / 2
    small_site({}, "--today", DAY)
    shutil.rmtree(small_site.root / "cache")
    small_site(edit, "--today", DAY)
    assert tree(site.output) == tree(small_site.output)


def keys_of(root: Path) -> dict[str, set[bytes]]:
    """The keys of the kept values."""
    database = sqlite3.connect(root / "cache" / "noticeboard.sqlite")
    found = {
        table: {key for (key,) in database.execute(f"SELECT key FROM {table}")}  # noqa: S608 - names of ours
        for table in ("parsed", "published")
    }
    database.close()
    return found


def test_the_cache_names_no_folder_and_no_user(small_site: Callable) -> None:
    """Neither is in the database."""
    data = (small_site.root / "cache" / "noticeboard.sqlite").read_bytes()
    assert str(small_site.root).encode() not in data


def test_a_cache_of_another_version_is_not_used(small_site: Callable, tree: Callable) -> None:
    """Everything is made again, and one line says so."""
    expected = tree(small_site.output)
    shutil.rmtree(small_site.output)
    file = small_site.root / "cache" / "noticeboard.sqlite"
    database = sqlite3.connect(file)
    with database:
        database.execute("UPDATE program SET digest = 'another'")
        for table in ("parsed", "published"):
            database.execute(f"UPDATE {table} SET key = key || x'00'")  # noqa: S608 - names of ours
    database.close()
    done = small_site({}, "--today", DAY)
    assert (done.code, done.stdout.count("made by another version"), tree(small_site.output)) == (0, 1, expected)


def test_another_user_can_use_it(moved: Callable) -> None:
    """One user can read what another wrote."""
    site = moved(copied, output=False)
    modes = {path.stat().st_mode & 0o444 for path in (site.root / "cache").rglob("*") if path.is_file()}
    assert modes == {0o444}
