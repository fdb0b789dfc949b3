"""Every web server gets the same rules, and docs/publishing.md lists them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from noticeboard.formats.serving import CONFIGURATIONS
from noticeboard.formats.serving import serving_rules as rules
from noticeboard.formats.serving.object_storage import storage_metadata
from noticeboard.formats.serving.server_configuration import server_configuration
from noticeboard.formats.serving.static_hosts import headers_file, redirects_file

DOCS = (Path(__file__).resolve().parents[2] / "docs" / "publishing.md").read_text(encoding="utf-8")
SERVED = rules.Served(
    base="/board", languages=("en", "nl"), moved=(("/board/en/surveys/old/", "/board/en/surveys/new/"),), hsts=True
)


@pytest.mark.parametrize("server", CONFIGURATIONS)
def test_a_configuration_holds_every_rule(server: str) -> None:
    """It has headers, both policies, caching, former addresses, and each language's 404 page."""
    text = server_configuration(server, SERVED)
    wanted = [value for _, value in (*SERVED.always, rules.HSTS)]
    wanted += [rules.POLICY, rules.SEARCH_POLICY, rules.FILE_POLICY, rules.ASK, rules.FOREVER]
    wanted += ["/board/en/surveys/old/", "/board/en/surveys/new/", "/404.html", "/board"]
    assert [value for value in wanted if value not in text] == []


@pytest.mark.parametrize("server", CONFIGURATIONS)
def test_hsts_is_only_sent_on_request(server: str) -> None:
    """It cannot be undone, so nobody gets it without asking."""
    assert "Strict-Transport-Security" not in server_configuration(server, SERVED.at(hsts=False))


def test_static_hosts_get_each_header_once() -> None:
    """Netlify and Cloudflare join the values of several rules, so two policies would both apply."""
    text = headers_file(SERVED)
    assert text.count("Content-Security-Policy") == 1
    assert redirects_file(SERVED).splitlines()[1:] == [
        "/board/en/surveys/old/ /board/en/surveys/new/ 301",
        "/board/en/* /board/en/404.html 404",
        "/board/nl/* /board/nl/404.html 404",
    ]


def test_storage_gets_metadata_for_each_file() -> None:
    """Types and caching follow the same rules."""
    files = ["en/index.html", "en/feed.xml", "media/a/b.0a1b2c3d.640.avif", "theme/style.css", "nl/deadlines.ics"]
    told = json.loads(storage_metadata(SERVED, files))
    assert {path: tuple(found.values()) for path, found in told["files"].items()} == {
        "en/index.html": ("text/html; charset=utf-8", rules.ASK),
        "en/feed.xml": (rules.FEED_TYPE, rules.ASK),
        "media/a/b.0a1b2c3d.640.avif": ("image/avif", rules.FOREVER),
        "theme/style.css": ("text/css; charset=utf-8", rules.SHORT),
        "nl/deadlines.ics": ("text/calendar; charset=utf-8", rules.ASK),
    }
    assert told["redirects"] == {"en/surveys/old/index.html": "/board/en/surveys/new/"}


@pytest.mark.parametrize(
    ("pattern", "fits", "others"),
    [
        (
            rules.search_pages("/b"),
            ["/b/nl/search/", "/b/nl/search/index.html"],
            ["/b/nl/search/index/x", "/nl/search/"],
        ),
        (rules.index_files(""), ["/nl/search/index/fragment/nl_1.pf_fragment"], ["/nl/search/index/pagefind.js"]),
        (rules.pictures(""), ["/media/a/b.01234567.640.jpg", "/media/logo.01234567.svg"], ["/media/a/b.jpg"]),
        (rules.files(""), ["/media/a/b.svg", "/media/a/b.docx"], ["/media/a/b.pdf", "/theme/icon.svg"]),
    ],
)
def test_a_pattern_matches_only_what_it_names(pattern: str, fits: list[str], others: list[str]) -> None:
    """It matches nothing else."""
    assert [path for path in fits if not re.search(pattern, path)] == []
    assert [path for path in others if re.search(pattern, path)] == []


def test_the_page_for_operators_names_every_header() -> None:
    """docs/publishing.md has the same values, for those who write a configuration by hand."""
    values = [f"{name}: {value}" for name, value in (*rules.SECURITY, rules.HSTS)]
    values += [f"Content-Security-Policy: {policy}" for policy in (rules.POLICY, rules.FILE_POLICY)]
    values += [f"Cache-Control: {value}" for value in (rules.ASK, rules.FOREVER)]
    assert [value for value in values if value not in DOCS] == []
