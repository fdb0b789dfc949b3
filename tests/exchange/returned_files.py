"""Files that come back from translation tools, as the import reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.exchange.received_file import received
from noticeboard.exchange.returned_file import matched

if TYPE_CHECKING:
    from noticeboard.exchange.returned_file import ReturnedFile
    from noticeboard.model import Problem


def parse_returned(data: bytes, path: str) -> tuple[ReturnedFile | None, tuple[Problem, ...]]:
    """The file with a message for each unit; None, with the problems, if it cannot be used."""
    found, problems = received(data, path)
    return (None, problems) if found is None else (matched(found, found.header), ())
