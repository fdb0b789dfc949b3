"""The elements, attributes, properties and functions of SVG that draw, as allowed.toml lists and explains them."""

from __future__ import annotations

import tomllib
from importlib.resources import files

_LISTS = tomllib.loads(files(__package__).joinpath("allowed.toml").read_text("utf-8"))


def _named(key: str) -> frozenset[str]:
    return frozenset(_LISTS[key].split())


NAMESPACE = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
XML = "http://www.w3.org/XML/1998/namespace"

ELEMENTS = _named("elements")
REFERRING = _named("referring")
PICTURES = frozenset({"image", "feImage"})
PROPERTIES = _named("properties")
DRAWING = PROPERTIES | _named("attributes")
NAMING = _named("naming")
FUNCTIONS = _named("functions")
DROPPED_ELEMENTS = _named("dropped_elements")
DROPPED_ATTRIBUTES = _named("dropped_attributes")
DROPPED_PROPERTIES = _named("dropped_properties")
DROPPED_NAMESPACES = _named("dropped_namespaces")
