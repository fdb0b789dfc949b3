"""The deadlines that were published before, from the output folder and from the history in git.

Continuous integration that keeps nothing between its runs has the history, if it fetches all of it.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from pydantic import ConfigDict, TypeAdapter, ValidationError

from noticeboard.fields.field_types import DayOrInstant
from noticeboard.shell.build.changed_deadlines import changed_deadlines
from noticeboard.shell.build.former_texts import finished_values
from noticeboard.shell.build.git_output import git_output
from noticeboard.shell.cache.atomic_files import read_regular
from noticeboard.site.moved_deadlines import answerable, is_other

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

    from noticeboard.site import Announcement, Site

_MOMENT: TypeAdapter[date | datetime] = TypeAdapter(DayOrInstant, config=ConfigDict(defer_build=True))


def former_deadlines(content: Path, output: Path, published: Collection[str], site: Site) -> dict[str, date | datetime]:
    """By their keys, the announcements that can still be answered and had another deadline, and the last such one.

    `published` are the files that a build left in the output folder.
    """
    items = {item.key: item for item in answerable(site)}
    found = {key: moment for key, item in items.items() if (moment := _in_output(item, output, published, site))}
    for changed in changed_deadlines(content, items, _former_folders(items.values())):
        if changed.key not in found:
            before = git_output(content, "show", f"{changed.revision}:./{changed.path}")
            moment = _told(before, changed.path, min(changed.day, site.today.isoformat()))
            if moment and _is_former(moment, items[changed.key], site):
                found[changed.key] = moment
    return found


def _former_folders(items: Iterable[Announcement]) -> dict[str, str]:
    """The folders that announcements had by their own account, each with the key of now."""
    return {former: item.key for item in items for former in item.facts.moved_from}


def _is_former(moment: date | datetime, item: Announcement, site: Site) -> bool:
    return item.facts.deadline is not None and is_other(moment, item.facts.deadline, site)


def _told(data: bytes, path: str, day: str) -> date | datetime | None:
    """The deadline that a text stated when it was to be read before that day; None for a draft."""
    values = finished_values(data, path)
    if values is None or not str(values.get("published") or "") < day:
        return None
    return _moment(values.get("deadline"))


def _moment(value: object) -> date | datetime | None:
    try:
        return _MOMENT.validate_python(value)
    except ValidationError:
        return None


def _in_output(item: Announcement, output: Path, published: Collection[str], site: Site) -> date | datetime | None:
    """The deadline in the announcement's calendar file as it was built last, where that is another.

    What is new today is still being written.
    """
    if item.facts.published is not None and item.facts.published >= site.today:
        return None
    names = (item.key, *item.facts.moved_from)
    for path in (f"{lang}/{name}/deadline.ics" for name in names for lang in item.versions):
        if path in published:
            moment = _begins(output / path)
            return moment if moment and _is_former(moment, item, site) else None
    return None


def _begins(file: Path) -> date | datetime | None:
    """The moment of a calendar file's only entry; None where it is not there any more, or no such file."""
    from icalendar import Calendar  # noqa: PLC0415 - few checks need it, and it takes long to load

    try:
        events = Calendar.from_ical(read_regular(file)).walk("VEVENT")
        moment = events[0].decoded("dtstart")
    except (OSError, ValueError, IndexError, KeyError):
        return None
    return moment if isinstance(moment, date) else None
