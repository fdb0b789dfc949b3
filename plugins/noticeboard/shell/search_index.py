"""What the search pages search: one Pagefind bundle per language, made anew only where something in it changed."""

from __future__ import annotations

from dataclasses import dataclass, field
from importlib.metadata import version
from time import perf_counter
from typing import TYPE_CHECKING

from pydantic_core import to_json

from noticeboard.formats.search_bundle import published
from noticeboard.formats.search_record import search_file, search_records
from noticeboard.freshness import Fingerprint, digest
from noticeboard.model import Place, Problem, error
from noticeboard.pages import addresses
from noticeboard.shell.pagefind_service import PagefindFailed, PagefindService

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from noticeboard.formats.search_record import SearchRecord
    from noticeboard.pages.views import Page

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
    # It loads asyncio, which a build that indexes nothing does without.
    from pagefind.service import get_executable  # noqa: PLC0415

    try:
        executable = get_executable()
        if executable is None:
            raise IndexingFailed(_problem(lang, "Pagefind is not installed"))
        with PagefindService(executable) as service:
            return published(service.bundle(lang, ((r.path, search_file(r).decode()) for r in records)))
    except (OSError, PagefindFailed, LookupError, ValueError) as fault:
        raise IndexingFailed(_problem(lang, fault)) from fault


def _problem(lang: str, reason: object) -> Problem:
    what = "The search index for the language {language} cannot be made: {reason}."
    todo = "Install Pagefind anew: pip install --force-reinstall 'pagefind[bin]'."
    return error(Place(""), "search-failed", what, todo, language=lang, reason=reason)
