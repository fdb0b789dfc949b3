"""An export to an existing file: translations in the file that were not imported yet stay, as with msgmerge."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from noticeboard.exchange.returned_file import matched
from noticeboard.exchange.units import ITEM, MAIN, Pending, contexts, contexts_of, fingerprint
from noticeboard.markdown.segments.stamps import changes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from noticeboard.exchange.received_file import ReceivedFile
    from noticeboard.exchange.returned_file import ReturnedMessage
    from noticeboard.exchange.units import Unit


class Carried(NamedTuple):
    """The units with the translations of the file, and those translations that belong to no unit."""

    units: tuple[Unit, ...]
    left: tuple[ReturnedMessage, ...]


def carried(found: Sequence[Unit], file: ReceivedFile) -> Carried:
    """The units of an export with what translators have done in the file that it replaces.

    A translation of a text that has changed since is kept as one to look at, with the text that it was made from.
    """
    messages = matched(file, file.header).messages
    touched = [message for message in messages if message.source and _is_touched(message)]
    locations = _places(messages, found)
    units = list(found)
    left: list[ReturnedMessage] = []
    for message in touched:
        location = locations.get(id(message), -1)
        unit = units[location] if location >= 0 else None
        if unit is None or not unit.source:
            left.append(message)
        elif unit.target == message.target:
            continue
        else:
            same = fingerprint(unit.source) == message.record.source
            pending = Pending(message.target, message.fuzzy or not same)
            units[location] = unit._replace(pending=pending, previous=unit.previous if same else message.source)
    return Carried(tuple(units), tuple(left))


def _is_touched(message: ReturnedMessage) -> bool:
    """Whether somebody has translated it, or has looked at it, since it was exported."""
    return bool(message.target) and (message.changed or (not message.fuzzy and message.record.open))


def _places(messages: Sequence[ReturnedMessage], found: Sequence[Unit]) -> dict[int, int]:
    """The units that messages belong to now: by their contexts, else by what became of their segments."""
    names = dict(zip(contexts(found), range(len(found)), strict=True))
    records = [message.record for message in messages]
    then = contexts_of((r.kind, r.source if r.part <= ITEM else r.digest, r.part) for r in records)
    locations = {id(message): names[name] for message, name in zip(messages, then, strict=True) if name in names}
    mains = [message for message in messages if message.record.part == MAIN]
    heads = [number for number, unit in enumerate(found) if unit.part == MAIN]
    became = changes([m.record.digest for m in mains], [found[number].digest for number in heads])
    taken = set(locations.values())
    for change in became:
        if change.kind == "changed" and id(mains[change.then]) not in locations:
            location = heads[change.now]
            if location not in taken and found[location].kind == mains[change.then].record.kind:
                locations[id(mains[change.then])] = location
    return locations
