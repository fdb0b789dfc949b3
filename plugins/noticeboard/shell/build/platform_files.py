"""Reads what a platform says of itself: its settings and its vocabularies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.checks.rule_runner import vocabulary_findings
from noticeboard.digest import digest
from noticeboard.model import Location, Problem, Stored, Vocabulary, error
from noticeboard.settings_reader import read_settings
from noticeboard.shell.build.folder_walk import stays_inside
from noticeboard.sources.text_decoding import MOST_BYTES, MOST_BYTES_OF_TERMS, decode
from noticeboard.sources.vocabulary import read_vocabulary
from noticeboard.sources.yaml12 import Yaml, load

if TYPE_CHECKING:
    from noticeboard.settings import Settings
    from noticeboard.shell.cache.store import Store
    from noticeboard.shell.project import Project
    from noticeboard.sources.layout import Layout

_FIRST = {"audience": 0, "tags": 1}
"""The vocabularies that pages show before others."""


def platform_settings(project: Project, problems: list[Problem]) -> Settings:
    """The settings of the host, NOTICEBOARD and platform.yml; their problems are added to the given ones."""
    location = Location(project.settings_file or "pelicanconf.py")
    # The language of messages depends on the person who runs the program, not on the platform.
    about_platform = {key: value for key, value in project.option.items() if key != "messages"}
    option = Yaml(about_platform, {(): location}, _Anywhere(location), ())
    platform = _yaml(project, "platform.yml", problems) if _has_platform(project) else _nothing()
    settings, found = read_settings(project.defaults, option, platform)
    problems += found
    return settings


class _Anywhere(dict[tuple[str | int, ...], Location]):
    """Key places of a mapping that came from Python: all are the settings file."""

    def __init__(self, location: Location) -> None:
        self._place = location

    def __missing__(self, _: object) -> Location:
        return self._place


def _has_platform(project: Project) -> bool:
    path = project.content / "platform.yml"
    # A link to the outside is reported with all others, and not opened.
    return path.is_file() and stays_inside(path, project.content)


def _nothing() -> Yaml:
    return Yaml(None, {}, {}, ())


def _yaml(project: Project, path: str, problems: list[Problem]) -> Yaml:
    try:
        return _loaded((project.content / path).read_bytes(), path)
    except OSError as fault:
        problems.append(unreadable(path, fault))
        return _nothing()


def _loaded(data: bytes, path: str, most: int = MOST_BYTES) -> Yaml:
    text, found = decode(data, path, most)
    return Yaml(None, {}, {}, found) if found else load(text, path)


class _Read(Stored, frozen=True):
    """A vocabulary file as it was read, and every problem in it."""

    vocabulary: Vocabulary
    problems: tuple[Problem, ...]


def vocabularies(project: Project, layout: Layout, store: Store, problems: list[Problem]) -> tuple[Vocabulary, ...]:
    """The vocabularies in the order of vocabulary_names; their problems are added to the given ones."""
    data = {}
    for path in layout.vocabularies:
        try:
            data[path] = (project.content / path).read_bytes()
        except OSError as fault:
            problems.append(unreadable(path, fault))
    keys = {path: bytes.fromhex(digest(b"vocabulary", path.encode(), found)) for path, found in data.items()}
    read, _ = store.recall(keys, lambda path: _vocabulary(path, data[path]), _Read)
    problems += [problem for found in read.values() for problem in found.problems]
    known = {found.vocabulary.name: found.vocabulary for found in read.values()}
    return tuple(known.get(name, Vocabulary(name, ())) for name in vocabulary_names(layout))


def _vocabulary(path: str, data: bytes) -> _Read:
    vocabulary, problems = read_vocabulary(_named(path), _loaded(data, path, MOST_BYTES_OF_TERMS))
    return _Read(vocabulary, problems + vocabulary_findings(vocabulary))


def vocabulary_names(layout: Layout) -> tuple[str, ...]:
    """The names of the vocabularies in the order in which pages show them."""
    return tuple(sorted(map(_named, layout.vocabularies), key=lambda name: (_FIRST.get(name, len(_FIRST)), name)))


def _named(path: str) -> str:
    return path.rpartition("/")[2].removesuffix(".yml")


def unreadable(path: str, fault: OSError) -> Problem:
    """The problem of a file of the content that the disk does not give."""
    message = "The file cannot be read ({reason})."
    return error(Location(path), "unreadable-file", message, "Check its permissions.", reason=fault.strerror)
