"""Exports and imports of texts in memory."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from babel.messages.pofile import read_po, write_po
from returned_files import parse_returned

from noticeboard.exchange.exchange_header import END
from noticeboard.exchange.import_result import import_result
from noticeboard.exchange.po_writer import po_text
from noticeboard.exchange.units import units
from noticeboard.exchange.version_attempt import ImportTerms
from noticeboard.exchange.version_document import read_version_document

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from noticeboard.exchange.import_result import ImportResult
    from noticeboard.exchange.units import Unit

PATHS = {"en": "surveys/a/en.md", "nl": "surveys/a/nl.md"}


@dataclass(frozen=True, slots=True)
class Exchange:
    """Exports and imports of the Dutch version of an English original, as text."""

    before: Mapping[str, str] = field(default_factory=dict)

    def knowing(self, before: Mapping[str, str]) -> Exchange:
        """An exchange whose git history has these former texts, by digest."""
        return Exchange(before)

    def units(self, original: str, version: str | None = None) -> tuple[Unit, ...]:
        """The units of an export."""
        document = read_version_document(original.encode(), PATHS["en"])
        translation = (
            read_version_document(version.encode(), PATHS["nl"], document.survey) if version is not None else None
        )
        return units(document, translation, self.before)

    def sent(self, original: str, version: str | None = None) -> str:
        """The PO file of an export."""
        document = read_version_document(original.encode(), PATHS["en"])
        return po_text(self.units(original, version), PATHS["nl"], document)

    def taken(self, po: str, original: str, version: str | None = None, *, force: bool = False) -> ImportResult:
        """The result of an import; a file that cannot be used gives its problems."""
        returned, problems = parse_returned(po.encode(), "nl.po")
        assert problems == ()
        assert returned is not None
        document = read_version_document(original.encode(), PATHS["en"])
        data = version.encode() if version is not None else None
        return import_result(returned, document, data, self.before, ImportTerms(force=force))

    def text(self, po: str, original: str, version: str | None = None, *, force: bool = False) -> str:
        """The version after an import without errors."""
        taken = self.taken(po, original, version, force=force)
        assert taken.data is not None, taken.problems
        return taken.data.decode()


@pytest.fixture
def exchange() -> Exchange:
    """An exchange without git history."""
    return Exchange()


@pytest.fixture
def stamped() -> Callable[[str, str], str]:
    """A version with the stamp of its original in place of `STAMP`: `stamped(version, original)`."""

    def fill(version: str, original: str) -> str:
        return version.replace("STAMP", "v1:" + "-".join(read_version_document(original.encode(), PATHS["en"]).digests))

    return fill


@pytest.fixture
def translate() -> Callable[[str, Mapping[str, str | None]], str]:
    """The PO file with these translations, by msgid; None confirms a translation. All of them lose their fuzzy mark."""

    def fill(po: str, translations: Mapping[str, str | None]) -> str:
        catalogue = read_po(io.StringIO(po))
        done = set()
        for message in catalogue:
            if message.id in translations and message.context != END:
                found = translations[message.id]
                message.string = message.string if found is None else found
                message.flags.discard("fuzzy")
                done.add(message.id)
        assert done == translations.keys()
        out = io.BytesIO()
        write_po(out, catalogue, width=70, omit_header=True)
        return po[: po.index("\n\n") + 2] + out.getvalue().decode()

    return fill
