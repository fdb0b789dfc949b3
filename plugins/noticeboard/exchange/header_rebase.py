"""Files whose messages are not those that their header lists, for example after msgmerge with a newer export."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.exchange.exchange_header import header_of
from noticeboard.exchange.returned_file import ReturnedFile, matched
from noticeboard.exchange.units import fingerprint, units
from noticeboard.exchange.version_document import read_translation

if TYPE_CHECKING:
    from collections.abc import Mapping

    from noticeboard.exchange.received_file import ReceivedFile
    from noticeboard.exchange.version_document import VersionDocument


def settled(
    file: ReceivedFile, original: VersionDocument, data: bytes | None, before: Mapping[str, str]
) -> ReturnedFile:
    """The messages of a file, matched with the units in its header, or with those of today if more of them fit.

    `data` are the version's bytes. With the units of today, the file counts as made from a text of the version only if
    its header holds the fingerprint of that text, so that nothing is overwritten that its translator has not seen.
    """
    found = matched(file, file.header)
    if not found.strangers:
        return found
    version = read_translation(data, file.header.path, original) if data is not None else None
    today = header_of(file.header.path, original.lang, units(original, version, before))
    seen = {record.target for record in file.header.records}
    records = tuple(
        record if record.target in seen else record._replace(target="" if record.target == "" else _UNSEEN)
        for record in today.records
    )
    other = matched(file, today._replace(records=records))
    return other if len(other.strangers) < len(found.strangers) else found


_UNSEEN = fingerprint("\0")
"""The fingerprint of no text."""
