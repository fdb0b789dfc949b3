"""Blobs in a temporary file: they come back as they were, in every process, and without a file they stay in memory."""

from __future__ import annotations

import os
import pickle
from multiprocessing import get_context

import pytest
from msgspec.structs import replace

from noticeboard.blob import Blob
from noticeboard.shell.build.version_parsing import checked
from noticeboard.shell.cache.signed_records import decoded, encoded
from noticeboard.shell.cache.spill_file import SpilledBlob, spilled
from noticeboard.site import Source

TEXT = b"---\ntitle: Survey\npublished: 2026-11-02\n---\n\nAnswer by *Friday*.\n"


def test_what_was_spilled_comes_back() -> None:
    """In any order."""
    blobs = [spilled(data) for data in (b"one", b"the second", b"3")]
    assert all(isinstance(blob, SpilledBlob) for blob in blobs)
    assert [blob.read() for blob in reversed(blobs)] == [b"3", b"the second", b"one"]


def test_another_process_reads_the_same() -> None:
    """One that was forked reads from the file and writes to its own; others are sent the bytes."""
    blob = spilled(b"of the parent")
    with get_context("fork").Pool(1) as pool:
        assert pool.apply(_read_and_spill, (pickle.dumps(blob),)) == b"of the parent"
    assert spilled(b"later").read() == b"later"
    assert blob.read() == b"of the parent"
    assert type(pickle.loads(pickle.dumps(blob))) is Blob  # noqa: S301 - it is ours


def _read_and_spill(sent: bytes) -> bytes:
    found: Blob = pickle.loads(sent)  # noqa: S301 - it is ours
    assert spilled(b"of the child, and long enough to overwrite").read().startswith(b"of the child")
    return found.read()


@pytest.mark.parametrize("fault", ["full", "half", "no pread"])
def test_without_room_it_stays_in_memory(fault: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that is full, that takes only a part, or a system that cannot read so."""

    def write(*_: object) -> int:
        if fault == "full":
            raise OSError(28, "No space left on device")
        return 1

    with monkeypatch.context() as patch:
        if fault == "no pread":
            patch.delattr(os, "pread")
        else:
            patch.setattr(os, "pwrite", write)
        blob = spilled(b"kept")
        assert type(blob) is Blob
        assert blob.read() == b"kept"
    assert spilled(b"there is room again").read() == b"there is room again"


def test_versions_from_the_store_hold_no_details() -> None:
    """A version that is read from the store says the same as the one that was parsed."""
    source = _source()
    again = _recalled(source)
    assert isinstance(again.packed, SpilledBlob)
    assert replace(again, packed=source.packed) == source
    assert again.text == source.text


def test_equal_values_are_one_object() -> None:
    """What many versions have in common is held once; their titles are, where they are as the author wrote them."""
    first, second = _recalled(_source()), _recalled(_source())
    assert first.kind is second.kind
    assert first.header.status is second.header.status
    assert first.title is first.header.title


def _source() -> Source:
    found = checked(TEXT, "news/a/en.md", ((), ())).source
    assert found is not None
    return found


def _recalled(source: Source) -> Source:
    found = decoded(encoded(source), Source)
    assert found is not None
    return found
