"""What the search pages search: one Pagefind bundle per language, made anew only where something in it changed."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from time import perf_counter
from typing import TYPE_CHECKING, cast

from pydantic_core import to_json

from noticeboard.digest import digest
from noticeboard.formats.search_bundle import published
from noticeboard.formats.search_record import search_file, search_record, searchable
from noticeboard.freshness import Fingerprint
from noticeboard.model import Place, Problem, error
from noticeboard.pages import addresses
from noticeboard.shell.pagefind_service import PagefindFailed, PagefindService

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from noticeboard.formats.search_record import SearchRecord
    from noticeboard.pages.views import Page
    from noticeboard.shell.store import Store


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


@dataclass
class Bundle:
    """The search index of one language; its files are made when they are first asked for."""

    lang: str
    pages: list[Page]
    spent: Indexing
    _files: dict[str, bytes] = field(default_factory=dict)

    @cached_property
    def records(self) -> list[SearchRecord]:
        """What is indexed; the views that it is taken from are let go of."""
        found = []
        for page in self.pages:
            found.append(search_record(page))
            page.forget()
        return found

    def forget(self) -> None:
        """Lets go of the records, which are made again where they are asked for again."""
        self.__dict__.pop("records", None)

    def inputs(self) -> str:
        """What the records are made from, as a digest."""
        return digest(b"search inputs", *(page.inputs.encode() for page in self.pages))

    def mark(self) -> str:
        """What the records say, as a digest."""
        return digest(b"search", to_json(self.records))

    @property
    def folder(self) -> str:
        """Where its files lie in the output."""
        return addresses.search_index(self.lang)

    def files(self) -> Mapping[str, bytes]:
        """Its files by path in the output; raises IndexingFailed."""
        if not self._files:
            begun = perf_counter()
            made = _indexed(self.lang, self.records)
            self._files = {f"{self.folder}{name}": data for name, data in made.items()}
            self.spent.languages.append(self.lang)
            self.spent.seconds += perf_counter() - begun
        return self._files

    def digests(self) -> dict[str, str]:
        """The digests of its files by path; raises IndexingFailed."""
        return {path: digest(data) for path, data in self.files().items()}


@dataclass(frozen=True, slots=True)
class IndexFile:
    """A file of a search index, as one file of the output, with the digest of its bytes."""

    path: str
    digest: str
    bundle: Bundle
    source: str = "the search"

    def fingerprint(self) -> Fingerprint:
        """It depends on its bytes alone."""
        return Fingerprint(self.digest, "", "", "")

    def data(self) -> bytes:
        """Its bytes, made if they are missing; raises IndexingFailed."""
        return self.bundle.files()[self.path]


def index_files(pages: Iterable[Page], store: Store, spent: Indexing) -> list[IndexFile]:
    """The files of all search indexes; raises IndexingFailed.

    The store knows the files that came of the same records; where it does, nothing is indexed. `spent` takes what was.
    """
    bundles = [Bundle(lang, found, spent) for lang, found in searchable(pages).items()]
    return [IndexFile(path, mark, bundle) for bundle in bundles for path, mark in _digests(bundle, store).items()]


def _digests(bundle: Bundle, store: Store) -> dict[str, str]:
    """The digests of the bundle's files by path: first by what its records are made from, then by what they say."""
    marks, _ = store.recall({"": bytes.fromhex(bundle.inputs())}, lambda _: bundle.mark())
    known, _ = store.recall({"": bytes.fromhex(str(marks[""]))}, lambda _: bundle.digests())
    bundle.forget()
    return cast("dict[str, str]", known[""])


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
