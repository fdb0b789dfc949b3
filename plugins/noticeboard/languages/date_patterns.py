"""CLDR's date patterns (UTS #35, Date Format Patterns): intervals brought into the form of the long date."""

from __future__ import annotations

import re

_QUOTED = re.compile("'([^']*)'")
_WORD = re.compile(r"'([^']*)'|([^\W\d_A-Za-z]+)")
_MONTH = re.compile("M{3,4}")
_NUMERIC_MONTH = re.compile(r"(?<!M)M\.")


def widened(pattern: str, long: str) -> str:
    """The pattern with months and days written as in the long date's pattern (UTS #35, Matching Skeletons).

    Abbreviated months become names, "dd" becomes "d", and where the language abbreviates a month by its number and a
    full stop (cs, sk) the name takes the place of both.
    """
    if "MMMM" not in long:
        return pattern
    named = _MONTH.sub("MMMM", pattern)
    if "MMM" not in named:
        named = _NUMERIC_MONTH.sub("MMMM", named)
    return named if "dd" in long else named.replace("dd", "d")


def agrees(interval: str, long: str) -> bool:
    """Whether an interval's pattern has the fields in the order of the long date's, and the same words beside them.

    Where CLDR has no interval for a language it passes on root's, which begins with the year (mt).
    """
    return _order(interval) == _order(long) and _words(interval) == _words(long)


def _order(pattern: str) -> list[str]:
    bare = _QUOTED.sub("", pattern)
    return sorted("yMd", key=bare.find)


def _words(pattern: str) -> set[str]:
    """The words of a pattern: what is in quotes, and letters that are not ASCII."""
    return {(quoted or bare).strip(" .") for quoted, bare in _WORD.findall(pattern)}
