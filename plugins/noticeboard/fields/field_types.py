"""The field types of front matter and platform.yml, as pydantic annotations.

Each turns a value from YAML into a typed one, or fails with a problem's name, message and hint, which sources/schema.py
reports at the value's line.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime
from typing import Annotated, NoReturn

from pydantic import BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from noticeboard.languages.language_data import is_tag
from noticeboard.languages.tag_guesses import is_language
from noticeboard.model import Instant

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})")
_KEY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def fail(name: str, message: str, hint: str, /, **values: object) -> NoReturn:
    """Raises the error that schema.py turns into a Problem of that name: templates, and the values they name."""
    raise PydanticCustomError(name, "{what}", {"what": message, "todo": hint, "values": values})


def text(value: object) -> str:
    """The value as one line of plain text in Unicode NFC, outer blanks removed."""
    if not isinstance(value, str):
        fail("wrong-type", "{value} is not text.", "Put it in quotes to make it text.", value=shown(value))
    return " ".join(unicodedata.normalize("NFC", value).split())


def filled(value: object) -> str:
    """The value as text that is not empty."""
    words = text(value)
    if not words:
        fail("empty-value", "There is no text here.", "Write the text, or remove the line.")
    return words


def day(value: object) -> date:
    """The value as a calendar day; it must be written YYYY-MM-DD (ISO 8601)."""
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        fail("wrong-date", "{value} is not a date.", "Write year-month-day: 2023-02-19.", value=shown(value))
    _check_year(value)
    try:
        return date.fromisoformat(value)
    except ValueError:
        fail("impossible-date", "There is no day {day} in the calendar.", "Correct the date.", day=value)


def _check_year(value: str) -> None:
    """Refuses years of which one digit is wrong; those at the ends of the calendar cannot be counted with either."""
    if not "1900" <= value[:4] < "3000":
        fail("impossible-date", "The year of {day} cannot be right.", "Correct the date.", day=value)


def day_or_instant(value: object) -> date | datetime:
    """The value as a day, or as an instant where a time and an offset from UTC are given (RFC 3339)."""
    if isinstance(value, str) and _INSTANT.fullmatch(value):
        _check_year(value)
        try:
            return Instant.fromisoformat(value)
        except ValueError:
            fail(
                "impossible-date", "There is no such moment: {moment}.", "Correct the date and the time.", moment=value
            )
    if isinstance(value, str) and re.match(r"\d{4}-\d{2}-\d{2}[T ]", value):
        fail(
            "wrong-date",
            "{moment} lacks its offset from UTC or is not complete.",
            "Write it like 2023-02-19T17:00+01:00.",
            moment=value,
        )
    return day(value)


def language(value: object) -> str:
    """The value as a well-formed BCP 47 language tag in its usual case."""
    if not isinstance(value, str) or not is_tag(value) or not is_language(value):
        fail("wrong-language", "{value} is not a language code.", "Write a code such as nl.", value=shown(value))
    return value


def key(value: object) -> str:
    """The value as the name of an announcement, a term or a vocabulary: [a-z0-9-]."""
    if not isinstance(value, str) or not _KEY.fullmatch(value):
        hint = "Use small letters a to z, digits and hyphens."
        fail("wrong-type", "{value} is not a name.", hint, value=shown(value))
    return value


def whole(value: object) -> int:
    """The value as a whole number of minutes, from 1 to 1,440."""
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= 1440:  # noqa: PLR2004 - a day's minutes
        fail("wrong-type", "{value} is not a number of minutes.", "Write a number such as 15.", value=shown(value))
    return value


def file_name(value: object) -> str:
    """The value as the name of a file in the same folder."""
    if not isinstance(value, str) or not value:
        fail("wrong-type", "{value} is not a file name.", "Write a name like photo.jpg.", value=shown(value))
    if "/" in value or "\\" in value or value.startswith("."):
        fail(
            "path-leaves-folder",
            "'{file}' is not in the folder of this announcement.",
            "Put the file beside this text and give its name alone.",
            file=value,
        )
    return unicodedata.normalize("NFC", value)


def shown(value: object) -> str:
    """The value as it is in the file, at most 60 characters of it."""
    names = {type(None): "null", bool: str(value).lower(), list: "[…]", dict: "{…}"}
    shown = names.get(type(value), f"{value!r}")
    return shown if len(shown) <= 60 else shown[:57] + "…"  # noqa: PLR2004 - the docstring's 60


_FILLED = WithJsonSchema({"type": "string", "minLength": 1})
TAG_SHAPE = {"type": "string", "pattern": "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"}
"""The JSON Schema of a language tag."""

_TAG = WithJsonSchema(TAG_SHAPE)
_NAME = WithJsonSchema({"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"})
_FILE = WithJsonSchema({"type": "string", "pattern": "^[^./\\\\][^/\\\\]*$"})
_MINUTES = WithJsonSchema({"type": "integer", "minimum": 1, "maximum": 1440})

PlainText = Annotated[str, BeforeValidator(text)]
FilledText = Annotated[str, BeforeValidator(filled), _FILLED]
Day = Annotated[date, BeforeValidator(day)]
DayOrInstant = Annotated[date | datetime, BeforeValidator(day_or_instant)]
LanguageTag = Annotated[str, BeforeValidator(language), _TAG]
Key = Annotated[str, BeforeValidator(key), _NAME]
Minutes = Annotated[int, BeforeValidator(whole), _MINUTES]
FileName = Annotated[str, BeforeValidator(file_name), _FILE]
Labels = Annotated[dict[LanguageTag, FilledText], Field(min_length=1)]
Synonyms = dict[LanguageTag, list[FilledText] | FilledText]
Languages = Annotated[list[LanguageTag], Field(min_length=1)]
