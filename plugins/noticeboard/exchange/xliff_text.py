"""The text in an element of XLIFF, its inline elements as placeholders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from noticeboard.exchange.xliff_inline import as_alone, as_close, as_open, is_emphasis

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_PAIRS = frozenset({"g", "pc"})
_STARTS = frozenset({"bx", "bpt", "sc"})
_ENDS = frozenset({"ex", "ept", "ec"})
_ALONE = frozenset({"x", "ph", "it"})
_THROUGH = frozenset({"mrk", "sub"})


def message_in(element: _Element) -> str:
    """The message in an element, its inline elements as placeholders."""
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
    """The id of a pair's first half: `rid`, unless only its own `id` is one that Noticeboard writes."""
    code, pair = str(start.get("id", "")), str(start.get("rid", ""))
    return pair if pair.isdecimal() and not is_emphasis(code) else code


def _started(end: _Element) -> str:
    """The id of the first half that belongs to this second one."""
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
