"""The formats in which versions are exchanged, by their names."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from noticeboard.exchange.po_writer import po_bytes
from noticeboard.exchange.xliff12 import xliff_12
from noticeboard.exchange.xliff21 import xliff_21

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from noticeboard.exchange.units import Unit
    from noticeboard.exchange.version_document import VersionDocument


class ExchangeFormat(NamedTuple):
    """How units, the version's path and their original become a file, and the ending of its name."""

    write: Callable[[Sequence[Unit], str, VersionDocument], bytes]
    ending: str


FORMATS = {
    "po": ExchangeFormat(po_bytes, ".po"),
    "xliff": ExchangeFormat(xliff_12, ".xlf"),
    "xliff2": ExchangeFormat(xliff_21, ".xlf"),
}
"""PO (GNU gettext), XLIFF 1.2 and XLIFF 2.1."""

ENDINGS = (".po", ".xlf", ".xliff")
"""The endings of files that are taken back from a folder."""
