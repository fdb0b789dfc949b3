"""Values as marked bytes on the disk."""

from __future__ import annotations

import os
import pickle
import sys
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticeboard.fields.front_matter_keys import Header
from noticeboard.model import Instant, Location, Problem, Severity, Stamp
from noticeboard.shell.cache.sealed_records import Seal

ZONES = st.integers(-12 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
INSTANTS = st.datetimes(timezones=ZONES).map(lambda found: Instant.fromisoformat(found.isoformat()))
HEADERS = st.builds(
    Header,
    title=st.text(),
    summary=st.none() | st.text(),
    deadline=st.none() | st.dates() | INSTANTS,
    translates=st.none() | st.builds(Stamp, st.text(), st.text()),
    expected=st.just(()) | st.tuples(st.tuples(st.text(), st.dates())),
    terms=st.tuples(st.tuples(st.text(), st.tuples(st.text(), st.text()))),
)


class Runs:
    """A value that leaves a file where it is unpickled."""

    def __init__(self, file: Path) -> None:
        """Takes the file."""
        self.file = file

    def __reduce__(self) -> tuple[object, ...]:
        """What pickle would call."""
        return Path.touch, (self.file,)


@given(HEADERS)
def test_a_header_comes_back_as_it_was(header: Header) -> None:
    """All fields are equal, offsets from UTC too, and the record is of the same types all through."""
    back = Seal().unpacked(b"k", Seal().packed(b"k", header), Header)
    assert (back, repr(back)) == (header, repr(header))


def test_a_problem_comes_back_as_it_was() -> None:
    """Records within records keep their types."""
    problem = Problem(Location("a", 2, 3), Severity.ERROR, "some-name", "{a}", "b", (("a", "x"),))
    assert repr(Seal().unpacked(b"k", Seal().packed(b"k", problem), Problem)) == repr(problem)


@given(st.binary(), st.binary(max_size=8))
def test_bytes_are_taken_for_their_purpose_alone(data: bytes, purpose: bytes) -> None:
    """The same bytes under another name are nobody's."""
    whole = Seal().sealed(purpose, data)
    assert (Seal().unsealed(purpose, whole), Seal().unsealed(purpose + b"x", whole)) == (data, None)


@given(st.integers(0), st.integers(1, 255))
def test_damage_anywhere_is_seen(at: int, change: int) -> None:
    """One other byte, in the mark or after it, and the value is as good as absent."""
    whole = bytearray(Seal().packed(b"k", {"a": "some words"}))
    whole[at % len(whole)] ^= change
    assert Seal().unpacked(b"k", bytes(whole), dict[str, str]) is None


@pytest.mark.parametrize(
    "data", [b"", b"\xc1", b"\xa1\xff", b"\x91" * 100_000, b"\x82\xa1a\xa1b", b"\xdf\xff\xff\xff\xff"]
)
def test_what_is_no_value_of_the_type_is_absent(data: bytes) -> None:
    """Bytes that were sealed and are no MessagePack, or hold something else, end nothing."""
    for kind in (Header, dict[str, str], str, tuple[Location, ...]):
        assert Seal().unpacked(b"k", Seal().sealed(b"k", data), kind) is None


@pytest.mark.parametrize("value", [None, 5, "text", 1.5])
def test_what_is_no_bytes_is_absent(value: object) -> None:
    """A table may hold anything."""
    assert Seal().unsealed(b"k", value) is None


def test_nothing_is_run(tmp_path: Path) -> None:
    """A pickle, marked or not, is bytes and nothing more."""
    data = pickle.dumps(Runs(tmp_path / "ran"))
    assert [Seal().unpacked(b"k", found, Header) for found in (data, Seal().sealed(b"k", data))] == [None, None]
    assert not (tmp_path / "ran").exists()


def test_what_was_marked_with_another_key_is_absent(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever does not know the key can leave nothing that is taken."""
    plain = Seal().packed(b"k", "words")
    monkeypatch.setenv("NOTICEBOARD_CACHE_KEY", "one")
    one = Seal().packed(b"k", "words")
    assert [Seal().unpacked(b"k", found, str) for found in (plain, one)] == [None, "words"]
    monkeypatch.setenv("NOTICEBOARD_CACHE_KEY", "two")
    assert Seal().unpacked(b"k", one, str) is None


def test_nobody_else_can_leave_what_is_taken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Without a key in the environment the user's own on this machine counts, which nobody else can read."""
    monkeypatch.delenv("NOTICEBOARD_CACHE_KEY", raising=False)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "theirs"))
    theirs = Seal().packed(b"k", "words")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "ours"))
    ours = Seal().packed(b"k", "words")
    assert [Seal().unpacked(b"k", found, str) for found in (theirs, ours)] == [None, "words"]
    file = tmp_path / "ours" / "noticeboard" / "cache.key"
    assert len(file.read_bytes()) == 64
    assert file.stat().st_mode & 0o077 == 0 or sys.platform == "win32"


@pytest.mark.parametrize("kind", ["no home", "a file", "a link"])
def test_a_key_that_cannot_be_kept_lasts_as_long_as_its_process(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, kind: str
) -> None:
    """And those that it starts: it is in their environment then."""
    monkeypatch.setenv("NOTICEBOARD_CACHE_KEY", "")
    (tmp_path / "folder").mkdir()
    match kind:
        case "no home":
            monkeypatch.setenv("XDG_STATE_HOME", "elsewhere")
        case "a file":
            (tmp_path / "noticeboard").write_text("")
        case "a link":
            (tmp_path / "noticeboard").symlink_to(tmp_path / "folder")
    if kind != "no home":
        monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    data = Seal().packed(b"k", "words")
    assert Seal().unpacked(b"k", data, str) == "words"
    assert len(os.environ["NOTICEBOARD_CACHE_KEY"]) == 128
    assert not list((tmp_path / "folder").iterdir())


def test_a_plain_datetime_is_not_taken_for_an_instant() -> None:
    """MessagePack keeps its moment and not its offset, so what comes back would be another value."""
    data = Seal().packed(b"k", Header(deadline=datetime(2026, 1, 2, 3, 4, tzinfo=UTC)))
    assert Seal().unpacked(b"k", data, Header) is None
    assert Seal().unpacked(b"k", Seal().packed(b"k", Header(deadline=date(2026, 1, 2))), Header) == Header(
        deadline=date(2026, 1, 2)
    )
