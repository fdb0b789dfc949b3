"""The whole text of an announcement as a feed carries it: HTML without a theme, every address absolute."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from noticeboard.languages.language_data import language_data
from noticeboard.model import Text
from noticeboard.pages.announcements.event_facts import event_facts
from noticeboard.pages.page_messages import DEADLINE, EXTENDED, PICTURE
from noticeboard.pages.text_figures import figure
from noticeboard.pages.text_filler import SlotFiller
from noticeboard.pages.views.data_view import DataFigure, DataGroup
from noticeboard.pages.views.text_view import Figure

if TYPE_CHECKING:
    from datetime import date, datetime

    from noticeboard.pages.locale_context import LocaleContext
    from noticeboard.pages.views.text_view import Part, Prose
    from noticeboard.pages.views.view_parts import Moment
    from noticeboard.site import Announcement, Source
    from noticeboard.sources.catalogue import Message


def content(locale: LocaleContext, item: Announcement, source: Source) -> str:
    """The deadline or the days of an event, the lead picture and the text, each marked with its language."""
    outside = locale.outside
    text = SlotFiller(outside, item, source).prose()
    picture = _lead_picture(outside, item, source)
    return str(
        Markup("").join(
            (
                _dated(outside, DEADLINE, item.facts.deadline),
                _dated(outside, EXTENDED, item.facts.extended_from),
                _event(outside, item, source),
                _figure(outside, picture) if picture else "",
                _prose(outside, text),
            )
        )
    )


def _lead_picture(locale: LocaleContext, item: Announcement, source: Source) -> Figure | None:
    if not item.facts.image:
        return None
    return figure(locale, item, source, item.facts.image, (Text(source.alt, source.lang), None))


def _dated(locale: LocaleContext, message: Message, value: date | datetime | None) -> Markup:
    """A paragraph with a date in the reader's language; empty without a date."""
    moment = locale.moment(value)
    if moment is None:
        return Markup("")
    words = locale.gettext(*message)
    return Markup("<p{}>{}</p>\n").format(_lang(words.lang), _filled(words, date=_time(locale, moment)))


def _event(locale: LocaleContext, item: Announcement, source: Source) -> Markup:
    """A paragraph with the time and place of an event; empty for other announcements."""
    facts = event_facts(locale, item, source)
    if facts is None:
        return Markup("")
    place = facts.place
    where = Markup("<br>{}").format(_span(place.text)) if place else ""
    if place and place.href:
        where = Markup('<br><a href="{}">{}</a>').format(place.href, place.text.text)
    return Markup("<p>{}{}</p>\n").format(_time(locale, facts.when), where)


def _time(locale: LocaleContext, moment: Moment) -> Markup:
    return Markup('<time datetime="{}"{}>{}</time>').format(moment.iso, _lang(locale.lang), moment.text)


def _prose(locale: LocaleContext, text: Prose) -> Markup:
    parts = [_part(locale, part) for part in text.parts]
    lead = Markup("<p>{}</p>\n").format(Markup(text.lead)) if text.lead else ""  # noqa: S704 - sanitised
    return Markup("<div{}>\n{}{}\n</div>\n").format(_lang(text.lang), lead, Markup("").join(parts))


def _part(locale: LocaleContext, part: Part) -> Markup:
    if isinstance(part, Figure):
        return _figure(locale, part)
    if isinstance(part, DataGroup):
        return Markup("").join(map(_table, part.data))
    return Markup(part.html)  # noqa: S704 - sanitised


def _table(data: DataFigure) -> Markup:
    """The sentence and the figures of a data file; charts are the pages' own."""
    cell = Markup("<t{0}{1}>{2}</t{0}>").format
    corner = data.table.corner
    head = [cell("h", "", corner.text) if corner else cell("d", "", "")]
    head += [cell("h", _lang(column.lang), column.text) for column in data.table.columns]
    rows = [
        [cell("h", _lang(row.label.lang), row.label.text), *(cell("d", "", figure) for figure in row.figures)]
        for row in data.table.every_row
    ]
    body = Markup("").join(Markup("<tr>{}</tr>\n").format(Markup("").join(row)) for row in (head, *rows))
    return Markup("<table>\n<caption>{}</caption>\n{}</table>\n").format(data.alt.text, body)


def _figure(locale: LocaleContext, value: Figure) -> Markup:
    words = locale.gettext(*PICTURE)
    credit = Markup("<small{}>{}</small>").format(_lang(words.lang), _filled(words, credit=_span(value.credit)))
    caption = Markup("{} ").format(_span(value.caption)) if value.caption else ""
    image = Markup('<img src="{}" width="{}" height="{}" alt="{}"{}>').format(
        value.src, value.width, value.height, value.alt.text, _lang(value.alt.lang)
    )
    return Markup("<figure>{}<figcaption>{}{}</figcaption></figure>\n").format(image, caption, credit)


def _filled(words: Text, **values: Markup) -> Markup:
    return Markup.escape(words.text) % values


def _span(text: Text) -> Markup:
    return Markup("<span{}>{}</span>").format(_lang(text.lang), text.text)


def _lang(tag: str) -> Markup:
    """A language's attributes; names have no language ("")."""
    return Markup(' lang="{}" dir="{}"').format(tag, language_data(tag).direction) if tag else Markup("")
