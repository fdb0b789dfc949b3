"""The texts of an announcement in one row: records come back at once, details when they are asked for."""

from __future__ import annotations

import os
import sqlite3
from typing import TYPE_CHECKING

import pytest

from noticeboard.shell.cache.signed_records import encoded
from noticeboard.shell.cache.store import Store
from noticeboard.shell.cache.text_rows import TextRecord

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from noticeboard.blob import Blob

ROW = b"row" * 5
TEXTS = {b"1": "news/a/en.md", b"2": "news/a/nl.md"}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A cache with one row of two texts."""
    with Store(tmp_path / "s.sqlite", "p1") as store:
        store.texts.write(
            [(ROW, [TextRecord(key, encoded(path), f"of {path}".encode()) for key, path in TEXTS.items()])]
        )
    return tmp_path / "s.sqlite"


@pytest.fixture
def read(file: Path) -> Iterator[Callable[..., dict[str, tuple[str, Blob]]]]:
    """Reads the row, by name; details that are made again are in capitals."""

    def found(texts: dict[bytes, str] = TEXTS) -> dict[str, tuple[str, Blob]]:
        with Store(file, "p1") as store:
            rows = store.texts.read({ROW: texts}, str, lambda name: name.upper().encode())
            return {name: (record, details) for name, record, details in rows}

    return found


def changed(file: Path, statement: str, *values: object) -> None:
    """Changes the row as another program would."""
    with sqlite3.connect(file) as database:
        database.execute(statement, values)


def test_records_and_details_come_back(read: Callable) -> None:
    """Details too when the store is closed again."""
    found = read()
    assert {name: (record, details.read()) for name, (record, details) in found.items()} == {
        path: (path, f"of {path}".encode()) for path in TEXTS.values()
    }


def test_only_texts_that_are_asked_for_come_back(read: Callable) -> None:
    """A row may hold a text that was deleted, or lack one that is new; names are those of the question."""
    found = read({b"2": "other", b"3": "news/a/fr.md"})
    assert [(name, details.read()) for name, (_, details) in found.items()] == [("other", b"of news/a/nl.md")]


@pytest.mark.parametrize("statement", ["UPDATE details SET value = 'garbage'", "DELETE FROM details"])
def test_details_that_are_gone_are_made_again(file: Path, read: Callable, statement: str) -> None:
    """Whoever took them."""
    found = read()
    changed(file, statement)
    assert found["news/a/nl.md"][1].read() == b"NEWS/A/NL.MD"


def test_another_build_takes_no_details_away(file: Path, read: Callable) -> None:
    """It may replace the row after its records were read."""
    found = read()
    with Store(file, "p1") as store:
        store.texts.write([(ROW, [TextRecord(b"4", encoded("new"), b"of others")])])
    assert found["news/a/en.md"][1].read() == b"of news/a/en.md"
    assert read() == {}


def test_details_stay_as_long_as_their_records(file: Path) -> None:
    """Rows that nobody asked for in a week leave, and details are asked for with their records."""
    for asked in (True, False):
        for statement in (
            "UPDATE texts SET used = used - 8",
            "UPDATE details SET used = used - 8",
            "DELETE FROM tidied",
        ):
            changed(file, statement)
        with Store(file, "p1") as store:
            if asked:
                list(store.texts.read({ROW: TEXTS}, str, str.encode))
            store.tidy()
        with sqlite3.connect(file) as database:
            left = database.execute("SELECT (SELECT count() FROM texts), (SELECT count() FROM details)").fetchall()
        assert left == [(asked, asked)]


def test_without_the_file_details_are_made_again(file: Path, read: Callable) -> None:
    """The cache may be deleted at any time."""
    found = read()
    file.unlink()
    assert found["news/a/en.md"][1].read() == b"NEWS/A/EN.MD"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="builds are forked, which this system cannot do")
def test_a_forked_process_reads_details(read: Callable) -> None:
    """With a connection of its own."""
    found = read()
    assert found["news/a/en.md"][1].read() == b"of news/a/en.md"
    child = os.fork()
    if not child:
        os._exit(0 if found["news/a/nl.md"][1].read() == b"of news/a/nl.md" else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


@pytest.mark.parametrize("table", ["texts", "details"])
def test_a_row_in_the_place_of_another_is_ignored(file: Path, read: Callable, table: str) -> None:
    """Records and details are signed for their own row."""
    found = read()
    with Store(file, "p1") as store:
        store.texts.write([(b"other" * 3, [TextRecord(key, encoded("fake"), b"fake") for key in TEXTS])])
    with sqlite3.connect(file) as database:
        rows = dict(database.execute(f"SELECT key, value FROM {table}"))  # noqa: S608 - ours
    for key, value in zip(rows, reversed(rows.values()), strict=True):
        changed(file, f"UPDATE {table} SET value = ? WHERE key = ?", value, key)  # noqa: S608 - one of ours
    assert b"fake" not in {details.read() for _, details in found.values()}
    assert "fake" not in {record for record, _ in read().values()}
