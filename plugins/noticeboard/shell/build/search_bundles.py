"""The search index of each language in the making, in worker processes where that pays."""

from __future__ import annotations

from dataclasses import dataclass, field
from time import perf_counter
from typing import TYPE_CHECKING

from noticeboard.compression import compressed
from noticeboard.digest import digest, value_bytes
from noticeboard.formats.search_bundle import published
from noticeboard.formats.search_record import search_file, search_record
from noticeboard.model import Location, Problem, error
from noticeboard.pages import addresses
from noticeboard.shell.build.cluster import cluster
from noticeboard.shell.build.pagefind_service import PagefindFailed, PagefindService, pagefind_executable
from noticeboard.shell.build.worker_pool import AHEAD, in_order, method, portions, processes, workers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from noticeboard.formats.search_record import SearchRecord
    from noticeboard.pages.views import Page
    from noticeboard.shell.build.cluster import Cluster
    from noticeboard.shell.cache.store import KnownKeys, Store

PAYS = 300
"""Announcements for each process, below which starting it takes longer than what it saves."""

PORTION = 8_000
"""Pages after which other processes go on: whatever one that was forked has looked at takes memory of its own."""


class IndexingFailed(Exception):  # noqa: N818 - it is named after what it says
    """A search index that could not be made; `problem` says why."""

    def __init__(self, problem: Problem) -> None:
        """Takes the problem."""
        super().__init__(problem.full_message)
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
    pages: list[Page]
    spent: Indexing
    _mark: str = ""
    _files: dict[str, bytes] = field(default_factory=dict)
    _records: list[SearchRecord] = field(default_factory=list)

    def inputs(self) -> str:
        """What the records are made from, as a digest."""
        return digest(b"search inputs", *(page.inputs.encode() for page in self.pages))

    def said(self) -> str:
        """What the records say, as a digest."""
        self._mark = self._mark or digest(b"search", value_bytes(self.records()))
        return self._mark

    def files(self) -> dict[str, bytes]:
        """Its files by path in the output; raises IndexingFailed."""
        if not self._files:
            begun = perf_counter()
            found = self._made()
            self.spent.seconds += perf_counter() - begun
            self.take(self._mark, found)
        return self._files

    def take(self, said: str, made: dict[str, bytes] | Problem) -> None:
        """Keeps what was made elsewhere; raises IndexingFailed where that is the problem that there was."""
        if isinstance(made, Problem):
            raise IndexingFailed(made)
        self._mark, self._files = said, made
        if made:
            self.spent.languages.append(self.lang)

    def digests(self) -> dict[str, str]:
        """The digests of its files by path; raises IndexingFailed."""
        return {path: digest(data) for path, data in self.files().items()}

    def records(self) -> list[SearchRecord]:
        """What is indexed; the views that it is taken from are let go of."""
        if not self._records:
            for page in self.pages:
                self._records.append(search_record(page))
                page.forget()
        return self._records

    def kept(self) -> Iterator[tuple[bytes, bytes]]:
        """What the store is to keep of the files made so far: their digests, and their bytes compressed."""
        return ((bytes.fromhex(digest(data)), compressed(data)) for data in self._files.values())

    def forget(self) -> None:
        """Lets go of the records and files, which are made again where they are asked for again."""
        self._records, self._files = [], {}

    def _made(self) -> dict[str, bytes] | Problem:
        folder = addresses.search_index(self.lang)
        try:
            executable = pagefind_executable()
            if executable is None:
                return self._problem("Pagefind is not installed")
            with PagefindService(executable) as service:
                files = ((record.path, search_file(record).decode()) for record in self.records())
                made = published(service.bundle(self.lang, files))
        except (OSError, PagefindFailed, LookupError, ValueError) as fault:
            return self._problem(fault)
        return {f"{folder}{name}": data for name, data in made.items()}

    def _problem(self, reason: object) -> Problem:
        message = "The search index for the language {language} cannot be made: {reason}."
        hint = "Install Pagefind again: pip install --force-reinstall --constraint constraints.txt 'pagefind[bin]'."
        return error(Location(""), "search-failed", message, hint, language=self.lang, reason=reason)


def prepare(bundles: Sequence[Bundle], store: Store, spent: Indexing, keep: Callable[[Bundle], None]) -> None:
    """Makes what the store lacks in worker processes, where there is enough of it; raises IndexingFailed.

    Each bundle is given to `keep` once it is made, one after the other: all together take much memory.
    """
    lacking = [bundle for bundle in bundles if not store.has(bundle.inputs())]
    if spread := cluster():
        _on_cluster(spread, lacking, store, spent, keep)
        return
    # The pages would have to be sent to processes that are not forked.
    number = processes(sum(len(b.pages) for b in lacking), PAYS) if method() == "fork" else 1
    if number == 1 or len(lacking) == 1:
        return
    begun = perf_counter()
    work = IndexingWork(lacking, store.known_keys())
    for portion in portions([len(bundle.pages) for bundle in lacking], PORTION):
        with workers(number, _start, work) as executor:
            made = in_order(executor, AHEAD * number, _done, ((n,) for n in portion))
            for n, found in zip(portion, made, strict=True):
                lacking[n].take(*found)
                keep(lacking[n])
    spent.seconds += perf_counter() - begun


@dataclass(frozen=True, slots=True)
class IndexingWork:
    """The bundles whose records may say something new, and what the store knows already."""

    bundles: Sequence[Bundle]
    known: KnownKeys

    def do(self, number: int) -> tuple[str, dict[str, bytes] | Problem]:
        """What the records of a bundle say, as a digest, and its files where the store does not know them."""
        bundle = self.bundles[number]
        said = bundle.said()
        made = {} if self.known.has(said) else bundle._made()  # noqa: SLF001 - the same thing in another process
        bundle.forget()
        return said, made


def _on_cluster(
    spread: Cluster, lacking: Sequence[Bundle], store: Store, spent: Indexing, keep: Callable[[Bundle], None]
) -> None:
    """Has the workers of a cluster index what the store lacks."""
    begun = perf_counter()
    executor = spread.executor
    made = {}
    for n, bundle in enumerate(lacking):
        if not store.has(bundle.said()):
            made[n] = executor.submit(_indexed, bundle.lang, bundle.records())
        bundle.forget()
    for n, bundle in enumerate(lacking):
        bundle.take(bundle.said(), made.pop(n).result() if n in made else {})
        keep(bundle)
    spent.seconds += perf_counter() - begun


def _indexed(lang: str, records: list[SearchRecord]) -> dict[str, bytes] | Problem:
    """What a worker of a cluster makes of the records of a language."""
    return Bundle(lang, [], Indexing(), _records=records)._made()  # noqa: SLF001 - the same thing in another process


_WORK: list[IndexingWork] = []
"""What this process, where it is a worker, was started for."""


def _start(work: IndexingWork) -> None:
    _WORK.append(work)


def _done(number: int) -> tuple[str, dict[str, bytes] | Problem]:
    return _WORK[-1].do(number)
