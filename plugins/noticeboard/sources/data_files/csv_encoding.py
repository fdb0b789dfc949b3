"""The bytes of a CSV file -> text: UTF-8, UTF-16, or a code page of Windows where only one reading is possible."""

from __future__ import annotations

import re

from noticeboard.model import Problem, error
from noticeboard.sources.text_decoding import (
    INVALID,
    has_invalid_characters,
    invalid_characters,
    place_at,
    wide_encoding,
)

_LATIN = ("cp1252", "cp1250", "cp1257", "cp1254")
_OTHER = ("cp1251", "cp1253")
_NAMES = {"cp1252": "Windows-1252", "cp1250": "Windows-1250", "cp1257": "Windows-1257", "cp1254": "Windows-1254"}
_NAMES |= {"cp1251": "Windows-1251", "cp1253": "Windows-1253"}
_HIGH = re.compile(rb"[\xc0-\xff]")
_LETTER = re.compile(rb"[A-Za-z]")
_SAVE = "Save it as “CSV UTF-8”: spreadsheets offer this in the dialogue “Save as”."


def decoded(data: bytes, path: str) -> tuple[str, tuple[Problem, ...]]:
    """The text with LF at the ends of lines, or "" and the error that says why there is none."""
    if encoding := wide_encoding(data):
        text = data.decode(encoding, "replace")
    else:
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            text = _code_page(data)
    if not text and data:
        return "", (_ambiguous(data, path),)
    text = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if has_invalid_characters(text):
        return INVALID.sub("\ufffd", text), invalid_characters(text, path)
    return text, ()


def _code_page(data: bytes) -> str:
    """The text in a code page, where all that are likely give the same; else ""."""
    high, low = len(_HIGH.findall(data)), len(_LETTER.findall(data))
    if high > low:
        return ""
    readings = {data.decode(page, "replace") for page in _LATIN}
    return readings.pop() if len(readings) == 1 else ""


def _ambiguous(data: bytes, path: str) -> Problem:
    """The error that shows the first word on which code pages differ, in two readings."""
    high, low = len(_HIGH.findall(data)), len(_LETTER.findall(data))
    pages = _OTHER if high > low else _LATIN
    texts = {page: data.decode(page, "replace") for page in pages}
    first = texts[pages[0]]
    other = next((page for page in pages[1:] if texts[page] != first), pages[1])
    at = next((i for i, pair in enumerate(zip(first, texts[other], strict=True)) if pair[0] != pair[1]), 0)
    words = [_word(texts[page], at) for page in (pages[0], other)]
    message = "The file is not UTF-8, and a word here may be “{first}” ({one}) or “{second}” ({two})."
    location = place_at(first, at, path)
    values = {"first": words[0], "second": words[1], "one": _NAMES[pages[0]], "two": _NAMES[other]}
    return error(location, "ambiguous-data", message, _SAVE, **values)


def _word(text: str, at: int) -> str:
    start, end = at, at
    while start > 0 and text[start - 1].isalpha():
        start -= 1
    while end < len(text) and text[end].isalpha():
        end += 1
    return text[start : max(end, at + 1)]
