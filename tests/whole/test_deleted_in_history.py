"""A deleted announcement is reported in a fresh clone, too, because git knows that it existed."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

DAY = ("--today", "2023-02-01")
TEXT = "---\ntitle: {title}\npublished: {published}\n{keys}---\nText.\n"
PLATFORM = "languages: [en, nl]\n"


def git(folder: Path, *arguments: str) -> None:
    """Runs git in a folder with fixed settings."""
    who = {f"GIT_{role}_{key}": "a@example.org" for role in ("AUTHOR", "COMMITTER") for key in ("NAME", "EMAIL")}
    environment = os.environ | who | {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    subprocess.run(("git", *arguments), cwd=folder, env=environment, check=True, capture_output=True)


def text(title: str, published: str = "2023-01-10", keys: str = "") -> str:
    """A news item."""
    return TEXT.format(title=title, published=published, keys=keys)


@pytest.fixture
def told(site_builder: Callable) -> Callable[..., list[str]]:
    """The deletions that are reported when files change after a commit, without a previous build."""

    def build(before: dict, after: dict) -> list[str]:
        site_builder.write({"platform.yml": PLATFORM, "news/kept/en.md": text("Kept"), **before})
        git(site_builder.root, "init", "-q")
        git(site_builder.root, "add", "content")
        git(site_builder.root, "commit", "-q", "-m", "Texts")
        site_builder.write(after)
        git(site_builder.root, "add", "content")
        git(site_builder.root, "commit", "-q", "-m", "Changes")
        done = site_builder({}, *DAY)
        assert done.code == 0, done.stderr
        return [
            line.partition(": ")[0].rpartition("/content/")[2]
            for line in done.stderr.splitlines()
            if "removed-ann" in line
        ]

    return build


def test_a_deleted_announcement_is_reported(told: Callable) -> None:
    """It had a page in its language, and nothing has replaced it."""
    assert told({"news/a/en.md": text("A")}, {"news/a": None}) == ["news/a:1:1"]


@pytest.mark.parametrize(
    "after",
    [
        {"news/a": None, "news/b/en.md": text("B", keys="moved_from: [news/a]\n")},
        {"news/a": None, "platform.yml": f"{PLATFORM}gone: [news/a]\n"},
        {"news/a/nl.md": text("Een"), "news/a/en.md": None},
    ],
    ids=["moved", "gone", "another version"],
)
def test_a_replaced_announcement_is_not_reported(told: Callable, after: dict) -> None:
    """`moved_from`, `gone`, or a remaining version is enough."""
    assert told({"news/a/en.md": text("A")}, after) == []


@pytest.mark.parametrize("before", [text("A", keys="status: draft\n"), text("A", published="2023-03-01")])
def test_an_unpublished_announcement_is_not_reported(told: Callable, before: str) -> None:
    """Drafts, and announcements before their day, had no address."""
    assert told({"news/a/en.md": before}, {"news/a": None}) == []
