"""The path of every page, below the output folder and without the site's own address."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import quote

from noticeboard.digest import digest

if TYPE_CHECKING:
    from noticeboard.site import Announcement, FileFacts

MEDIA = "media"
FEED_FILES = {"atom": "feed.xml", "json": "feed.json"}
"""The names of feeds by their formats: Atom (RFC 4287) and JSON Feed 1.1."""

_LONGEST_STEM = 180
"""The most bytes of a file's name that is published as it is."""
_STEM_BEGINNING = 40
"""How many characters are left of a longer name; in UTF-8 a character has up to four bytes."""

NEXT_CHANGE = "next-change.txt"
ROBOTS = "robots.txt"
SECURITY = ".well-known/security.txt"
SITEMAP_INDEX = "sitemap.xml"
TRANSLATIONS = "translations"


def front(lang: str) -> str:
    """The path of a language's front page."""
    return f"{lang}/"


def listing(lang: str, kind: str, year: str = "") -> str:
    """The path of a kind's list, or of its page for one year."""
    return f"{lang}/{kind}/{year}/" if year else f"{lang}/{kind}/"


def announcement(lang: str, item: Announcement) -> str:
    """The path of an announcement; that of a page of the platform itself has no kind in it."""
    return f"{lang}/{item.key}/" if item.kind.listed else f"{lang}/{item.name}/"


def moved(lang: str, former: str) -> str:
    """The path of a former address, as `moved_from` gives it."""
    return f"{lang}/{former}/"


def term(lang: str, vocabulary: str, term_id: str, year: str = "") -> str:
    """The path of a term's page (the vocabulary by its slug), or of its page for one year."""
    return f"{lang}/{vocabulary}/{term_id}/" + (f"{year}/" if year else "")


def statement(lang: str) -> str:
    """The path of the accessibility statement."""
    return f"{lang}/accessibility/"


def translations(lang: str = "", part: str = "") -> str:
    """The path of the page on all translations, on those of a language, or on one part of these (a year, a kind)."""
    return "".join(f"{step}/" for step in (TRANSLATIONS, lang, part) if step)


def translation_status(page: str) -> str:
    """The path of the JSON file with the values of the page on translations at that path."""
    return f"{page}status.json"


def comparison(item: Announcement, lang: str) -> str:
    """The path at which a preview shows a version beside its original; nothing of it is ever published."""
    return f"_preview/compare/{item.key}/{lang}"


def search(lang: str) -> str:
    """The path of the search page."""
    return f"{lang}/search/"


def search_index(lang: str) -> str:
    """The path of the folder with the index of the search page."""
    return f"{search(lang)}index/"


def feed(page: str, form: str = "atom") -> str:
    """The path of the feed of the page at that path; `form` is a key of FEED_FILES."""
    return f"{page}{FEED_FILES[form]}"


def deadline(lang: str, item: Announcement) -> str:
    """The path of an announcement's deadline for calendars."""
    return f"{announcement(lang, item)}deadline.ics"


def deadlines(lang: str) -> str:
    """The path of the calendar of all deadlines."""
    return f"{lang}/deadlines.ics"


def sitemap(lang: str, number: int = 1) -> str:
    """The path of a language's sitemap, or of a further one where it has many pages."""
    # Beside the index, because a sitemap may name what lies below its own folder only.
    return f"sitemap-{lang}.xml" if number == 1 else f"sitemap-{lang}-{number}.xml"


def not_found(lang: str) -> str:
    """The file that answers at addresses of a language that lead nowhere."""
    return f"{lang}/404.html"


def media(path: str) -> str:
    """The path of a file that belongs to an announcement; it serves all languages."""
    return f"{MEDIA}/{path}"


def document(file: FileFacts) -> str:
    """The path of a file that texts link to or show as a chart. It contains a digest, so browsers may keep the file."""
    return marked(file, file.path.rpartition(".")[2])


def marked(file: FileFacts, ending: str) -> str:
    """The path of a file made from that file: its name, a digest of its content, and the ending.

    A very long name is replaced by its beginning and a digest, because no name may have more than 255 bytes.
    """
    folder, slash, name = file.path.rpartition("/")
    stem = name.rpartition(".")[0]
    if len(stem.encode()) > _LONGEST_STEM:
        stem = f"{stem[:_STEM_BEGINNING]}-{digest(stem.encode())[:8]}"
    return media(f"{folder}{slash}{stem}.{file.digest[:8]}.{ending}")


def file_of(path: str) -> str:
    """The file that answers at a page's path."""
    return f"{path}index.html" if not path or path.endswith("/") else path


# The pages of a site name the same paths again and again.
@lru_cache(maxsize=2**16)
def quoted(path: str) -> str:
    """The path as it is in an address (RFC 3986)."""
    return quote(path, safe="/:~")
