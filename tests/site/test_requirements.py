"""What an announcement must state."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from noticeboard.model import Location, Severity
from noticeboard.report import sentences
from noticeboard.settings import Kind, Settings
from noticeboard.site import FileFacts

if TYPE_CHECKING:
    from collections.abc import Callable

PICTURE = FileFacts("news/a/p.jpg", "00", 1, 10, 10, fault="")
DATED = "published: 2023-01-10\n"


def text(keys: str = "", body: str = "Text.") -> str:
    """A version with a title in line 2 and the further keys from line 3 on."""
    return f"---\ntitle: T\n{keys}---\n\n{body}\n"


def test_a_complete_survey_lacks_nothing(link_site: Callable) -> None:
    """A survey needs its publication, its deadline and a title."""
    assert link_site({"surveys/a/nl.md": text(f"{DATED}deadline: 2023-02-19\n")}).problems == ()


@pytest.mark.parametrize(
    ("path", "keys", "missing"),
    [
        ("surveys/a/nl.md", DATED, "deadline"),
        ("surveys/a/nl.md", "deadline: 2023-02-19\n", "published"),
        ("results/a/nl.md", DATED, "results_of"),
        ("news/a/nl.md", "", "published"),
    ],
)
def test_a_kind_requires_its_facts(link_site: Callable, path: str, keys: str, missing: str) -> None:
    """A missing one is reported once, with the line to add."""
    assert [
        (p.location, p.severity, p.name, p.full_message, sentences(p)[1])
        for p in link_site({path: text(keys)}).problems
    ] == [
        (
            Location(path, 2),
            Severity.ERROR,
            "missing-key",
            f"No version of {path.rpartition('/')[0]} states {missing!r}.",
            f"Add a line `{missing}: …` to one version.",
        )
    ]


def test_a_page_needs_no_date(link_site: Callable) -> None:
    """Pages about the platform have no date of publication."""
    assert link_site({"pages/about/nl.md": text()}).problems == ()


def test_a_platform_may_require_more(link_site: Callable) -> None:
    """Requirements in platform.yml work like the built-in ones."""
    settings = Settings(languages=("en", "nl"), kinds=(Kind("news", requires=("published", "opens")),))
    found = link_site({"news/a/nl.md": text(DATED)}, settings=settings)
    assert [p.full_message for p in found.problems] == ["No version of news/a states 'opens'."]


def test_a_missing_fact_is_reported_at_the_original(link_site: Callable) -> None:
    """At the default language's version, else the first original."""
    files = {"news/a/bg.md": text("translates: sv\n"), "news/a/sv.md": text()}
    settings = Settings(languages=("bg", "en", "sv"))
    assert link_site(files, settings=settings).found == [("news/a/sv.md", 2, "missing-key")]


@pytest.mark.parametrize("name", ["audience", "tags"])
def test_a_survey_names_its_audience_and_tags_where_there_are_lists(link_site: Callable, name: str) -> None:
    """If the platform has a vocabulary `audience` or `tags`."""
    files = {
        f"vocabularies/{name}.yml": "teacher: {labels: {en: Teacher, nl: Leraar, sv: Lärare}}\n",
        "surveys/a/nl.md": text(f"{DATED}deadline: 2023-02-19\n"),
    }
    assert [(p.name, sentences(p)[1]) for p in link_site(files).problems] == [
        ("missing-key", f"Add a line `{name}: …` to one version.")
    ]


def test_a_picture_needs_a_credit(link_site: Callable) -> None:
    """It is reported where the image is named."""
    files = {"news/a/nl.md": text(f"{DATED}image: p.jpg\nimage_alt: P\n")}
    assert link_site(files, PICTURE).found == [("news/a/nl.md", 4, "missing-credit")]


def test_a_picture_in_the_text_needs_a_credit(link_site: Callable) -> None:
    """It is reported at the picture."""
    files = {"news/a/nl.md": text(DATED, "Text.\n\n![P](p.jpg)")}
    assert link_site(files, PICTURE).found == [("news/a/nl.md", 8, "missing-credit")]


def test_every_version_describes_the_picture(link_site: Callable) -> None:
    """An alternative text does not count for other languages."""
    image = "image: p.jpg\nimage_credit: Ann\n"
    files = {"news/a/en.md": text(f"{DATED}{image}image_alt: P\n"), "news/a/nl.md": text()}
    assert link_site(files, PICTURE).found == [("news/a/nl.md", 1, "missing-alt")]


def test_a_decorative_picture_decorates_in_all_versions(link_site: Callable) -> None:
    """Its alternative text is empty in all versions or in none."""
    image = 'image: p.jpg\nimage_credit: Ann\nimage_alt: ""\n'
    files = {"news/a/en.md": text(DATED + image), "news/a/nl.md": text("image_alt: Bomen\n")}
    assert link_site(files, PICTURE).found == [("news/a/en.md", 6, "versions-disagree")]
    files["news/a/nl.md"] = text('image_alt: ""\n')
    assert link_site(files, PICTURE).problems == ()


@pytest.mark.parametrize("key", ["image_alt", "image_credit"])
def test_an_alternative_text_without_a_picture_is_reported(link_site: Callable, key: str) -> None:
    """So is a credit."""
    assert link_site({"news/a/nl.md": text(f"{DATED}{key}: P\n")}).found == [("news/a/nl.md", 4, "missing-key")]


@pytest.mark.parametrize(
    ("keys", "line", "name"),
    [
        ("languages: [nl, fr]\n", 4, "language-not-offered"),
        ("languages: [en, sv]\n", 2, "contradiction"),
        ("expected: {nl: 2023-02-01}\n", 4, "contradiction"),
        ("expected: {fr: 2023-02-01}\n", 4, "language-not-offered"),
        ("expected: {sv: 2023-02-01}\n", 4, "contradiction"),
        ("languages: [nl, en]\nexpected: {sv: 2023-02-01}\n", 5, "contradiction"),
        ("translates: en\n", 4, "missing-original"),
    ],
)
def test_languages_contradict_nothing(link_site: Callable, keys: str, line: int, name: str) -> None:
    """`languages`, `expected` and `translates` name offered languages and existing versions."""
    assert link_site({"news/a/nl.md": text(DATED + keys)}).found == [("news/a/nl.md", line, name)]


def test_a_version_may_translate_a_translation_but_never_itself(link_site: Callable) -> None:
    """A circle is reported at each of its versions."""
    relay = {
        "news/a/en.md": text(DATED),
        "news/a/nl.md": text("translates: en\n"),
        "news/a/sv.md": text("translates: nl\n"),
    }
    assert link_site(relay).found == []
    circle = relay | {"news/a/nl.md": text("translates: sv\n")}
    hint = "Name an original (en), or remove the line if this is one."
    assert [(p.location, sentences(p)[1]) for p in link_site(circle).problems] == [
        (Location(f"news/a/{lang}.md", 3, 13), hint) for lang in ("nl", "sv")
    ]
    alone = relay | {"news/a/nl.md": text("translates: nl\n")}
    assert [(p.location.path, p.full_message) for p in link_site(alone).problems] == [
        ("news/a/nl.md", "This version says that it translates itself."),
        ("news/a/sv.md", "By way of 'nl' this version translates itself: none of them is an original."),
    ]


def test_there_may_be_several_originals(link_site: Callable) -> None:
    """Every version without `translates` is one."""
    keys = f"{DATED}deadline: 2023-02-19\n"
    assert link_site({"surveys/a/nl.md": text(keys), "surveys/a/sv.md": text(keys)}).problems == ()
