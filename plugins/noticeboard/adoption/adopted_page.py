"""An HTML page or a Word document -> a version, and problems."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from noticeboard.adoption.adopted_version import AdoptedVersion
from noticeboard.adoption.adoption_notes import PLACEHOLDER, AdoptionNotes, FoundPicture
from noticeboard.adoption.html_blocks import HtmlBlocks
from noticeboard.adoption.html_links import PageLinks
from noticeboard.adoption.html_notes import page_notes
from noticeboard.adoption.html_page import MOST_BYTES, page_text, read_page, visible_words
from noticeboard.adoption.word_comparison import compared
from noticeboard.adoption.word_document import read_document
from noticeboard.languages.date_guesses import likely_days
from noticeboard.languages.tag_guesses import likely_tag
from noticeboard.sources.document_types import ending

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from lxml.html import HtmlElement

    from noticeboard.adoption.html_page import HtmlPage
    from noticeboard.adoption.word_document import WordDocument
    from noticeboard.model import Problem

SHOWN = ("jpg", "jpeg", "png", "webp", "avif")
"""The endings of pictures that pages show."""

_ISO = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class PageRequest:
    """What to make of a page: kind, name and language of the version ("" if the page decides), and the day.

    * `likely` is the language in the file's name, for a page that states none; "" if there is none.
    * `beside` are the files in the page's folder that it may show or link to.
    * `languages` are the offered ones, the default first.
    * `reads` gives the visible words of Markdown for the version at a path; None if it is too long or nested.
    """

    kind: str
    name: str
    lang: str
    published: str
    beside: Mapping[str, bytes]
    languages: Sequence[str]
    reads: Callable[[str, str], str | None]
    likely: str = ""


@dataclass(frozen=True, slots=True)
class AdoptedPage:
    """The version, or None and the problems that say why there is none."""

    version: AdoptedVersion | None
    problems: tuple[Problem, ...]


def adopted_page(data: bytes, path: str, request: PageRequest) -> AdoptedPage:
    """The version made from an HTML page; `path` is the file's, for problems."""
    notes = AdoptionNotes(path)
    page = read_page(page_text(data)) if len(data) <= MOST_BYTES else None
    if page is None:
        message = "The page is too large, too deep, or holds no text."
        notes.refuse(1, "unreadable-document", message, "Save the part of it that is the text, and adopt that.")
        return AdoptedPage(None, tuple(notes.problems))
    for element in page.around:
        message = "Words around the text are not kept: “{words}”."
        notes.left_out(element.sourceline or 1, message, visible_words(element))
    return _adopted(page, notes, request, request.beside)


def adopted_document(data: bytes, path: str, request: PageRequest) -> AdoptedPage:
    """The version made from a Word document; `path` is the file's, for problems."""
    notes = AdoptionNotes(path)
    document = read_document(data, notes)
    page = read_page(f"<html><body>{document.html}</body></html>") if document else None
    if document is None or page is None:
        if not notes.problems:
            message, hint = "The document holds no text.", "Open it in a word processor and look at what is in it."
            notes.refuse(1, "unreadable-document", message, hint)
        return AdoptedPage(None, tuple(notes.problems))
    pictures = {name: picture.data or b"" for name, picture in document.pictures.items()}
    return _adopted(page, notes, request, pictures, document)


def _adopted(
    page: HtmlPage,
    notes: AdoptionNotes,
    request: PageRequest,
    beside: Mapping[str, bytes],
    document: WordDocument | None = None,
) -> AdoptedPage:
    words, stated = (document.words, (document.title, document.language)) if document else ("", ("", ""))
    lang = request.lang or _language(page.language or request.likely or stated[1], request.languages)
    heading, shift = _title(page.main)
    title = " ".join((visible_words(heading) if heading is not None else page.title or stated[0]).split())
    links = PageLinks(page.main, notes, page.address, beside)
    footnotes = page_notes(page.main)
    blocks = HtmlBlocks(notes, footnotes, links)
    source = words or visible_words(page.main, {*footnotes.marks, *footnotes.returns})
    if heading is not None:
        _remove(heading)
    body, path = blocks.text(page.main, shift), f"{request.kind}/{request.name}/{lang}.md"
    read = request.reads(body, path)
    if read is None:
        message = "The text is longer or more deeply nested than a text may be."
        notes.refuse(1, "unreadable-document", message, "Divide it, and adopt the parts.")
        return AdoptedPage(None, tuple(notes.problems))
    _tell_differences(notes, source, " ".join(map(visible_words, blocks.left_out)), f"{title} {read}")
    files = [*_shown(blocks.pictures, notes), *(FoundPicture(name, data) for name, data in links.documents.items())]
    keys = _keys(page, request, title, lang, described=not words)
    version = AdoptedVersion(path, keys, body, tuple(files), tuple(notes.problems))
    return AdoptedPage(version, version.problems)


def _keys(
    page: HtmlPage, request: PageRequest, title: str, lang: str, *, described: bool
) -> tuple[tuple[str, object], ...]:
    """The front matter; `described` says that the page's own description is the summary."""
    keys: list[tuple[str, object]] = [("title", title or PLACEHOLDER)]
    keys += [("summary", page.summary)] if page.summary and described else []
    keys += [("published", _day(page.published, lang) or request.published)] if request.published else []
    return (*keys, ("status", "draft"))


def _title(main: HtmlElement) -> tuple[HtmlElement | None, int]:
    """The heading that is the page's title, None without one, and how many levels lower all others go.

    The first heading is the title where it is the only one of its level, as on most pages, or marked as title.
    """
    headings = [one for one in main.iter("h1", "h2", "h3", "h4", "h5", "h6") if visible_words(one)]
    levels = [int(one.tag[1]) for one in headings]
    if not headings:
        return None, 0
    alone = levels.count(levels[0]) == 1 and levels[0] == min(levels)
    marked = "title" in (headings[0].get("class") or "").split()
    if not (alone or marked):
        return None, 2 - min(levels)
    return headings[0], 2 - min(levels[1:], default=2)


def _remove(heading: HtmlElement) -> None:
    """Takes the title out of the page; what was after it stays."""
    parent, before = heading.getparent(), heading.getprevious()
    tail = heading.tail or ""
    if parent is None:
        return
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    heading.tail = None
    parent.remove(heading)


def _language(stated: str, languages: Sequence[str]) -> str:
    """The offered language that the page says it is in; the default one if it does not."""
    tag = likely_tag(stated) if stated else ""
    near = (one for one in languages if one == tag or one == tag.partition("-")[0])
    return next(near, languages[0])


def _day(text: str, lang: str) -> str:
    """The day in a date or moment, in ISO's form; "" if it is none."""
    if found := _ISO.match(text):
        return found[0]
    days = likely_days(text, lang) if text else ()
    return days[0].isoformat() if days else ""


def _tell_differences(notes: AdoptionNotes, source: str, left: str, made: str) -> None:
    found = compared(source, f"{made} {left}")
    if found.lost:
        message = "These words of the source are missing from the text: “{words}”."
        notes.left_out(1, message, " … ".join(found.lost))
    if added := compared(f"{source} {left}", made).added:
        message = "These words are in the text only, not in the source: “{words}”."
        notes.left_out(1, message, " … ".join(added), "Look at whether they are right.")


def _shown(pictures: Sequence[FoundPicture], notes: AdoptionNotes) -> list[FoundPicture]:
    """The pictures; reports those that no page shows as they are."""
    for picture in pictures:
        if ending(picture.name) not in SHOWN:
            notes.warn(
                1,
                "picture-to-convert",
                "The picture {file} is in a format that pages do not show.",
                "Save it as PNG or JPEG and name that file in the text.",
                file=picture.name,
            )
    return list(pictures)
