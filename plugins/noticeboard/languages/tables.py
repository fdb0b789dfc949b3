"""What linguists know of each language, from the TOML files beside this module.

They hold words, marks and patterns by language tag and no program, so that who knows a language can correct them.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from noticeboard.languages.tags import shortened


@cache
def table(name: str) -> dict[str, dict[str, Any]]:
    """What languages/NAME.toml says, by language tag."""
    return tomllib.loads(files("noticeboard.languages").joinpath(f"{name}.toml").read_text(encoding="utf-8"))


@cache
def entry(name: str, tag: str) -> dict[str, Any]:
    """What that file says of a language, or of the nearest shortened form of its tag; {} where it says nothing."""
    found = table(name)
    return next((found[t] for t in shortened(tag) if t in found), {})
