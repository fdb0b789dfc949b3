"""What is kept between builds."""

from __future__ import annotations

import sqlite3
from hashlib import shake_256
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from noticeboard.compression import compressed
from noticeboard.pages.freshness import Fingerprint
from noticeboard.shell.cache.known_outputs import Output
from noticeboard.shell.cache.store import Store

if TYPE_CHECKING:
    from pathlib import Path

KEYS = {"a": b"1", "b": b"2"}
OUTPUTS = {"index.html": Output(Fingerprint("v", "t", "c", "p"), 10, 2**62)}


def recall(store: Store) -> tuple[dict[str, object], int]:
    """The values of KEYS, each its name in capitals, and how many had to be made."""
    return store.recall(KEYS, str.upper, str)


def test_a_value_is_made_once(tmp_path: Path) -> None:
    """What was made is there for the next build."""
    for made in (2, 0):
        with Store(tmp_path / "new" / "s.sqlite", "p1") as store:
            assert (recall(store), store.problem) == (({"a": "A", "b": "B"}, made), None)


def test_a_changed_key_is_made_anew(tmp_path: Path) -> None:
    """A value belongs to its key alone."""
    with Store(tmp_path / "s.sqlite", "p1") as store:
        recall(store)
        assert store.recall({"a": b"1", "b": b"3"}, str.title, str) == ({"a": "A", "b": "B"}, 1)


def test_another_program_sees_nothing_of_the_old_one(tmp_path: Path) -> None:
    """Values of a program with another digest are never used."""
    with Store(tmp_path / "s.sqlite", "p1") as store:
        recall(store)
    with Store(tmp_path / "s.sqlite", "p2") as store:
        assert recall(store)[1] == 2


def test_what_nobody_asks_for_is_forgotten_after_a_week(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The store does not grow with every text that ever was; what other commands need in between stays."""
    made = []
    for day, names in ((0, "ab"), (6, "a"), (6, "b"), (12, "a"), (20, "b")):
        monkeypatch.setattr("noticeboard.shell.cache.store.time", lambda day=day: (20_000 + day) * 86_400)
        with Store(tmp_path / "s.sqlite", "p1") as store:
            made.append(store.recall({name: KEYS[name] for name in names}, str.upper, str)[1])
            store.tidy()
    with Store(tmp_path / "s.sqlite", "p1") as store:
        made.append(recall(store)[1])
    assert made == [2, 0, 0, 0, 0, 1]


def test_published_bytes_are_kept_and_the_oldest_leave_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Above the bound, what was not asked for the longest."""
    noise = [shake_256(bytes([n])).digest(200_000) for n in range(4)]
    for day in range(4):
        monkeypatch.setattr("noticeboard.shell.cache.store.time", lambda day=day: (20_000 + day) * 86_400)
        with Store(tmp_path / "s.sqlite", "p1") as store:
            store.keep_published([(bytes([day]), compressed(noise[day]))])
            assert dict(store.published([bytes([0]), bytes([9])])) == {bytes([0]): noise[0]}
            monkeypatch.setattr("noticeboard.shell.cache.store._MOST_BYTES", 500_000 if day == 3 else 1 << 30)
            store.tidy()
    with Store(tmp_path / "s.sqlite", "p1") as store:
        assert dict(store.published(map(bytes, [[0], [1], [2], [3]]))) == {bytes([n]): noise[n] for n in (0, 3)}


def test_bytes_are_made_once(tmp_path: Path) -> None:
    """What was made is there for the next build, of the same program alone."""
    for program, made in (("p1", b"a"), ("p1", b"a"), ("p2", b"c")):
        with Store(tmp_path / "s.sqlite", program) as store:
            given = iter([b"a" if made == b"a" else b"c"])
            assert store.recalled_bytes(b"key", lambda given=given: next(given)) == made


def test_programs_share_a_store_and_never_a_value(tmp_path: Path) -> None:
    """Two versions of Python take turns without making anything twice; a new one is told that it found nothing."""
    found = []
    for program in ("p1", "p2", "p1", "p2"):
        with Store(tmp_path / "s.sqlite", program) as store:
            found.append((recall(store)[1], store.of_others))
    assert found == [(2, False), (2, True), (0, False), (0, False)]


def test_a_cache_that_was_made_with_another_key_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing in it is used, and the build can say why it took long."""
    found = []
    for key in ("one", "two", "one"):
        monkeypatch.setenv("NOTICEBOARD_CACHE_KEY", key)
        with Store(tmp_path / "s.sqlite", "p1") as store:
            found.append((recall(store)[1], store.of_others))
    assert found == [(2, False), (2, True), (2, False)]


def test_output_folders_are_kept_apart(tmp_path: Path) -> None:
    """What is known of one is not known of another, and each tells when it was written to."""
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
    """One file has other bytes and one is gone: all others are known as before, and few records are written."""
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


def test_a_part_in_the_place_of_another_is_not_known(tmp_path: Path) -> None:
    """Each record is marked for its own place."""
    many = {f"{n}.html": OUTPUTS["index.html"] for n in range(2000)}
    with Store(tmp_path / "s.sqlite", "p1") as store:
        store.outputs.keep(many, {})
    with sqlite3.connect(tmp_path / "s.sqlite") as database:
        database.execute("UPDATE output SET value = (SELECT value FROM output WHERE part = 1) WHERE part = 2")
    with Store(tmp_path / "s.sqlite", "p1") as store:
        assert 0 < len(many) - len(store.outputs.read()) < 100


@pytest.mark.parametrize("content", [b"no database at all", b"SQLite format 3\0" + b"\xff" * 4000, b""])
def test_a_store_that_is_none_is_replaced(tmp_path: Path, content: bytes) -> None:
    """A damaged store costs time and nothing else: the next build makes everything again and keeps it."""
    path = tmp_path / "s.sqlite"
    path.write_bytes(content)
    for made in (2, 0):
        with Store(path, "p1") as store:
            assert recall(store)[1] == made


def test_a_store_with_other_tables_is_replaced(tmp_path: Path) -> None:
    """A database of another shape is not read as if it were ours."""
    database = sqlite3.connect(tmp_path / "s.sqlite")
    database.execute("CREATE TABLE parsed (something TEXT)")
    database.close()
    for made in (2, 0):
        with Store(tmp_path / "s.sqlite", "p1") as store:
            assert recall(store)[1] == made


def test_a_store_of_another_form_is_replaced(tmp_path: Path) -> None:
    """What a later version of the program left is not understood, and people are told why this build is slow."""
    with Store(tmp_path / "s.sqlite", "p1") as store:
        recall(store)
        store._database._connection.execute("PRAGMA user_version = 99")  # noqa: SLF001 - how a later version would mark its own
    with Store(tmp_path / "s.sqlite", "p1") as store:
        assert (recall(store)[1], store.problem and store.problem.name) == (2, "cache-lost")


@pytest.fixture
def contended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a store lies that holds the values of KEYS, and that nobody waits for."""
    monkeypatch.setattr("noticeboard.shell.cache.database._PATIENCE", 0.05)
    with Store(tmp_path / "s.sqlite", "p1") as store:
        recall(store)
    return tmp_path / "s.sqlite"


def test_a_store_that_another_holds_is_done_without(contended: Path) -> None:
    """One that stays locked when it is opened is replaced; the other goes on with its own."""
    other = sqlite3.connect(contended)
    other.execute("BEGIN EXCLUSIVE")
    with Store(contended, "p1") as store:
        assert (recall(store)[1], store.problem and store.problem.name) == (2, "cache-lost")
    other.rollback()
    other.close()


def test_a_store_that_another_takes_meanwhile_costs_nothing_but_time(contended: Path) -> None:
    """What cannot be read any more is made again, and what cannot be written is not kept."""
    with Store(contended, "p1") as store:
        other = sqlite3.connect(contended)
        other.execute("BEGIN EXCLUSIVE")
        assert recall(store) == ({"a": "A", "b": "B"}, 2)
        assert store.outputs.read() == {}
        store.outputs.keep(OUTPUTS, {})
        store.tidy()
        other.close()


def test_a_store_that_may_only_be_read_is_read(tmp_path: Path) -> None:
    """What it holds is used, and nothing is kept in it."""
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


def test_a_store_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    """Where there is no place for a store, the build goes on and people are told why it is slow."""
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with Store(tmp_path / "file" / "s.sqlite", "p1") as store:
        assert (recall(store)[1], store.problem and store.problem.name) == (2, "cache-lost")


@pytest.mark.parametrize("damage", [b"", b"garbage", b"\x80\xff.", b"\x80\x05X\xff", b"\x80\x05cnowhere\nNothing\n."])
def test_a_damaged_value_is_made_anew(tmp_path: Path, damage: bytes) -> None:
    """A value whose bytes were damaged is made again, whatever the damage."""
    with Store(tmp_path / "s.sqlite", "p1") as store:
        recall(store)
    database = sqlite3.connect(tmp_path / "s.sqlite")
    with database:
        database.execute("UPDATE parsed SET value = ? WHERE key = ?", (damage, store._own(b"1")))  # noqa: SLF001
    database.close()
    with Store(tmp_path / "s.sqlite", "p1") as store:
        assert recall(store) == ({"a": "A", "b": "B"}, 1)


def test_a_full_disk_costs_nothing_but_time(tmp_path: Path) -> None:
    """Where the store cannot grow, values are made and used all the same."""
    with Store(tmp_path / "s.sqlite", "p1") as store:
        store._database._connection.execute("PRAGMA max_page_count = 1")  # noqa: SLF001 - how SQLite plays a full disk
        values, made = store.recall({str(n): bytes([n]) for n in range(50)}, lambda name: name * 1000, str)
        assert (made, values["49"]) == (50, "49" * 1000)
        store.outputs.keep({str(n): OUTPUTS["index.html"] for n in range(1000)}, {})
        store.tidy()


def test_a_file_that_turns_out_to_be_damaged_is_made_anew(tmp_path: Path) -> None:
    """Looking through all of it before each build would take seconds; what is found on the way is enough."""
    path = tmp_path / "s.sqlite"
    with Store(path, "p1") as store:
        store.recall({str(n): bytes([n]) for n in range(200)}, lambda name: name * 100, str)
    data = path.read_bytes()
    path.write_bytes(data[:8192] + b"\xff" * (len(data) - 8192))
    for made in (200, 200, 0):
        with Store(path, "p1") as store:
            assert store.recall({str(n): bytes([n]) for n in range(200)}, lambda name: name * 100, str)[1] == made
