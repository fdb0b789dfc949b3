"""Placeholders in a text: the project's own, and Python-Markdown's for raw HTML, entities and escaped characters."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from markdown.util import ETX, STX
from msgspec import Struct

from noticeboard.languages.markup_placeholders import BREAK, OBJECT

if TYPE_CHECKING:
    from collections.abc import Callable

OWN = "\ufdd0"
"""What a placeholder of the project's own begins with; those of Python-Markdown begin with its STX."""

PLACEHOLDER = re.compile(f"({STX}[^{ETX}]*{ETX}|{OWN}[^\ufdd1]*\ufdd1)")

_ESCAPED = re.compile(f"{STX}\\d+{ETX}")
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)([^>]*)>")
_LANG = re.compile(r"""\slang\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_VOID = frozenset({"br", "hr", "img", "input", "wbr"})


class RawTag(Struct, frozen=True):
    """What a placeholder is: a tag by name, a character of space, or something that `stands_for` a word or a break.

    All empty for what a reader does not see, such as an escape.
    """

    name: str = ""
    ends: bool = False
    lang: str | None = None
    stands_for: str = ""
    space: str = ""


def parsed(placeholder: str, raw: Callable[[str], str] | None) -> RawTag:
    """What a placeholder stands for, if `raw` knows its HTML; anything unknown counts as a word."""
    if _ESCAPED.fullmatch(placeholder):
        return RawTag()
    source = raw(placeholder) if raw else ""
    if source.startswith("<!"):
        return RawTag()
    match = _TAG.fullmatch(source.strip())
    if match is None:
        character = html.unescape(source)
        return RawTag(space=character) if len(character) == 1 and character.isspace() else RawTag(stands_for=OBJECT)
    name = match[2].lower()
    if name in _VOID:
        return RawTag(stands_for={"br": BREAK, "wbr": ""}.get(name, OBJECT))
    return RawTag(name, ends=bool(match[1]), lang=_lang(match[3]))


def _lang(attributes: str) -> str | None:
    match = _LANG.search(attributes)
    return (match[1] or match[2] or match[3] or "") if match else None
