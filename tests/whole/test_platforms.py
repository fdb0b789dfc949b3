"""Somebody else's content folder, with all that may be different in it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import normalize

import pytest
from bs4 import BeautifulSoup

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

DAY = ("--today", "2023-02-01")
HEAD = "---\ntitle: {title}\npublished: 2023-01-10\ndeadline: 2023-02-19\n"


def soup(path: Path) -> BeautifulSoup:
    """A page, parsed."""
    return BeautifulSoup(path.read_text(encoding="utf-8"), "lxml")


def words(page: BeautifulSoup, selector: str) -> list[str]:
    """The words of each element that the CSS selector finds."""
    return [" ".join(found.get_text().split()) for found in page.select(selector)]


def pages(output: Path) -> set[str]:
    """The addresses of all pages of a built site."""
    return {p.relative_to(output).as_posix().removesuffix("index.html") for p in output.rglob("*.html")}


def test_two_originals_are_two_languages_of_one_announcement(site_builder: Callable) -> None:
    """Dutch and Swedish texts, neither marked as a translation, each have their page and their twin."""
    files = {
        "platform.yml": "languages: [nl, sv]\ndefault_language: nl\n",
        "surveys/a/nl.md": HEAD.format(title="Enquête over bomen") + "---\nDe inleiding.\n",
        "surveys/a/sv.md": HEAD.format(title="Enkät om träd") + "---\nInledningen.\n",
    }
    done = site_builder(files, *DAY)
    assert (done.code, done.stderr) == (0, "")
    dutch, swedish = (soup(done.output / lang / "surveys/a/index.html") for lang in ("nl", "sv"))
    assert [(p.html["lang"], words(p, "h1"), words(p, ".lead")) for p in (dutch, swedish)] == [
        ("nl", ["Enquête over bomen"], ["De inleiding."]),
        ("sv", ["Enkät om träd"], ["Inledningen."]),
    ]
    alternates = [
        [(a["hreflang"], a["href"]) for a in p.select("link[rel=alternate][hreflang]")] for p in (dutch, swedish)
    ]
    assert (
        alternates
        == [
            [("nl", "/nl/surveys/a/"), ("sv", "/sv/surveys/a/"), ("x-default", "/nl/surveys/a/")],
        ]
        * 2
    )


def test_a_folder_without_platform_yml_builds(site_builder: Callable) -> None:
    """One text is a content folder: it is published in the 24 official languages under the settings' name."""
    done = site_builder({"news/a/nl.md": "---\ntitle: Nieuws\npublished: 2023-01-10\n---\nTekst.\n"}, *DAY)
    assert done.code == 0
    assert len([p for p in pages(done.output) if p.count("/") == 1]) == 24
    assert "nl/news/a/" in pages(done.output)
    assert words(soup(done.output / "nl/index.html"), ".platform") == ["Noticeboard"]


def test_an_empty_folder_is_an_empty_platform(site_builder: Callable) -> None:
    """A content folder without anything is front pages that say so."""
    site_builder.content.mkdir()
    done = site_builder({}, *DAY)
    assert (done.code, "404.html" in pages(done.output)) == (0, True)


OTHER = {
    "platform.yml": (
        "name: {fr: Panneau, is: Tafla}\ntime_zone: Atlantic/Reykjavik\nlanguages: [is, fr]\ndefault_language: is\n"
        "kinds:\n  webinars:\n    one: {is: Veffundur, fr: Webinaire}\n    many: {is: Veffundir, fr: Webinaires}\n"
        "    requires: [opens]\n"
        "vocabularies:\n  education_level:\n    labels: {is: Skólastig, fr: Niveau}\n"
    ),
    "vocabularies/education_level.yml": (
        "primary:\n  labels: {is: Grunnskóli, fr: Primaire}\nsecondary:\n  labels: {is: Framhaldsskóli}\n"
    ),
    "webinars/a/is.md": (
        "---\ntitle: Um skóla\npublished: 2023-01-10\nopens: 2023-03-01T10:00+00:00\n"
        "education_level: [secondary, primary]\n---\nTexti.\n"
    ),
}



def test_strict_refuses_warnings(site_builder: Callable, small_files: dict) -> None:
    """A warning lets a build pass and a strict build not."""
    files = {**small_files, "surveys/a/unused.png": small_files["surveys/a/photo.png"]}
    assert site_builder(files, *DAY).code == 0
    done = site_builder({}, *DAY, "--strict")
    assert (done.code, "warning[unused-file]" in done.stderr) == (1, True)


def test_files_the_host_copies_are_staged_with_ours(
    site_builder: Callable, small_files: dict, counted: Callable
) -> None:
    """Pelican's STATIC_PATHS and EXTRA_PATH_METADATA work, and a second build leaves such files alone."""
    settings = {"STATIC_PATHS": ["extra"], "EXTRA_PATH_METADATA": {"extra/robots.txt": {"path": "robots.txt"}}}
    done = site_builder({**small_files, "extra/robots.txt": "User-agent: *\n"}, *DAY, settings=settings)
    assert (done.code, (done.output / "robots.txt").read_text("utf-8")) == (0, "User-agent: *\n")
    assert counted(site_builder({}, *DAY, settings=settings).stdout).written == 0
