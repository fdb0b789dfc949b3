"""What a change on the disk means for a preview, by the names of the files alone."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from pathlib import PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Effect(IntEnum):
    """The effect of a change: nothing, a build, or a build by a fresh process, because code has changed."""

    NOTHING = 0
    BUILD = 1
    RESTART = 2


@dataclass(frozen=True, slots=True)
class WatchedPaths:
    """The absolute paths that a preview watches.

    `folders` and `code` are watched with all that is in them, and what is only in `code` belongs to a program;
    `shallow` are folders in which only Python files count, and the watched folders themselves; what lies below `ours`
    was written by builds.
    """

    folders: tuple[str, ...]
    code: tuple[str, ...]
    shallow: tuple[str, ...]
    ours: tuple[str, ...]


def effect_of(paths: Iterable[str], watched: WatchedPaths) -> Effect:
    """The strongest effect that one of the changed paths has."""
    return max((_effect(PurePath(p), watched) for p in paths), default=Effect.NOTHING)


def _effect(path: PurePath, watched: WatchedPaths) -> Effect:
    if _below(path, watched.ours) is not None or path.suffix == ".pyc":
        return Effect.NOTHING
    if str(path) in (*watched.folders, *watched.code):
        return Effect.RESTART
    texts, code = _below(path, watched.folders), _below(path, watched.code)
    inside = texts or code
    if inside is None:
        return Effect.RESTART if path.suffix == ".py" and str(path.parent) in watched.shallow else Effect.NOTHING
    if any(_is_passing(part) for part in inside.parts):
        return Effect.NOTHING
    return Effect.BUILD if texts and path.suffix != ".py" else Effect.RESTART


def _below(path: PurePath, folders: Iterable[str]) -> PurePath | None:
    """The path as it is below one of the folders; None if it is in none."""
    return next((path.relative_to(f) for f in folders if path.is_relative_to(f)), None)


def _is_passing(name: str) -> bool:
    """Whether a file or folder of that name is no content: hidden, or an editor's for the time of an edit.

    Vim tries whether it may write with 4913, Emacs locks and saves with # around a name, JetBrains' editors write
    ___jb_tmp___ and ___jb_old___.
    """
    return name.startswith((".", "#")) or name.endswith(("~", "___", ".tmp")) or name in ("4913", "__pycache__")
