"""A deadline that moves is told in a fresh clone and where a site was built: the history or the output knows it."""

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
    """The former deadlines that are told."""
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
def test_the_history_knows_what_was_announced(site_builder: Callable, versions: list[str], expected: list[str]) -> None:
    """The last text may be saved or not; what readers could not see was not announced."""
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


def test_the_output_knows_what_was_announced(site_builder: Callable) -> None:
    """Where there is no history, the calendar that was built last is compared."""
    site_builder({"platform.yml": "languages: [en]\n", KEY: text("2023-02-19T17:00+01:00")}, *DAY)
    assert moved(site_builder({KEY: text("2023-03-19")}, *DAY).stderr) == ["2023-02-19"]
