"""The surveys listed below a text."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

SURVEY = "---\ntitle: {name}\npublished: 2023-01-01\nopens: {opens}\ndeadline: {deadline}\ntags: [{tags}]\n---\nText.\n"
SURVEYS = {
    "closed-three": ("2023-01-01", "2023-01-20", "a, b, c"),
    "open-one": ("2023-01-01", "2023-03-01", "a"),
    "open-two": ("2023-01-01", "2023-04-01", "a, b"),
    "other": ("2023-01-01", "2023-03-01", "d"),
    "upcoming": ("2023-03-01", "2023-05-01", "b"),
}
FILES = {
    "vocabularies/tags.yml": "".join(f"{t}: {{labels: {{en: {t}, nl: {t}, sv: {t}}}}}\n" for t in "abcd"),
    "results/told/nl.md": (
        "---\ntitle: told\npublished: 2023-01-25\nresults_of: [closed-three, open-two]\ntags: [a, b, c]\n---\nText.\n"
    ),
    **{
        f"surveys/{name}/nl.md": SURVEY.format(name=name, opens=opens, deadline=deadline, tags=tags)
        for name, (opens, deadline, tags) in SURVEYS.items()
    },
}


def related(pages: dict, path: str) -> list[str]:
    """The titles of the surveys below the text at that path."""
    return [card.title.text for card in pages[path].related]


def test_open_ones_come_first_then_those_with_most_in_common(make_pages: Callable) -> None:
    """At most three that share a term, without the survey itself."""
    pages = make_pages(FILES, now=date(2023, 2, 1))
    assert related(pages, "nl/surveys/closed-three/") == ["open-two", "open-one", "upcoming"]
    assert related(pages, "nl/surveys/open-two/") == ["open-one", "upcoming", "closed-three"]
    assert related(pages, "nl/surveys/other/") == []


def test_results_do_not_list_their_survey(make_pages: Callable) -> None:
    """The link to it is already above the text."""
    pages = make_pages(FILES, now=date(2023, 2, 1))
    assert related(pages, "nl/results/told/") == ["open-one", "upcoming"]
