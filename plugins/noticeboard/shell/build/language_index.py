"""The search index of one language, and the documents that are indexed in it."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass, field
from time import perf_counter
from typing import TYPE_CHECKING

from noticeboard.compression import compressed, expanded
from noticeboard.digest import digest
from noticeboard.formats.search_bundle import published
from noticeboard.formats.search_record import search_file, search_record
from noticeboard.model import Location, Problem, error
from noticeboard.pages import addresses
from noticeboard.shell.build.pagefind_service import PagefindFailed, PagefindService, pagefind_executable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from contextlib import AbstractContextManager

    from noticeboard.pages.views.page import Page
    from noticeboard.shell.cache.store import Store

Document = tuple[str, bytes]
"""A page's path below its language's front page, and its HTML for the index, compressed."""


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
    """The search index of one language; its files are made when they are first asked for.

    Its documents are what is indexed: for each page a path below the language's front page, and HTML. They stay
    compressed until Pagefind gets them, because those of a large language take more memory than all else.
    """

    lang: str
    pages: list[Page]
    spent: Indexing
    _mark: str = ""
    _files: dict[str, bytes] = field(default_factory=dict)
    _documents: list[Document] = field(default_factory=list)
    _known: dict[str, bytes] = field(default_factory=dict)
    _fresh: list[tuple[bytes, bytes]] = field(default_factory=list)

    def inputs(self) -> str:
        """What the documents are made from, as a digest."""
        return digest(b"search inputs", *(page.cache_key.encode() for page in self.pages))

    def said(self) -> str:
        """What the documents say, as a digest."""
        if not self._mark:
            self._mark = digest(b"search", *(part for path, data in self.packed() for part in (path.encode(), data)))
        return self._mark

    def files(self) -> dict[str, bytes]:
        """Its files by path in the output; raises IndexingFailed."""
        if not self._files:
            begun = perf_counter()
            found = self.indexed()
            self.spent.seconds += perf_counter() - begun
            self.take(self._mark, found)
        return self._files

    def take(self, said: str, made: dict[str, bytes] | Problem, fresh: Iterable[tuple[bytes, bytes]] = ()) -> None:
        """Keeps what was made elsewhere; raises IndexingFailed where that is the problem that there was."""
        if isinstance(made, Problem):
            raise IndexingFailed(made)
        self._mark, self._files = said, made
        self._fresh += fresh
        if made:
            self.spent.languages.append(self.lang)

    def digests(self) -> dict[str, str]:
        """The digests of its files by path; raises IndexingFailed."""
        return {path: digest(data) for path, data in self.files().items()}

    def recall(self, store: Store) -> None:
        """Takes the documents that earlier builds made from the store, unless they have said what they say."""
        if self._mark:
            return
        paths = {key: page.path for page in self.pages if (key := _key(page))}
        self._known = {paths[key]: data for key, data in store.packed(paths)}

    def packed(self) -> list[Document]:
        """The documents to index, compressed; their views are not kept."""
        if not self._documents:
            self._documents = [(page.path.removeprefix(f"{self.lang}/"), self._document(page)) for page in self.pages]
        return self._documents

    def documents(self) -> Iterator[tuple[str, str]]:
        """The documents to index, one after the other; raises ValueError if one cannot be expanded."""
        for path, data in self.packed():
            if (whole := expanded(data)) is None:
                raise ValueError(path)
            yield path, whole.decode()

    def _document(self, page: Page) -> bytes:
        known = self._known.pop(page.path, None)
        if known is not None:
            return known
        data = compressed(search_file(search_record(page)))
        page.forget()
        if key := _key(page):
            self._fresh.append((key, data))
        return data

    def fresh(self) -> list[tuple[bytes, bytes]]:
        """What the store is to keep of the documents made here: their keys, and their bytes compressed."""
        return self._fresh

    def kept(self, store: Store) -> Iterator[tuple[bytes, bytes]]:
        """What the store is to keep of all that was made so far: documents and new files, their bytes compressed."""
        yield from self._fresh
        files = {bytes.fromhex(digest(data)): data for data in self._files.values()}
        lacking = store.unpublished(files)
        yield from ((key, compressed(data)) for key, data in files.items() if key in lacking)

    def forget(self) -> None:
        """Lets go of the documents and files, which are made again where they are asked for again."""
        self._documents, self._files, self._known, self._fresh = [], {}, {}, []

    def indexed(self, turn: AbstractContextManager[object] | None = None) -> dict[str, bytes] | Problem:
        """Its files by path in the output, made now, or why they cannot be made; `turn` as PagefindService has it."""
        folder = addresses.search_index(self.lang)
        try:
            executable = pagefind_executable()
            if executable is None:
                return self._problem("Pagefind is not installed")
            with PagefindService(executable) as service:
                made = published(service.bundle(self.lang, self.documents(), turn or nullcontext()))
        except (OSError, PagefindFailed, LookupError, ValueError) as fault:
            return self._problem(fault)
        return {f"{folder}{name}": data for name, data in made.items()}

    def _problem(self, reason: object) -> Problem:
        message = "The search index for the language {language} cannot be made: {reason}."
        hint = "Install Pagefind again: pip install --force-reinstall --constraint constraints.txt 'pagefind[bin]'."
        return error(Location(""), "search-failed", message, hint, language=self.lang, reason=reason)


def _key(page: Page) -> bytes:
    """What a page's document is kept under; nothing where it is not known beforehand what the page is made from."""
    return (
        bytes.fromhex(digest(b"search document", page.path.encode(), page.cache_key.encode()))
        if page.cache_key
        else b""
    )
