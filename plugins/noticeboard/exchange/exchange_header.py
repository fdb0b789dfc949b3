"""What an exchanged file says of itself: which version it is for, and every segment that it was made from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from noticeboard.exchange.units import FUZZY, MAIN, Unit, fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

FILE, ORIGINAL, SEGMENTS = "X-Noticeboard-File", "X-Noticeboard-Original", "X-Noticeboard-Segments"
"""The fields of the header."""

END = "end"
"""The context of the last message, which shows that the file is complete."""

END_WORDS = "The end of the file. This message shows that nothing was cut off: please leave it as it is."

_PATH = re.compile(r"[a-z0-9-]+/[a-z0-9-]+/([A-Za-z0-9-]+)\.md")
_LANG = re.compile(r"[A-Za-z0-9-]+")
_RECORD = re.compile(
    r"([a-z_]+)/([a-z2-7]{8})/(-?\d{1,6})/(same|changed|moved|unstamped|)/(-?\d{1,6})/([a-z2-7]{8}|)/([a-z2-7]{8}|)"
)


class UnitRecord(NamedTuple):
    """What a file remembers of a unit: `source` and `target` are fingerprints, "" if there is no text."""

    kind: str
    digest: str
    part: int
    how: str
    own: int
    source: str
    target: str

    @property
    def open(self) -> bool:
        """Whether it was still to be translated, or to be looked at, when the file was made."""
        return bool(self.source) and (not self.target or self.how in FUZZY)


class ExchangeHeader(NamedTuple):
    """The version that a file is for (path below the content folder), its original's language, and its units."""

    path: str
    original: str
    records: tuple[UnitRecord, ...]

    @property
    def lang(self) -> str:
        """The language that is translated into."""
        return self.path.rpartition("/")[2].removesuffix(".md")

    @property
    def stamp(self) -> tuple[str, ...]:
        """The digests of the original that the file was made from."""
        return tuple(record.digest for record in self.records if record.part == MAIN)


def header_of(path: str, original: str, found: Iterable[Unit]) -> ExchangeHeader:
    """What a file with these units says of itself."""
    return ExchangeHeader(path, original, tuple(_record(unit) for unit in found))


def fields(header: ExchangeHeader) -> dict[str, str]:
    """The values of the header by the names of its fields."""
    records = " ".join("/".join(map(str, record)) for record in header.records)
    return {FILE: header.path, ORIGINAL: header.original, SEGMENTS: records}


def read_exchange_header(stated: Mapping[str, str]) -> ExchangeHeader | None:
    """The header with these fields; None if one of them is missing or damaged."""
    path, original = stated.get(FILE, ""), stated.get(ORIGINAL, "")
    records = [_RECORD.fullmatch(written) for written in stated.get(SEGMENTS, "").split()]
    if not (_PATH.fullmatch(path) and _LANG.fullmatch(original) and records and all(records)):
        return None
    units = tuple(_read(found) for found in records if found)
    return ExchangeHeader(path, original, units) if units[0].part == MAIN else None


def _read(found: re.Match[str]) -> UnitRecord:
    kind, digest, part, how, own, source, target = found.groups()
    return UnitRecord(kind, digest, int(part), how, int(own), source, target)


def _record(unit: Unit) -> UnitRecord:
    source, target = fingerprint(unit.source) if unit.source else "", unit.target or unit.whole
    return UnitRecord(
        unit.kind, unit.digest, unit.part, unit.how, unit.own, source, fingerprint(target) if target else ""
    )
