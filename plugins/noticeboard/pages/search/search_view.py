"""The page on which readers search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import asdict

from noticeboard.model import Text
from noticeboard.pages.listings.listing_view import Card

if TYPE_CHECKING:
    from noticeboard.languages.word_forms import WordForms
    from noticeboard.pages.listings.listing_view import Filter
    from noticeboard.pages.views.frame_view import Address, Frame
    from noticeboard.pages.views.view_parts import TermGroup


class SearchPage(Struct, frozen=True):
    """The page on which readers of one language search.

    `index` is the address of the folder with what is searched, `script` that of the script that does it, `near` that
    of the one that it loads where nothing is found, `forms` how the language's words change. `groups` links to the
    pages of terms. `terms` holds, for each facet, the names of its term, by which announcements are found too.
    """

    frame: Frame
    address: Address
    heading: Text
    index: str
    script: str
    near: str
    forms: WordForms
    filters: tuple[Filter, ...]
    groups: tuple[TermGroup, ...]
    terms: tuple[tuple[str, ...], ...] = ()

    @property
    def card(self) -> dict[str, object]:
        """The fields of an empty card by name; the template puts in what the script fills."""
        return asdict(Card(Text("", ""), Text("", ""), None, "", None, None, None))
