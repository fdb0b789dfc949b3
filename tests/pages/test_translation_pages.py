"""The pages that show translators the state of the translations."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from noticeboard.markdown.segments.stamps import stamp
from noticeboard.pages.announcements.announcement_view import AnnouncementPage
from noticeboard.pages.sitemaps.sitemap_pages import RobotsPage
from noticeboard.pages.translations import work_lists
from noticeboard.pages.translations.status_documents import StatusFile
from noticeboard.pages.translations.translation_view import TranslationListPage, TranslationsPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from noticeboard.pages.documents import Document
    from noticeboard.pages.translations.translation_view import VersionStatus
    from noticeboard.pages.views.page import View
    from noticeboard.settings import Settings

HEAD = "---\ntitle: {title}\npublished: {published}\n{keys}---\n\n{text}\n"
Made = dict[str, "View | Document"]


def version(title: str, text: str = "A text.", published: str = "2023-01-10", keys: str = "") -> str:
    """A version of an announcement for all languages."""
    return HEAD.format(title=title, text=text, published=published, keys=keys)


@pytest.fixture(scope="module")
def translating(link_site: Callable) -> Callable[[str], str]:
    """The line that stamps a version with exactly that English text."""

    def line(original: str) -> str:
        (source,) = link_site({"pages/a/en.md": original}).site.every["pages/a"].sources
        return f'translates: {{language: en, digest: "{stamp(source.segments)}"}}\n'

    return line


@pytest.fixture(scope="module")
def files(translating: Callable[[str], str]) -> dict[str, str]:
    """A page with a current and an outdated version, one with a promise, and one with a draft."""
    old, new = version("One", "First part.\n\nSecond part."), version("One", "First part.\n\nThis part is new.")
    return {
        "pages/one/en.md": new,
        "pages/one/nl.md": version("Een", "Eerste deel.\n\nTweede deel.", keys=translating(old)),
        "pages/one/sv.md": version("Ett", "Första delen.\n\nDelen är ny.", keys=translating(new)),
        "pages/two/en.md": version("Two", "Some words.", "2023-01-09", "expected: {sv: 2023-02-10}\n"),
        "pages/two/nl.md": version("Twee", "Woorden.", "2023-01-09", "translates: en\nstatus: draft\n"),
    }


@pytest.fixture(scope="module")
def pages(make_pages: Callable, files: dict[str, str]) -> Made:
    """The pages of that content."""
    return make_pages(files)


def listed(view: View | Document) -> list[tuple[str, str]]:
    """The title and state of each version in a language's list."""
    assert isinstance(view, TranslationListPage)
    return [(v.title.text.text, g.state) for g in view.groups for v in g.versions]


def told(item: VersionStatus) -> tuple[object, ...]:
    """What a version's row has besides its title."""
    return item.state, item.changed, item.segments, item.words, item.file and item.file.text.text


def test_the_overview_counts_every_language(pages: Made) -> None:
    """Each language has counts by state with links, and the number of words to translate."""
    view = pages["translations/"]
    assert isinstance(view, TranslationsPage)
    found = {one.language.lang: ([(c.state, c.count, c.href) for c in one.counts], one.words) for one in view.languages}
    assert found == {
        "en": ([("original", 2, "/translations/en/#nb-original")], 0),
        "nl": ([("outdated", 1, "/translations/nl/#nb-outdated"), ("missing", 1, "/translations/nl/#nb-missing")], 7),
        "sv": ([("expected", 1, "/translations/sv/#nb-expected"), ("current", 1, "/translations/sv/#nb-current")], 3),
    }


def test_the_overview_says_what_to_do_next(pages: Made) -> None:
    """Outdated versions come before promised ones, and those before missing ones, each with its language."""
    view = pages["translations/"]
    assert isinstance(view, TranslationsPage)
    assert [(v.language.lang if v.language else "", *told(v)) for v in view.next] == [
        ("nl", "outdated", 1, 3, 4, "pages/one/nl.md"),
        ("sv", "expected", 0, 2, 3, None),
        ("nl", "missing", 0, 2, 3, None),
    ]


def test_a_language_has_all_its_versions_by_state(pages: Made) -> None:
    """The list is in the default language, the most urgent state first; titles are the readers'."""
    assert listed(pages["translations/nl/"]) == [("One", "outdated"), ("Two", "missing")]
    assert listed(pages["translations/sv/"]) == [("Two", "expected"), ("One", "current")]
    view = pages["translations/nl/"]
    assert isinstance(view, TranslationListPage)
    assert (view.frame.lang, view.language.name, view.shown, view.total, view.years) == ("en", "Nederlands", 2, 2, ())


def test_a_draft_is_listed_only_if_drafts_are_shown(
    make_pages: Callable, files: dict[str, str], small_platform: Settings
) -> None:
    """On the published site its version is missing."""
    shown = make_pages(files, settings=replace(small_platform, show_drafts=True))
    assert listed(shown["translations/nl/"]) == [("One", "outdated"), ("Two", "draft")]
    assert all("pages/two/nl.md" not in str(view) for path, view in make_pages(files).items() if "translations" in path)


def test_a_row_links_to_its_page_and_its_files(
    make_pages: Callable, files: dict[str, str], small_platform: Settings
) -> None:
    """Files link to the place where they are edited, if that is known."""
    settings = replace(small_platform, edit_address="https://git.example.org/edit/content/{path}")
    view = make_pages(files, settings=settings)["translations/nl/"]
    rows = [v for g in view.groups for v in g.versions]
    assert [(v.title.href, v.title.hreflang) for v in rows] == [("/nl/one/", "nl"), ("/nl/two/", "nl")]
    edit = "https://git.example.org/edit/content/pages"
    assert [(v.file and v.file.href, v.original.href) for v in rows] == [
        (f"{edit}/one/nl.md", f"{edit}/one/en.md"),
        (None, f"{edit}/two/en.md"),
    ]
    plain = make_pages(files)["translations/nl/"].groups[0].versions[0]
    assert (plain.file.text.text, plain.file.href) == ("pages/one/nl.md", "")


def test_a_promise_is_late_the_day_after(make_pages: Callable, files: dict[str, str]) -> None:
    """On the promised day it is in time."""
    states = {day: listed(make_pages(files, now=date(2023, 2, day))["translations/sv/"])[0] for day in (10, 11)}
    assert states == {10: ("Two", "expected"), 11: ("Two", "late")}


def test_search_engines_leave_them_out(make_pages: Callable, files: dict[str, str], small_platform: Settings) -> None:
    """The pages ask not to be indexed, have no alternates, and are in no sitemap."""
    made = make_pages(files, settings=replace(small_platform, siteurl="https://example.org"))
    found = [view for path, view in made.items() if path.startswith("translations/") and path.endswith("/")]
    assert len(found) == 4
    assert [(v.address.indexed, v.address.alternates, v.address.switcher) for v in found] == [(False, (), ())] * 4
    assert "translations" not in "".join(str(view) for path, view in made.items() if path.startswith("sitemap"))
    assert isinstance(made["robots.txt"], RobotsPage)


@pytest.mark.parametrize("off", [{"translation_pages": False}, {"languages": ("en",)}], ids=["off", "one language"])
def test_they_can_be_left_out(make_pages: Callable, small_platform: Settings, off: dict[str, object]) -> None:
    """They do not exist if they are switched off or there is only one language."""
    made = make_pages({"pages/one/en.md": version("One")}, settings=replace(small_platform, **off))
    assert [path for path in made if path.startswith("translations")] == []


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Makes two versions fill a page."""
    monkeypatch.setattr(work_lists, "MOST", 2)


MANY = {
    "news/a/en.md": version("A", "Words.", "2022-05-01", "languages: [en, nl]\n"),
    "news/b/en.md": version("B", "Words.", "2023-01-03", "languages: [en, nl]\n"),
    "news/c/en.md": version("C", "Words.", "2023-01-02", "languages: [en, nl]\n"),
    "pages/about/en.md": "---\ntitle: About\nlanguages: [en, nl]\n---\n\nWords.\n",
}


def test_no_page_grows_with_the_platform(make_pages: Callable, few: None) -> None:
    """A language's page then has what to do next, and a page per year or kind has everything."""
    made = make_pages(MANY)
    paths = {path for path in made if path.startswith("translations/nl/") and path.endswith("/")}
    assert paths == {f"translations/nl/{part}" for part in ("", "2023/", "2022/", "pages/")}
    first = made["translations/nl/"]
    assert isinstance(first, TranslationListPage)
    assert (first.shown, first.total, first.words) == (2, 4, 8)
    assert [(y.text.text, y.href) for y in first.years] == [
        ("2023", "/translations/nl/2023/"),
        ("2022", "/translations/nl/2022/"),
        ("Pages", "/translations/nl/pages/"),
    ]
    parts = [listed(made[f"translations/nl/{part}/"]) for part in ("2023", "2022", "pages")]
    assert parts == [[("B", "missing"), ("C", "missing")], [("A", "missing")], [("About", "missing")]]
    assert sum(map(len, parts)) == first.total


def test_a_change_affects_its_own_part_only(make_pages: Callable, few: None) -> None:
    """A new translation leaves the parts of other years as they are."""
    before = make_pages(MANY)
    after = make_pages({**MANY, "news/b/nl.md": version("B", "Woorden.", "2023-01-03", "translates: en\n")})
    changed = {p for p, view in after.items() if p.startswith("translations/") and before[p] != view}
    assert changed == {f"translations/{path}{end}" for path in ("", "nl/", "nl/2023/") for end in ("", "status.json")}


def test_programs_get_the_same(pages: Made) -> None:
    """The file beside a page has its versions in the same order."""
    view = pages["translations/nl/status.json"]
    assert isinstance(view, StatusFile)
    assert [(v.announcement, v.version_state.state) for v in view.versions] == [
        ("pages/one", "outdated"),
        ("pages/two", "missing"),
    ]
    assert (dict(view.counts), view.words, view.parts) == ({"outdated": 1, "missing": 1}, 7, ())


def test_readers_of_an_outdated_version_are_led_to_its_original(pages: Made) -> None:
    """Current versions, originals and fallbacks have no such notice."""
    views = {path: v for path, v in pages.items() if isinstance(v, AnnouncementPage)}
    told = {path: view.outdated for path, view in views.items() if view.outdated}
    assert told.keys() == {"nl/one/"}
    link = told["nl/one/"]
    assert (link.text.text, link.text.lang, link.href, link.hreflang) == ("One", "en", "/en/one/", "en")
    assert {"en/one/", "sv/one/", "nl/two/", "sv/two/"} <= views.keys()


@pytest.mark.parametrize("line", ["translates: en\n", 'translates: {language: en, digest: "v9:abc"}\n'])
def test_a_version_without_a_known_stamp_is_not_outdated(make_pages: Callable, line: str) -> None:
    """Neither without a stamp nor with one of another program version."""
    made = make_pages({"pages/a/en.md": version("A"), "pages/a/nl.md": version("A", "Een tekst.", keys=line)})
    assert made["nl/a/"].outdated is None
    assert listed(made["translations/nl/"]) == [("A", "unstamped")]


def test_an_original_that_is_a_draft_is_not_named(make_pages: Callable, translating: Callable[[str], str]) -> None:
    """Readers could not see it."""
    files = {
        "pages/a/en.md": version("A", "Another text.", keys="status: draft\n"),
        "pages/a/nl.md": version("A", "Een tekst.", keys=translating(version("A"))),
    }
    made = make_pages(files)
    assert made["nl/a/"].outdated is None
    assert listed(made["translations/nl/"]) == [("A", "unstamped")]


def test_a_feed_has_an_entry_for_each_task(
    make_pages: Callable, files: dict[str, str], small_platform: Settings
) -> None:
    """It has the state, and a new id when the original changes again."""
    settings = replace(small_platform, siteurl="https://example.org")
    view = make_pages(files, settings=settings)["translations/nl/feed.xml"]
    assert (view.id, view.href) == (
        "tag:example.org,2026:feed:nl/translations",
        "https://example.org/translations/nl/feed.xml",
    )
    assert [entry.title.text for entry in view.entries] == ["One", "Two"]
    assert max(entry.updated for entry in view.entries) == view.updated
    assert make_pages(files, settings=settings)["translations/nl/"].address.feed.href == "/translations/nl/feed.xml"
    changed = files | {"pages/two/en.md": files["pages/two/en.md"].replace("---\n\n", "---\n\nMore. ")}
    again = make_pages(changed, settings=settings)["translations/nl/feed.xml"]
    assert [entry.id for entry in again.entries] != [entry.id for entry in view.entries]
    assert "translations/nl/feed.xml" not in make_pages(files)
