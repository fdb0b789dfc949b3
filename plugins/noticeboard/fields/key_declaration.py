"""What the declaration of a front matter key says besides its name, and how declarations are read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, get_type_hints


@dataclass(frozen=True, slots=True)
class FrontMatterKey:
    """One key. It stands in the annotation of the field that holds the key's value.

    `type` is the pydantic annotation that reads the value; it brings the JSON Schema of the value too. `doc` says what
    the key means in one sentence, for editors' programs. `hint` is what `noticeboard new` writes beside an empty key.
    `aliases` are the words of other site generators for the same thing. `since` is the version that brought the key.
    """

    type: Any
    doc: str
    hint: str = ""
    required: bool = False
    aliases: tuple[str, ...] = ()
    since: str = "0.1"


@cache
def declared_keys(holder: type) -> dict[str, FrontMatterKey]:
    """The keys that a class declares, those of its bases first, by name."""
    hints = get_type_hints(holder, include_extras=True)
    found = ((name, meta) for name, hint in hints.items() for meta in getattr(hint, "__metadata__", ()))
    return {name: meta for name, meta in found if isinstance(meta, FrontMatterKey)}
