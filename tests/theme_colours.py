"""The colours of the theme's style sheet, and their contrast as WCAG 2.2 defines it."""

from __future__ import annotations

import re
from functools import cache

from site_commands import ROOT

PROPERTY = re.compile(r"--([a-z0-9-]+): (#[0-9a-f]{3}(?:[0-9a-f]{3})?);")


@cache
def schemes() -> dict[str, dict[str, str]]:
    """The colours by scheme and name; the dark scheme inherits what it does not change."""
    style = (ROOT / "theme" / "styles" / "tokens.css").read_text(encoding="utf-8")
    light, _, rest = style.partition("@media (prefers-color-scheme: dark)")
    plain = dict(PROPERTY.findall(light))
    return {"light": plain, "dark": plain | dict(PROPERTY.findall(rest.partition("\n}\n")[0]))}


def linear(colour: str) -> list[float]:
    """Linear red, green and blue of a colour in hexadecimal digits (IEC 61966-2-1)."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * d for d in colour[1:])
    channels = (int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4))
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21 (WCAG 2.2)."""
    luminances = (0.2126 * red + 0.7152 * green + 0.0722 * blue for red, green, blue in (linear(one), linear(other)))
    dark, light = sorted(luminances)
    return (light + 0.05) / (dark + 0.05)
