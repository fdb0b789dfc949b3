"""Parses language versions, in worker processes where it pays."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from noticeboard.checks.rule_runner import text_findings
from noticeboard.digest import digest
from noticeboard.markdown.render.engine import Engine
from noticeboard.model import Location, Problem, Stored
from noticeboard.shell.build.worker_pool import AHEAD, in_order, processes, workers
from noticeboard.shell.cache.signed_records import encoded
from noticeboard.shell.terminal.progress import SILENT, Silent
from noticeboard.site import Source
from noticeboard.site.partial_version import PartialVersion
from noticeboard.site.version_parser import parse_source

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from noticeboard.shell.cache.store import Store

CHUNK = 24
"""Texts that a process gets at once."""

PAYS = 100
"""Texts for each process, below which starting it takes longer than what it saves."""

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
    shared = "\0".join((*recipe[0], "", *recipe[1])).encode()
    return {p: bytes.fromhex(digest(b"text", p.encode(), shared, d.encode())) for p, d in digests.items()}


def recalled(
    store: Store,
    keys: Mapping[str, bytes],
    data: Mapping[str, bytes],
    recipe: Recipe,
    progress: Silent = SILENT,
) -> tuple[dict[str, Checked], int]:
    """The texts parsed, now or earlier, and how many of them now."""

    def one(path: str) -> Checked:
        return checked(data[path], path, recipe)

    def ahead(paths: list[str]) -> Iterator[tuple[str, bytes]]:
        return _ahead(data, paths, recipe, progress)

    return store.recall(keys, one, Checked, ahead)


def _ahead(
    data: Mapping[str, bytes], paths: Sequence[str], recipe: Recipe, progress: Silent
) -> Iterator[tuple[str, bytes]]:
    """Those of the texts that were parsed by worker processes, encoded; none if it does not pay."""
    number = processes(len(paths), PAYS)
    if number == 1:
        return
    chunks = ([(path, data[path]) for path in paths[at : at + CHUNK]] for at in range(0, len(paths), CHUNK))
    calls = ((chunk, recipe) for chunk in chunks)
    done = 0
    with workers(number) as executor:
        for found in in_order(executor, AHEAD * number, _encoded_chunk, calls):
            done += len(found)
            progress.show("Texts", done, len(paths))
            yield from found


def _encoded_chunk(chunk: list[tuple[str, bytes]], recipe: Recipe) -> list[tuple[str, bytes]]:
    return [(path, encoded(checked(data, path, recipe))) for path, data in chunk]
