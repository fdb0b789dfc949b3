"""Pages that list announcements, and their cards and filters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from noticeboard.model import Text
    from noticeboard.pages.views.frame_view import Address, Frame
    from noticeboard.pages.views.text_view import Figure
    from noticeboard.pages.views.view_parts import EventFacts, Link, Moment, NavigationItem, OrganisationLink, TermGroup


class Card(Struct, frozen=True):
    """An announcement in a list. `kind` is the label of one ("Survey").

    `turns` and `closed` are as in AnswerBox. `upcoming` is True if it had not opened when the page was made. `picture`
    is shown beside the title and has no alternative text. `audience` names the people whom it is meant for; `duration`
    is in minutes. `results` links to the results of a closed survey. `facets` are its terms and the languages of its
    text, as filters have them in addresses ("audience=teacher"). `language` names, in the reader's language, the
    language of title and summary if it is another one, else "". `draft` marks a text that has not been published,
    `appears` is the day to come on which it will be, and `extended` marks a deadline that was moved to a later day.
    """

    kind: Text
    title: Text
    summary: Text | None
    href: str
    published: Moment | None
    opens: Moment | None
    deadline: Moment | None
    turns: tuple[str, ...] = ()
    closed: bool = False
    upcoming: bool = False
    picture: Figure | None = None
    audience: tuple[Text, ...] = ()
    duration: int | None = None
    results: Link | None = None
    facets: tuple[str, ...] = ()
    language: str = ""
    draft: bool = False
    appears: Moment | None = None
    extended: bool = False
    event: EventFacts | None = None


class Choice(Struct, frozen=True):
    """One choice of a filter: its facet as on cards, its label, and the address of its own page ("" if none).

    `count` is the number of announcements with it on the search page; on lists, where the script counts cards, it is 0.
    """

    facet: str
    text: Text
    href: str
    count: int = 0


class Filter(Struct, frozen=True):
    """A heading and the choices by which a list can be narrowed."""

    heading: Text
    choices: tuple[Choice, ...]


class ListingPage(Struct, frozen=True):
    """All announcements of a kind that are upcoming or open and the newest others, or those of one year.

    `year` is "" on the first page. `years` leads to the pages of the years, the newest first. `filters` are
    those that have something to choose among the cards.
    """

    frame: Frame
    address: Address
    heading: Text
    year: str
    cards: tuple[Card, ...]
    years: tuple[NavigationItem, ...]
    filters: tuple[Filter, ...] = ()


class TermPage(Struct, frozen=True):
    """Everything for one term of a vocabulary.

    `year` and `years` are as on a listing; both are empty if one page holds all. `organisation` is whom the term
    names, with its website and logo, where it has any.
    """

    frame: Frame
    address: Address
    vocabulary: Text
    term: Text
    description: Text | None
    year: str
    cards: tuple[Card, ...]
    years: tuple[NavigationItem, ...]
    siblings: tuple[Link, ...]
    organisation: OrganisationLink | None = None


class Section(Struct, frozen=True):
    """A part of the front page: the newest of one kind, and the way to all of them."""

    heading: Text
    cards: tuple[Card, ...]
    href: str


class FrontPage(Struct, frozen=True):
    """The platform's front page in one language."""

    frame: Frame
    address: Address
    sections: tuple[Section, ...]
    groups: tuple[TermGroup, ...]
