"""Two things at one address: which of a site's files would take each other's place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.model import Location, Problem, error

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from noticeboard.pages.output_paths import OutputPath


def collisions(claims: Iterable[OutputPath]) -> tuple[Problem, ...]:
    """A problem for each address that two things claim, or that is both a file and a folder; sorted.

    A collision that is the same in several languages is reported once, for the first of them.
    """
    by_path: dict[str, list[OutputPath]] = {}
    for claim in claims:
        by_path.setdefault(claim.path, []).append(claim)
    found: dict[tuple[Location, str, str], Problem] = {}
    for path, problem in _found(by_path):
        found.setdefault((problem.location, problem.message, path.partition("/")[2]), problem)
    return tuple(sorted(found.values()))


def _found(by_path: dict[str, list[OutputPath]]) -> Iterator[tuple[str, Problem]]:
    for path, claims in by_path.items():
        if len(claims) > 1:
            yield path, _shared(path, claims)
    folders = set[str]()
    for path in by_path:
        while (path := path.rpartition("/")[0]) and path not in folders:
            folders.add(path)
    for path in sorted(folders & by_path.keys()):
        what = "The address {address} of {sources} is also a folder with other pages."
        yield path, _problem(path, by_path[path], what, "Give the file another name.")


def _shared(path: str, claims: list[OutputPath]) -> Problem:
    what, hint = "Two things claim the address {address}: {sources}.", "Rename one of the two."
    if any(not c.source for c in claims):
        what = "The platform itself has a page or file at the address {address}, and so has {sources}."
        hint = "Choose another name."
    if any(c.former for c in claims):
        hint = "Remove the address from `moved_from`, or rename what has it now."
    return _problem(path, claims, what, hint)


def _problem(path: str, claims: list[OutputPath], what: str, hint: str) -> Problem:
    named = [c for c in claims if c.source]
    # A former address gives way more easily than a folder's name.
    former = [c for c in named if c.former]
    location = (former or named or claims)[-1].location
    sources = ", ".join(f"{c.source} (moved_from)" if c.former else c.source for c in named)
    return error(location, "address-collision", what, hint, address=_address(path), sources=sources)


def _address(path: str) -> str:
    return f"/{path.removesuffix('index.html')}"
