"""Other people's content folders, with everything that can be different."""

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
    """Dutch and Swedish texts that name no original each have a page and link to each other."""
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
    """One text is enough: it is published in the 24 official languages with the settings' name."""
    done = site_builder({"news/a/nl.md": "---\ntitle: Nieuws\npublished: 2023-01-10\n---\nTekst.\n"}, *DAY)
    assert done.code == 0
    fronts = [p for p in pages(done.output) if p.count("/") == 1 and p.endswith("/") and p != "translations/"]
    assert len(fronts) == 24
    assert "nl/news/a/" in pages(done.output)
    assert words(soup(done.output / "nl/index.html"), ".platform") == ["Noticeboard"]


def test_an_empty_folder_is_an_empty_platform(site_builder: Callable) -> None:
    """Its front pages say that there is nothing."""
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
    """A platform in Icelandic and French with its own kind and vocabulary."""
    done = small_builder(tmp_path_factory.mktemp("other"))(OTHER, *DAY)
    assert (done.code, "Traceback" in done.stderr) == (0, False)
    return done.output


def test_another_platform_has_its_own_kinds_and_lists(other_site: Path) -> None:
    """Kinds, vocabularies and languages are the content folder's; there is nothing of the demo."""
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


def test_another_platform_has_its_own_labels(other_site: Path) -> None:
    """Labels of platform.yml and vocabularies are in the reader's language, or marked as the default's."""
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
    """Interface texts on Icelandic pages are marked with their language."""
    page = soup(other_site / "is/webinars/a/index.html")
    skip = page.select_one("a.skip")
    assert (page.html["lang"], [found["lang"] for found in skip.select("[lang]")]) == ("is", ["en"])


def test_a_missing_label_is_a_warning_that_strict_refuses(site_builder: Callable, problems: Callable) -> None:
    """It concerns terms without a label in a language that has texts."""
    french = OTHER["webinars/a/is.md"].replace("Um skóla", "Sur les écoles")
    label = ("vocabularies/education_level.yml", 3, "missing-label")
    for options, code in ((), 0), (("--strict",), 1):
        done = site_builder({**OTHER, "webinars/a/fr.md": french}, *DAY, *options)
        assert (done.code, label in problems(done.stderr, site_builder.content)) == (code, True)


def test_a_fault_in_platform_yml_is_the_only_one(site_builder: Callable, problems: Callable) -> None:
    """The rest of platform.yml still counts, so that there are no further problems."""
    platform = f"{OTHER['platform.yml']}tag_line: Orð\n"
    done = site_builder({**OTHER, "platform.yml": platform}, *DAY)
    assert problems(done.stderr, site_builder.content) == [
        ("platform.yml", platform.count("\n"), "unknown-key"),
    ]


def test_a_site_below_a_path_keeps_every_address_below_it(site_builder: Callable, small_files: dict) -> None:
    """With SITEURL https://example.org/platform links have the path; canonical and hreflang the whole address."""
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


def test_byte_order_marks_and_line_ends_do_not_matter(
    site_builder: Callable, small_files: dict, tree: Callable
) -> None:
    """Nor do spaces at line ends."""
    assert site_builder(small_files, *DAY).code == 0
    before = tree(site_builder.output)
    text = small_files["surveys/a/nl.md"]
    done = site_builder({"surveys/a/nl.md": b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()}, *DAY)
    assert (done.code, done.stderr, tree(site_builder.output)) == (0, "", before)


def test_strict_refuses_warnings(site_builder: Callable, small_files: dict) -> None:
    """A warning stops a strict build only."""
    files = {**small_files, "surveys/a/unused.png": small_files["surveys/a/photo.png"]}
    assert site_builder(files, *DAY).code == 0
    done = site_builder({}, *DAY, "--strict")
    assert (done.code, "warning[unused-file]" in done.stderr) == (1, True)


def test_files_the_host_copies_are_staged_with_ours(
    site_builder: Callable, small_files: dict, counted: Callable
) -> None:
    """Pelican's STATIC_PATHS and EXTRA_PATH_METADATA work, and a second build does not write such files."""
    settings = {"STATIC_PATHS": ["extra"], "EXTRA_PATH_METADATA": {"extra/robots.txt": {"path": "robots.txt"}}}
    done = site_builder({**small_files, "extra/robots.txt": "User-agent: *\n"}, *DAY, settings=settings)
    assert (done.code, (done.output / "robots.txt").read_text("utf-8")) == (0, "User-agent: *\n")
    assert counted(site_builder({}, *DAY, settings=settings).stdout).written == 0
