"""The platform's colour as CSS: custom properties that replace those of the theme's style sheet."""

from __future__ import annotations

from msgspec.structs import asdict

from noticeboard.sources.colour import Shades, dark_shades, light_shades

BRAND = "brand"
"""The cascade layer of the platform's colour, which is stronger than the theme's own layers."""


def brand_style(colour: str) -> str:
    """The theme's colours derived from that one (#rrggbb), for light and dark pages."""
    light, dark = _properties(light_shades(colour)), _properties(dark_shades(colour))
    return f":root {{\n{light}}}\n\n@media (prefers-color-scheme: dark) {{\n  :root {{\n{dark}  }}\n}}"


def _properties(shades: Shades) -> str:
    return "".join(f"  --{name.replace('_', '-')}: {value};\n" for name, value in asdict(shades).items())
