"""Unquoted values."""

from __future__ import annotations

import math

import pytest

from noticeboard.sources.scalars import resolve


@pytest.mark.parametrize(
    "text",
    [
        "no", "No", "NO", "on", "off", "yes", "y", "n", "tRue", "nUll", "12:30", "1_000", "2023-02-19", "0b1",
        "2023-02-19T17:00+01:00", "0xg", "1e", "+", "-", ".", "...", "1.2.3", "Infinity", "nan", "١٢", "9" * 1001,
    ],
)  # fmt: skip
def test_everything_else_stays_text(text: str) -> None:
    """Words, times, dates and the special words of YAML 1.1."""
    assert resolve(text) == text


@pytest.mark.parametrize("text", ["", "~", "null", "Null", "NULL"])
def test_null(text: str) -> None:
    """The five spellings of null give None."""
    assert resolve(text) is None


@pytest.mark.parametrize(("text", "value"), [("true", True), ("True", True), ("FALSE", False), ("false", False)])
def test_truth_values(text: str, value: bool) -> None:  # noqa: FBT001 - the value is what is tested
    """Only true and false, in three spellings each."""
    assert resolve(text) is value


@pytest.mark.parametrize(
    ("text", "value"),
    [("15", 15), ("-3", -3), ("+3", 3), ("007", 7), ("0o14", 12), ("0xFf", 255), ("1.5", 1.5), (".5", 0.5), ("1.", 1.0),
     ("1e3", 1000.0), ("-1.5E-1", -0.15), (".inf", math.inf), ("-.INF", -math.inf)],
)  # fmt: skip
def test_numbers(text: str, value: float) -> None:
    """Integers and floats of the core schema are numbers of that type."""
    assert (resolve(text), type(resolve(text))) == (value, type(value))


def test_not_a_number() -> None:
    """The value .nan is the float that equals nothing."""
    assert math.isnan(float(str(resolve(".nan"))))
