"""What the search pages search: one Pagefind bundle per language, made again only where something in it changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from noticeboard.formats.search_record import searchable
from noticeboard.pages.freshness import Fingerprint
from noticeboard.shell.build.language_index import Bundle, Indexing, IndexingFailed
from noticeboard.shell.build.search_bundles import prepare

if TYPE_CHECKING:
    from collections.abc import Iterable

    from noticeboard.pages.views.page import Page
    from noticeboard.shell.cache.store import Store

__all__ = ["IndexFile", "Indexing", "IndexingFailed", "index_files"]


class IndexFile(Struct, frozen=True):
    """A file of a search index, as one file of the output, with the digest of its bytes."""

    path: str
    digest: str
    bundle: Bundle
    store: Store
    source: str = "the search"

    def fingerprint(self) -> Fingerprint:
        """It depends on its bytes alone."""
        return Fingerprint(self.digest)

    def data(self) -> bytes:
        """Its bytes, from the store or made; raises IndexingFailed."""
        return self.store.recalled_bytes(bytes.fromhex(self.digest), lambda: self.bundle.files()[self.path])


def index_files(pages: Iterable[Page], store: Store, spent: Indexing) -> list[IndexFile]:
    """The files of all search indexes; raises IndexingFailed.

    Nothing is indexed if the store has the files for the same documents. `spent` records the work that was done.
    """
    bundles = [Bundle(lang, found, spent) for lang, found in searchable(pages).items()]
    marks = dict[str, dict[str, str]]()

    def keep(bundle: Bundle) -> None:
        marks[bundle.lang] = _kept(bundle, store)

    prepare(bundles, store, spent, keep)
    for bundle in bundles:
        if bundle.lang not in marks:
            keep(bundle)
    return [IndexFile(path, mark, bundle, store) for bundle in bundles for path, mark in marks[bundle.lang].items()]


def _kept(bundle: Bundle, store: Store) -> dict[str, str]:
    """The digests of the bundle's files by path: first by what its documents are made from, then by what they say.

    Documents and files that were made are kept in the store.
    """

    def say(_: str) -> str:
        bundle.recall(store)
        return bundle.said()

    said, _ = store.recall({"": bytes.fromhex(bundle.inputs())}, say, str)
    known, _ = store.recall({"": bytes.fromhex(said[""])}, lambda _: bundle.digests(), dict[str, str])
    store.keep_published(bundle.kept(store))
    bundle.forget()
    return known[""]
