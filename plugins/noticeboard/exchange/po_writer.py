"""Units -> the text of a PO file, written by Babel."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog
from babel.messages.pofile import escape, write_po

from noticeboard.exchange.exchange_header import END, END_WORDS, fields, header_of
from noticeboard.exchange.translator_notes import remarks
from noticeboard.exchange.units import contexts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from noticeboard.exchange.units import Unit
    from noticeboard.exchange.version_document import VersionDocument

# Babel would break what was translated before in the middle of a string; no line is ever that long.
_WIDTH = 1_000_000_000


def po_text(found: Sequence[Unit], path: str, original: VersionDocument) -> str:
    """The PO file with which the units of an original are translated into the version at `path`.

    Equal input gives equal bytes.
    """
    header = header_of(path, original.lang, found)
    lines = [escape(f"{name}: {value}\n") for name, value in {**_general(header.lang), **fields(header)}.items()]
    title = f"# {path}, translated from {original.lang}. How to work with this file: docs/exchange.md."
    return "\n".join([title, 'msgid ""', 'msgstr ""', *lines, "", _body(found, original.path)])


def po_bytes(found: Sequence[Unit], path: str, original: VersionDocument) -> bytes:
    """The same as UTF-8."""
    return po_text(found, path, original).encode()


def _general(lang: str) -> dict[str, str]:
    return {
        "Project-Id-Version": "Noticeboard",
        "Language": lang.replace("-", "_"),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }


def _body(found: Sequence[Unit], path: str) -> str:
    catalogue = Catalog()
    for unit, context in zip(found, contexts(found), strict=True):
        if unit.source:
            _add(catalogue, unit, context, path)
    catalogue.add(END_WORDS, END_WORDS, context=END)
    out = io.BytesIO()
    write_po(out, catalogue, width=_WIDTH, omit_header=True, include_previous=True)
    return out.getvalue().decode().rstrip("\n") + "\n"


def _add(catalogue: Catalog, unit: Unit, context: str, path: str) -> None:
    message = catalogue.add(
        unit.source,
        unit.shown,
        locations=[(path, unit.line)],
        flags=["fuzzy"] if unit.fuzzy else [],
        auto_comments=remarks(unit),
        previous_id=unit.previous,
        context=context,
    )
    # Babel takes every % for a placeholder; ours are tags.
    message.flags.discard("python-format")
