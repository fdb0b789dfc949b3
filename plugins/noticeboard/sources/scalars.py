"""Unquoted YAML scalars -> values, by the core schema of YAML 1.2 (section 10.3.2)."""

from __future__ import annotations

import re

_NULL = frozenset(("", "~", "null", "Null", "NULL"))
_BOOL = {text: text[0] in "tT" for text in ("true", "True", "TRUE", "false", "False", "FALSE")}
_MAY_BE_SPECIAL = frozenset("~nNtTfF+-.0123456789")
_DECIMAL = re.compile(r"[-+]?[0-9]+")
_OCTAL_OR_HEXADECIMAL = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_NOT_FINITE = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
_MOST_DIGITS = 1000


def resolve(text: str) -> str | float | bool | None:
    """The value of an unquoted scalar: null, a truth value, an integer, a float, else the text as it is.

    Dates stay text, and so do `no`, `on`, `12:30` and `1_000`. So does a number of more than 1,000 digits,
    which nobody writes on purpose.
    """
    if not text:
        return None
    if text[0] not in _MAY_BE_SPECIAL or len(text) > _MOST_DIGITS:
        return text
    if text in _NULL:
        return None
    return _BOOL[text] if text in _BOOL else _number(text)


def _number(text: str) -> str | float:
    if _DECIMAL.fullmatch(text):
        return int(text)
    if _OCTAL_OR_HEXADECIMAL.fullmatch(text):
        return int(text, 0)
    if _FLOAT.fullmatch(text):
        return float(text)
    if _NOT_FINITE.fullmatch(text):
        return float(text.replace(".", "", 1))
    return text
