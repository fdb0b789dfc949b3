"""Selects the problems that were asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable

    from noticeboard.model import Problem


class Selection(Struct, frozen=True):
    """Which problems to report: each field narrows them down, an empty one does not.

    `paths` are files or folders as problems name them: relative to the content folder, absolute elsewhere; a file of
    an announcement stands for the whole announcement, whose versions are compared. `languages` are those of versions
    and catalogues.
    """

    paths: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()

    def of(self, problems: Iterable[Problem]) -> tuple[Problem, ...]:
        """Those of the problems that are wanted."""
        folders = tuple(map(_announcement, self.paths))
        named = filter(self._named, problems)
        return tuple(p for p in named if self._is_in_language(p) and _below(p.location.path, folders))

    def _named(self, problem: Problem) -> bool:
        return problem.name not in self.skip and (not self.only or problem.name in self.only)

    def _is_in_language(self, problem: Problem) -> bool:
        stem, _, ending = problem.location.path.rpartition("/")[2].rpartition(".")
        return not self.languages or (ending in ("md", "po") and stem in self.languages)


def _announcement(path: str) -> str:
    """The folder of the announcement that a file belongs to; other paths as they are."""
    parts = path.split("/")
    return "/".join(parts[:2]) if len(parts) > 2 and not path.startswith("/") else path  # noqa: PLR2004 - kind/name/file


def _below(path: str, folders: tuple[str, ...]) -> bool:
    return not folders or any(path == f or path.startswith(f"{f}/") for f in folders)
