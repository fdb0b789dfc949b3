"""The bytes of a content file -> text whose lines end in LF, and the problems of the bytes."""

from __future__ import annotations

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE
from collections import Counter

from noticeboard.model import Location, Problem, error

_CONTROLS = "\0-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
_NONCHARACTERS = "".join(chr(plane + last) for plane in range(0x10000, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF))
# Sixteen planes to compare with each character are slow; one range is quick and finds only what is rare.
_SUSPICIOUS = re.compile(f"[{_CONTROLS}\U0001fffe-\U0010ffff]")
INVALID = re.compile(f"[{_CONTROLS}{_NONCHARACTERS}]")
"""A character that no text may contain: controls except tab and line feed, surrogates, noncharacters."""

UNSEEN = re.compile(
    "[\0-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff]"
)
"""A character that is invisible in a name or value, or that controls the program which shows it.

Surrogates stand for bytes of file names that are not UTF-8 (PEP 383).
"""

_BYTES = range(0xDC80, 0xDD00)

MOST_BYTES = 1_000_000
"""The largest text file, in bytes. A larger one was not written by hand, and reading it would take too long."""

_BOM = "\ufeff"
_SAVE_AS_UTF_8 = "Save it as UTF-8: most editors offer the encoding in the dialogue “Save as”."


MOST_BYTES_OF_TERMS = 10_000_000
"""The largest vocabulary, in bytes: some have thousands of terms with labels in 24 languages."""


def decode(data: bytes, path: str, most: int = MOST_BYTES) -> tuple[str, tuple[Problem, ...]]:
    """The text of a file and the problems of its bytes: `not-utf-8`, `invalid-character`, or `too-long` without a text.

    `most` is how many bytes it may have. A byte order mark is dropped; CR LF and CR become LF. If there are problems,
    the text is the most likely one, with U+FFFD for what no text may contain, so that everything else can be checked at
    the right line and column.
    """
    if len(data) > most:
        message = "The file has {size} bytes; a text may have {most} at most."
        hint = "Shorten it, or publish it as a file that a text links to."
        return "", (error(Location(path), "too-long", message, hint, size=len(data), most=most),)
    text, problems = _decoded(data, path)
    text = _with_line_feeds(text)
    if not has_invalid_characters(text):
        return text, problems
    if not (problems and b"\0" in data):
        problems += invalid_characters(text, path)
    return INVALID.sub("\ufffd", text), problems


def shown_by_code(text: str) -> str:
    r"""The text with a code for each character that cannot be seen: U+202E, or \xE9 for a byte that is not UTF-8."""
    return UNSEEN.sub(_code, text)


def _code(found: re.Match[str]) -> str:
    code = ord(found[0])
    return f"\\x{code - _BYTES.start + 0x80:02X}" if code in _BYTES else f"U+{code:04X}"


def place_at(text: str, offset: int, path: str, first_line: int = 1) -> Location:
    """The place of the character at `offset`, in a text whose first line has the number `first_line`."""
    return Location(path, first_line + text.count("\n", 0, offset), offset - text.rfind("\n", 0, offset))


def has_invalid_characters(text: str) -> bool:
    """Whether the text has a character that no text may contain."""
    return bool(_SUSPICIOUS.search(text) and INVALID.search(text))


def invalid_characters(text: str, path: str, first_line: int = 1) -> tuple[Problem, ...]:
    """One problem `invalid-character` for each character that no text may contain, at its first occurrence."""
    counts = Counter(INVALID.findall(text))
    return tuple(
        _invalid_character(character, count, place_at(text, text.index(character), path, first_line))
        for character, count in counts.items()
    )


def _invalid_character(character: str, count: int, location: Location) -> Problem:
    code = f"U+{ord(character):04X}"
    hint, meant = "Delete it; if the cursor does not show it, delete the characters around it and type them again.", ""
    if character in "\x0b\x0c":
        hint = "Delete it and press Enter where a new line is wanted."
    elif "\x80" <= character <= "\x9f" and (meant := character.encode("latin-1").decode("cp1252", "ignore")):
        hint = "Replace it; “{meant}” was probably meant."
    message = "There is an invisible character here that no text may contain ({code})."
    if count > 1:
        message = (
            "There is an invisible character here that no text may contain ({code}). It is in the file {count} times."
        )
    return error(location, "invalid-character", message, hint, code=code, count=count, meant=meant)


def _with_line_feeds(text: str) -> str:
    return text.lstrip(_BOM).replace("\r\n", "\n").replace("\r", "\n")


def _decoded(data: bytes, path: str) -> tuple[str, tuple[Problem, ...]]:
    if encoding := wide_encoding(data):
        message = "The file is saved as {encoding} (some Windows programs call it “Unicode”), not as UTF-8."
        problem = error(Location(path), "not-utf-8", message, _SAVE_AS_UTF_8, encoding=encoding[:6].upper())
        return data.decode(encoding, "replace"), (problem,)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as fault:
        return _guessed(data, fault, path)


def wide_encoding(data: bytes) -> str:
    """The name of the bytes' UTF-16 or UTF-32 encoding; "" if they are in neither."""
    if data.startswith((BOM_UTF32_LE, BOM_UTF32_BE)):
        return "utf-32"
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return "utf-16"
    # In UTF-16 every second byte of Latin letters is NUL.
    even, odd = data[::2].count(0), data[1::2].count(0)
    if bool(even) == bool(odd) or (even + odd) * 5 < len(data):
        return ""
    return "utf-16-le" if odd else "utf-16-be"


def _guessed(data: bytes, fault: UnicodeDecodeError, path: str) -> tuple[str, tuple[Problem, ...]]:
    before = _with_line_feeds(data[: fault.start].decode("utf-8"))
    lenient, hint, meant = data.decode("utf-8", "replace"), _SAVE_AS_UTF_8, ""
    if b"\0" in data:
        message = "This is not a text file, or it is damaged: the byte {byte} here is not UTF-8."
        hint = "Write the text in a plain text file saved as UTF-8; a document or a picture cannot be used as one."
    elif fault.end == len(data) and fault.reason == "unexpected end of data":
        message, hint = "The file ends in the middle of a character.", "It was cut off: take it from its source again."
    elif _mostly_broken(lenient):
        lenient = data.decode("cp1252", "replace")
        meant = data[fault.start : fault.start + 1].decode("cp1252", "replace")
        message = (
            "The file is not saved as UTF-8: the byte {byte} here is “{meant}” in Windows-1252 (“ANSI”) and Latin-1."
        )
    else:
        message = "The byte {byte} here belongs to no UTF-8 character, although the rest of the file is UTF-8."
        hint = "Delete what is here, type it again and save the file as UTF-8."
    location = place_at(before, len(before), path)
    byte = f"0x{data[fault.start]:02X}"
    return lenient, (error(location, "not-utf-8", message, hint, byte=byte, meant=meant),)


def _mostly_broken(lenient: str) -> bool:
    broken = lenient.count("\ufffd")
    intact = len(lenient) - len(lenient.encode("ascii", "ignore")) - broken
    return broken >= intact
