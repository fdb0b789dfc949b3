"""Somebody else's content folder, with all that may be different in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    fronts = [p for p in pages(done.output) if p.count("/") == 1 and p.endswith("/") and p != "translations/"]
    assert len(fronts) == 24
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


@pytest.fixture(scope="module")
def other_site(small_builder: type, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A platform in Icelandic and French with a kind and a vocabulary of its own."""
    done = small_builder(tmp_path_factory.mktemp("other"))(OTHER, *DAY)
    assert (done.code, "Traceback" in done.stderr) == (0, False)
    return done.output


def test_another_platform_has_its_own_kinds_and_lists(other_site: Path) -> None:
    """Kinds, vocabularies and languages are the content folder's; nothing of the demo is left."""
    assert pages(other_site) == {
        *("", "404.html", "is/", "fr/", "is/404.html", "fr/404.html"),
        *(
            "is/webinars/",
            "is/webinars/2023/",
            "is/webinars/a/",
            "is/education-level/primary/",
            "is/education-level/secondary/",
        ),
        *(
            "fr/webinars/",
            "fr/webinars/2023/",
            "fr/webinars/a/",
            "fr/education-level/primary/",
            "fr/education-level/secondary/",
        ),
        *("translations/", "translations/is/", "translations/fr/"),
        *("is/search/", "fr/search/"),
    }


def test_another_platform_speaks_its_own_words(other_site: Path) -> None:
    """Labels come from platform.yml and the vocabularies, in the reader's language or marked as the default's."""
    page = soup(other_site / "fr/webinars/a/index.html")
    assert (words(page, ".platform"), words(page, ".kind"), words(page, ".facts dt")) == (
        ["Panneau"],
        ["Webinaire"],
        ["Niveau"],
    )
    terms = [(a.get_text(strip=True), a.get("lang"), a["href"]) for a in page.select(".facts dd a")]
    assert terms == [
        ("Framhaldsskóli", "is", "/fr/education-level/secondary/"),
        ("Primaire", None, "/fr/education-level/primary/"),
    ]


def test_a_language_without_a_catalogue_marks_what_it_borrows(other_site: Path) -> None:
    """Where the theme has no Icelandic, its words are marked with the language they are in."""
    page = soup(other_site / "is/webinars/a/index.html")
    skip = page.select_one("a.skip")
    assert (page.html["lang"], [found["lang"] for found in skip.select("[lang]")]) == ("is", ["en"])


def test_a_missing_label_is_a_warning_that_strict_refuses(site_builder: Callable, problems: Callable) -> None:
    """A term without a label in a language in which there are texts is reported; --strict does not let it pass."""
    french = OTHER["webinars/a/is.md"].replace("Um skóla", "Sur les écoles")
    label = ("vocabularies/education_level.yml", 3, "missing-label")
    for options, code in ((), 0), (("--strict",), 1):
        done = site_builder({**OTHER, "webinars/a/fr.md": french}, *DAY, *options)
        assert (done.code, label in problems(done.stderr, site_builder.content)) == (code, True)


def test_a_fault_in_platform_yml_is_the_only_one(site_builder: Callable, problems: Callable) -> None:
    """What platform.yml says besides a faulty line still counts, so that nothing else is called wrong."""
    platform = f"{OTHER['platform.yml']}tag_line: Orð\n"
    done = site_builder({**OTHER, "platform.yml": platform}, *DAY)
    assert problems(done.stderr, site_builder.content) == [
        ("platform.yml", platform.count("\n"), "unknown-key"),
    ]


def test_a_site_below_a_path_keeps_every_address_below_it(site_builder: Callable, small_files: dict) -> None:
    """With SITEURL https://example.org/platform, links carry the path, canonical and hreflang the whole address."""
    done = site_builder(small_files, *DAY, settings={"SITEURL": "https://example.org/platform"})
    page = soup(done.output / "sv/surveys/a/index.html")
    assert page.select_one("link[rel=canonical]")["href"] == "https://example.org/platform/sv/surveys/a/"
    assert [(a["hreflang"], a["href"]) for a in page.select("link[hreflang]")] == [
        ("nl", "https://example.org/platform/nl/surveys/a/"),
        ("sv", "https://example.org/platform/sv/surveys/a/"),
        ("x-default", "https://example.org/platform/nl/surveys/a/"),
    ]
    inner = [
        tag.get("href") or tag.get("src") for tag in page.select("a[href], img, script[src], link[rel=stylesheet]")
    ]
    assert [a for a in inner if not a.startswith(("/platform/", "#"))] == []


def test_fine_texts_are_fine(site_builder: Callable, small_files: dict, tree: Callable) -> None:
    """A byte order mark, Windows line ends and blanks at line ends change nothing."""
    assert site_builder(small_files, *DAY).code == 0
    before = tree(site_builder.output)
    text = small_files["surveys/a/nl.md"]
    done = site_builder({"surveys/a/nl.md": b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()}, *DAY)
    assert (done.code, done.stderr, tree(site_builder.output)) == (0, "", before)


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
