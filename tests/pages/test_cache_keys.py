"""Where a view differs, its cache key does."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace

from noticeboard.markdown.segments.stamps import stamp
from noticeboard.pages.addresses import FEED_FILES
from noticeboard.pages.freshness import view_digest
from noticeboard.pages.page_assets import Assets
from noticeboard.pages.page_list import build_pages
from noticeboard.site import FileFacts
from noticeboard.sources.accessibility_statement import AccessibilityStatement
from noticeboard.sources.catalogue import Catalogue, Catalogues

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from noticeboard.pages.views.page import Page

ZONE = ZoneInfo("Europe/Brussels")
DAY = date(2023, 2, 1)
HEAD = "published: 2023-01-10\ndeadline: 2023-02-19\naudience: [teacher]\nimage: p.png\nimage_credit: Ann\n"
FILES = {
    "vocabularies/audience.yml": (
        "teacher: {labels: {nl: Leraar, en: Teacher, sv: Lärare}}\n"
        "pupil: {labels: {nl: Leerling, en: Pupil, sv: Elev}}\n"
    ),
    "surveys/a/en.md": (
        f"---\ntitle: A\nimage_alt: Trees\n{HEAD}---\nLead, [till]({{deadline}}).\n\n## Part {{#part}}\n\nText.\n"
    ),
    "surveys/a/nl.md": f"---\ntitle: Aa\nimage_alt: Bomen\n{HEAD}translates: en\n---\nBegin.\n\n## Deel\n\nTekst.\n",
    "surveys/b/nl.md": "---\ntitle: Bb\npublished: 2023-01-20\nduration: 5\n---\nZie [a](../a/).\n",
    "results/r/en.md": "---\ntitle: R\npublished: 2023-01-30\nresults_of: a\n---\nThey [said](../../surveys/b/).\n",
    "pages/about/en.md": "---\ntitle: About\n---\nAbout.\n",
}
PICTURE = FileFacts("surveys/a/p.png", "0" * 64, 9, 800, 600, fault="")


@pytest.fixture(scope="module")
def build(link_site: Callable, named_platform: object) -> Callable[..., dict[str, Page]]:
    """The pages of the site with other files, pictures, settings, strings or another day, by path."""

    def pages(
        files: Mapping[str, str] = FILES, *pictures: FileFacts, now: date = DAY, word: str = "", **settings: object
    ) -> dict[str, Page]:
        chosen = replace(named_platform, **settings)
        linked = link_site(files, *(pictures or (PICTURE,)), today=now, settings=chosen)
        said = Catalogues({"nl": Catalogue("nl", {("", "Front page"): (word,)} if word else {})}, "en")
        instant = datetime.combine(now, time.min, ZONE)
        return {page.path: page for page in build_pages(linked.site, said, instant, Assets("s", "j", "i", "q"))}

    return pages


def edited(path: str, old: str, new: str) -> dict[str, str]:
    """The files after an edit, which must change something."""
    assert old in FILES[path]
    return {**FILES, path: FILES[path].replace(old, new)}


def stamped(link_site: Callable, text: str = "Text.") -> dict[str, str]:
    """The files with the Dutch version stamped by the English text, which then becomes the given one."""
    original = next(s for s in link_site(FILES, PICTURE).site.every["surveys/a"].sources if s.lang == "en")
    line = f'translates: {{language: en, digest: "{stamp(original.segments)}"}}'
    files = edited("surveys/a/nl.md", "translates: en", line)
    return {**files, "surveys/a/en.md": FILES["surveys/a/en.md"].replace("Text.", text)}


def differing(before: dict[str, Page], after: dict[str, Page]) -> set[str]:
    """The pages in both sites that differ; asserts that their cache keys differ too."""
    both = before.keys() & after.keys()
    other = {p for p in both if view_digest(before[p]) != view_digest(after[p])}
    assert {p for p in other if before[p].cache_key and before[p].cache_key == after[p].cache_key} == set()
    return other


EDITS: dict[str, dict[str, str]] = {
    "a text": edited("surveys/a/en.md", "Text.", "Other text."),
    "a lead": edited("surveys/a/nl.md", "Begin.", "Ander begin."),
    "a title": edited("surveys/a/nl.md", "title: Aa", "title: Anders"),
    "the title of results": edited("results/r/en.md", "title: R", "title: Other"),
    "a summary": edited("surveys/b/nl.md", "title: Bb", "title: Bb\nsummary: Kort."),
    "a day of change": edited("surveys/a/nl.md", "title: Aa", "title: Aa\nupdated: 2023-01-12"),
    "a heading's id": edited("surveys/a/en.md", "{#part}", "{#section}"),
    "a draft": edited("surveys/a/nl.md", "title: Aa", "title: Aa\nstatus: draft"),
    "a fact": edited("surveys/b/nl.md", "published: 2023-01-20", "published: 2023-01-21"),
    "a promise": edited("surveys/b/nl.md", "duration: 5", "expected: {sv: 2023-02-09}"),
    "a former address": edited("surveys/b/nl.md", "duration: 5", "moved_from: [surveys/old]"),
    "other languages": edited("surveys/b/nl.md", "duration: 5", "languages: [nl]"),
    "other terms": edited("surveys/b/nl.md", "duration: 5", "audience: [pupil]"),
    "another survey": edited("results/r/en.md", "results_of: a", "results_of: b"),
    "a label": edited("vocabularies/audience.yml", "nl: Leraar", "nl: Docent"),
    "no survey b": {path: text for path, text in FILES.items() if "surveys/b" not in path},
    "no about": {path: text for path, text in FILES.items() if "about" not in path},
    "no Dutch a": {path: text for path, text in FILES.items() if path != "surveys/a/nl.md"},
    "Swedish b": {**FILES, "surveys/b/sv.md": FILES["surveys/b/nl.md"].replace("Bb", "Bs")},
}


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_changes_the_keys_of_what_shows_it(build: Callable, name: str) -> None:
    """Every page that shows the edit has another key, and there is such a page."""
    assert differing(build(), build(EDITS[name]))


@pytest.mark.parametrize(
    "change",
    [
        {"now": date(2023, 2, 21)},
        {"now": date(2026, 1, 2)},
        {"word": "Begin"},
        {"siteurl": "https://example.com"},
        {"time_zone": "Pacific/Auckland"},
        {"name": (("", "Other"),)},
        {"languages": ("en", "nl")},
        {"default_language": "nl"},
        {"accessibility": AccessibilityStatement()},
        {"edit_address": "https://example.org/edit/{path}"},
        {"plain_typography": ("nl",)},
    ],
    ids=str,
)
def test_day_strings_and_settings_change_keys(build: Callable, change: dict) -> None:
    """Typography that is off changes no page here."""
    assert differing(build(), build(**change)) or "plain_typography" in change


@pytest.mark.parametrize(
    "files",
    [[replace(PICTURE, digest="1" * 64)], [PICTURE, replace(PICTURE, path="surveys/a/p.nl.png", width=400)]],
    ids=["another", "one for a language"],
)
def test_pictures_change_keys(build: Callable, files: list[FileFacts]) -> None:
    """A changed picture, and a new one for a language."""
    assert "nl/surveys/a/index.html" in differing(build(), build(FILES, *files))


def test_an_original_changes_the_keys_of_its_translations(build: Callable, link_site: Callable) -> None:
    """Their pages say that it changed, although their own texts did not."""
    found = differing(build(stamped(link_site)), build(stamped(link_site, "Other text.")))
    assert {"en/surveys/a/index.html", "nl/surveys/a/index.html", "translations/nl/index.html"} <= found


def test_a_text_changes_only_the_keys_of_its_page_and_feeds(build: Callable) -> None:
    """Other pages need not be made after an edit of a translation."""
    before, after = build(), build(edited("surveys/a/nl.md", "Tekst.", "Andere tekst."))
    other = {path for path in before if before[path].cache_key != after[path].cache_key}
    assert other == {
        "nl/surveys/a/index.html",
        *(f"nl/{name}" for name in FEED_FILES.values()),
        *(f"nl/{feed}feed.xml" for feed in ("surveys/", "audience/teacher/")),
    }


def test_pages_with_known_keys_are_not_made(build: Callable) -> None:
    """Planning a site makes no view of an announcement or list."""
    made = [page.path for page in build().values() if page.cache_key and "view" in vars(page)]
    assert made == []


def test_a_translation_changes_only_the_lists_of_its_language(build: Callable) -> None:
    """The tasks in other languages do not depend on it."""
    words = "Dit is een zin met zoveel woorden dat zij als kopie van een andere tekst herkend kan worden"
    before, after = (build(edited("surveys/a/nl.md", "Tekst.", f"{words}{end}.")) for end in ("", " hier"))
    other = {path for path in before if before[path].cache_key != after[path].cache_key}
    lists = {path for path in other if path.startswith("translations/")}
    assert {path for path in lists if "/nl/" not in path} == {"translations/index.html", "translations/status.json"}
    assert "translations/nl/index.html" in lists
