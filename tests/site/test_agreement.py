"""Shared facts: written once, or the same everywhere."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from noticeboard.model import Location, Severity
from noticeboard.report import sentences
from noticeboard.site import FileFacts

if TYPE_CHECKING:
    from collections.abc import Callable

    from noticeboard.site import Facts


def news(**facts: str) -> dict[str, str]:
    """Versions of one news item by language, each with these lines of front matter."""
    head = "---\ntitle: T\n"
    return {f"news/a/{lang}.md": f"{head}{lines}---\nText.\n" for lang, lines in facts.items()}


def agreed(link_site: Callable[..., object], *pictures: FileFacts, **facts: str) -> Facts:
    """The facts of versions that agree."""
    linked = link_site(news(**facts), *pictures)
    assert linked.problems == ()
    return linked.site.announcements["news/a"].facts


PUBLISHED = "published: 2023-01-10\n"


def test_a_fact_may_be_in_any_version(link_site: Callable) -> None:
    """All versions get it."""
    facts = agreed(link_site, en=PUBLISHED, nl="deadline: 2023-02-19\n", sv="duration: 15\n")
    assert (facts.published, facts.deadline, facts.duration) == (date(2023, 1, 10), date(2023, 2, 19), 15)


def test_repeating_everything_is_as_valid(link_site: Callable) -> None:
    """The same fact in every version is no problem."""
    facts = agreed(link_site, en=PUBLISHED, nl=PUBLISHED, sv=PUBLISHED)
    assert facts.published == date(2023, 1, 10)


def test_a_disagreement_is_one_problem_that_names_every_place(link_site: Callable) -> None:
    """It is at the first differing version by code, and names all others with their values."""
    found = link_site(news(en=PUBLISHED, nl=PUBLISHED, sv="published: 2023-01-11\n"))
    assert [(p.location, p.severity, p.name, p.full_message, sentences(p)[1]) for p in found.problems] == [
        (
            Location("news/a/sv.md", 3, 12),
            Severity.ERROR,
            "versions-disagree",
            "published is 2023-01-11 here, but elsewhere 2023-01-10 (news/a/en.md:3, news/a/nl.md:3).",
            "Write the same in all versions, or keep it in one of them only.",
        )
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("deadline: 2023-02-19\n", "deadline: 2023-02-19T00:00+01:00\n"),
        ("deadline: 2023-02-19T12:00Z\n", "deadline: 2023-02-19T12:00+01:00\n"),
        ("languages: [en, nl]\n", "languages: [nl, en]\n"),
        ("survey: https://example.org/a\n", "survey: https://example.org/b\n"),
        ("expected: {sv: 2023-02-01}\nlanguages: [en, nl, sv]\n", "expected: {sv: 2023-02-02}\n"),
        ("moved_from: [news/b]\n", "moved_from: [news/c]\n"),
    ],
)
def test_versions_that_differ_disagree(link_site: Callable, one: str, other: str) -> None:
    """A day differs from an instant on it, order counts, and so does every other difference."""
    found = link_site(news(en=PUBLISHED + one, nl=other)).found
    assert found == [("news/a/nl.md", 3, "versions-disagree")]


def test_the_order_of_terms_counts(link_site: Callable) -> None:
    """Pages show them in that order."""
    terms = {"vocabularies/tags.yml": "a: {labels: {en: A, nl: A, sv: A}}\nb: {labels: {en: B, nl: B, sv: B}}\n"}
    found = link_site({**terms, **news(en=f"{PUBLISHED}tags: [a, b]\n", nl="tags: [b, a]\n")}).found
    assert found == [("news/a/nl.md", 3, "versions-disagree")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("deadline: 2023-02-19T12:00Z\n", "deadline: 2023-02-19T13:00+01:00\n"),
        ("moved_from: [news/b]\n", "moved_from:\n  - news/b\n"),
    ],
    ids=["the same instant", "the same list"],
)
def test_the_same_value_written_differently_agrees(link_site: Callable, one: str, other: str) -> None:
    """Values are compared, not how they are written."""
    agreed(link_site, en=PUBLISHED + one, nl=other)


def test_text_agrees_in_any_unicode_form(link_site: Callable) -> None:
    """A letter with a combining accent equals the accented letter."""
    picture = FileFacts("news/a/p.jpg", "00", 1, 10, 10, fault="")
    image = "image: p.jpg\nimage_alt: P\nimage_credit: "
    facts = agreed(link_site, picture, en=f"{PUBLISHED}{image}Rene\u0301\n", nl=f"{image}Ren\u00e9\n")
    assert facts.image_credit == "Ren\u00e9"


def test_a_credit_counts_at_any_use(link_site: Callable) -> None:
    """A credit for a file in one version counts for all versions."""
    texts = news(en=PUBLISHED, nl="")
    texts["news/a/en.md"] += '\n![Trees](p.jpg){credit="Ann"}\n'
    texts["news/a/nl.md"] += "\n![Bomen](p.jpg)\n"
    linked = link_site(texts, FileFacts("news/a/p.jpg", "00", 1, 10, 10, fault=""))
    assert (linked.problems, linked.site.announcements["news/a"].facts.credits) == ((), (("p.jpg", "Ann"),))


def test_credits_of_one_file_must_agree(link_site: Callable) -> None:
    """Two different ones are one problem, at the second."""
    texts = news(en=f"{PUBLISHED}image: p.jpg\nimage_alt: P\nimage_credit: Ann\n", nl="image_alt: P\n")
    texts["news/a/nl.md"] += '\n![Bomen](p.jpg){credit="Bob"}\n'
    found = link_site(texts, FileFacts("news/a/p.jpg", "00", 1, 10, 10, fault=""))
    assert [p.full_message for p in found.problems] == [
        "the credit of p.jpg is Bob here, but elsewhere Ann (news/a/en.md:6)."
    ]


def test_one_differing_credit_is_one_problem(link_site: Callable) -> None:
    """Not one for the key `image_credit` and one for the file."""
    image = "image: p.jpg\nimage_alt: P\nimage_credit: "
    texts = news(en=f"{PUBLISHED}{image}Ann\n", nl=f"{image}Bob\n")
    found = link_site(texts, FileFacts("news/a/p.jpg", "00", 1, 10, 10, fault="")).found
    assert found == [("news/a/nl.md", 5, "versions-disagree")]


def test_each_fact_is_compared_by_itself(link_site: Callable) -> None:
    """Two facts that differ are two problems."""
    found = link_site(news(en=f"{PUBLISHED}duration: 5\n", sv="duration: 6\npublished: 2023-01-11\n")).found
    assert found == [("news/a/sv.md", 3, "versions-disagree"), ("news/a/sv.md", 4, "versions-disagree")]


def test_an_instant_is_kept_as_it_was_written(link_site: Callable) -> None:
    """With its offset."""
    assert agreed(link_site, en=f"{PUBLISHED}deadline: 2023-02-19T12:00Z\n").deadline == datetime(
        2023, 2, 19, 12, tzinfo=UTC
    )
