"""The units of an XLIFF file -> messages, whatever segments and elements a tool has added."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from noticeboard.exchange.xliff12 import NAMESPACE as ONE
from noticeboard.exchange.xliff21 import NAMESPACE as TWO
from noticeboard.exchange.xliff_text import message_in
from noticeboard.sources.po_reader import PoEntry, PoForm

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from lxml.etree import _Element

_UNSURE = frozenset({"Draft", "RejectedTranslation", "RejectedSignOff", "NotStarted", "PartiallyEdited"})
"""Values by which Trados (`conf` of a segment) and memoQ (`status` of a unit) mark an unfinished translation."""
_ORDER = re.compile(r"[0-9]{1,9}")


@dataclass(frozen=True, slots=True)
class _Target:
    text: str
    line: int
    fuzzy: bool


def named(root: _Element, name: str) -> Iterator[_Element]:
    """The elements with that name in XLIFF's own namespace, in the order of the document."""
    yield from root.iter(f"{{{etree.QName(root).namespace}}}{name}")


def units_of_12(root: _Element, translated: Collection[str]) -> Iterator[PoEntry]:
    """The messages of an XLIFF 1.2 file; `translated` are the states that count as translated."""
    for unit in named(root, "trans-unit"):
        if unit.get("translate") == "no":
            continue
        source, target = (unit.find(f"{{{ONE}}}{name}") for name in ("source", "target"))
        if source is None:
            continue
        yield _entry(unit, message_in(source), _target_1(unit, target, translated))


def _target_1(unit: _Element, target: _Element | None, translated: Collection[str]) -> _Target:
    if target is None:
        return _Target("", line_of(unit), fuzzy=False)
    done = unit.get("approved") == "yes" or _counts(target.get("state", ""), translated)
    text = "" if _lacks_segments(unit, target) else message_in(target)
    return _Target(text, line_of(target), fuzzy=not done or _is_unsure(unit))


def _lacks_segments(unit: _Element, target: _Element) -> bool:
    """Whether a tool made segments, and one that has words in the source has none in the target.

    Without a segmented source, every segment has words.
    """
    words = {mark.get("mid"): message_in(mark).strip() for mark in _segments(unit.find(f"{{{ONE}}}seg-source"))}
    unknown = "" if words else "words"
    return any(words.get(mark.get("mid"), unknown) and not message_in(mark).strip() for mark in _segments(target))


def _segments(element: _Element | None) -> list[_Element]:
    found = [] if element is None else [*element.iter(f"{{{ONE}}}mrk")]
    return [mark for mark in found if mark.get("mtype") == "seg"]


def _is_unsure(unit: _Element) -> bool:
    """Whether an attribute of the tool's own says that the translation is not finished."""
    stated = [value for name, value in unit.items() if etree.QName(name).localname == "status"]
    stated += [element.get("conf", "") for element in unit.iter("{*}seg")]
    return not _UNSURE.isdisjoint(stated)


def _counts(state: str, translated: Collection[str]) -> bool:
    """Whether a state counts as translated; so does a missing one, because some tools write no states."""
    return (state or "translated") in translated


def units_of_21(root: _Element, translated: Collection[str]) -> Iterator[PoEntry]:
    """The messages of an XLIFF 2.x file; `translated` are the states that count as translated."""
    for unit in named(root, "unit"):
        if unit.get("translate") == "no":
            continue
        parts = [part for part in unit if etree.QName(part).localname in ("segment", "ignorable")]
        sources = [message_in(source) for part in parts if (source := part.find(f"{{{TWO}}}source")) is not None]
        if sources:
            yield _entry(unit, "".join(sources), _target_2(unit, parts, translated))


def _target_2(unit: _Element, parts: list[_Element], translated: Collection[str]) -> _Target:
    """The targets of all segments in the order that they state; no text if one of them is not translated."""
    found: list[tuple[int, str]] = []
    line, fuzzy = 0, False
    for number, part in enumerate(parts, start=1):
        target, is_segment = part.find(f"{{{TWO}}}target"), etree.QName(part).localname == "segment"
        if target is None and is_segment:
            return _Target("", line_of(unit), fuzzy=False)
        if target is None:
            source = part.find(f"{{{TWO}}}source")
            found.append((number, "" if source is None else message_in(source)))
            continue
        order = target.get("order", "")
        found.append((int(order) if _ORDER.fullmatch(order) else number, message_in(target)))
        line = line or line_of(target)
        fuzzy = fuzzy or (is_segment and not _counts(part.get("state", ""), translated))
    return _Target("".join(text for _, text in sorted(found)), line or line_of(unit), fuzzy)


def _entry(unit: _Element, source: str, target: _Target) -> PoEntry:
    return PoEntry(line_of(unit), unit.get("id", ""), source, "", (PoForm(target.text, target.line),), target.fuzzy)


def line_of(element: _Element) -> int:
    """The line of the element in its file, from 1."""
    return int(element.sourceline or 1)
