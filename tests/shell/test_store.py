"""What the store keeps between builds."""

from __future__ import annotations

import sqlite3
from hashlib import shake_256
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from noticeboard.compression import compressed
from noticeboard.pages.freshness import CommonInputs, Fingerprint
from noticeboard.shell.cache.known_outputs import Output
from noticeboard.shell.cache.store import Store

if TYPE_CHECKING:
    from pathlib import Path

KEYS = {"a": b"1", "b": b"2"}
OUTPUTS = {"index.html": Output(Fingerprint("v", CommonInputs("t", "c", "p")), 10, 2**62)}


def recall(store: Store) -> tuple[dict[str, object], int]:
    """The values of KEYS, each its name in capitals, and how many were made."""
    return store.recall(KEYS, str.upper, str)


def test_a_value_is_made_once(tmp_path: Path) -> None:
    """The next build finds it."""
    for made in (2, 0):
        with Store(tmp_path / "new" / "s.sqlite", "p1") as store:
            assert (recall(store), store.problem) == (({"a": "A", "b": "B"}, made), None)


def test_a_changed_key_is_made_again(tmp_path: Path) -> None:
    """A value belongs to one key only."""
    with Store(tmp_path / "s.sqlite", "p1") as store:
        recall(store)
        assert store.recall({"a": b"1", "b": b"3"}, str.title, str) == ({"a": "A", "b": "B"}, 1)


def test_another_program_sees_nothing_of_the_old_one(tmp_path: Path) -> None:
    """Values of a program with another digest are never used."""
    with Store(tmp_path / "s.sqlite", "p1") as store:
        recall(store)
    with Store(tmp_path / "s.sqlite", "p2") as store:
        assert recall(store)[1] == 2


def test_unused_values_are_removed_after_a_week(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The store does not grow for ever, and values that other commands use in between stay."""
    made = []
    for day, names in ((0, "ab"), (6, "a"), (6, "b"), (12, "a"), (20, "b")):
        monkeypatch.setattr("noticeboard.shell.cache.cache_tables.time", lambda day=day: (20_000 + day) * 86_400)
        with Store(tmp_path / "s.sqlite", "p1") as store:
            made.append(store.recall({name: KEYS[name] for name in names}, str.upper, str)[1])
            store.tidy()
    with Store(tmp_path / "s.sqlite", "p1") as store:
        made.append(recall(store)[1])
    assert made == [2, 0, 0, 0, 0, 1]


def test_published_bytes_are_kept_and_the_oldest_leave_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Above the limit, those unused for the longest time leave."""
    noise = [shake_256(bytes([n])).digest(200_000) for n in range(4)]
    for day in range(4):
        monkeypatch.setattr("noticeboard.shell.cache.cache_tables.time", lambda day=day: (20_000 + day) * 86_400)
        with Store(tmp_path / "s.sqlite", "p1") as store:
            store.keep_published([(bytes([day]), compressed(noise[day]))])
            assert dict(store.published([bytes([0]), bytes([9])])) == {bytes([0]): noise[0]}
            monkeypatch.setattr("noticeboard.shell.cache.cache_tables._MOST_BYTES", 500_000 if day == 3 else 1 << 30)
            store.tidy()
    with Store(tmp_path / "s.sqlite", "p1") as store:
        assert dict(store.published(map(bytes, [[0], [1], [2], [3]]))) == {bytes([n]): noise[n] for n in (0, 3)}


def test_bytes_are_made_once(tmp_path: Path) -> None:
    """The next build of the same program finds them."""
    for program, made in (("p1", b"a"), ("p1", b"a"), ("p2", b"c")):
        with Store(tmp_path / "s.sqlite", program) as store:
            given = iter([b"a" if made == b"a" else b"c"])
            assert store.recalled_bytes(b"key", lambda given=given: next(given)) == made


def test_programs_share_a_store_and_never_a_value(tmp_path: Path) -> None:
    """Two versions of Python take turns without making anything twice; a new one learns that it found nothing."""
    found = []
    for program in ("p1", "p2", "p1", "p2"):
        with Store(tmp_path / "s.sqlite", program) as store:
            found.append((recall(store)[1], store.of_others))
    assert found == [(2, False), (2, True), (0, False), (0, False)]


def test_a_cache_made_with_another_key_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing in it is used, and the build can say why it took long."""
    found = []
    for key in ("one", "two", "one"):
        monkeypatch.setenv("NOTICEBOARD_CACHE_KEY", key)
        with Store(tmp_path / "s.sqlite", "p1") as store:
            found.append((recall(store)[1], store.of_others))
    assert found == [(2, False), (2, True), (2, False)]


def test_output_folders_are_kept_apart(tmp_path: Path) -> None:
    """Each has its own records and the time when it was last written to."""
    marks = []
    for folder in ("output", "public", "output"):
        with Store(tmp_path / "s.sqlite", "p1", folder) as store:
            marks.append(store.outputs.last_written())
            store.outputs.keep({folder: OUTPUTS["index.html"]}, {})
            assert store.outputs.last_written() != marks[-1]
            assert store.outputs.read() == {folder: OUTPUTS["index.html"]}
    assert (marks[:2], marks[2] != b"") == ([b"", b""], True)


def test_outputs_are_kept_and_replaced(tmp_path: Path) -> None:
    """The fingerprints and states of output files are those of the last build."""
    with Store(tmp_path / "s.sqlite", "p1") as store:
        store.outputs.keep({**OUTPUTS, "old.html": OUTPUTS["index.html"]}, {})
        store.outputs.keep(OUTPUTS, store.outputs.read())
    with Store(tmp_path / "s.sqlite", "p1") as store:
        assert store.outputs.read() == OUTPUTS


def test_of_many_outputs_only_the_parts_that_change_are_written(tmp_path: Path) -> None:
    """If one file changes and one goes, few records are written."""
    many = {f"{n}.html": replace(OUTPUTS["index.html"], size=n) for n in range(2000)}
    with Store(tmp_path / "s.sqlite", "p1") as store:
        store.outputs.keep(many, {})
        known = store.outputs.read()
        before = dict(sqlite3.connect(tmp_path / "s.sqlite").execute("SELECT part, value FROM output"))
        later = {**known, "7.html": replace(known["7.html"], content="other")}
        del later["8.html"]
        store.outputs.keep(later, known)
        after = dict(sqlite3.connect(tmp_path / "s.sqlite").execute("SELECT part, value FROM output"))
        assert (known, store.outputs.read()) == (many, later)
        assert 1 <= sum(before[part] != after[part] for part in before) <= 2


def test_a_record_in_the_place_of_another_is_ignored(tmp_path: Path) -> None:
    """Each record is signed for its own place."""
    many = {f"{n % 20}/{n}.html": OUTPUTS["index.html"] for n in range(2000)}
    with Store(tmp_path / "s.sqlite", "p1") as store:
        store.outputs.keep(many, {})
    with sqlite3.connect(tmp_path / "s.sqlite") as database:
        one, other = (part for (part,) in database.execute("SELECT part FROM output LIMIT 2"))
        copy = "UPDATE output SET value = (SELECT value FROM output WHERE part = ?) WHERE part = ?"
        database.execute(copy, (one, other))
    with Store(tmp_path / "s.sqlite", "p1") as store:
        assert 0 < len(many) - len(store.outputs.read()) < 100


@pytest.mark.parametrize("content", [b"no database at all", b"SQLite format 3\0" + b"\xff" * 4000, b""])
def test_a_damaged_store_is_replaced(tmp_path: Path, content: bytes) -> None:
    """It costs time only: the next build makes everything again and keeps it."""
    path = tmp_path / "s.sqlite"
    path.write_bytes(content)
    for made in (2, 0):
        with Store(path, "p1") as store:
            assert recall(store)[1] == made


def test_a_store_with_other_tables_is_replaced(tmp_path: Path) -> None:
    """A database with other tables is not read as ours."""
    database = sqlite3.connect(tmp_path / "s.sqlite")
    database.execute("CREATE TABLE parsed (something TEXT)")
    database.close()
    for made in (2, 0):
        with Store(tmp_path / "s.sqlite", "p1") as store:
            assert recall(store)[1] == made


def test_a_store_of_another_form_is_replaced(tmp_path: Path) -> None:
    """A later version's store is not understood, and people learn why this build is slow."""
    with Store(tmp_path / "s.sqlite", "p1") as store:
        recall(store)
        store._database._connection.execute("PRAGMA user_version = 99")  # noqa: SLF001 - how a later version would mark its own
    with Store(tmp_path / "s.sqlite", "p1") as store:
        assert (recall(store)[1], store.problem and store.problem.name) == (2, "cache-lost")


@pytest.fixture
def contended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The path of a store with the values of KEYS, for which nobody waits."""
    monkeypatch.setattr("noticeboard.shell.cache.database._TIMEOUT", 0.05)
    with Store(tmp_path / "s.sqlite", "p1") as store:
        recall(store)
    return tmp_path / "s.sqlite"


def test_a_locked_store_is_replaced(contended: Path) -> None:
    """If it stays locked when it is opened; the other process continues with its own."""
    other = sqlite3.connect(contended)
    other.execute("BEGIN EXCLUSIVE")
    with Store(contended, "p1") as store:
        assert (recall(store)[1], store.problem and store.problem.name) == (2, "cache-lost")
    other.rollback()
    other.close()


def test_a_store_locked_meanwhile_costs_only_time(contended: Path) -> None:
    """Unreadable values are made again, and values that cannot be written are not kept."""
    with Store(contended, "p1") as store:
        other = sqlite3.connect(contended)
        other.execute("BEGIN EXCLUSIVE")
        assert recall(store) == ({"a": "A", "b": "B"}, 2)
        assert store.outputs.read() == {}
        store.outputs.keep(OUTPUTS, {})
        store.tidy()
        other.close()


def test_a_read_only_store_is_used(tmp_path: Path) -> None:
    """Nothing new is kept in it."""
    path = tmp_path / "s.sqlite"
    with Store(path, "p1") as store:
        recall(store)
        store._database._connection.execute("PRAGMA query_only = ON")  # noqa: SLF001 - whoever runs the tests may write every file
        assert recall(store)[1] == 0
        assert store.recall({"c": b"3"}, str.upper, str) == ({"c": "C"}, 1)
        store.outputs.keep(OUTPUTS, {})
        store.tidy()
    with Store(path, "p1") as store:
        assert (recall(store)[1], store.outputs.read()) == (0, {})


def test_a_build_works_without_a_store(tmp_path: Path) -> None:
    """If there is no place for one, people learn why the build is slow."""
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with Store(tmp_path / "file" / "s.sqlite", "p1") as store:
        assert (recall(store)[1], store.problem and store.problem.name) == (2, "cache-lost")


@pytest.mark.parametrize("damage", [b"", b"garbage", b"\x80\xff.", b"\x80\x05X\xff", b"\x80\x05cnowhere\nNothing\n."])
def test_a_damaged_value_is_made_again(tmp_path: Path, damage: bytes) -> None:
    """Whatever the damage."""
    with Store(tmp_path / "s.sqlite", "p1") as store:
        recall(store)
    database = sqlite3.connect(tmp_path / "s.sqlite")
    with database:
        database.execute("UPDATE parsed SET value = ? WHERE key = ?", (damage, store.own(b"1")))
    database.close()
    with Store(tmp_path / "s.sqlite", "p1") as store:
        assert recall(store) == ({"a": "A", "b": "B"}, 1)


def test_a_full_disk_costs_only_time(tmp_path: Path) -> None:
    """Values are made and used, but not kept."""
    with Store(tmp_path / "s.sqlite", "p1") as store:
        store._database._connection.execute("PRAGMA max_page_count = 1")  # noqa: SLF001 - how SQLite plays a full disk
        values, made = store.recall({str(n): bytes([n]) for n in range(50)}, lambda name: name * 1000, str)
        assert (made, values["49"]) == (50, "49" * 1000)
        store.outputs.keep({str(n): OUTPUTS["index.html"] for n in range(1000)}, {})
        store.tidy()


def test_damage_found_while_reading_is_repaired(tmp_path: Path) -> None:
    """Checking the whole file before each build would take seconds."""
    path = tmp_path / "s.sqlite"
    with Store(path, "p1") as store:
        store.recall({str(n): bytes([n]) for n in range(200)}, lambda name: name * 100, str)
    data = path.read_bytes()
    path.write_bytes(data[:8192] + b"\xff" * (len(data) - 8192))
    for made in (200, 200, 0):
        with Store(path, "p1") as store:
            assert store.recall({str(n): bytes([n]) for n in range(200)}, lambda name: name * 100, str)[1] == made


def test_published_bytes_that_are_there_count_as_asked_for(tmp_path: Path) -> None:
    """They need not be written again, and stay as those that were read do."""
    with Store(tmp_path / "s.sqlite", "p1") as store:
        store.keep_published([(key, compressed(key)) for key in (b"1", b"2")])
    with sqlite3.connect(tmp_path / "s.sqlite") as database:
        database.execute("UPDATE published SET used = used - 8")
        database.execute("DELETE FROM tidied")
    with Store(tmp_path / "s.sqlite", "p1") as store:
        assert store.unpublished([b"1", b"3"]) == {b"3"}
        store.tidy()
        assert store.unpublished([b"1", b"2"]) == {b"2"}
