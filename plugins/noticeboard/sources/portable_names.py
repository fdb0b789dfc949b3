"""Names that not every operating system can hold, or can tell from others."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING
from unicodedata import normalize

from noticeboard.model import Location, Problem, warning

if TYPE_CHECKING:
    from collections.abc import Iterable

_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?|.*[. ]|.*[<>:\"|?*\\].*", re.IGNORECASE)
"""Source: Microsoft, “Naming Files, Paths, and Namespaces”."""


MOST_CHARACTERS = 180
"""Of a path below the content folder: Windows holds 259 with the folders around it, unless it is told otherwise."""


# Most texts have one of a few names.
@lru_cache(1 << 10)
def is_portable(name: str) -> bool:
    """Whether a file or a folder can be called so on Windows too."""
    return not _RESERVED.fullmatch(name)


def unportable_names(paths: Iterable[str]) -> list[Problem]:
    """A warning for each path that is too long for Windows, or whose last part it cannot have or tell from another."""
    kept: dict[tuple[str, str], str] = {}
    problems = []
    for path in paths:
        folder, _, name = path.rpartition("/")
        other = kept.setdefault((folder, normalize("NFC", name.casefold())), name)
        if len(path) > MOST_CHARACTERS:
            message = "The path has {length} characters; with the folders around it, Windows may not hold it."
            problems.append(
                warning(Location(path), "unportable-name", message, "Choose shorter names.", length=len(path))
            )
        elif not is_portable(name):
            problems.append(reserved(Location(path), name))
        elif other != name and normalize("NFC", other) != normalize("NFC", name):
            message = "Windows and macOS cannot distinguish {name} from {other}, which is beside it."
            problems.append(warning(Location(path), "unportable-name", message, _HINT, name=name, other=other))
    return problems


def reserved(location: Location, name: str) -> Problem:
    """The problem of a name that Windows cannot have."""
    message = "Windows cannot have a file or a folder with the name {name}."
    return warning(location, "unportable-name", message, _HINT, name=name)


_HINT = "Choose another name."
