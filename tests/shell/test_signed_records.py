"""Values as signed bytes on the disk."""

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
from noticeboard.shell.cache.signed_records import Signer

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
    """All fields are equal, including offsets from UTC, and have the same types."""
    back = Signer().loads(b"k", Signer().dumps(b"k", header), Header)
    assert (back, repr(back)) == (header, repr(header))


def test_a_problem_comes_back_as_it_was() -> None:
    """Nested records keep their types."""
    problem = Problem(Location("a", 2, 3), Severity.ERROR, "some-name", "{a}", "b", (("a", "x"),))
    assert repr(Signer().loads(b"k", Signer().dumps(b"k", problem), Problem)) == repr(problem)


@given(st.binary(), st.binary(max_size=8))
def test_bytes_are_valid_for_their_purpose_only(data: bytes, purpose: bytes) -> None:
    """Under another name they count as absent."""
    whole = Signer().sign(purpose, data)
    assert (Signer().unsign(purpose, whole), Signer().unsign(purpose + b"x", whole)) == (data, None)


@given(st.integers(0), st.integers(1, 255))
def test_damage_anywhere_is_noticed(at: int, change: int) -> None:
    """If one byte changes, in the signature or after it, the value counts as absent."""
    whole = bytearray(Signer().dumps(b"k", {"a": "some words"}))
    whole[at % len(whole)] ^= change
    assert Signer().loads(b"k", bytes(whole), dict[str, str]) is None


@pytest.mark.parametrize(
    "data", [b"", b"\xc1", b"\xa1\xff", b"\x91" * 100_000, b"\x82\xa1a\xa1b", b"\xdf\xff\xff\xff\xff"]
)
def test_a_value_of_another_type_is_absent(data: bytes) -> None:
    """Sealed bytes that are not MessagePack, or another value, raise nothing."""
    for kind in (Header, dict[str, str], str, tuple[Location, ...]):
        assert Signer().loads(b"k", Signer().sign(b"k", data), kind) is None


@pytest.mark.parametrize("value", [None, 5, "text", 1.5])
def test_anything_but_bytes_is_absent(value: object) -> None:
    """A table may contain anything."""
    assert Signer().unsign(b"k", value) is None


def test_pickles_are_never_run(tmp_path: Path) -> None:
    """A pickle, signed or not, is only bytes."""
    data = pickle.dumps(Runs(tmp_path / "ran"))
    assert [Signer().loads(b"k", found, Header) for found in (data, Signer().sign(b"k", data))] == [None, None]
    assert not (tmp_path / "ran").exists()


def test_a_value_signed_with_another_key_is_absent(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the key nobody can leave a value that is used."""
    plain = Signer().dumps(b"k", "words")
    monkeypatch.setenv("NOTICEBOARD_CACHE_KEY", "one")
    one = Signer().dumps(b"k", "words")
    assert [Signer().loads(b"k", found, str) for found in (plain, one)] == [None, "words"]
    monkeypatch.setenv("NOTICEBOARD_CACHE_KEY", "two")
    assert Signer().loads(b"k", one, str) is None


def test_the_users_own_key_is_the_default(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Nobody else on this machine can read it."""
    monkeypatch.delenv("NOTICEBOARD_CACHE_KEY", raising=False)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "theirs"))
    theirs = Signer().dumps(b"k", "words")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "ours"))
    ours = Signer().dumps(b"k", "words")
    assert [Signer().loads(b"k", found, str) for found in (theirs, ours)] == [None, "words"]
    file = tmp_path / "ours" / "noticeboard" / "cache.key"
    assert len(file.read_bytes()) == 64
    assert file.stat().st_mode & 0o077 == 0 or sys.platform == "win32"


@pytest.mark.parametrize("kind", ["no home", "a file", "a link"])
def test_a_key_that_cannot_be_stored_lasts_as_long_as_its_process(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, kind: str
) -> None:
    """Processes that it starts get the key in their environment."""
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
    data = Signer().dumps(b"k", "words")
    assert Signer().loads(b"k", data, str) == "words"
    assert len(os.environ["NOTICEBOARD_CACHE_KEY"]) == 128
    assert not list((tmp_path / "folder").iterdir())


def test_a_plain_datetime_is_refused() -> None:
    """MessagePack keeps its moment but not its offset, so another value would come back."""
    data = Signer().dumps(b"k", Header(deadline=datetime(2026, 1, 2, 3, 4, tzinfo=UTC)))
    assert Signer().loads(b"k", data, Header) is None
    assert Signer().loads(b"k", Signer().dumps(b"k", Header(deadline=date(2026, 1, 2))), Header) == Header(
        deadline=date(2026, 1, 2)
    )
