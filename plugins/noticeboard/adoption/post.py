"""A post of Jekyll, Hugo or Pelican, and what its head says in the words of this platform."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from posixpath import basename, dirname, splitext
from typing import TYPE_CHECKING

from noticeboard.adoption.post_keys import DATES, FORMER, IMAGES, KNOWN, SUMMARIES, TECHNICAL, TERMS, UPDATES
from noticeboard.languages.date_guesses import likely_days

if TYPE_CHECKING:
    from collections.abc import Mapping

    from noticeboard.adoption.post_header import PostHeader

DATED = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)[-_](.+)")
_ISO = re.compile(r"(\d{4})[-/](\d\d?)[-/](\d\d?)")


@dataclass(frozen=True, slots=True)
class Post:
    """A post: the file's path, its header and text, its language and section ("" for none), and its group.

    Posts of one group are versions of one announcement. `name` is the name of its folder here; `page` says that it is a
    page of the platform, not an announcement.
    """

    path: str
    header: PostHeader
    lang: str
    section: str
    group: str
    name: str
    page: bool

    @property
    def values(self) -> Mapping[str, object]:
        """The head's values."""
        return self.header.values

    def text(self, *keys: str) -> str:
        """The first of these keys that holds words, as one line."""
        found = (self.values.get(key) for key in keys)
        return next(
            (" ".join(str(v).split()) for v in found if isinstance(v, str | int | float) and str(v).strip()), ""
        )

    @property
    def published(self) -> str:
        """The day of publication in ISO form; "" if the post states none."""
        stated = next((d for key in DATES if (d := day(self.values.get(key), self.lang))), "")
        dated = DATED.fullmatch(splitext(basename(self.path))[0]) or DATED.fullmatch(basename(dirname(self.path)))
        return stated or (day("-".join(dated.groups()[:3]), self.lang) if dated else "")

    @property
    def updated(self) -> str:
        """The day of the last change in ISO form; "" if the post states none, or if it is the day of publication."""
        found = next((d for key in UPDATES if (d := day(self.values.get(key), self.lang))), "")
        return "" if found <= self.published else found

    @property
    def summary(self) -> str:
        """What it says of itself in lists."""
        return self.text(*SUMMARIES)

    @property
    def is_draft(self) -> bool:
        """Whether it was not shown to readers."""
        stated = str(self.values.get("status") or "").lower() in ("draft", "hidden", "skip")
        return (
            stated
            or self.values.get("draft") is True
            or self.values.get("published") is False
            or "_drafts/" in self.path
        )

    @property
    def image(self) -> tuple[str, str]:
        """The address and the description of the picture; each "" if the post states none."""
        for key in IMAGES:
            value = self.values.get(key)
            value = value[0] if isinstance(value, list) and value else value
            if isinstance(value, dict):
                names = ("src", "path", "feature", "image", "url", "teaser")
                return next((str(value[n]) for n in names if value.get(n)), ""), str(value.get("alt") or "")
            if isinstance(value, str) and value.strip():
                return value.strip(), self.text("image_alt", "image-alt", "alt")
        return "", ""

    @property
    def former(self) -> list[str]:
        """Its former addresses, as they are written."""
        values = [self.values.get(key) for key in FORMER]
        return [str(one) for value in values for one in (value if isinstance(value, list) else [value]) if one]

    @property
    def words(self) -> list[object]:
        """What categories and tags its head holds."""
        return [self.values[key] for key in TERMS if key in self.values]

    def unused(self) -> list[str]:
        """The keys that are not kept, with what they say, except for those that only the generator reads."""
        rest = (k for k in self.values if k not in KNOWN and k not in TECHNICAL)
        return [
            f"{key}: {' '.join(str(self.values[key]).split())}" for key in rest if self.values[key] not in (None, "")
        ]


def _shown(value: object) -> str:
    """A value on one line, lists with commas."""
    return " ".join((", ".join(map(str, value)) if isinstance(value, list) else str(value)).split())


def day(value: object, lang: str) -> str:
    """The day of a date or moment in ISO form; "" if the text is neither."""
    text = str(value or "").strip()
    if found := _ISO.match(text):
        try:
            return date(*map(int, found.groups())).isoformat()
        except ValueError:
            return ""
    days = likely_days(text, lang or "en") if text and text not in ("True", "False") else ()
    return days[0].isoformat() if days else ""
