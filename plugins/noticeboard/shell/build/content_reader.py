"""Finds and parses a project's content and catalogues."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING

from msgspec.structs import replace

from noticeboard.digest import digest
from noticeboard.model import Location, Problem, Stored, Vocabulary, error
from noticeboard.settings import Settings
from noticeboard.shell.build.changed_file import ChangedMeanwhile
from noticeboard.shell.build.folder_walk import entries
from noticeboard.shell.build.picture_facts import file_facts
from noticeboard.shell.build.platform_files import platform_settings, unreadable, vocabularies, vocabulary_names
from noticeboard.shell.build.text_files import TextFiles
from noticeboard.shell.build.version_parsing import Checked, checked, recalled, text_keys
from noticeboard.shell.cache.signed_records import encoded
from noticeboard.shell.terminal.progress import SILENT, Silent
from noticeboard.site import FileFacts, Source
from noticeboard.site.platform_documents import stated_documents
from noticeboard.site.records import folder_of
from noticeboard.site.relays import with_relayed_segments
from noticeboard.site.version_details import NO_DETAILS
from noticeboard.sources.document_types import MOST_BYTES
from noticeboard.sources.layout import Layout, arrange

if TYPE_CHECKING:
    from collections.abc import Callable

    from noticeboard.checks.suppression import Ignored
    from noticeboard.shell.build.file_snapshot import FileMarks
    from noticeboard.shell.cache.store import Store
    from noticeboard.shell.project import Project
    from noticeboard.site.partial_version import PartialVersion


class _Brief(Stored, frozen=True):
    """What is kept of a version where its text is of no concern."""

    source: Source | None


@dataclass(slots=True)
class ProjectContent:
    """Everything that was read, and every problem found; `ignored` is what each text silences, by path.

    `static` are the files that the host publishes unchanged, `catalogues` the platform's own, `partial` the versions
    without a source, by path.
    """

    settings: Settings = field(default_factory=Settings)
    sources: list[Source] = field(default_factory=list)
    vocabularies: tuple[Vocabulary, ...] = ()
    files: dict[str, FileFacts] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    ignored: dict[str, Ignored] = field(default_factory=dict)
    static: tuple[str, ...] = ()
    catalogues: tuple[str, ...] = ()
    partial: dict[str, PartialVersion] = field(default_factory=dict)
    parsed: int = 0


def read_content(
    project: Project, store: Store, progress: Silent = SILENT, marks: FileMarks | None = None
) -> ProjectContent:
    """The content folder's settings, vocabularies, versions and files; `marks` are those that files had before."""
    reading = ProjectContent()
    if not project.content.is_dir():
        location, message = Location(str(project.content)), "There is no content folder {folder}."
        hint = "Name an existing one, or begin a platform with `noticeboard init FOLDER`."
        reading.problems.append(error(location, "no-content", message, hint, folder=project.content.name))
        return reading
    layout = _laid_out(project, reading)
    # If platform.yml is wrong, the offered languages are not known.
    reading.problems += [p for p in layout.problems if not (reading.problems and _follows(p))]
    reading.static, reading.catalogues = layout.static, layout.catalogues
    reading.vocabularies = vocabularies(project, layout, store, reading.problems)
    try:
        _read_texts(_text_files(project, layout, store, marks), reading, store, progress)
    except ChangedMeanwhile as fault:
        reading.problems.append(fault.problem)
    except OSError as fault:
        reading.problems.append(unreadable(str(fault.filename), fault))
    _read_files(project, layout, reading, store)
    return reading


def _follows(problem: Problem) -> bool:
    """Whether a problem of the folder's layout may be none once platform.yml can be read."""
    beside = problem.name == "unused-file" and "/" not in problem.location.path
    return beside or problem.name in ("unknown-kind", "language-not-offered")


def read_briefly(project: Project, kept: Store, store: Callable[[], Store]) -> ProjectContent:
    """The content folder's settings, and its versions without their texts: enough to tell their states.

    `kept` is a store of its own for these; `store` opens the store of builds, for what `kept` lacks.
    """
    if not project.content.is_dir():
        return read_content(project, kept)
    reading = ProjectContent()
    layout = _laid_out(project, reading)
    data = _text_files(project, layout, kept)
    reading.problems += data.problems
    recipe = vocabulary_names(layout), _plain(reading)
    keys = text_keys(data.digests, recipe)

    def ahead(paths: list[str]) -> list[tuple[str, bytes]]:
        folders = set(map(folder_of, paths))
        whole = {path: key for path, key in keys.items() if folder_of(path) in folders}
        full, reading.parsed = recalled(store(), whole, data, recipe)
        return [(path, encoded(_brief(full[path]))) for path in paths]

    found, _ = kept.recall(keys, lambda path: _brief(checked(data[path], path, recipe)), _Brief, ahead)
    for one in found.values():
        reading.sources += [one.source] if one.source else []
    reading.sources = with_relayed_segments(reading.sources, data)
    kept.tidy()
    return reading


def _laid_out(project: Project, reading: ProjectContent) -> Layout:
    """What lies in the content folder, as the settings, which are read first, understand it."""
    reading.settings = platform_settings(project, reading.problems)
    kinds = [k.name for k in reading.settings.kinds]
    settings = reading.settings
    beside = [*((settings.logo,) if settings.logo else ()), *stated_documents(settings)]
    return arrange(entries(project.content), kinds, reading.settings.languages, project.static, beside)


def _brief(parsed: Checked) -> _Brief:
    source = parsed.source
    return _Brief(source and replace(source, excerpt=(), packed=NO_DETAILS))


def _read_texts(data: TextFiles, reading: ProjectContent, store: Store, progress: Silent) -> None:
    reading.problems += data.problems
    recipe = tuple(v.name for v in reading.vocabularies), _plain(reading)
    found, reading.parsed = recalled(store, text_keys(data.digests, recipe), data, recipe, progress)
    for path, parsed in found.items():
        reading.ignored |= {path: parsed.ignored} if parsed.ignored else {}
        reading.problems += parsed.problems
        reading.sources += [parsed.source] if parsed.source else []
        reading.partial |= {path: parsed.partial} if parsed.partial else {}
    reading.sources = with_relayed_segments(reading.sources, data)


def _text_files(project: Project, layout: Layout, store: Store, marks: FileMarks | None = None) -> TextFiles:
    known = store.digests.read()
    data = TextFiles(project.content, layout.texts, known, marks.files if marks else None)
    store.digests.keep(data.known, known)
    # A build keeps the digests until its end, but not the marks, which take more memory.
    data.known.clear()
    return data


def _plain(reading: ProjectContent) -> tuple[str, ...]:
    return tuple(reading.settings.plain_typography)


def _read_files(project: Project, layout: Layout, reading: ProjectContent, store: Store) -> None:
    # Files are read in pieces, one after another, because all of them together may not fit into memory.
    for path in layout.files:
        try:
            facts = _facts(project, path, store)
        except OSError as fault:
            reading.problems.append(unreadable(path, fault))
        except ChangedMeanwhile as fault:
            reading.problems.append(fault.problem)
        else:
            reading.files[facts.path] = facts


def _facts(project: Project, path: str, store: Store) -> FileFacts:
    """What is known of a file; raises OSError, and ChangedMeanwhile if it is another one by now."""

    def look(_: str) -> FileFacts:
        file.seek(0)
        # The digest and the facts come from one reading. A file that is too large for that is not published.
        data = file.read(MOST_BYTES + 1)
        found = file_facts(path, BytesIO(data) if len(data) <= MOST_BYTES else file)
        if found.digest != content.hex():
            raise ChangedMeanwhile(project.content / path)
        return found

    with (project.content / path).open("rb") as file:
        content = hashlib.file_digest(file, "sha256").digest()
        key = bytes.fromhex(digest(b"file", path.encode(), content))
        return store.recall({path: key}, look, FileFacts)[0][path]
