"""Which placeholder of a translation is which of its original."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

    from noticeboard.exchange.placeholders import Placeholder


def paired(original: Sequence[Placeholder], own: Sequence[Placeholder]) -> dict[int, int]:
    """The numbers of a translation's placeholders -> those that the original gives the same markup.

    The same is what leads to the same place; else, where both have equally many of a kind left, what comes in the same
    order. What the original has not gets numbers that it does not use.
    """
    found: dict[int, int] = {}
    free = _grouped((_key(mark), mark.id) for mark in reversed(original))
    for mark in own:
        if free.get(_key(mark)):
            found[mark.id] = free[_key(mark)].pop()
    taken = set(found.values())
    theirs = _grouped((_form(mark), mark.id) for mark in original if mark.id not in taken)
    ours = _grouped((_form(mark), mark.id) for mark in own if mark.id not in found)
    for form, left in ours.items():
        if len(left) == len(theirs.get(form, ())):
            found |= zip(left, theirs[form], strict=True)
    unused = max((mark.id for mark in original), default=0)
    for number, mark in enumerate((mark for mark in own if mark.id not in found), start=1):
        found[mark.id] = unused + number
    return found


def _form(mark: Placeholder) -> tuple[str, bool]:
    return mark.kind, bool(mark.closing)


def _key(mark: Placeholder) -> tuple[str, str, bool]:
    return *mark.key, bool(mark.closing)


def _grouped(pairs: Iterable[tuple[Hashable, int]]) -> dict[Hashable, list[int]]:
    groups: dict[Hashable, list[int]] = {}
    for key, number in pairs:
        groups.setdefault(key, []).append(number)
    return groups
