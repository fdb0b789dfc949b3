"""What an announcement refers to must exist."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from noticeboard.model import Location, Severity
from noticeboard.report import sentences
from noticeboard.site import FileFacts

if TYPE_CHECKING:
    from collections.abc import Callable

PATH = "news/a/nl.md"
AUDIENCE = (
    "head-teacher: {labels: {en: Head teacher, nl: Schoolleider, sv: Rektor}}\n"
    "teacher: {labels: {en: Teacher, nl: Leraar, sv: Lärare}}\n"
)


def text(keys: str = "", body: str = "Text.") -> str:
    """A version published long ago with further keys from line 4 on; without any its text begins in line 6."""
    return f"---\ntitle: T\npublished: 2023-01-10\n{keys}---\n\n{body}\n"


@pytest.mark.parametrize(
    ("term", "todo"),
    [
        ("teachers", "Did you mean 'teacher'?"),
        ("headteacher", "Did you mean 'head-teacher'?"),
        ("schoolleider", "Did you mean 'head-teacher'?"),
        ("leraar", "Did you mean 'teacher'?"),
        ("parent-x", "Choose one of: head-teacher, teacher."),
    ],
)
def test_an_unknown_term_gets_the_nearest_one(link_site: Callable, term: str, todo: str) -> None:
    """By its id or its label in any language."""
    files = {"vocabularies/audience.yml": AUDIENCE, PATH: text(f"audience: [teacher, {term}]\n")}
    assert [(p.location, p.severity, p.name, p.full_message, sentences(p)[1]) for p in link_site(files).problems] == [
        (
            Location(PATH, 4, 21),
            Severity.ERROR,
            "unknown-term",
            f"{term!r} is not a term of vocabularies/audience.yml.",
            todo,
        )
    ]


@pytest.mark.parametrize(("files", "todo"), [(1, "There are: news/a/z0.pdf."), (21, "Correct the name.")])
def test_a_hint_has_few_names(link_site: Callable, files: int, todo: str) -> None:
    """If nothing is similar, the hint names only a few."""
    beside = [FileFacts(f"news/a/z{number}.pdf", "00", 1) for number in range(files)]
    found = link_site({PATH: text(body="[x](bbbbbbbbbbbbbbbbbbbbbb)")}, *beside)
    assert [sentences(p)[1] for p in found.problems if p.severity == "error"] == [todo]


def test_results_belong_to_a_survey(link_site: Callable) -> None:
    """`results_of` names a survey; the nearest one is offered."""
    survey = text("deadline: 2023-02-19\n")
    files = {"surveys/mentoring/nl.md": survey, "results/b/nl.md": text("results_of: mentorin\n")}
    found = link_site(files)
    assert [(p.location, p.name, sentences(p)[1]) for p in found.problems] == [
        (Location("results/b/nl.md", 4, 13), "broken-link", "Did you mean 'mentoring'?")
    ]


def test_an_image_must_be_beside_the_text(link_site: Callable) -> None:
    """A missing one is reported with the file that was probably meant."""
    image = "image: photo.jpg\nimage_alt: P\nimage_credit: Ann\n"
    found = link_site({PATH: text(image)}, FileFacts("news/a/foto.jpg", "00", 1, 10, 10, fault=""))
    assert [(p.location, p.name, sentences(p)[1]) for p in found.problems if p.severity == "error"] == [
        (Location(PATH, 4, 8), "missing-image", "Did you mean 'foto.jpg'?")
    ]


def test_an_unreadable_image_says_why(link_site: Callable) -> None:
    """Where the text names it."""
    image = "image: photo.jpg\nimage_alt: P\nimage_credit: Ann\n"
    found = link_site({PATH: text(image)}, FileFacts("news/a/photo.jpg", "00", 1, fault="{file} is damaged."))
    assert [(p.location, p.name, p.full_message) for p in found.problems] == [
        (Location(PATH, 4, 8), "unreadable-image", "photo.jpg is damaged.")
    ]


@pytest.mark.parametrize(
    ("body", "column", "name"),
    [
        ("[a](../b/)", 5, "broken-link"),
        ("[a](../../nieuws/)", 5, "broken-link"),
        ("[a](../../pages/)", 5, "broken-link"),
        ("[a](questions.pdf)", 5, "broken-link"),
        ("[a]({survey})", 5, "missing-key"),
        ("[]({deadline})", 4, "missing-key"),
        ("![P](p.jpg){credit=Ann}", 5, "missing-image"),
    ],
)
def test_a_link_must_lead_somewhere(link_site: Callable, body: str, column: int, name: str) -> None:
    """A broken one is reported at its place."""
    found = link_site({PATH: text(body=body)})
    assert [(p.location, p.name) for p in found.problems] == [(Location(PATH, 6, column), name)]


def test_a_published_text_does_not_link_to_one_that_is_not(link_site: Callable) -> None:
    """Readers could not follow it; links from unpublished texts are allowed."""
    later = text().replace("2023-01-10", "2027-01-01")
    files = {PATH: text(body="[b](../b/)"), "news/b/nl.md": later}
    assert link_site(files).found == [(PATH, 6, "broken-link")]
    files[PATH] = later.replace("Text.", "[b](../b/)")
    assert link_site(files).problems == ()


@pytest.mark.parametrize("target", ["../b/", "../b/nl.md", "../b/sv.md", "../", "../../", "./", "../b/q.pdf"])
def test_links_to_what_exists_are_right(link_site: Callable, target: str) -> None:
    """Announcements, lists, the front page and files; the version in the link does not matter."""
    files = {PATH: text(body=f"[b]({target}) [q](../b/q.pdf)"), "news/b/nl.md": text()}
    assert link_site(files, FileFacts("news/b/q.pdf", "00", 1)).problems == ()


@pytest.mark.parametrize("key", ["contact", "privacy"])
def test_a_page_that_is_named_must_exist(link_site: Callable, key: str) -> None:
    """As a contact or privacy notice."""
    page = {"pages/help/nl.md": "---\ntitle: Hulp\n---\n\nText.\n"}
    survey = f"deadline: 2023-02-19\n{key}: pages/help\n"
    path = "surveys/a/nl.md"
    assert link_site({path: text(survey), **page}).found == []
    (problem,) = link_site({path: text(survey)}).problems
    assert (problem.location, problem.full_message) == (
        Location(path, 5, len(key) + 3),
        "There is no page 'pages/help'.",
    )
