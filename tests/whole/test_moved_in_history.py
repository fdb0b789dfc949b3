"""A deadline that moves is reported in a fresh clone and where a site was built, from git or from the output."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.whole.test_deleted_in_history import git

if TYPE_CHECKING:
    from collections.abc import Callable

DAY = ("--today", "2023-02-01")
TEXT = "---\ntitle: T\npublished: {published}\ndeadline: {deadline}\n{keys}---\nText.\n"
KEY = "surveys/a/en.md"


def text(deadline: str, published: str = "2023-01-10", keys: str = "") -> str:
    """A survey with that deadline."""
    return TEXT.format(published=published, deadline=deadline, keys=keys)


def moved(stderr: str) -> list[str]:
    """The former deadlines that are reported."""
    lines = (line for line in stderr.splitlines() if "[moved-deadline]" in line)
    return [line.partition("published is ")[2][:10] for line in lines]


@pytest.mark.parametrize(
    ("versions", "expected"),
    [
        ([text("2023-02-19"), text("2023-03-19")], ["2023-02-19"]),
        ([text("2023-02-19"), text("2023-03-19"), text("2023-04-19")], ["2023-03-19"]),
        ([text("2023-02-19", keys="status: draft\n"), text("2023-03-19")], []),
        ([text("2023-02-19", published="2023-03-01"), text("2023-03-19")], []),
    ],
    ids=["moved", "moved twice", "a draft", "not published"],
)
def test_git_knows_former_deadlines(site_builder: Callable, versions: list[str], expected: list[str]) -> None:
    """Whether or not the last text is committed; what readers could not see does not count."""
    git_folder = site_builder.root
    site_builder.write({"platform.yml": "languages: [en]\n"})
    git(git_folder, "init", "-q")
    for version in versions[:-1]:
        site_builder.write({KEY: version})
        git(git_folder, "add", "content")
        git(git_folder, "commit", "-q", "-m", "Text")
    done = site_builder({KEY: versions[-1]}, *DAY)
    assert (done.code, moved(done.stderr)) == (0, expected), done.stderr
    git(git_folder, "commit", "-qam", "Text")
    assert moved(site_builder({}, *DAY).stderr) == expected


def test_the_output_knows_former_deadlines(site_builder: Callable) -> None:
    """Without git the last calendar is compared."""
    site_builder({"platform.yml": "languages: [en]\n", KEY: text("2023-02-19T17:00+01:00")}, *DAY)
    assert moved(site_builder({KEY: text("2023-03-19")}, *DAY).stderr) == ["2023-02-19"]


OTHER = "surveys/b/en.md"
LONG = "\n\n".join(f"Paragraph {number} of a text that stays as it is." for number in range(20))


def saved(site: Callable, *states: dict[str, str | None]) -> None:
    """Commits the states of the content, one after another."""
    site.write({"platform.yml": "languages: [en]\n"})
    git(site.root, "init", "-q")
    for state in states:
        site.write(state)
        git(site.root, "add", "content")
        git(site.root, "commit", "-q", "-m", "Texts")


FIRST = text("2023-02-19") + LONG
MOVED = text("2023-03-19") + LONG
STATED = text("2023-03-19", keys="moved_from: [surveys/a]\n")


@pytest.mark.parametrize(
    "states",
    [
        [{KEY: FIRST}, {"surveys/a": None, OTHER: MOVED}],
        [{KEY: FIRST}, {KEY: MOVED}, {"surveys/a": None, OTHER: MOVED}],
        [{KEY: FIRST}, {"surveys/a": None, OTHER: FIRST}, {OTHER: MOVED}],
        [{KEY: FIRST}, {"surveys/a": None, "surveys/c/en.md": FIRST}, {"surveys/c": None, OTHER: MOVED}],
        [{KEY: FIRST}, {"surveys/a": None, OTHER: MOVED}, {KEY: FIRST}],
        [{KEY: text("2023-02-19")}, {"surveys/a": None, OTHER: STATED}],
    ],
    ids=["in one commit", "before", "after", "twice", "the name is taken again", "as the text says"],
)
def test_git_follows_a_renamed_announcement(site_builder: Callable, states: list[dict]) -> None:
    """A deadline that moves before or after the renaming is reported once."""
    saved(site_builder, *states)
    assert moved(site_builder({}, *DAY).stderr) == ["2023-02-19"]


@pytest.mark.parametrize("new", [MOVED, STATED], ids=["as git sees it", "as the text says"])
def test_an_uncommitted_renaming_is_followed(site_builder: Callable, new: str) -> None:
    """By git's detection, or by what the text says."""
    saved(site_builder, {KEY: FIRST})
    site_builder.write({"surveys/a": None, OTHER: new})
    if new == MOVED:
        git(site_builder.root, "add", "content")
    assert moved(site_builder({}, *DAY).stderr) == ["2023-02-19"]


def test_another_announcement_of_the_same_name_is_another(site_builder: Callable) -> None:
    """It is not compared with the one that had the name before."""
    saved(site_builder, {KEY: FIRST}, {"surveys/a": None, OTHER: FIRST}, {KEY: text("2023-04-19")})
    assert moved(site_builder({}, *DAY).stderr) == []


def test_the_output_is_searched_at_the_former_address(site_builder: Callable) -> None:
    """The last calendar is at the address that the announcement had."""
    site_builder({"platform.yml": "languages: [en]\n", KEY: text("2023-02-19")}, *DAY)
    done = site_builder({"surveys/a": None, OTHER: STATED}, *DAY)
    assert (done.code, moved(done.stderr)) == (0, ["2023-02-19"])
