"""The digests of texts as they were read last, by the marks of their files, so that few texts are read again.

A file whose marks are the same has not changed: its number and the time of its last change differ after each change and
in each copy. A text with other marks is read, and its digest decides.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.model import Stored
from noticeboard.shell.cache.known_outputs import part_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from noticeboard.shell.cache.database import Database
    from noticeboard.shell.cache.signed_records import Signer

KnownDigest = tuple[tuple[int, ...], str]
"""The marks of a file (see file_snapshot.py) and the digest of its bytes."""


class _DigestPart(Stored, frozen=True):
    """Some files: path, marks and digest of each."""

    files: tuple[tuple[str, tuple[int, ...], str], ...]


class KnownDigests:
    """What the database knows of the texts in the content folder."""

    def __init__(self, database: Database, signer: Signer) -> None:
        """Takes the database, which must be open."""
        self._database, self._signer = database, signer

    def read(self) -> dict[str, KnownDigest]:
        """What is known, by path. Parts that are damaged or were written by others are left out."""
        rows = self._database.rows("SELECT part, value FROM digests")
        parts = (self._signer.loads(_purpose(number), value, _DigestPart) for number, value in rows)
        return {path: (marks, digest) for part in parts if part for path, marks, digest in part.files}

    def keep(self, found: Mapping[str, KnownDigest], known: Mapping[str, KnownDigest]) -> None:
        """Saves what is known now; `known` is what `read` gave, so that only parts that differ are written."""
        stale = {part_of(path) for path in found.keys() | known.keys() if found.get(path) is not known.get(path)}
        parts: dict[int, list[tuple[str, tuple[int, ...], str]]] = {number: [] for number in stale}
        for path, (marks, digest) in found.items() if stale else ():
            if (number := part_of(path)) in stale:
                parts[number].append((path, marks, digest))
        rows = (
            (number, self._signer.dumps(_purpose(number), _DigestPart(tuple(some)))) for number, some in parts.items()
        )
        self._database.write("INSERT OR REPLACE INTO digests VALUES (?, ?)", rows)


def _purpose(number: object) -> bytes:
    return f"digests\0{number}".encode()
