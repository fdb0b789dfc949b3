"""Makes the search index of each language, in worker processes where that saves time."""

from __future__ import annotations

from multiprocessing import get_context
from time import perf_counter
from typing import TYPE_CHECKING

from msgspec import Struct

from noticeboard.shell.build.cluster import cluster
from noticeboard.shell.build.language_index import Bundle, Indexing
from noticeboard.shell.build.worker_pool import AHEAD, in_order, method, portions, processes, workers

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from contextlib import AbstractContextManager

    from noticeboard.model import Problem
    from noticeboard.shell.build.cluster import Cluster
    from noticeboard.shell.build.language_index import Document
    from noticeboard.shell.cache.store import KnownKeys, Store

PAYS = 300
"""Announcements for each process, below which starting it takes longer than what it saves."""

PORTION = 3_000
"""Pages after which new processes take over: a forked process needs memory for all that it has looked at."""

MOST = 8_000
"""Pages of several languages that are indexed at once: Pagefind needs 0.1 MB for each."""

Done = tuple[str, "dict[str, bytes] | Problem", list[tuple[bytes, bytes]]]
"""A digest of a bundle's documents; its files, or why there are none; the documents that the store lacks."""


def prepare(bundles: Sequence[Bundle], store: Store, spent: Indexing, keep: Callable[[Bundle], None]) -> None:
    """Makes what the store lacks in worker processes, where there is enough of it; raises IndexingFailed.

    Each bundle is given to `keep` as soon as it is made, because all together take much memory.
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
    work = IndexingWork(lacking, store.known_keys(), get_context("fork").Lock())
    sizes = [len(bundle.pages) for bundle in lacking]
    for portion in portions(sizes, _portion(max(sizes), number)):
        for n in portion:
            lacking[n].recall(store)
        with workers(number, _start, work) as executor:
            made = in_order(executor, AHEAD * number, _done, ((n,) for n in portion))
            for n, found in zip(portion, made, strict=True):
                lacking[n].take(*found)
                keep(lacking[n])
    spent.seconds += perf_counter() - begun


def _portion(size: int, number: int) -> int:
    """The pages of a portion, where the largest language has that many, so that all processes have as many to do.

    Languages that are too large for that are indexed by fewer processes at once, or one after the other.
    """
    at_once = max(1, min(number, MOST // size)) * size
    return at_once * max(1, PORTION // at_once)


class IndexingWork(Struct, frozen=True):
    """The bundles whose documents may say something new, and what the store knows already.

    `turn` lets one process at a time put a bundle together.
    """

    bundles: Sequence[Bundle]
    known: KnownKeys
    turn: AbstractContextManager[object]

    def do(self, number: int) -> Done:
        """What comes of a bundle; no files where the store knows them."""
        bundle = self.bundles[number]
        said = bundle.said()
        made, fresh = {} if self.known.has(said) else bundle.indexed(self.turn), bundle.fresh()
        bundle.forget()
        return said, made, fresh


def _on_cluster(
    spread: Cluster, lacking: Sequence[Bundle], store: Store, spent: Indexing, keep: Callable[[Bundle], None]
) -> None:
    """Has the workers of a cluster index what the store lacks."""
    begun = perf_counter()
    executor = spread.executor
    made = {}
    for n, bundle in enumerate(lacking):
        bundle.recall(store)
        if not store.has(bundle.said()):
            made[n] = executor.submit(_indexed, bundle.lang, bundle.packed())
        store.keep_published(bundle.fresh())
        bundle.forget()
    for n, bundle in enumerate(lacking):
        bundle.take(bundle.said(), made.pop(n).result() if n in made else {})
        keep(bundle)
    spent.seconds += perf_counter() - begun


def _indexed(lang: str, documents: list[Document]) -> dict[str, bytes] | Problem:
    """What a worker of a cluster makes of the documents of a language."""
    return Bundle(lang, [], Indexing(), _documents=documents).indexed()


_WORK: list[IndexingWork] = []
"""What this process, where it is a worker, was started for."""


def _start(work: IndexingWork) -> None:
    _WORK.append(work)


def _done(number: int) -> Done:
    return _WORK[-1].do(number)
