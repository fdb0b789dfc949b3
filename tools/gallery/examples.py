"""The examples of the theme's components, read from the TOML file beside each component's template.

`use` says when to use the component. There are any number of `[[examples]]` with these keys:

* `name`: what is special about the example;
* `call`: a call of the component's macro, or `template`: a piece of a template; without either, the component is
included;
* `page`: the function of gallery.values that makes the page, by default a full announcement;
* `changes`: fields of that page with other values, a table for fields of a field;
* `values`: further values that the piece of a template uses, besides `page`.

A string that begins with $ names a value of gallery.values.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from gallery import values

COMPONENTS = Path(__file__).resolve().parents[2] / "theme" / "templates" / "components"
INCLUDE = '{{% include "components/{0}/{0}.html" %}}'
CALL = '{{% from "components/{0}/{0}.html" import {1} %}}{{{{ {2} }}}}'


@dataclass(frozen=True, slots=True)
class Component:
    """A component: its name, a line that says when to use it, and its examples."""

    name: str
    use: str
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """One example: its component and name, a piece of a template, and its page."""

    component: str
    name: str
    template: str
    page: str = "announcement"
    changes: dict[str, object] = field(default_factory=dict)
    values: dict[str, object] = field(default_factory=dict)

    def view(self, lang: str) -> object:
        """The view of the example's page in a language."""
        return changed(getattr(values, self.page)(lang), self.changes)

    def given(self) -> dict[str, object]:
        """The example's further values, by name."""
        return {name: value(stated) for name, stated in self.values.items()}


def components() -> list[Component]:
    """Every component by name; raises KeyError or TypeError if a TOML file is wrong."""
    return [component(path.name) for path in sorted(COMPONENTS.iterdir()) if path.is_dir()]


def component(name: str) -> Component:
    """The component of that name."""
    data = tomllib.loads((COMPONENTS / name / f"{name}.toml").read_text(encoding="utf-8"))
    return Component(name, data["use"], tuple(example(name, **stated) for stated in data["examples"]))


def example(component: str, name: str, call: str = "", template: str = "", **rest: object) -> Example:
    """The example that a table of a TOML file states."""
    source = CALL.format(component, call.partition("(")[0], call) if call else template or INCLUDE.format(component)
    return Example(component, name, source, **rest)


def value(stated: object) -> object:
    """The value that templates get for a value of a TOML file."""
    if isinstance(stated, str) and stated.startswith("$"):
        return getattr(values, stated[1:])
    return tuple(map(value, stated)) if isinstance(stated, list) else stated


def changed(view: object, changes: dict[str, object]) -> object:
    """A copy of the view with other values in some fields."""
    return replace(view, **{name: _change(getattr(view, name), stated) for name, stated in changes.items()})


def _change(old: object, stated: object) -> object:
    return changed(old, stated) if isinstance(stated, dict) and isinstance(old, Struct) else value(stated)
