"""What XLIFF, TMX and TBX files have in common: ids, the words of inline codes, characters, bytes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from noticeboard.exchange.translator_notes import displayed
from noticeboard.exchange.xliff_inline import delimiter, is_emphasis
from noticeboard.sources.text_decoding import INVALID

if TYPE_CHECKING:
    from lxml.etree import _Element

    from noticeboard.exchange.placeholders import Placeholder

LANG, SPACE = (f"{{http://www.w3.org/XML/1998/namespace}}{name}" for name in ("lang", "space"))
_KINDS = {"link": "link", "picture": "image", "break": "lb", "autolink": "link", "address": "link"}
_SUFFIX = re.compile(r" \((\d+)\)$")


def identifier(context: str) -> str:
    """The id of the unit with that context: an XML name token (NMTOKEN), as XLIFF 2.1 wants it."""
    return _SUFFIX.sub(r"-\1", context).replace(" ", "-")


def allowed(text: str) -> str:
    """The text with U+FFFD for each character that XML 1.0 (2.2) does not allow."""
    return INVALID.sub("\ufffd", text)


def code_type(mark: Placeholder | None, code: str) -> str:
    """The kind of markup of an inline code: link, image, lb, italic, bold or other."""
    if is_emphasis(code):
        return "bold" if delimiter(code) in ("**", "__") else "italic"
    return _KINDS.get(mark.kind, "other") if mark else "other"


def shown_as(mark: Placeholder | None, code: str) -> str:
    """What a translation tool shows of an inline code."""
    if is_emphasis(code):
        return delimiter(code)
    return allowed(displayed(mark)) if mark else ""


def serialised(root: _Element) -> bytes:
    """The document as UTF-8; white space in it is what its texts hold."""
    data: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    return data + b"\n"
