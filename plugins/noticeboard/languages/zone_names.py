"""Names of time zones in a language's words, from CLDR through Babel."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from babel.dates import get_timezone_name

from noticeboard.languages.locales import is_known, locale
from noticeboard.languages.tables import entry


def zone_text(value: date | datetime, tag: str, zone: ZoneInfo) -> str:
    """The name of the zone as moment_text gives it: "Midden-Europese tijd", or the day's offset from UTC."""
    instant = value if isinstance(value, datetime) else datetime.combine(value, time.min, zone)
    return local_zone(aware(instant).astimezone(zone), tag)


def is_zone(text: str) -> bool:
    """Whether the text names a time zone of the IANA database, such as Europe/Brussels."""
    try:
        ZoneInfo(text)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def aware(value: datetime) -> datetime:
    """The instant itself; raises ValueError if it has no time zone."""
    if value.utcoffset() is None:
        message = f"an instant without time zone: {value.isoformat()}"
        raise ValueError(message)
    return value


def local_zone(local: datetime, tag: str) -> str:
    """The name of the zone of a local time, or its offset from UTC if CLDR has no name in the language."""
    if is_known(tag) and local.tzinfo:
        names, offset_then = _zone_names(local.tzinfo, tag), local.utcoffset()
        if offset_then not in names:
            names[offset_then] = get_timezone_name(local, "long", zone_variant="generic", locale=locale(tag))
        name = names[offset_then]
        if "+00:00" not in name:
            return _within_sentence(name, tag)
    offset = local.strftime("%z")
    return "UTC" if offset == "+0000" else f"UTC{offset[:3]}:{offset[3:5]}"


def _within_sentence(name: str, tag: str) -> str:
    """The name of a zone as running text has it."""
    own = entry("dates", tag)
    for found, word in own.get("zone_words", ()):
        name = re.sub(found, word, name)
    small = own.get("small_zones")
    return name[0].lower() + name[1:] if small and re.match(small, name) else name


@lru_cache(1024)
def _zone_names(_zone: tzinfo, _tag: str) -> dict[timedelta | None, str]:
    """The names of a zone in a language that were made so far, by offset: Babel takes long for each."""
    return {}
