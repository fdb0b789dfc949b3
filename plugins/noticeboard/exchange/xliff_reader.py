"""The bytes of an XLIFF 1.2 or 2.x file -> its facts and messages, whatever a tool has added to it.

Units are read for the text that they hold: segmentation (`mrk`, `seg-source`, several segments of a unit), added
elements, attributes and namespaces are passed over. XLIFF 1.2, 2.3 and 2.4; XLIFF 2.1, 4.2 and 4.3.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from noticeboard.exchange.xliff12 import NAMESPACE as ONE
from noticeboard.exchange.xliff21 import NAMESPACE as TWO
from noticeboard.exchange.xliff_inline import as_alone, as_close, as_open, is_emphasis
from noticeboard.model import Location, Problem, error
from noticeboard.sources.po_reader import PoEntry, PoForm
from noticeboard.sources.text_decoding import INVALID, MOST_BYTES, invalid_characters

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from lxml.etree import _Element

TRANSLATED = ("translated", "signed-off", "final", "reviewed")
"""The states that say of a target that somebody stands for it: those of XLIFF 1.2, and of XLIFF 2.x."""

_AGAIN = "Take the file again from where it came from, or export it again."
_FACT = re.compile(r"(X-Noticeboard-[A-Za-z]+):(.*?)(?=X-Noticeboard-|\Z)", re.DOTALL)
_UNSURE = frozenset({"Draft", "RejectedTranslation", "RejectedSignOff", "NotStarted", "PartiallyEdited"})
"""What Trados (`conf` of a segment) and memoQ (`status` of a unit) say of a translation that is not done."""

_PAIRS = frozenset({"g", "pc"})
_STARTS = frozenset({"bx", "bpt", "sc"})
_ENDS = frozenset({"ex", "ept", "ec"})
_ALONE = frozenset({"x", "ph", "it"})
_THROUGH = frozenset({"mrk", "sub"})
_ORDER = re.compile(r"[0-9]{1,9}")


class XliffFile(NamedTuple):
    """The facts that a file states, by their names, its languages as they are written, and its messages.

    The context of a message is the id of its unit.
    """

    fields: dict[str, str]
    languages: tuple[str, str]
    entries: tuple[PoEntry, ...]


@dataclass(frozen=True, slots=True)
class _Target:
    text: str
    line: int
    fuzzy: bool


def is_xliff(data: bytes) -> bool:
    """Whether the bytes are XML, in whatever encoding, and not PO."""
    return data.lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n").startswith(b"<")


def read_xliff(
    data: bytes, path: str, translated: Collection[str] = TRANSLATED
) -> tuple[XliffFile | None, tuple[Problem, ...]]:
    """What a file says; None where it is no XLIFF, and why. `translated` are the states that count as translated."""
    root, problem = _parsed(data, path)
    if root is None:
        return None, (problem,) if problem else ()
    version = {ONE: 1, TWO: 2}.get(etree.QName(root).namespace or "")
    if etree.QName(root).localname != "xliff" or version is None:
        message = "The file is XML, but not XLIFF 1.2, 2.0 or 2.1."
        return None, (error(Location(path), "damaged-exchange", message, "Ask for one of these formats, or for PO."),)
    files = [*_named(root, "file")]
    if not files:
        return None, (error(Location(path), "damaged-exchange", "The file holds no text to translate.", _AGAIN),)
    ours = [file for file in files if _fields(file, version)] or files[:1]
    if len(ours) > 1:
        message = "The file holds {count} texts: files have been put into one."
        hint = "Ask for each in a file of its own, or import the files from before they were put together."
        location = Location(path, _line(ours[1]))
        return None, (error(location, "damaged-exchange", message, hint, count=len(ours)),)
    file = ours[0]
    entries = _units_1(file, translated) if version == 1 else _units_2(file, translated)
    languages = (
        (file.get("source-language", ""), file.get("target-language", ""))
        if version == 1
        else (root.get("srcLang", ""), root.get("trgLang", ""))
    )
    found = [_without_invalid(entry, path) for entry in entries]
    problems = tuple(problem for _, faults in found for problem in faults)
    return XliffFile(_fields(file, version), languages, tuple(entry for entry, _ in found)), problems


def _without_invalid(entry: PoEntry, path: str) -> tuple[PoEntry, tuple[Problem, ...]]:
    """The message without characters that no text may hold, which XML and `cp` let in, and the problems with them.

    A translation that holds any counts as absent.
    """
    form = entry.forms[0]
    location = Location(path, form.line)
    problems = tuple(replace(problem, location=location) for problem in invalid_characters(form.text, path))
    said, context = (INVALID.sub("\ufffd", text) for text in (entry.id, entry.context))
    kept = form._replace(text="" if problems else form.text)
    return replace(entry, id=said, context=context, forms=(kept,)), problems


def _parsed(data: bytes, path: str) -> tuple[_Element | None, Problem | None]:
    """The tree of a document without a DTD, so that no entity can grow and nothing is loaded."""
    if len(data) > MOST_BYTES:
        message = "The file has {size} bytes; a text may have {most} at most."
        hint = "Shorten it, or publish it as a file that a text links to."
        return None, error(Location(path), "too-long", message, hint, size=len(data), most=MOST_BYTES)
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False)
    try:
        tree = etree.ElementTree(etree.fromstring(data, parser))
    except etree.XMLSyntaxError as fault:
        line, column = fault.position
        message = "From here on, the file is incomplete or not XML."
        return None, error(Location(path, max(1, line), max(1, column)), "damaged-exchange", message, _AGAIN)
    if tree.docinfo.doctype:
        message = "The file has a document type declaration (<!DOCTYPE …>)."
        return None, error(Location(path), "damaged-exchange", message, "Delete it: XLIFF needs none.")
    return tree.getroot(), None


def _fields(root: _Element, version: int) -> dict[str, str]:
    """The facts in the skeleton, or wherever else a tool has put its text."""
    inside = [*_named(root, "internal-file")] if version == 1 else [*_named(root, "skeleton")]
    texts = ["".join(element.itertext()) for element in inside]
    return {found[1]: found[2].strip() for text in texts for found in _FACT.finditer(text)}


def _named(root: _Element, name: str) -> Iterator[_Element]:
    """The elements with that name in the document's own namespace."""
    yield from root.iter(f"{{{etree.QName(root).namespace}}}{name}")


def _units_1(root: _Element, translated: Collection[str]) -> Iterator[PoEntry]:
    for unit in _named(root, "trans-unit"):
        if unit.get("translate") == "no":
            continue
        source, target = (unit.find(f"{{{ONE}}}{name}") for name in ("source", "target"))
        if source is None:
            continue
        yield _entry(unit, _text(source), _target_1(unit, target, translated))


def _target_1(unit: _Element, target: _Element | None, translated: Collection[str]) -> _Target:
    if target is None:
        return _Target("", _line(unit), fuzzy=False)
    done = unit.get("approved") == "yes" or _counts(target.get("state", ""), translated)
    text = "" if _lacks_segments(unit, target) else _text(target)
    return _Target(text, _line(target), fuzzy=not done or _is_unsure(unit))


def _lacks_segments(unit: _Element, target: _Element) -> bool:
    """Whether a segment that a tool has made, and that has words in the source, has none in the target.

    Without a segmented source, every segment has words.
    """
    words = {mark.get("mid"): _text(mark).strip() for mark in _segments(unit.find(f"{{{ONE}}}seg-source"))}
    unknown = "" if words else "words"
    return any(words.get(mark.get("mid"), unknown) and not _text(mark).strip() for mark in _segments(target))


def _segments(element: _Element | None) -> list[_Element]:
    found = [] if element is None else [*element.iter(f"{{{ONE}}}mrk")]
    return [mark for mark in found if mark.get("mtype") == "seg"]


def _is_unsure(unit: _Element) -> bool:
    """Whether the tool says in an attribute of its own that somebody still works on the translation."""
    stated = [value for name, value in unit.items() if etree.QName(name).localname == "status"]
    stated += [element.get("conf", "") for element in unit.iter("{*}seg")]
    return not _UNSURE.isdisjoint(stated)


def _counts(state: str, translated: Collection[str]) -> bool:
    """Whether a state counts as translated; a tool that knows no states says none, and means it."""
    return (state or "translated") in translated


def _units_2(root: _Element, translated: Collection[str]) -> Iterator[PoEntry]:
    for unit in _named(root, "unit"):
        if unit.get("translate") == "no":
            continue
        parts = [part for part in unit if etree.QName(part).localname in ("segment", "ignorable")]
        sources = [_text(source) for part in parts if (source := part.find(f"{{{TWO}}}source")) is not None]
        if sources:
            yield _entry(unit, "".join(sources), _target_2(unit, parts, translated))


def _target_2(unit: _Element, parts: list[_Element], translated: Collection[str]) -> _Target:
    """The targets of all segments, in the order that they ask for; nothing where one of them is not translated."""
    found: list[tuple[int, str]] = []
    line, fuzzy = 0, False
    for number, part in enumerate(parts, start=1):
        target, is_segment = part.find(f"{{{TWO}}}target"), etree.QName(part).localname == "segment"
        if target is None and is_segment:
            return _Target("", _line(unit), fuzzy=False)
        if target is None:
            source = part.find(f"{{{TWO}}}source")
            found.append((number, "" if source is None else _text(source)))
            continue
        order = target.get("order", "")
        found.append((int(order) if _ORDER.fullmatch(order) else number, _text(target)))
        line = line or _line(target)
        fuzzy = fuzzy or (is_segment and not _counts(part.get("state", ""), translated))
    return _Target("".join(text for _, text in sorted(found)), line or _line(unit), fuzzy)


def _entry(unit: _Element, source: str, target: _Target) -> PoEntry:
    return PoEntry(_line(unit), unit.get("id", ""), source, "", (PoForm(target.text, target.line),), target.fuzzy)


def _text(element: _Element) -> str:
    """The message that an element holds, its inline elements as placeholders."""
    return "".join(_pieces(element))


def _pieces(element: _Element) -> Iterator[str]:
    yield element.text or ""
    for inside in element:
        if isinstance(inside.tag, str):
            yield from _inline(inside)
        yield inside.tail or ""


def _inline(element: _Element) -> Iterator[str]:
    name, code = etree.QName(element).localname, element.get("id", "")
    if name in _PAIRS:
        yield as_open(code)
        yield from _pieces(element)
        yield as_close(code)
    elif name in _STARTS:
        yield as_open(_paired_code(element))
    elif name in _ENDS:
        yield as_close(_started(element))
    elif name in _ALONE:
        yield as_alone(code)
    elif name in _THROUGH:
        yield from _pieces(element)
    elif name == "cp":
        yield _character(element.get("hex", ""))


def _paired_code(start: _Element) -> str:
    """The code of the first of two halves: the number of the pair, unless only its own id is one of ours."""
    code, pair = str(start.get("id", "")), str(start.get("rid", ""))
    return pair if pair.isdecimal() and not is_emphasis(code) else code


def _started(end: _Element) -> str:
    """The code of the half that begins what this one ends."""
    named = end.get("startRef") or end.get("rid") or end.get("id", "")
    holder = end.getparent()
    starts = [e for e in (holder if holder is not None else ()) if isinstance(e.tag, str)]
    starts = [e for e in starts if etree.QName(e).localname in _STARTS and named in (e.get("rid"), e.get("id"))]
    return _paired_code(starts[0]) if starts else str(named)


def _character(code: str) -> str:
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""


def _line(element: _Element) -> int:
    return int(element.sourceline or 1)
