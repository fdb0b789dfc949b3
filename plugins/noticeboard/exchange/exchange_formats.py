"""The formats in which versions are exchanged, by their names."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from noticeboard.exchange.po_writer import po_bytes
from noticeboard.exchange.xliff12 import Xliff12Writer
from noticeboard.exchange.xliff21 import Xliff21Writer

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from noticeboard.exchange.units import Unit
    from noticeboard.exchange.version_document import VersionDocument


class ExchangeFormat(NamedTuple):
    """A format: `write` makes a file of the units, the path of the translation and the original."""

    write: Callable[[Sequence[Unit], str, VersionDocument], bytes]
    ending: str


FORMATS = {
    "po": ExchangeFormat(po_bytes, ".po"),
    "xliff": ExchangeFormat(lambda units, path, original: Xliff12Writer(path, original).document(units), ".xlf"),
    "xliff2": ExchangeFormat(lambda units, path, original: Xliff21Writer(path, original).document(units), ".xlf"),
}
"""PO (GNU gettext), XLIFF 1.2 and XLIFF 2.1."""

ENDINGS = (".po", ".xlf", ".xliff")
"""The endings of the files that `import` takes from a folder."""
