"""The contrast of the style sheet's colours in both colour schemes, by WCAG 2.2."""

from __future__ import annotations

import pytest

from theme_colours import contrast, schemes

GROUNDS = ("paper", "surface", "tint", "notice")
TEXT = {
    "ink": GROUNDS,
    "muted": ("paper", "surface", "tint"),
    "accent": GROUNDS,
    "accent-strong": GROUNDS,
    "visited": GROUNDS,
    "on-accent": ("accent", "accent-strong"),
    "on-masthead": ("masthead",),
}
"""The colours of text and their backgrounds: at least 4.5:1 (WCAG 2.2, 1.4.3)."""
INTERFACE = {
    "edge": ("paper", "surface", "tint"),
    "accent": ("paper", "surface", "tint"),
    "notice-edge": ("notice", "paper"),
    "focus": GROUNDS,
    "on-masthead": ("masthead",),
    "pin": ("masthead",),
    "open": ("paper", "surface", "tint"),
}
"""The colours of controls and states and their backgrounds: at least 3:1 (WCAG 2.2, 1.4.11)."""


def too_low(pairs: dict[str, tuple[str, ...]], colours: dict[str, str], least: float) -> list[tuple[str, str, float]]:
    """The pairs with too little contrast."""
    every = [(f, g, contrast(colours[f], colours[g])) for f, grounds in pairs.items() for g in grounds]
    return [(front, ground, round(found, 2)) for front, ground, found in every if found < least]


def test_black_on_white_is_21() -> None:
    """The formula gives the values of WCAG's examples."""
    assert (round(contrast("#000", "#fff"), 1), round(contrast("#777777", "#ffffff"), 2)) == (21.0, 4.48)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_is_readable(scheme: str) -> None:
    """4.5:1 on every background."""
    assert too_low(TEXT, schemes()[scheme], 4.5) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_controls_are_visible(scheme: str) -> None:
    """3:1 on every background, for edges, marks and focus rings."""
    assert too_low(INTERFACE, schemes()[scheme], 3) == []


def test_no_colour_is_left_out() -> None:
    """Every colour is compared, except lines that say nothing, and the charts' (test_palette.py)."""
    compared = {*TEXT, *INTERFACE, *(g for grounds in (*TEXT.values(), *INTERFACE.values()) for g in grounds)}
    others = {name for name in schemes()["light"] if not name.startswith("series-")}
    assert others - compared == {"line"}
