"""The examples: for each component, what calls it in a template, and the page and values that it is shown with."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from gallery import values as v
from noticeboard.model import Text
from noticeboard.pages.views import Gaps

if TYPE_CHECKING:
    from collections.abc import Callable

    from noticeboard.pages.views import AnnouncementPage, ComparisonPage, ListingPage, SearchPage, TranslationsPage

    Page = AnnouncementPage | ListingPage | SearchPage | TranslationsPage | ComparisonPage


@dataclass(frozen=True, slots=True)
class Example:
    """One example of a component: its name, a piece of a template, the page by language, and further values."""

    component: str
    name: str
    source: str
    page: Callable[[str], Page] = v.announcement
    given: dict[str, object] = field(default_factory=dict)


def shown(component: str, name: str, **changes: object) -> Example:
    """An example of a component that sees the page as a whole."""
    return Example(
        component, name, f'{{% include "components/{component}.html" %}}', lambda lang: v.announcement(lang, **changes)
    )


def called(component: str, name: str, call: str, **given: object) -> Example:
    """An example of a macro; `call` calls it, where `here` is the page's language."""
    source = f'{{% from "components/{component}.html" import {call.partition("(")[0]} %}}{{{{ {call} }}}}'
    return Example(component, name, source, given=given)


def switcher(*tags: str) -> Callable[[str], Page]:
    """A page with versions in those languages."""
    return lambda lang: v.announcement(lang, address=v.address(lang, lang, *tags))


def cards(*items: object, level: int = 2) -> str:
    """A piece of a template that lists cards."""
    return (
        '{% from "components/card.html" import card %}<ul class="cards">'
        + "".join(f"{{{{ card(page.items[{i}], here, {level}, true) }}}}" for i in range(len(items)))
        + "</ul>"
    )


def listing(*items: object) -> str:
    """A piece of a template that shows a listing with filters and groups."""
    return (
        '{% include "components/filters.html" %}{% from "components/card.html" import card %}'
        '<ul class="cards" id="nb-cards">'
        + "".join(f"{{{{ card(page.items[{i}], here, 2, false, true) }}}}" for i in range(len(items)))
        + '</ul>{% include "components/groups.html" %}'
    )


ALL = (v.OPEN, v.TODAY, v.COMING, v.CLOSED)
PROSE = '<div class="prose">{{% include "components/{}.html" %}}</div>'
TABLE = '<table class="full compared">'
VERSIONS = (
    '{% from "components/versions.html" import versions %}'
    '<table class="full"><caption>Versions</caption>{{ versions(page.next, here) }}</table>'
)
MASTHEAD = '<div class="masthead"><div class="wrap">{% include "components/switcher.html" %}</div></div>'
GAPS = (Gaps("non-compliance", (Text("Old documents", "en"),)), Gaps("out-of-scope", (Text("Kaarten", "nl"),)))

EXAMPLES = (
    shown("answering", "everything"),
    shown("answering", "no questionnaire", answering=v.replace(v.ANSWERING, href="", privacy="", duration=None)),
    shown("answering", "closed", answering=v.replace(v.ANSWERING, closes_at=v.PAST)),
    called("blank", "in a sentence", "blank()"),
    shown("breadcrumb", "a long title"),
    Example("card", "each state", cards(*ALL, v.NEWS, v.DRAFT), given={"items": (*ALL, v.NEWS, v.DRAFT)}),
    Example("counts", "three languages", '{% include "components/counts.html" %}', v.translations),
    Example("data", "a link", '{% include "components/data.html" %}', v.translations),
    called("file", "to be edited", "file(page.item)", item=v.FILE),
    called("file", "without an address", "file(page.item)", item=v.SOURCE),
    called("figure", "wide", "figure(page.item, here, true)", item=v.figure(1280, 30, "A line of time")),
    called("figure", "tiny and decorative", "figure(page.item, here)", item=v.figure(40, 40, alt="")),
    called("figure", "tall", "figure(page.item, here)", item=v.figure(300, 900, "A poster")),
    Example("filters", "choices", '{% include "components/filters.html" %}', lambda lang: v.listing(lang, v.OPEN)),
    called("footer", "everything", "footer(page.frame)"),
    Example("gaps", "two reasons", PROSE.format("gaps"), given={"gaps": GAPS}),
    Example("found", "more results and a filter", '{% include "components/found.html" %}', v.search),
    called("globe", "alone", "globe()"),
    Example("groups", "a listing by state", listing(*ALL), lambda lang: v.listing(lang, *ALL), {"items": ALL}),
    shown("information", "two vocabularies"),
    called("language", "missing", "language(page.address.switcher[1], page.frame.dir, '(?)')"),
    shown("languages", "all"),
    called("link", "in another language", "link(page.frame.footer[1], here)"),
    called("moment", "with a time", "moment(page.updated)"),
    called("navigation", "a long entry", "navigation(page.frame)"),
    shown("nothing", "an empty list"),
    shown("notices", "draft, fallback and outdated"),
    shown("prose", "everything in another language", draft=False),
    shown("published", "all dates"),
    shown("related", "survey and results"),
    Example("search", "filters", '{% include "components/search.html" %}', v.search),
    Example("segments", "every change", f"{TABLE}{{% include 'components/segments.html' %}}</table>", v.comparison),
    shown("subscribe", "a list's own feed"),
    Example("switcher", "many", MASTHEAD),
    Example("switcher", "few", MASTHEAD, switcher("nl", "sv")),
    called("terms", "long labels", "terms(page.terms[0].terms, here)"),
    called("text", "in another language", "text(page.item, here)", item=Text("Schoolbord", "nl")),
    Example("up_to_date", "alone", '{% include "components/up_to_date.html" %}'),
    Example("versions", "each kind of row", VERSIONS, v.translations),
    Example("ways", "terms", '{% include "components/ways.html" %}', v.search),
    Example("years", "two", '{% include "components/years.html" %}', lambda lang: v.listing(lang, year="2023")),
)
"""Every component that shows something; what stands in a page's head or waits for the script does not."""
