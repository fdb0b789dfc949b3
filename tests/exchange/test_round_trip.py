"""Exports and imports of whole documents, and the versions after them."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from babel.messages.pofile import read_po, write_po
from exchange_texts import DUTCH, ENGLISH, FILE, examples, original, stamped_with, translated
from hypothesis import given, settings
from hypothesis import strategies as st
from returned_files import parse_returned

from noticeboard.exchange.exchange_header import END
from noticeboard.exchange.import_result import ImportResult, import_result
from noticeboard.exchange.po_writer import po_text
from noticeboard.exchange.units import units
from noticeboard.exchange.version_attempt import ImportTerms
from noticeboard.exchange.version_document import read_version_document
from noticeboard.model import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping


def sent(source: bytes, version: bytes | None, before: Mapping[str, str] | None = None) -> str:
    """The exported file."""
    document = read_version_document(source, ENGLISH)
    translation = read_version_document(version, DUTCH) if version is not None else None
    return po_text(units(document, translation, before or {}), DUTCH, document)


def came(po: str, source: bytes, version: bytes | None, **options: bool) -> ImportResult:
    """The result of an import of the file."""
    returned, problems = parse_returned(po.encode(), "nl.po")
    assert problems == ()
    assert returned is not None
    return import_result(returned, read_version_document(source, ENGLISH), version, {}, ImportTerms(**options))


def unchanged(source: bytes, version: bytes, gone: int) -> None:
    """Promises that no byte of the version changes, nor of the original taken as its own translation."""
    for translation in (version, source, stamped_with(source, original(source), gone=gone)):
        changes_no_byte(original(source), translation)


def changes_no_byte(source: bytes, version: bytes) -> None:
    """Promises that an import of what was exported changes no byte."""
    taken = came(sent(source, version), source, version)
    assert [p for p in taken.problems if p.severity is Severity.ERROR] == []
    assert taken.data == version
    assert (taken.counts.changed, taken.counts.kept) == (0, 0)


@given(FILE, FILE, st.integers(-1, 9))
@examples(30, long=100)
def test_an_unchanged_file_changes_no_byte(source: bytes, version: bytes, gone: int) -> None:
    """Whatever the two texts and their stamps look like."""
    unchanged(source, version, gone)


@pytest.mark.long
@given(FILE, FILE, st.integers(-1, 9))
@settings(max_examples=1000)
def test_a_thousand_unchanged_files_change_no_byte(source: bytes, version: bytes, gone: int) -> None:
    """The same for a thousand documents."""
    unchanged(source, version, gone)


def worked_on(po: str) -> str:
    """The file with a translation of every message and no fuzzy ones."""
    catalogue = read_po(io.StringIO(po))
    for message in catalogue:
        if message.id and message.context != END:
            message.string = translated(message.string or message.id)
            message.flags.discard("fuzzy")
    out = io.BytesIO()
    write_po(out, catalogue, width=60, omit_header=True)
    return po[: po.index("\n\n") + 2] + out.getvalue().decode()


def strings(po: str) -> list[tuple[str, str, bool]]:
    """The context, translation and fuzzy mark of every message, in order."""
    return [(str(m.context), str(m.string), m.fuzzy) for m in read_po(io.StringIO(po)) if m.id]


def taken_as_it_is(source: bytes, version: bytes | None) -> None:
    """Promises that every translation is in the version afterwards, and that the version is current."""
    po = worked_on(sent(source, version))
    taken = came(po, source, version)
    assert taken.problems == ()
    assert taken.data is not None
    again = sent(source, taken.data)
    assert strings(again) == strings(po)
    changes_no_byte(source, taken.data)


def test_equal_blocks_come_each_to_its_own_place() -> None:
    """The block before the second one keeps it from becoming part of a footnote."""
    head, code = b"---\ntitle: A\ntranslates: en\n---\n", b"    code\n\n"
    taken_as_it_is(original(head + b"Text.\n\n" + code + b"[^1]: Note\n\n\n" + code), None)


@given(FILE)
@examples(30, long=80)
def test_an_imported_translation_is_exported_unchanged(source: bytes) -> None:
    """Whatever is in the original."""
    taken_as_it_is(original(source), stamped_with(source, original(source)))


@given(FILE)
@examples(30, long=80)
def test_a_new_version_has_the_translations(source: bytes) -> None:
    """The same holds for a version that did not exist before."""
    taken_as_it_is(original(source), None)
