"""An announcement's words, metadata and filters as HTML for Pagefind to index.

Metadata and filters are in Pagefind's attributes data-pagefind-meta and data-pagefind-filter.
"""

from __future__ import annotations

import re
from enum import IntEnum
from typing import TYPE_CHECKING, cast

from lxml import html
from lxml.builder import ElementMaker
from msgspec import Struct

from noticeboard.formats.xml_characters import allowed
from noticeboard.languages.spacing import JOINER
from noticeboard.languages.word_forms import word_forms
from noticeboard.pages.views.data_view import DataGroup
from noticeboard.pages.views.text_view import Figure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from lxml.etree import _Element

    from noticeboard.model import Text
    from noticeboard.pages.announcements.announcement_view import AnnouncementPage
    from noticeboard.pages.views.page import Page
    from noticeboard.pages.views.text_view import Part, Prose
    from noticeboard.pages.views.view_parts import Moment

_E = ElementMaker(makeelement=html.html_parser.makeelement)
_ELISION = re.compile("(?<=\\w)(['\N{RIGHT SINGLE QUOTATION MARK}])(?=\\w)")
_SPLIT = f"\\1{JOINER} "
"""Words that an apostrophe joins are indexed as two; the mark lets the search page show them as one again."""


class SearchCard(IntEnum):
    """Which card of the search page shows a result (components/found/found.html)."""

    PLAIN = 0
    DEADLINE = 1
    EVENT = 2
    PAST_EVENT = 3


class SearchRecord(Struct, frozen=True):
    """An announcement for the search in the language `lang`, at `path` below that language's front page.

    `language` names the text's language if it is not the reader's. `date` is the deadline, else the day of an event,
    else the day of publication. `start` is when a survey opens that is not open yet. `place` is where an event is.
    `turns` are as in AnswerBox.
    """

    path: str
    lang: str
    title: Text
    description: Text
    prose: Prose
    facets: tuple[str, ...]
    language: str
    card: SearchCard
    date: Moment | None
    start: Moment | None = None
    place: str = ""
    turns: tuple[str, ...] = ()


def searchable(pages: Iterable[Page]) -> dict[str, list[Page]]:
    """The pages of the announcements that readers of each language can find, in order."""
    found: dict[str, list[Page]] = {}
    for page in pages:
        if page.template == "announcement.html":
            found.setdefault(page.lang, []).append(page)
    return found


def search_record(page: Page) -> SearchRecord:
    """The record for the announcement on one of those pages."""
    view = cast("AnnouncementPage", page.view)
    return SearchRecord(
        path=page.path.removeprefix(f"{view.frame.lang}/"),
        lang=view.frame.lang,
        title=view.title,
        description=view.description,
        prose=view.prose,
        facets=view.facets,
        language=view.fallback.language if view.fallback else "",
        card=_card(view),
        date=_date(view),
        start=view.answering.opens if view.answering and view.answering.upcoming else None,
        place=view.event.place.text.text if view.event and view.event.place else "",
        turns=view.answering.turns if view.answering else (),
    )


def _card(view: AnnouncementPage) -> SearchCard:
    if view.answering and view.answering.deadline:
        return SearchCard.DEADLINE
    if view.event:
        return SearchCard.PAST_EVENT if view.event.over else SearchCard.EVENT
    return SearchCard.PLAIN


def _date(view: AnnouncementPage) -> Moment | None:
    deadline = view.answering.deadline if view.answering else None
    return deadline or (view.event.when if view.event else view.published)


def search_file(record: SearchRecord) -> bytes:
    """The record as HTML for Pagefind, in UTF-8."""
    body = _E.body({"data-pagefind-body": ""}, *_texts(record))
    set_words = _split if word_forms(record.lang).elided else _joined
    _change_texts(body, set_words)
    title = set_words(record.title.text)
    root = _E.html({"lang": record.lang}, _E.head(_E.meta(charset="utf-8"), *_said(record, title)), body)
    data: bytes = html.tostring(root, encoding="utf-8", doctype="<!doctype html>")
    return data


def _said(record: SearchRecord, title: str) -> Iterator[_Element]:
    stated = {
        "title": title,
        "lang": record.prose.lang,
        "dir": record.prose.dir,
        "language": record.language,
        "card": str(int(record.card)),
        "date": record.date.text if record.date else "",
        "start": record.start.text if record.start else "",
        "place": record.place,
        "turns": " ".join(record.turns),
    }
    for name, value in stated.items():
        if value:
            yield _E.meta({"data-pagefind-meta": f"{name}[content]", "content": allowed(value)})
    for facet in record.facets:
        name, _, value = facet.partition("=")
        yield _E.meta({"data-pagefind-filter": f"{name}[content]", "content": value})


def _texts(record: SearchRecord) -> Iterator[_Element]:
    """The summary, if it is not the text's own beginning, and the text."""
    lead = html.fragment_fromstring(record.prose.lead, create_parent="p")
    summary, begun = record.description.text, " ".join(lead.text_content().split())
    if summary and not begun.startswith(" ".join(summary.split()).rstrip("…. ")):
        yield _E.p(allowed(summary))
    yield lead
    for part in record.prose.parts:
        yield _part(part)


def _part(part: Part) -> _Element:
    if isinstance(part, Figure):
        texts = (part.alt, part.caption)
        return _E.div(*(_E.p(allowed(text.text)) for text in texts if text and text.text))
    if isinstance(part, DataGroup):
        return _E.div(*(_E.p(allowed(text.text)) for text in _data_words(part)))
    return html.fragment_fromstring(part.html, create_parent="div")


def _data_words(group: DataGroup) -> Iterator[Text]:
    """What data files say in words: caption, sentences and labels, not the figures."""
    yield from (group.caption,) if group.caption else ()
    for data in group.data:
        yield from (data.alt, *data.table.columns, *(row.label for row in data.table.every_row))


def _change_texts(root: _Element, change: Callable[[str], str]) -> None:
    for element in root.iter():
        if element.text:
            element.text = change(element.text)
        if element.tail:
            element.tail = change(element.tail)


def _joined(text: str) -> str:
    """The text without word joiners, which would be letters of the words beside them."""
    return text.replace(JOINER, "")


def _split(text: str) -> str:
    return _ELISION.sub(_SPLIT, _joined(text))
