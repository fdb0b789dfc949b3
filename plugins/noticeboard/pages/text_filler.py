"""Fills the slots of a parsed text for readers of one language."""

from __future__ import annotations

from itertools import chain, count
from typing import TYPE_CHECKING

from markupsafe import Markup, escape
from msgspec.structs import replace

from noticeboard.languages.dates import iso, moment_text
from noticeboard.languages.language_data import language_data
from noticeboard.languages.leading_sentences import excerpt
from noticeboard.languages.numbers import file_size
from noticeboard.markdown.render.sanitise import plain
from noticeboard.markdown.render.slots import Slot
from noticeboard.model import Text
from noticeboard.pages import addresses
from noticeboard.pages.data.data_figures import ShownData, data_figure, data_words, document_link
from noticeboard.pages.page_messages import BACK_TO_THE_TEXT
from noticeboard.pages.questionnaire_address import survey_address
from noticeboard.pages.text_figures import figure, file_credit
from noticeboard.pages.views.data_view import DataFigure, DataGroup, DocumentLink
from noticeboard.pages.views.text_view import Figure, Html, Part, Prose
from noticeboard.site.file_usage import document_for
from noticeboard.sources.accessibility_statement import KEY as STATEMENT
from noticeboard.sources.document_types import ending

if TYPE_CHECKING:
    from noticeboard.markdown.render.parsed_text import DataUse, PictureUse
    from noticeboard.markdown.render.slots import Pieces
    from noticeboard.pages.locale_context import LocaleContext
    from noticeboard.site import Announcement, Source

TITLE_ID = "nb-title"
"""The id of a page's title in the theme."""


class SlotFiller:
    """Fills the slots of one version's text for readers of one language."""

    def __init__(self, locale: LocaleContext, item: Announcement, source: Source) -> None:
        """Takes the locale, the announcement, and the version whose text is shown."""
        self._locale, self._item, self._source = locale, item, source
        self._ids = heading_ids(item, source)

    def prose(self) -> Prose:
        """The text, ready to print."""
        text, lang = self._source.text, self._source.lang
        return Prose(lang, language_data(lang).direction, self._filled(text.lead), self._parts(text.body))

    def summary(self) -> str:
        """The beginning of the lead paragraph as plain text."""
        return excerpt(plain(self._filled(self._source.text.lead)))

    def picture(self, use: PictureUse) -> Figure:
        """A picture of the text."""
        lang, typeset = self._source.lang, self._locale.site.settings.typeset
        caption = Text(typeset(use.caption, lang), lang) if use.caption else None
        alt = Text(typeset(use.alt, lang), lang)
        return figure(self._locale, self._item, self._source, use.file, (alt, caption))

    def documents(self) -> tuple[DocumentLink, ...]:
        """The files that the text links to, each once and in order; () if there is only one."""
        lang, files = self._source.lang, self._locale.site.files
        links: dict[str, str] = {}
        for link in self._source.text.links:
            if link.kind == "file":
                links.setdefault(link.value, link.words)
        found = [(document_for(path, lang, files), words) for path, words in links.items()]
        named = [document_link(file, lang, self._locale.href, words) for file, words in found if file]
        return tuple(named) if len(named) > 1 else ()

    def _parts(self, pieces: Pieces) -> tuple[Part, ...]:
        parts: list[Part] = []
        run: list[str] = []
        for piece in pieces:
            if isinstance(piece, Slot) and piece.kind in ("figure", "data"):
                parts += _html(run)
                parts.append(self._part(piece))
                run = []
            else:
                run.append(piece if isinstance(piece, str) else self._fill(piece))
        return (*parts, *_html(run))

    def _part(self, slot: Slot) -> Part:
        if slot.kind == "figure":
            return self.picture(self._source.pictures[int(slot.value)])
        return self._data(tuple(map(int, slot.value.split())))

    def _data(self, numbers: tuple[int, ...]) -> DataGroup:
        lang, typeset = self._source.lang, self._locale.site.settings.typeset
        uses = [self._source.data[number] for number in numbers]
        caption = next((use.caption for use in uses if use.caption), "")
        shown = tuple(self._figures(number, use) for number, use in zip(numbers, uses, strict=True))
        return DataGroup(Text(typeset(caption, lang), lang) if caption else None, shown)

    def _figures(self, number: int, use: DataUse) -> DataFigure:
        lang, typeset = self._source.lang, self._locale.site.settings.typeset
        file = self._locale.site.files[f"{self._item.key}/{use.file}"]
        stated = dict(self._item.facts.credits).get(use.file)
        credit = file_credit(self._item, self._source, use.file) if stated else None
        words = data_words(self._item, self._source, typeset)
        assert file.table is not None  # noqa: S101 - a file without a table is an error, and then no page is made
        data = ShownData(file.table, words, document_link(file, lang, self._locale.href), credit)
        return data_figure(data, replace(use, alt=typeset(use.alt, lang)), number + 1)

    def _filled(self, pieces: Pieces) -> str:
        return "".join(p if isinstance(p, str) else self._fill(p) for p in pieces)

    def _fill(self, slot: Slot) -> str:
        return str(getattr(self, f"_{slot.kind}")(slot))

    def _href(self, href: str, hreflang: str = "") -> Markup:
        if hreflang:
            return Markup(' href="{}" hreflang="{}"').format(href, hreflang)
        return Markup(' href="{}"').format(href)

    def _web(self, slot: Slot) -> Markup:
        return self._href(slot.value)

    def _fragment(self, slot: Slot) -> Markup:
        return self._href(f"#{addresses.quoted(slot.fragment)}")

    def _announcement(self, slot: Slot) -> Markup:
        item = self._locale.site.announcements.get(slot.value)
        if item is None and slot.value == STATEMENT:
            return self._href(self._locale.href(addresses.statement(self._locale.lang)))
        if item is None:
            return Markup("")
        href, hreflang = self._locale.item_href(item)
        part = f"#{addresses.quoted(slot.fragment)}" if slot.fragment else ""
        return self._href(href + part, hreflang)

    def _listing(self, slot: Slot) -> Markup:
        return self._href(self._locale.href(addresses.listing(self._locale.lang, slot.value)))

    def _front(self, _: Slot) -> Markup:
        return self._href(self._locale.home.href)

    def _file(self, slot: Slot) -> Markup:
        file = document_for(slot.value, self._source.lang, self._locale.site.files)
        return self._href(self._locale.href(addresses.document(file))) if file else Markup("")

    def _size(self, slot: Slot) -> Markup:
        """Type and size of a file after the words that link to it."""
        file = document_for(slot.value, self._source.lang, self._locale.site.files)
        if file is None:
            return Markup("")
        return Markup(" ({}, {})").format(ending(file.path).upper(), file_size(file.size, self._source.lang))

    def _survey(self, _: Slot) -> Markup:
        return self._href(survey_address(self._item, self._locale.lang))

    def _instant(self, _: Slot) -> str:
        deadline = self._item.facts.deadline
        return iso(deadline) if deadline else ""

    def _words(self, _: Slot) -> Markup:
        deadline = self._item.facts.deadline
        return escape(moment_text(deadline, self._source.lang, self._locale.zone) if deadline else "")

    def _heading(self, slot: Slot) -> Markup:
        return escape(self._ids[int(slot.value)])

    def _name(self, slot: Slot) -> Markup:
        # In feeds, which are read elsewhere, there is no page title.
        named = self._ids[int(slot.value)] if slot.value else TITLE_ID if self._locale.root_relative else ""
        return Markup(' aria-labelledby="{}"').format(named) if named else Markup("")

    def _back(self, _: Slot) -> Markup:
        words = self._locale.catalogues.gettext(self._source.lang, *BACK_TO_THE_TEXT)
        if words.lang == self._source.lang:
            return escape(words.text)
        return Markup('<span lang="{}">{}</span>').format(words.lang, words.text)


def _html(run: list[str]) -> tuple[Html, ...]:
    joined = "".join(run)
    return (Html(joined),) if joined.strip() else ()


def heading_ids(item: Announcement, source: Source) -> tuple[str, ...]:
    """A unique id for each heading: its own, else that of the heading that it translates, else section-n."""
    lineage = [original.text.heading_ids for original in item.lineage(source)]
    used = set(source.text.ids)
    ids: list[str] = []
    for number, own in enumerate(source.text.heading_ids):
        inherited = next((theirs[number] for theirs in lineage if any(theirs[number : number + 1])), "")
        chosen = own or (inherited if inherited not in used else "") or _numbered(number + 1, used)
        used.add(chosen)
        ids.append(chosen)
    return tuple(ids)


def _numbered(number: int, used: set[str]) -> str:
    """`section-n`, or `section-n-2` and so on if the text uses that id for something else."""
    names = chain([f"section-{number}"], (f"section-{number}-{again}" for again in count(2)))
    return next(name for name in names if name not in used)
