"""What the search pages search: one Pagefind bundle per language, made anew only where something in it changed."""

from __future__ import annotations

import subprocess
import tempfile
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from pydantic_core import to_json

from noticeboard.formats.search_bundle import published
from noticeboard.formats.search_record import search_file, search_records
from noticeboard.freshness import Fingerprint, digest
from noticeboard.model import Place, Problem, error
from noticeboard.pages import addresses

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from noticeboard.formats.search_record import SearchRecord
    from noticeboard.pages.views import Page

SECONDS = 120
"""How long indexing one language may take; two thousand pages take less than one."""


class IndexingFailed(Exception):  # noqa: N818 - it is named after what it says
    """A search index that could not be made; `problem` says why."""

    def __init__(self, problem: Problem) -> None:
        """Takes the problem."""
        super().__init__(problem.what)
        self.problem = problem


@dataclass(slots=True)
class Indexing:
    """What of a build was spent on search indexes: the languages that were indexed, and the seconds it took."""

    languages: list[str] = field(default_factory=list)
    seconds: float = 0.0


@dataclass(slots=True)
class Bundle:
    """The search index of one language; its files are made when they are first asked for."""

    lang: str
    records: list[SearchRecord]
    mark: Fingerprint
    spent: Indexing
    _files: dict[str, bytes] = field(default_factory=dict)

    def files(self) -> Mapping[str, bytes]:
        """Its files by name; raises IndexingFailed."""
        if not self._files:
            begun = perf_counter()
            self._files = _indexed(self.lang, self.records)
            self.spent.languages.append(self.lang)
            self.spent.seconds += perf_counter() - begun
        return self._files


@dataclass(frozen=True, slots=True)
class IndexFile:
    """A file of a search index, as one file of the output."""

    path: str
    bundle: Bundle
    source: str = "the search"

    def fingerprint(self) -> Fingerprint:
        """It depends on all that readers of its language can find."""
        return self.bundle.mark

    def data(self) -> bytes:
        """Its bytes, made if they are missing; raises IndexingFailed."""
        return self.bundle.files()[self.path.removeprefix(addresses.search_index(self.bundle.lang))]


def index_files(
    pages: Iterable[Page], known: Mapping[str, Fingerprint], program: str, spent: Indexing
) -> list[IndexFile]:
    """The files of all search indexes; raises IndexingFailed.

    `known` are the fingerprints of the files that lie in the output: an index all of whose records are in there is
    not made again. `program` stands for the program and its libraries. `spent` takes what was indexed.
    """
    made = digest(program.encode(), version("pagefind").encode())
    found = []
    for lang, records in search_records(pages).items():
        mark = Fingerprint(digest(to_json(records)), "", "", made)
        bundle = Bundle(lang, records, mark, spent)
        found += [IndexFile(path, bundle) for path in _kept(bundle, known) or _paths(bundle)]
    return found


def _kept(bundle: Bundle, known: Mapping[str, Fingerprint]) -> list[str]:
    """The paths of the index that an earlier build made from the same records, if it did."""
    folder = addresses.search_index(bundle.lang)
    return [path for path, mark in known.items() if path.startswith(folder) and mark == bundle.mark]


def _paths(bundle: Bundle) -> list[str]:
    folder = addresses.search_index(bundle.lang)
    return [folder + name for name in bundle.files()]


def _indexed(lang: str, records: Iterable[SearchRecord]) -> dict[str, bytes]:
    try:
        with tempfile.TemporaryDirectory(prefix="noticeboard-search-") as folder:
            site, bundle = Path(folder, "site"), Path(folder, "bundle")
            for record in records:
                file = site / record.path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(search_file(record))
            _run(lang, site, bundle)
            return published(_written(bundle))
    except (OSError, subprocess.SubprocessError) as fault:
        raise IndexingFailed(_problem(lang, fault)) from fault


def _run(lang: str, site: Path, bundle: Path) -> None:
    options = ("--site", site, "--output-path", bundle, "--force-language", lang, "--silent")
    # It loads asyncio, which a build that indexes nothing does without.
    from pagefind.service import get_executable  # noqa: PLC0415

    executable = get_executable()
    if executable is None:
        message = "Pagefind is not installed"
        raise FileNotFoundError(message)
    subprocess.run(  # noqa: S603 - no shell reads the options
        (executable, *options), check=True, stdin=subprocess.DEVNULL, capture_output=True, timeout=SECONDS
    )


def _written(bundle: Path) -> dict[str, bytes]:
    """All files below the folder, by their paths in it."""
    files = (path for path in bundle.rglob("*") if path.is_file())
    return {path.relative_to(bundle).as_posix(): path.read_bytes() for path in files}


def _problem(lang: str, fault: Exception) -> Problem:
    reason = fault.stderr.decode("utf-8", "replace") if isinstance(fault, subprocess.CalledProcessError) else ""
    what = "The search index for the language {language} cannot be made: {reason}."
    todo = "Install Pagefind anew: pip install --force-reinstall 'pagefind[bin]'."
    return error(Place(""), "search-failed", what, todo, language=lang, reason=" ".join(reason.split()) or fault)
