"""The paths of a site, which are known before its pages are made."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace

from noticeboard.model import Location
from noticeboard.pages.listings.listing_order import ListingOrder
from noticeboard.pages.output_paths import output_paths
from noticeboard.site import FileFacts
from noticeboard.sources.accessibility_statement import AccessibilityStatement

if TYPE_CHECKING:
    from collections.abc import Callable

    from noticeboard.pages.output_paths import OutputPath
    from noticeboard.settings import Settings

ZONE = ZoneInfo("Europe/Brussels")
HEAD = "---\ntitle: T\npublished: {}\ndeadline: 2023-02-19\naudience: [teacher]\n"
CREDITED = "image: p.png\nimage_credit: Ann\nimage_alt: Trees\n"
FILES = {
    "surveys/a/nl.md": f"{HEAD.format('2023-01-10')}moved_from: [surveys/old, older]\n{CREDITED}---\n[Text](d.pdf).\n",
    "surveys/a/sv.md": f"{HEAD.format('2023-01-10')}image_alt: Träd\n---\nText.\n",
    "pages/about/nl.md": "---\ntitle: Over\nlanguages: [nl]\n---\nText.\n",
    "vocabularies/audience.yml": "teacher: {labels: {nl: Leraar, en: Teacher, sv: Lärare}}\n",
    **{f"surveys/s{n}/nl.md": f"{HEAD.format(f'{2008 + n}-01-10')}---\nText.\n" for n in range(13)},
}
PICTURE = FileFacts("surveys/a/p.png", "0" * 64, 9, 800, 600, fault="")
LINKED = FileFacts("surveys/a/d.pdf", "1" * 64, 9)


@pytest.fixture
def paths(link_site: Callable) -> Callable[[Settings], list[OutputPath]]:
    """The claimed paths of a site with many years, a vocabulary, former addresses, a picture and a linked file."""

    def claims(settings: Settings) -> list[OutputPath]:
        linked = link_site(FILES, PICTURE, LINKED, today=date(2023, 2, 1), settings=settings)
        assert linked.problems == ()
        return list(output_paths(linked.site, ListingOrder(datetime.combine(date(2023, 2, 1), time.min, ZONE), ZONE)))

    return claims


@pytest.mark.parametrize("siteurl", ["", "https://example.org/platform"])
@pytest.mark.parametrize("stated", [None, AccessibilityStatement()])
def test_every_page_is_claimed(
    paths: Callable, make_pages: Callable, small_platform: Settings, siteurl: str, stated: AccessibilityStatement | None
) -> None:
    """The claims are exactly the site's pages and the files of announcements, each once."""
    settings = replace(small_platform, siteurl=siteurl, accessibility=stated)
    found = [claim.path.removesuffix("index.html") for claim in paths(settings)]
    brought = {path for path in found if path.startswith("media/")} | {"next-change.txt"}
    assert sorted(found) == sorted({*make_pages(FILES, PICTURE, LINKED, settings=settings), *brought})
    assert len(brought) == 11


def test_a_claim_says_who_and_where(paths: Callable, small_platform: Settings) -> None:
    """An announcement claims its address, `moved_from` the former ones at its line, a term its own."""
    found = {claim.path: claim for claim in paths(small_platform)}
    told = {
        "nl/surveys/a/": ("surveys/a/nl.md", Location("surveys/a/nl.md"), False),
        "en/older/": ("surveys/a/nl.md", Location("surveys/a/nl.md", 6, 27), True),
        "nl/audience/teacher/": ("vocabularies/audience.yml", Location("vocabularies/audience.yml", 1, 1), False),
        "nl/surveys/": ("", Location(""), False),
    }
    claims = {path: found[f"{path}index.html"] for path in told}
    assert {path: (c.source, c.location, c.former) for path, c in claims.items()} == told


def test_the_demo_claims_what_its_build_writes(demo_site: Path, demo_claims: list[OutputPath]) -> None:
    """Except the theme's files and search indexes."""
    written = {path.relative_to(demo_site).as_posix() for path in demo_site.rglob("*") if path.is_file()}
    ours = {path for path in written if not path.startswith(("theme/", ".noticeboard"))}
    ours = {path for path in ours if "/search/index/" not in path}
    assert {claim.path for claim in demo_claims} == ours


@pytest.fixture
def demo_claims(tmp_path: Path) -> list[OutputPath]:
    """The claimed paths of the demo on the day of its tests."""
    from noticeboard.shell.build.project_linking import link_project, open_store  # noqa: PLC0415 - one test needs it
    from noticeboard.shell.project import load_project  # noqa: PLC0415

    root = Path(__file__).resolve().parents[2]
    overrides = {"NOTICEBOARD_TODAY": "2026-12-01", "CACHE_PATH": str(tmp_path)}
    project = load_project(str(root / "pelicanconf.py"), overrides)
    with open_store(project) as store:
        linked = link_project(project, store)
    return list(output_paths(linked.site, ListingOrder(linked.now, ZoneInfo(linked.site.settings.time_zone))))
