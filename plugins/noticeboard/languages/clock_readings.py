"""Times of the clock in a text, by their value: "14.30", "14:30", "14h30" and "2.30 pm" are one time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from noticeboard.languages.notation import Notation

_COLON = re.compile(r"(\d{1,2})(?::([0-5]\d)(?::[0-5]\d)?|\s?h\s?([0-5]\d))(?!\d)")
_POINT = re.compile(r"(\d{1,2})\.([0-5]\d)(?!\d|[.,]\d)")
_EAST_ASIAN = re.compile(
    r"(\d{1,2})\s?[\u65f6\u6642\u70b9\u9ede\uc2dc](?![\u95f4\u9593\uac04])(?:\s?([0-5]?\d)\s?[\u5206\ubd84])?"
)
"""Hours and minutes as Chinese, Japanese and Korean have them; a duration has a further sign after its hours."""
_BARE = re.compile(r"(\d{1,2})(?!\d|[.,:]\d)")
_HALF = re.compile(
    r"\s?(?:(?P<english>[ap])(?:\.\s?m\.?|\s?m\b)|(?P<greek>[πμ])\.?\s?μ\.|(?P<irish>[ri])\.n\.)", re.IGNORECASE
)
_QUANTITY = re.compile(r"\s?(?:[%‰€$£°]|(?:EUR|euro|evro|eiro|zł|Kč|kr|lei|лв|Ft|mil|mio|mld|mrd|[ckm]?m|kg|ha)\b)")
_IN_FRONT = re.compile(
    r"(?<!\w)(?:at|from|until|till|by|before|after|ag|ó|roimh|[fm]i[lrtdnsxzżċ]l?-|[fm]l-|sal?[lrtdnsxzżċ]?-)\s*\Z",
    re.IGNORECASE,
)
_MONEY = re.compile(r"[€$£]\s?\Z")
_ZONE = re.compile(
    r"(?:(?:\s?Uhr|\s?uur|\s?h)?\s?[(,]?\s?)(?:(?:UTC|GMT)(?:\s?[+\u2212\u2013-]\s?\d{1,2}(?::\d\d)?)?"
    r"|(?:W|C|E)ES?T|MES?Z|BST|IST)\b\)?"
)
"""The name of a time zone after a time."""
_LOOK_BACK = 14
_NOON, _LAST_HOUR = 12, 24


def read_time(text: str, start: int, own: Notation) -> tuple[str, int] | None:
    """The time that begins at the offset, as "14:30", and the offset after it; None if there is none.

    A bare number is an hour only if a word says so. "14.30" is a time if the language does not write decimals with a
    full stop; elsewhere only after a word such as "at" or before "pm".
    """
    if found := _COLON.match(text, start):
        return _clock(int(found[1]), found[2] or found[3], _HALF.match(text, found.end()), found.end())
    if found := _EAST_ASIAN.match(text, start):
        return _clock(int(found[1]), (found[2] or "").zfill(2), None, found.end())
    front = max(start - _LOOK_BACK, 0)
    if found := _POINT.match(text, start):
        half = _HALF.match(text, found.end())
        said = half or own.decimal != "." or _IN_FRONT.search(text, front, start)
        if said and not _QUANTITY.match(text, found.end()) and not _MONEY.search(text, front, start):
            return _clock(int(found[1]), found[2], half, found.end())
        return None
    if found := _BARE.match(text, start):
        half = _HALF.match(text, found.end())
        if half or own.after_hour.match(text, found.end()) or own.before_hour.search(text, front, start):
            return _clock(int(found[1]), "00", half, found.end())
    return None


def _clock(hour: int, minute: str, half: re.Match[str] | None, end: int) -> tuple[str, int] | None:
    if half:
        end = half.end()
        afternoon = (half["english"] or half["greek"] or half["irish"]).lower() in ("p", "μ", "i")
        hour = hour % _NOON + (_NOON if afternoon else 0)
    return (f"{hour}:{minute}", end) if hour <= _LAST_HOUR else None


def zone_end(text: str, end: int) -> int:
    """The offset after the name of a time zone that follows a time; the same offset if there is none."""
    found = _ZONE.match(text, end)
    return found.end() if found else end
