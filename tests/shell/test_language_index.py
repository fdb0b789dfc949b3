"""A search index makes only the documents whose pages have changed inputs."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

from noticeboard.pages.views.page import Page
from noticeboard.shell.build import language_index, search_bundles
from noticeboard.shell.build.language_index import Bundle, Indexing
from noticeboard.shell.cache.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Documents = list[tuple[str, str]]


@pytest.fixture
def made() -> list[str]:
    """The paths of the pages whose view was made since the list was last emptied."""
    return []


@pytest.fixture
def documents(tmp_path: Path, made: list[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Documents]:
    """The documents of three pages with these inputs, from a build that keeps what it made."""

    def view(path: str, inputs: str) -> str:
        made.append(path)
        return f"{path} {inputs}"

    def index(*inputs: str) -> Documents:
        pages = [
            Page(path, "announcement.html", "nl", partial(view, path, own), own)
            for path, own in zip(("nl/a/", "nl/b/", "nl/c/"), inputs, strict=True)
        ]
        bundle = Bundle("nl", pages, Indexing())
        with Store(tmp_path / "store", "program") as store:
            bundle.recall(store)
            found = list(bundle.documents())
            store.keep_published(bundle.kept(store))
        return found

    monkeypatch.setattr(language_index, "search_record", lambda page: page.view)
    monkeypatch.setattr(language_index, "search_file", str.encode)
    return index


def test_a_document_is_made_once(documents: Callable[..., Documents], made: list[str]) -> None:
    """Others are reused; one with unknown inputs is made each time."""
    assert documents("1", "2", "") == [("a/", "nl/a/ 1"), ("b/", "nl/b/ 2"), ("c/", "nl/c/ ")]
    assert made == ["nl/a/", "nl/b/", "nl/c/"]
    made.clear()
    assert documents("1", "3", "") == [("a/", "nl/a/ 1"), ("b/", "nl/b/ 3"), ("c/", "nl/c/ ")]
    assert made == ["nl/b/", "nl/c/"]


@pytest.mark.parametrize(
    ("size", "number", "languages"),
    [(100, 2, 30), (1_000, 2, 2), (10_000, 2, 1), (1_000, 4, 4), (3_000, 4, 2), (700, 3, 3), (1, 1, 3_000)],
)
def test_all_processes_have_languages_to_index(size: int, number: int, languages: int) -> None:
    """A portion of a large platform has one language for each process, that of a small one all, of a huge one one."""
    assert search_bundles._portion(size, number) == languages * size  # noqa: SLF001 - the sizes are too large to be built
