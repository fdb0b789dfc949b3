"""Types of front matter values with several parts, as pydantic annotations.

{"platform": …} in a JSON Schema stands for what only a platform knows (report/front_matter_schema.py).
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, Field, WithJsonSchema

from noticeboard.fields.address_types import HttpsAddress
from noticeboard.fields.field_types import TAG_SHAPE, Day, FilledText, LanguageTag, day, fail
from noticeboard.fields.mappings import MAPPING
from noticeboard.model import Stamp

OFFERED = {"platform": "languages"}
SILENCEABLE = {"platform": "warnings"}


class StampFields(BaseModel):
    """`translates` in its long form."""

    model_config = MAPPING
    language: LanguageTag
    digest: FilledText = ""


def _long_form(value: object) -> object:
    """The short form `translates: en` in its long form."""
    return {"language": value} if isinstance(value, str) else value


def _unless_none(value: object) -> object:
    """None for `translates: none`, which says that a version is an original though it looks like a translation."""
    return None if value == "none" else value


def _stamp(fields: StampFields) -> Stamp:
    return Stamp(fields.language, fields.digest)


def _status(value: object) -> object:
    if value not in ("published", "draft"):
        fail("wrong-status", "'{status}' is not a status.", "Write published or draft.", status=value)
    return value


def _placeholders(address: str) -> str:
    """The address of a questionnaire, in which {lang} may be after the host, and nothing else in braces."""
    host = address.partition("://")[2].partition("/")[0]
    if "{" in host:
        message = "The host of the address '{address}' cannot depend on the language."
        fail("wrong-address", message, "Write {lang} after the first single slash.", address=address)
    for found in _BRACES.findall(address.replace("{lang}", "")):
        fail("wrong-address", "{braces} in the address stands for nothing.", "Did you mean {lang}?", braces=found)
    return address


_BRACES = re.compile(r"\{[^{}]*\}?")


def _unrepeated(value: object) -> object:
    """A list without an entry twice; anything else is left to the list's own check."""
    if isinstance(value, list):
        # Entries may be mappings, which no set can hold.
        entry, count = Counter(map(repr, value)).most_common(1)[0] if value else ("", 0)
        if count > 1:
            twice = next(v for v in value if repr(v) == entry)
            fail("repeated-entry", "'{entry}' appears twice.", "Name each entry once.", entry=twice)
    return value


def _list_of(item: object) -> WithJsonSchema:
    return WithJsonSchema({"type": "array", "items": item, "minItems": 1, "uniqueItems": True})


_DIGEST = {"language": OFFERED, "digest": {"type": "string"}}
_LONG = {"type": "object", "required": ["language"], "additionalProperties": False, "properties": _DIGEST}
_DAYS = {"type": "object", "propertyNames": OFFERED, "additionalProperties": {"type": "string", "format": "date"}}
_REASONS = {
    "type": "object",
    "propertyNames": SILENCEABLE,
    "additionalProperties": {"type": "string", "minLength": 1},
}
_UnrepeatedTags = Annotated[list[LanguageTag], Field(min_length=1), BeforeValidator(_unrepeated)]

_REFERENCE = re.compile(r"([a-z0-9-]+/)?[a-z0-9]+(-[a-z0-9]+)*")
_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")


def _references(value: object) -> list[str]:
    """One name of an announcement or a list of them, as a list; surveys/mentoring is as good as mentoring."""
    names = value if isinstance(value, list) else [value]
    for name in names:
        if not isinstance(name, str) or not _REFERENCE.fullmatch(name):
            hint = "Write the name of its folder, such as school-mentoring or surveys/school-mentoring."
            fail("wrong-type", "{value} is not a name.", hint, value=repr(name))
    return list(names)


def _month_or_day(value: object) -> str:
    """A month such as 2027-06 or a day, as it is written."""
    return value if isinstance(value, str) and _MONTH.fullmatch(value) else day(value).isoformat()


_NAME_SHAPE = {"type": "string", "pattern": "^([a-z0-9-]+/)?[a-z0-9]+(-[a-z0-9]+)*$"}
_NAMES_SHAPE = {"anyOf": [_NAME_SHAPE, {"type": "array", "items": _NAME_SHAPE, "minItems": 1, "uniqueItems": True}]}
AnnouncementNames = Annotated[
    list[str], BeforeValidator(_references), BeforeValidator(_unrepeated), WithJsonSchema(_NAMES_SHAPE)
]
MonthOrDay = Annotated[
    str,
    BeforeValidator(_month_or_day),
    WithJsonSchema({"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$"}),
]
TermIds = Annotated[list[FilledText], BeforeValidator(_unrepeated)]
"""Only the vocabularies know the terms, and tell labels and ids apart."""
SurveyAddress = Annotated[HttpsAddress, AfterValidator(_placeholders)]
Status = Annotated[Literal["published", "draft"], BeforeValidator(_status)]
StampValue = Annotated[
    Annotated[StampFields, BeforeValidator(_long_form), AfterValidator(_stamp)] | None,
    BeforeValidator(_unless_none),
    WithJsonSchema({"anyOf": [OFFERED, {"const": "none"}, _LONG]}),
]
SilencedProblems = Annotated[dict[str, FilledText], WithJsonSchema(_REASONS)]
WordsByWord = dict[str, FilledText]
TextLanguages = Annotated[_UnrepeatedTags, _list_of(TAG_SHAPE)]
OfferedLanguages = Annotated[_UnrepeatedTags, _list_of(OFFERED)]
PromisedDays = Annotated[dict[LanguageTag, Day], WithJsonSchema(_DAYS)]
