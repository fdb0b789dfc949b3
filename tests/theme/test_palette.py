"""The colours of charts: visible on every background, and distinguishable with colour blindness."""

from __future__ import annotations

from itertools import combinations

import pytest

from theme_colours import contrast, linear, schemes

SERIES = [f"series-{number}" for number in range(1, 7)]
GROUNDS = ("paper", "surface", "tint")

SIGHTS = {
    "full": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
}
"""For each kind of colour vision, how it mixes linear red, green and blue (Machado, Oliveira and Fernandes, 2009,
severity 1).
"""

LEAST_DIFFERENCE = 0.1
"""In OKLab (Ottosson, 2020); neighbouring colours can be distinguished from about 0.02."""


def seen(colour: str, sight: str) -> tuple[float, float, float]:
    """The colour in OKLab, as seen with that kind of colour vision."""
    mixed = [min(1.0, max(0.0, sum(m * c for m, c in zip(row, linear(colour), strict=True)))) for row in SIGHTS[sight]]
    red, green, blue = mixed
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    medium = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_series_is_visible_on_every_background(scheme: str) -> None:
    """At least 3:1 (WCAG 2.2, 1.4.11)."""
    colours = schemes()[scheme]
    assert sorted(name for name in colours if name.startswith("series-")) == SERIES
    pairs = [(name, ground) for name in SERIES for ground in GROUNDS if contrast(colours[name], colours[ground]) < 3]
    assert pairs == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("sight", SIGHTS)
def test_series_are_distinguishable_with_every_colour_vision(scheme: str, sight: str) -> None:
    """Any two differ clearly; patterns differ as well."""
    colours = {name: seen(schemes()[scheme][name], sight) for name in SERIES}
    near = [
        (one, other)
        for one, other in combinations(colours, 2)
        if sum((a - b) ** 2 for a, b in zip(colours[one], colours[other], strict=True)) ** 0.5 < LEAST_DIFFERENCE
    ]
    assert near == []
