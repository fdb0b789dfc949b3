"""Parses language versions, in worker processes where it pays."""

from __future__ import annotations

from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from msgspec.structs import force_setattr, replace

from noticeboard.checks.rule_runner import text_findings
from noticeboard.digest import digest
from noticeboard.markdown.render.engine import Engine
from noticeboard.model import Location, Problem, Stored
from noticeboard.shell.build.worker_pool import AHEAD, in_order, processes, workers
from noticeboard.shell.cache.signed_records import decoded, encoded
from noticeboard.shell.cache.spill_file import spilled
from noticeboard.shell.cache.text_rows import TextRecord
from noticeboard.shell.terminal.progress import SILENT, Silent
from noticeboard.site import Source
from noticeboard.site.partial_version import PartialVersion
from noticeboard.site.records import folder_of
from noticeboard.site.version_details import NO_DETAILS
from noticeboard.site.version_parser import parse_source

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from noticeboard.blob import Blob
    from noticeboard.shell.cache.store import Store

CHUNK = 24
"""Texts that a process gets at once."""

PAYS = 100
"""Texts for each process, below which starting it takes longer than what it saves."""

PORTION = 8
"""Announcements that are written to the cache at once: a long write locks others out."""

ParsedRecord = tuple["Checked", bytes, bytes]
"""A text that was parsed, its encoded record, and the bytes of its details."""

Recipe = tuple[tuple[str, ...], tuple[str, ...]]
"""The vocabularies' names, and the languages whose typography is left as it is written."""


class Checked(Stored, frozen=True):
    """What is kept of one file: its source (None if it could not be understood) and its problems.

    `ignored` has the names of the problems that the file silences, with their places; `partial` is what could be read
    of a file without a source.
    """

    source: Source | None
    problems: tuple[Problem, ...]
    ignored: tuple[tuple[str, Location], ...] = ()
    partial: PartialVersion | None = None


def checked(data: bytes, path: str, recipe: Recipe) -> Checked:
    """The file parsed, with what the rules of text find in it; what they looked at is not kept."""
    vocabularies, plain = recipe
    parsed = parse_source(data, path, vocabularies, _engine(plain))
    found = text_findings(parsed.written) if parsed.written else ()
    return Checked(parsed.source, parsed.problems + found, parsed.ignored, parsed.partial)


# One instance for all texts of a process: making it takes longer than a text.
@cache
def _engine(plain: tuple[str, ...]) -> Engine:
    return Engine(plain)


def text_keys(digests: Mapping[str, str], recipe: Recipe) -> dict[str, bytes]:
    """The key under which each text is kept: all that its parsing depends on. Given are the digests of their bytes."""
    shared = _shared(recipe)
    return {p: bytes.fromhex(digest(b"text", p.encode(), shared, d.encode())) for p, d in digests.items()}


def _shared(recipe: Recipe) -> bytes:
    return "\0".join((*recipe[0], "", *recipe[1])).encode()


def recalled(
    store: Store,
    keys: Mapping[str, bytes],
    data: Mapping[str, bytes],
    recipe: Recipe,
    progress: Silent = SILENT,
) -> tuple[dict[str, Checked], int]:
    """The texts parsed, now or earlier, and how many of them now. `keys` has all texts of each announcement in it."""

    def details(path: str) -> bytes:
        return _separated(checked(data[path], path, recipe))[1]

    rows = _rows(store, keys, recipe)
    kept = {path: _joined(one, blob) for path, one, blob in store.texts.read(rows, Checked, details)}
    missing = [path for texts in rows.values() for path in texts.values() if path not in kept]
    made: dict[str, Checked] = {}
    written = _made_rows(rows, kept, _parsed(data, missing, recipe, progress), made)
    while portion := list(islice(written, PORTION)):
        store.texts.write(portion)
    return {path: kept.get(path) or made[path] for path in keys}, len(missing)


def _rows(store: Store, keys: Mapping[str, bytes], recipe: Recipe) -> dict[bytes, dict[bytes, str]]:
    """The texts of each announcement by their keys, by the key of its row in the store."""
    folders: dict[str, dict[bytes, str]] = {}
    for path, key in keys.items():
        folders.setdefault(folder_of(path), {})[key] = path
    shared = _shared(recipe)
    own = (store.own(bytes.fromhex(digest(b"texts", folder.encode(), shared))) for folder in folders)
    return dict(zip(own, folders.values(), strict=True))


def _made_rows(
    rows: Mapping[bytes, Mapping[bytes, str]],
    kept: Mapping[str, Checked],
    parsed: Iterator[ParsedRecord],
    made: dict[str, Checked],
) -> Iterator[tuple[bytes, list[TextRecord]]]:
    """The rows that lack a text, whole; `parsed` has the missing texts in the order of the rows, `made` gets them."""
    for row, texts in rows.items():
        if all(path in kept for path in texts.values()):
            continue
        records = []
        for key, path in texts.items():
            if path in kept:
                record, details = _separated(kept[path])
            else:
                made[path], record, details = next(parsed)
            records.append(TextRecord(key, record, details))
        yield row, records


def _separated(parsed: Checked) -> tuple[bytes, bytes]:
    """A text encoded without its details, and those."""
    source = parsed.source
    if source is None:
        return encoded(parsed), b""
    return encoded(replace(parsed, source=replace(source, packed=NO_DETAILS))), source.packed.read()


def _joined(parsed: Checked, details: Blob) -> Checked:
    """The text, which nobody else has yet, with its details."""
    if parsed.source:
        force_setattr(parsed.source, "packed", details)
    return parsed


def _parsed(
    data: Mapping[str, bytes], paths: Sequence[str], recipe: Recipe, progress: Silent
) -> Iterator[ParsedRecord]:
    """The texts parsed, each with its encoded record and details, by worker processes if it pays."""
    number = processes(len(paths), PAYS) if paths else 1
    chunks = ([(path, data[path]) for path in paths[at : at + CHUNK]] for at in range(0, len(paths), CHUNK))
    calls = ((chunk, recipe) for chunk in chunks)
    done = 0
    with workers(number) as executor:
        for found in in_order(executor, 1 if number == 1 else AHEAD * number, _encoded_chunk, calls):
            done += len(found)
            progress.show("Texts", done, len(paths))
            for record, details in found:
                yield _joined(_decoded(record), spilled(details)), record, details


def _decoded(record: bytes) -> Checked:
    found = decoded(record, Checked)
    assert found is not None  # noqa: S101 - it was encoded by this program
    return found


def _encoded_chunk(chunk: list[tuple[str, bytes]], recipe: Recipe) -> list[tuple[bytes, bytes]]:
    return [_separated(checked(data, path, recipe)) for path, data in chunk]
