"""A fixture that builds the pages of a small site in memory."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest

from noticeboard.pages.build import build_pages
from noticeboard.pages.edition import Assets
from noticeboard.sources.catalogue import Catalogue, Catalogues

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from noticeboard.pages.views import View
    from noticeboard.settings import Settings
    from noticeboard.site import FileFacts

DUTCH = {
    ("kind", "Survey"): ("Enquête",),
    ("kind", "Surveys"): ("Enquêtes",),
    ("vocabulary", "Target audience"): ("Doelgroep",),
    ("vocabulary", "Tags"): ("Trefwoorden",),
    ("", "Front page"): ("Startpagina",),
}
CATALOGUES = Catalogues({"nl": Catalogue("nl", DUTCH)}, "en")
ASSETS = Assets("theme/style.css?v=1", "theme/site.js?v=2", "theme/icon.svg?v=3")
ZONE = ZoneInfo("Europe/Brussels")


@pytest.fixture(scope="session")
def make_pages(link_site: Callable, small_platform: Settings) -> Callable[..., dict[str, View]]:
    """The views of all pages of texts in memory by path, index.html left away: `make_pages({…})["nl/surveys/a/"]`.

    The texts must be without problems; `now` is a day, which begins in Brussels.
    """

    def make(
        files: Mapping[str, str],
        *pictures: FileFacts,
        now: date = date(2023, 2, 1),
        settings: Settings = small_platform,
    ) -> dict[str, View]:
        linked = link_site(files, *pictures, today=now, settings=settings)
        assert linked.problems == ()
        pages = build_pages(linked.site, CATALOGUES, datetime.combine(now, time.min, ZONE), ASSETS)
        return {p.path.removesuffix("index.html"): p.view for p in pages}

    return make
