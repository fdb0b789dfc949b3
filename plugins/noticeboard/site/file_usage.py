"""Which files beside the texts are used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.model import Location, Problem, warning
from noticeboard.sources.folder_names import TEXT
from noticeboard.sources.stray_files import source_hint

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from noticeboard.site.records import Announcement, FileFacts


def used_files(announcements: Iterable[Announcement], files: Mapping[str, FileFacts]) -> set[str]:
    """The paths of the files that the announcements show or link to, as far as they exist."""
    items = tuple(announcements)
    return shown_pictures(items, files) | published_documents(items, files)


def shown_pictures(announcements: Iterable[Announcement], files: Mapping[str, FileFacts]) -> set[str]:
    """The paths of the pictures that the announcements show, as far as they exist."""
    return {p for a in announcements for p in _shown(a)} & files.keys() if files else set()


def published_documents(announcements: Iterable[Announcement], files: Mapping[str, FileFacts]) -> set[str]:
    """The paths of the files that are published as documents: those linked to, in all languages, and the data shown."""
    if not files:
        return set()
    items = tuple(announcements)
    shown = {f"{item.key}/{use.file}" for item in items for source in item.sources for use in source.data}
    return linked_files(items, files) | (shown & files.keys())


def linked_files(announcements: Iterable[Announcement], files: Mapping[str, FileFacts]) -> set[str]:
    """The paths of the files that the announcements link to, as far as they exist."""
    linked = ((source, file) for a in announcements for source in a.sources for file in source.files)
    paths = (path for source, file in linked for path in _in_language(file, source.lang))
    return files.keys() & set(paths)


def document_for(path: str, lang: str, files: Mapping[str, FileFacts]) -> FileFacts | None:
    """The file that a link to that path leads to in a text of that language: questionnaire.sv.pdf for sv."""
    return next((files[one] for one in reversed(_in_language(path, lang)) if one in files), None)


def _in_language(path: str, lang: str) -> tuple[str, str]:
    stem, dot, ending = path.rpartition(".")
    return path, f"{stem}.{lang}{dot}{ending}"


def _shown(item: Announcement) -> Iterator[str]:
    for source in item.sources:
        pictures = {p.file for p in source.pictures} | ({item.facts.image} - {""})
        for name in pictures:
            stem, dot, ending = name.rpartition(".")
            yield f"{item.key}/{name}"
            yield f"{item.key}/{stem}.{source.lang}{dot}{ending}"


def _source(path: str) -> tuple[str, str]:
    """The hint for a file in which a text is written, and the name of that text's own file."""
    name = path.rpartition("/")[2]
    return source_hint(name), f"{name.partition('.')[0]}{TEXT}"


def file_problems(announcements: Iterable[Announcement], files: Mapping[str, FileFacts]) -> list[Problem]:
    """Every error of the files that texts use, drafts too, and a warning for each file that no text uses."""
    message = "No text uses this file, so it is not published."
    hint = "Link to it, use it as a picture, or remove it."
    announcements = tuple(announcements)
    used = used_files(announcements, files)
    # A picture with other letters in its name ("photo.jpg" for photo.JPG) is reported where it is named.
    others = files.keys() - used
    meant = {path.lower() for item in announcements for path in _shown(item) if path not in files} if others else set()
    unused = [
        warning(Location(files[path].origin), "unused-file", message, own or hint, nearest=nearest, file=path)
        for path in sorted(others)
        if path.lower() not in meant
        for own, nearest in [_source(path)]
    ]
    shown = {f"{a.key}/{use.file}" for a in announcements for source in a.sources for use in source.data}
    faults = [problem for path in sorted(used) for problem in files[path].problems]
    return [*unused, *faults, *(p for path in sorted(used & shown) for p in files[path].table_problems)]
