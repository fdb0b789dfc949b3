"""A cache made by an attacker costs time, and never does more."""

from __future__ import annotations

import pickle
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from noticeboard.shell.cache.signed_records import Signer

if TYPE_CHECKING:
    from collections.abc import Callable

DAY = "2023-02-01"


class Runs:
    """A value that leaves a file where it is unpickled."""

    def __init__(self, file: Path) -> None:
        """Takes the file."""
        self.file = file

    def __reduce__(self) -> tuple[object, ...]:
        """What pickle would call."""
        return Path.touch, (self.file,)


def as_pickle(data: bytes, ran: Path) -> bytes:
    """A pickle that runs something, after the signature of the former value."""
    return data[:32] + pickle.dumps(Runs(ran))


def as_marked_pickle(data: bytes, ran: Path) -> bytes:
    """The same with a signature for no particular purpose."""
    return Signer().sign(b"", pickle.dumps(Runs(ran)))


def flipped(data: bytes, ran: Path) -> bytes:
    """The bytes with one bit in the middle changed."""
    return data[: len(data) // 2] + bytes([data[len(data) // 2] ^ 1]) + data[len(data) // 2 + 1 :] if data else b"x"


def without_end(data: bytes, ran: Path) -> bytes:
    """The first half of the bytes."""
    return data[: len(data) // 2]


def enlarged(data: bytes, ran: Path) -> bytes:
    """The bytes with much after them."""
    return data + b"\x91" * 100_000


CHANGES = (as_pickle, as_marked_pickle, flipped, without_end, enlarged)


def change_all(cache: Path, change: Callable[[bytes, Path], bytes], ran: Path) -> int:
    """Changes every value of every table and every other file; returns how many."""
    count = 0
    for file in sorted(p for p in cache.rglob("*") if p.is_file() and "preview" not in p.parts):
        if file.suffix != ".sqlite":
            file.write_bytes(change(file.read_bytes(), ran))
            count += 1
            continue
        database = sqlite3.connect(file)
        for table, key in (("parsed", "key"), ("published", "key"), ("output", "part")):
            rows = list(database.execute(f"SELECT {key}, value FROM {table}"))  # noqa: S608 - names of ours
            for row, value in rows:
                database.execute(f"UPDATE {table} SET value = ? WHERE {key} = ?", (change(value, ran), row))  # noqa: S608
            count += len(rows)
        database.commit()
        database.close()
    return count


def swap_all(cache: Path) -> None:
    """Gives every value another's key, and every picture another's name."""
    for file in cache.glob("*.sqlite"):
        database = sqlite3.connect(file)
        for table in ("parsed", "published"):
            rows = list(database.execute(f"SELECT key, value FROM {table} ORDER BY key"))  # noqa: S608 - names of ours
            for (key, _), (_, value) in zip(rows, [*rows[1:], *rows[:1]], strict=True):
                database.execute(f"UPDATE {table} SET value = ? WHERE key = ?", (value, key))  # noqa: S608
        database.commit()
        database.close()
    pictures = sorted((cache / "noticeboard-pictures").iterdir())
    data = [p.read_bytes() for p in pictures]
    for picture, other in zip(pictures, [*data[1:], *data[:1]], strict=True):
        picture.write_bytes(other)


def renewed(site: Callable[..., object], tree: Callable[[Path], dict[str, bytes]]) -> dict[str, bytes]:
    """The output of a build whose output folder is gone."""
    for path in sorted(site.output.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    done = site({}, "--today", DAY)
    assert (done.code, done.stderr) == (0, "")
    return tree(site.output)


@pytest.mark.parametrize("change", CHANGES)
def test_changed_values_cost_only_time(
    small_site: Callable[..., object],
    tree: Callable[[Path], dict[str, bytes]],
    tmp_path: Path,
    change: Callable[[bytes, Path], bytes],
) -> None:
    """Whatever is in the tables and files, the output is the same and nothing was run."""
    expected = tree(small_site.output)
    assert change_all(small_site.root / "cache", change, tmp_path / "ran") > 20
    assert renewed(small_site, tree) == expected
    assert not (tmp_path / "ran").exists()


def test_values_in_the_places_of_others_are_ignored(
    small_site: Callable[..., object], tree: Callable[[Path], dict[str, bytes]]
) -> None:
    """No text replaces another, and no picture."""
    expected = tree(small_site.output)
    swap_all(small_site.root / "cache")
    assert renewed(small_site, tree) == expected


TRIGGER = "CREATE TRIGGER t AFTER DELETE ON parsed BEGIN INSERT INTO parsed VALUES (x'00', x'00', 1); END"
ENDLESS = """
ALTER TABLE parsed RENAME TO p;
CREATE VIEW parsed AS
    WITH RECURSIVE n(k, value) AS (SELECT x'00', x'00' UNION ALL SELECT k, value FROM n) SELECT k AS key, value FROM n
"""


@pytest.mark.parametrize("statement", [TRIGGER, ENDLESS])
def test_a_store_with_more_than_our_tables_is_replaced(
    small_site: Callable[..., object], tree: Callable[[Path], dict[str, bytes]], statement: str
) -> None:
    """Views and triggers are programs, too."""
    expected = tree(small_site.output)
    for file in (small_site.root / "cache").glob("*.sqlite"):
        database = sqlite3.connect(file)
        database.executescript(statement)
        database.close()
    (small_site.root / "content" / "pages" / "about" / "sv.md").touch()
    done = small_site({}, "--today", DAY)
    assert (done.code, "cache-lost" in done.stderr) == (0, True)
    assert tree(small_site.output) == expected


def test_a_store_that_is_a_link_is_replaced(small_site: Callable[..., object], tmp_path: Path) -> None:
    """The link's target stays as it was."""
    other = tmp_path / "other.sqlite"
    database = sqlite3.connect(other)
    database.execute("CREATE TABLE mine (words TEXT)")
    database.close()
    before = other.read_bytes()
    file = next((small_site.root / "cache").glob("*.sqlite"))
    file.unlink()
    file.symlink_to(other)
    (small_site.root / "content" / "pages" / "about" / "sv.md").touch()
    assert small_site({}, "--today", DAY).code == 0
    assert (file.is_symlink(), other.read_bytes()) == (False, before)
