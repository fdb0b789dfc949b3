"""The names in a content folder -> the kind of each file, or why it is not allowed."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import normalize

from msgspec import Struct

from noticeboard.model import Location, Problem, error
from noticeboard.sources.folder_names import DEPTH, TEXT, NameRules, is_catalogue, is_seen
from noticeboard.sources.portable_names import unportable_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from noticeboard.sources.folder_names import FolderEntry


class Layout(Struct, frozen=True):
    """The files of a content folder by what they are; every tuple holds sorted paths.

    `texts` are language versions, `files` what belongs to announcements or to the platform, `vocabularies` the term
    lists, `static` what the host copies as it is, `catalogues` the platform's own words for the theme's.
    """

    platform: bool
    vocabularies: tuple[str, ...]
    texts: tuple[str, ...]
    files: tuple[str, ...]
    problems: tuple[Problem, ...]
    static: tuple[str, ...] = ()
    catalogues: tuple[str, ...] = ()


def arrange(
    entries: Iterable[FolderEntry],
    kinds: Sequence[str],
    languages: Sequence[str],
    static: Sequence[str] = (),
    beside: Sequence[str] = (),
) -> Layout:
    """The layout of the entries; `static` names the folders that the host copies as they are.

    `beside` names the files that platform.yml asks for, which lie beside it.
    """
    # Files in a folder with an invalid name are reported after the folder has been renamed.
    found = sorted(e for e in entries if is_seen(e.path.rpartition("/")[0]))
    sorter = NameRules(tuple(kinds), tuple(languages), tuple(static), tuple(beside))
    problems = [p for e in found for p in sorter.problems(e)]
    bad = {p.location.path for p in problems}
    files, twins = _told_apart(e.path for e in found if not e.is_folder and e.path not in bad)
    problems += [*twins, *unportable_names(e.path for e in found if e.path not in bad)]
    texts = [p for p in files if p.endswith(TEXT) and p.count("/") == DEPTH - 1]
    problems += _textless(found, texts, kinds)
    return Layout(
        platform="platform.yml" in files,
        vocabularies=tuple(p for p in files if p.startswith("vocabularies/") and p.endswith(".yml")),
        texts=tuple(t for t in texts if t.split("/")[0] in kinds),
        files=tuple(p for p in files if p in beside or _is_beside(p, kinds)),
        problems=tuple(problems),
        static=tuple(p for p in files if sorter.is_static(p)),
        catalogues=tuple(p for p in files if is_catalogue(p)),
    )


def _is_beside(path: str, kinds: Sequence[str]) -> bool:
    """Whether a file lies beside texts or vocabularies and is none itself."""
    folder = path.partition("/")[0]
    return (folder in kinds and not path.endswith(TEXT)) or (folder == "vocabularies" and not path.endswith(".yml"))


def _textless(entries: Sequence[FolderEntry], texts: Sequence[str], kinds: Sequence[str]) -> list[Problem]:
    """The problem of each announcement's folder in which no text lies."""
    with_text = {t.rpartition("/")[0] for t in texts}
    lacking = [e for e in entries if e.is_folder and e.path.count("/") == 1 and e.path not in with_text]
    tried = {"/".join(e.path.split("/")[:2]) for e in entries if e.path.endswith(TEXT)} if lacking else set()
    return [
        error(
            Location(e.path),
            "no-text",
            "The folder {folder}/ holds no text.",
            "Add a file such as en.md, or remove the folder.",
            folder=e.path,
        )
        for e in lacking
        if e.path.split("/")[0] in kinds and e.path not in tried and is_seen(e.path)
    ]


def _told_apart(paths: Iterable[str]) -> tuple[list[str], list[Problem]]:
    """The paths whose names differ in any Unicode form (UAX 15), and a problem for each that looks like another."""
    kept: dict[str, str] = {}
    twins = [path for path in paths if kept.setdefault(normalize("NFC", path), path) != path]
    return list(kept.values()), [_twin(path) for path in twins]


def _twin(path: str) -> Problem:
    message = "Another file here has the same name, {name}, in other Unicode characters that look alike."
    return error(Location(path), "strange-file", message, "Remove one of the two.", name=path.rpartition("/")[2])
