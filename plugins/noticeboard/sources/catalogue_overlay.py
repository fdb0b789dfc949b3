"""A platform's own catalogue over the theme's: some messages in the platform's own words."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from noticeboard.model import Location, Problem, error, warning
from noticeboard.sources.catalogue import Catalogue

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from noticeboard.sources.catalogue_file import CatalogueFile
    from noticeboard.sources.message_extraction import UsedMessage


def overlaid(theme: Catalogue | None, own: Catalogue) -> Catalogue:
    """The theme's catalogue of the same language, with the messages of the platform's own in the place of its."""
    return Catalogue(own.lang, {**(theme.messages if theme else {}), **own.messages})


def unsaid(file: CatalogueFile, used: Iterable[UsedMessage]) -> Iterator[Problem]:
    """A warning for each message of a platform's own catalogue that is not used, with the nearest one that is.

    One that is said with other plural forms is an error.
    """
    wanted = {m.key: m for m in used}
    ids = sorted({m.id for m in wanted.values()})
    for key, line in file.lines.items():
        location = Location(file.path, line)
        if key not in wanted:
            what = "Nobody uses the message “{message}”."
            close = get_close_matches(key[1], ids, n=1)
            hint = "Did you mean “{nearest}”? The context (msgctxt) counts, too." if close else "Take it out."
            yield warning(location, "unused-message", what, hint, message=key[1], nearest=close[0] if close else "")
        elif bool(wanted[key].plural) != (key in file.plurals):
            what = "“{message}” has plural forms in one of catalogue and template, and not in the other."
            hint = "Copy its lines from the theme's catalogue, then change the words."
            yield error(location, "wrong-plurals", what, hint, message=key[1])
