"""The theme's templates, each read once, so that what is rendered is what the digest covers."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from jinja2 import BaseLoader

from noticeboard.digest import digest
from noticeboard.sources.message_extraction import MessageSource

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from jinja2 import Environment

    from noticeboard.shell.project import Project

_NO_TEMPLATES = (".css", ".toml")
"""The endings of what lies beside templates."""

_PREFIX = "templates/"


@dataclass(frozen=True)
class Templates:
    """The templates in the order of their paths: those of the first folder first, a folder's own before those below.

    Each is named `templates/`, then its name for Jinja; of two of one name the first counts. `options` are those with
    which Jinja reads them.
    """

    files: tuple[MessageSource, ...]
    options: tuple[tuple[str, str], ...]

    @cached_property
    def digest(self) -> str:
        """The digest of all templates and of how they are read."""
        return digest(repr(self.options).encode(), *(f"{t.name}\0".encode() + t.data for t in self.files))

    @property
    def speakers(self) -> tuple[MessageSource, ...]:
        """The templates that may have messages; hidden files are editors' copies."""
        return tuple(t for t in self.files if not t.name.rpartition("/")[2].startswith("."))

    @property
    def unplaced(self) -> Templates:
        """The same templates with their names for paths, the same on every machine."""
        return replace(self, files=tuple(file._replace(path=file.name) for file in self.files))

    def loader(self, host: BaseLoader | None) -> BaseLoader:
        """What gives Jinja these templates, and the host's for other names."""
        found: dict[str, tuple[str, str]] = {}
        for file in reversed(self.files):
            try:
                text = file.data.decode()
            except UnicodeDecodeError:
                continue  # The host's loader says what is wrong.
            found[file.name.removeprefix(_PREFIX)] = (text.replace("\r\n", "\n").replace("\r", "\n"), file.path)
        return _Loader(found, host)


class _Loader(BaseLoader):
    """Templates that were read, before those of another loader."""

    def __init__(self, known: Mapping[str, tuple[str, str]], host: BaseLoader | None) -> None:
        self._known, self._host = known, host or BaseLoader()

    def get_source(self, environment: Environment, template: str) -> tuple[str, str | None, Callable[[], bool] | None]:
        """The text, its path, and that it is up to date."""
        if template in self._known:
            return *self._known[template], lambda: True
        return self._host.get_source(environment, template)

    def list_templates(self) -> list[str]:
        """The names of all."""
        return sorted({*self._known, *self._host.list_templates()})


def read_templates(project: Project) -> Templates:
    """The templates of a project; linked folders are followed, as Jinja follows them. Raises OSError."""
    found = (
        MessageSource(f"{_PREFIX}{path.relative_to(folder).as_posix()}", str(path), path.read_bytes())
        for folder in project.templates
        for path in sorted_paths(folder, _below(folder, (os.path.realpath(folder),)))
        if path.suffix not in _NO_TEMPLATES
    )
    return Templates(tuple(found), project.jinja)


def sorted_paths(folder: Path, paths: Iterator[Path]) -> list[Path]:
    """The paths below a folder, its own before those of folders in it."""
    return sorted(paths, key=lambda p: (len(p.relative_to(folder).parts), p.relative_to(folder).as_posix()))


def _below(folder: Path, above: tuple[str, ...]) -> Iterator[Path]:
    """The files below a folder; `above` are the real paths around it, so that no link leads in a circle."""
    for path in folder.iterdir() if folder.is_dir() else ():
        real = os.path.realpath(path)
        if path.is_file():
            yield path
        elif path.is_dir() and real not in above:
            yield from _below(path, (*above, real))
