"""One attribute of a drawing: what is published of it, or why it is not allowed."""

from __future__ import annotations

import base64
import binascii
import re

from noticeboard.sources.svg.allowed import (
    DRAWING,
    DROPPED_ATTRIBUTES,
    DROPPED_NAMESPACES,
    NAMING,
    PICTURES,
    REFERRING,
    XLINK,
    XML,
)
from noticeboard.sources.svg.style import StyleFaultError, checked_declarations, checked_value

_FRAGMENT = re.compile(r"\s*#([\w.:-]+)\s*")
_DATA = re.compile(r"\s*data:image/(png|jpe?g|gif|webp);base64,([A-Za-z0-9+/=\s]+)", re.IGNORECASE)
_BEGINNINGS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"RIFF")
_SHOWN = 80

Kept = tuple[list[tuple[str, str]], list[str]]
"""The attribute as (name, value), or nothing, and the ids that it refers to."""


class AttributeFaultError(ValueError):
    """Raised for an attribute that is not allowed; holds the template of a message and its values."""

    def __init__(self, message: str, **values: str) -> None:
        """Takes the template and its values."""
        super().__init__(message)
        self.message, self.values = message, values


def checked_attribute(element: str, name: str, value: str) -> Kept:
    """What is published of an attribute (its name as expat gives it, "namespace local"); raises AttributeFaultError."""
    namespace, _, local = name.rpartition(" ")
    if namespace in DROPPED_NAMESPACES or (
        not namespace and (local in DROPPED_ATTRIBUTES or local.startswith("data-"))
    ):
        return [], []
    if local == "href" and namespace in ("", XLINK):
        return _reference(element, value)
    if namespace == XML and local in ("lang", "space"):
        return [(f"xml:{local}", value)], []
    if namespace or local not in DRAWING | NAMING | {"style"}:
        raise _refused(local, value)
    if local in NAMING:
        return [(local, value)], []
    return _styled(local, value)


def _refused(local: str, value: str) -> AttributeFaultError:
    if local.lower().startswith("on"):
        return AttributeFaultError("The SVG file holds a script in the attribute '{attribute}'.", attribute=local)
    message = 'The SVG file holds the attribute {attribute}="{value}".'
    return AttributeFaultError(message, attribute=local, value=value.strip()[:_SHOWN])


def _styled(local: str, value: str) -> Kept:
    try:
        words, ids = checked_declarations(value) if local == "style" else checked_value(value)
    except StyleFaultError as fault:
        message = "The attribute '{attribute}' in the SVG file holds {text}."
        raise AttributeFaultError(message, attribute=local, text=fault.text) from fault
    return [(local, words)], ids


def _reference(element: str, value: str) -> Kept:
    """A reference within the file, or a picture in the attribute itself."""
    fragment = _FRAGMENT.fullmatch(value)
    if element in REFERRING and fragment:
        return [("href", f"#{fragment[1]}")], [fragment[1]]
    data = _DATA.fullmatch(value)
    if element in PICTURES and data and (kept := _picture(data[2])):
        return [("href", f"data:image/{data[1].lower().replace('jpg', 'jpeg')};base64,{kept}")], []
    message = "The SVG file refers to {address}, which is outside it."
    raise AttributeFaultError(message, address=value.strip()[:_SHOWN])


def _picture(encoded: str) -> str:
    """The picture in base64 (RFC 4648) without blanks, "" if it is none."""
    packed = "".join(encoded.split())
    try:
        data = base64.b64decode(packed, validate=True)
    except binascii.Error:
        return ""
    return packed if data.startswith(_BEGINNINGS) else ""
