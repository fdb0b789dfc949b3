"""Two things at one address: which of a site's files would take each other's place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.model import Location, Problem, error

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from noticeboard.pages.output_paths import OutputPath


def are_apart(paths: Collection[str]) -> bool:
    """Whether no two of the addresses are the same and none is a folder of another."""
    different = set(paths)
    return len(different) == len(paths) and _folders(different).isdisjoint(different)


def collisions(claims: Iterable[OutputPath]) -> tuple[Problem, ...]:
    """A problem for each address that two things claim, or that is both a file and a folder; sorted.

    A collision that is the same in several languages is reported once, for the first of them.
    """
    # Nearly every address is claimed once: a list for each would take more memory than the claims.
    first: dict[str, OutputPath] = {}
    shared: dict[str, list[OutputPath]] = {}
    for claim in claims:
        other = first.setdefault(claim.path, claim)
        if other is not claim:
            shared.setdefault(claim.path, [other]).append(claim)
    found: dict[tuple[Location, str, str], Problem] = {}
    for path, problem in _found(first, shared):
        found.setdefault((problem.location, problem.message, path.partition("/")[2]), problem)
    return tuple(sorted(found.values()))


def _found(first: Mapping[str, OutputPath], shared: Mapping[str, list[OutputPath]]) -> Iterator[tuple[str, Problem]]:
    for path in first if shared else ():
        if path in shared:
            yield path, _shared(path, shared[path])
    for path in sorted(_folders(first) & first.keys()):
        what = "The address {address} of {sources} is also a folder with other pages."
        yield path, _problem(path, shared.get(path, [first[path]]), what, "Give the file another name.")


def _folders(paths: Iterable[str]) -> set[str]:
    """Every folder in which one of them is."""
    folders, above = set[str](), {path.rpartition("/")[0] for path in paths}
    while above := above - folders - {""}:
        folders |= above
        above = {path.rpartition("/")[0] for path in above}
    return folders


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
