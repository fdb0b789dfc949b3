"""The findings of an announcement depend on nothing that its key does not cover."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from noticeboard.checks.finding_keys import FindingKeys
from noticeboard.checks.rule_runner import announcement_findings
from noticeboard.site import FileFacts

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Linked

SURVEY = """---
title: {title}
published: 2026-11-02
deadline: 2026-12-18
survey: https://example.org/{title}
{more}---

A text with [another](../{other}/#part) one and [a file](../{other}/plan.pdf).

## Part {{#part}}

It ended on 17 December 2026.
"""
NEWS = """---
title: Results
published: 2026-11-20
{more}---

Nobody asked before 19 December 2026 [here](../../surveys/a/nl.md).
"""
FILES = {
    "surveys/a/nl.md": SURVEY.format(title="A", other="b", more=""),
    "surveys/a/fr.md": SURVEY.format(title="B", other="b", more="translates: nl\n"),
    "surveys/b/nl.md": SURVEY.format(title="C", other="a", more="contact: pages/about\n"),
    "surveys/c/nl.md": SURVEY.format(title="D", other="c", more=""),
    "results/r/nl.md": NEWS.format(more="results_of: a\n"),
    "news/n/nl.md": NEWS.format(more=""),
    "pages/about/nl.md": "---\ntitle: About\n---\n\nWe.\n",
}
PLAN = FileFacts("surveys/b/plan.pdf", "1", 10)
EVERY = {"surveys/a", "surveys/b", "surveys/c", "results/r", "news/n", "pages/about"}


def keys(linked: Linked) -> dict[str, bytes]:
    """The key of each announcement."""
    made = FindingKeys(linked.site)
    return {name: made.key(item) for name, item in linked.site.every.items()}


def changed(link_site: Callable[..., Linked], files: dict[str, str], *others: FileFacts, **given: object) -> set[str]:
    """The announcements that are new or have another key than before."""
    before, after = keys(link_site(FILES, PLAN)), keys(link_site(files, *others, **given))
    return {name for name, key in after.items() if before.get(name) != key}


def edited(path: str) -> dict[str, str]:
    """The files, with another text in one of them."""
    return FILES | {path: FILES.get(path, FILES["news/n/nl.md"]) + "\nMore.\n"}


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("surveys/a/fr.md", {"surveys/a", "surveys/b", "results/r", "news/n"}),
        ("surveys/c/nl.md", {"surveys/c"}),
        ("news/n/nl.md", {"news/n"}),
        ("news/other/nl.md", {"news/other"}),
        ("pages/about/nl.md", {"pages/about", "surveys/b"}),
        ("results/a/nl.md", {"results/a", "results/r"}),
    ],
)
def test_an_edit_changes_the_keys_of_those_who_name_the_announcement(
    link_site: Callable[..., Linked], path: str, expected: set[str]
) -> None:
    """These link to it, report its results or name it as a contact; its own key changes too."""
    assert changed(link_site, edited(path), PLAN) == expected


def test_files_count_for_their_announcement_and_those_that_link_to_it(link_site: Callable[..., Linked]) -> None:
    """Changed, deleted and new files do; a file that belongs to no announcement counts everywhere."""
    named = {"surveys/a", "surveys/b"}
    assert changed(link_site, FILES, replace(PLAN, digest="2")) == named
    assert changed(link_site, FILES) == named
    assert changed(link_site, FILES, PLAN, FileFacts("surveys/c/plan.pdf", "1", 10)) == {"surveys/c"}
    assert changed(link_site, FILES, PLAN, FileFacts("logo.svg", "1", 10)) == EVERY


def test_the_day_counts_everywhere(link_site: Callable[..., Linked]) -> None:
    """What a rule finds may hold for one day only."""
    assert changed(link_site, FILES, PLAN, today=date(2027, 1, 1)) == EVERY


def test_rules_need_only_the_neighbourhood(link_site: Callable[..., Linked]) -> None:
    """The rest of the site does not change what they find."""
    linked = link_site(FILES, PLAN)
    made, names = FindingKeys(linked.site), set()
    for item in linked.site.every.values():
        found = announcement_findings(item, linked.site)
        assert announcement_findings(item, made.neighbourhood(item)) == found
        names.update(problem.name for problem in found)
    assert {"differing-links", "other-survey-date"} & names
    assert set(made.neighbourhood(linked.site.every["results/r"]).every) == {"results/r", "surveys/a"}
