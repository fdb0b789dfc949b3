"""The declaration of a front matter key, and how declarations are read."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, get_type_hints

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Mapping


class FrontMatterKey(Struct, frozen=True):
    """One key, in the annotation of the field that holds its value.

    `type` is the pydantic annotation that reads the value; it brings the JSON Schema of the value too. `doc` says what
    the key means, in Markdown, for editors' programs and for the table in docs/content-format.md. `hint` is what
    `noticeboard new` writes beside an empty key. A `required` key is in every version; `needed_by` are the kinds of
    announcement that must state it in one of their versions. `suggested_with` names a key beside which `noticeboard
    new` writes this one too. `aliases` are the words of other site generators for the same thing. `since` is the
    version that brought the key.
    """

    type: Any
    doc: str
    hint: str = ""
    required: bool = False
    needed_by: tuple[str, ...] = ()
    suggested_with: str = ""
    aliases: tuple[str, ...] = ()
    since: str = "0.1"


def needed_keys(keys: Mapping[str, FrontMatterKey], kind: str) -> tuple[str, ...]:
    """The names of the keys that announcements of a kind must state, in order."""
    return tuple(name for name, key in keys.items() if kind in key.needed_by)


@cache
def declared_keys(holder: type) -> dict[str, FrontMatterKey]:
    """The keys that a class declares, those of its bases first, by name."""
    hints = get_type_hints(holder, include_extras=True)
    found = ((name, meta) for name, hint in hints.items() for meta in getattr(hint, "__metadata__", ()))
    return {name: meta for name, meta in found if isinstance(meta, FrontMatterKey)}
