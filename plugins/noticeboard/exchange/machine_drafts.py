"""Drafts by a machine: a program's translations, which somebody still has to review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.exchange.lost_markup import emptied
from noticeboard.exchange.placeholders import fault, numbers, paired_numbers
from noticeboard.exchange.returned_file import matched
from noticeboard.exchange.units import Pending

if TYPE_CHECKING:
    from collections.abc import Sequence

    from noticeboard.exchange.received_file import ReceivedFile
    from noticeboard.exchange.units import Unit


def drafted(found: Sequence[Unit], file: ReceivedFile) -> tuple[Unit, ...]:
    """The units with a machine's words if there is no translation yet, marked as such.

    They are marked for review whatever state the program gives them; those that lose a placeholder are left out.
    """
    messages = matched(file, file.header).messages
    return tuple(
        unit._replace(pending=Pending(message.target, fuzzy=True, machine=True))
        if unit.source and not unit.shown and message.target and _is_whole(unit.source, message.target)
        else unit
        for unit, message in zip(found, messages, strict=True)
    )


def _is_whole(source: str, target: str) -> bool:
    return not (fault(target, numbers(source), paired_numbers(source)) or emptied(target, source))
