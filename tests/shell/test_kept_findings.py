"""An edit of one announcement does not unpack the texts of others or run their rules."""

from __future__ import annotations

import sqlite3
from time import sleep
from typing import TYPE_CHECKING

import pytest

from noticeboard.digest import digest
from noticeboard.pages.page_assets import Assets
from noticeboard.pages.page_list import build_pages
from noticeboard.shell.build import kept_findings, project_linking
from noticeboard.shell.build.content_reader import ProjectContent, read_content
from noticeboard.shell.build.project_linking import LinkedProject, link_project, open_store
from noticeboard.shell.cache.text_rows import _read_details
from noticeboard.shell.project import project_of
from noticeboard.site.version_details import unpacked_details

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TEXT = """---
title: {title}
published: 2026-11-02
{more}---

On {day} December 2026, [the survey of schools](../{other}/).
"""
NAMES = ("a", "b", "c", "d")


@pytest.fixture
def link(tmp_path: Path) -> Callable[[], LinkedProject]:
    """Links a platform with four news items in two languages, one of which names the first, and plans its pages."""
    (tmp_path / "theme" / "templates").mkdir(parents=True)
    for name in NAMES:
        folder = tmp_path / "content" / "news" / name
        folder.mkdir(parents=True)
        for lang, more in (("en", ""), ("fr", "translates: en\n")):
            other = "a" if name == "b" else name
            text = TEXT.format(title=f"{name} {lang}", more=more, day=NAMES.index(name) + 3, other=other)
            (folder / f"{lang}.md").write_text(text)
    given = {"PATH": "content", "CACHE_PATH": "cache", "THEME": "theme", "OUTPUT_PATH": "output"}
    settings = {key: str(tmp_path / name) for key, name in given.items()}
    project = project_of({**settings, "NOTICEBOARD_TODAY": "2026-12-01"})

    def run() -> LinkedProject:
        unpacked_details.cache_clear()
        with open_store(project) as store:
            linked = link_project(project, store)
        build_pages(linked.site, linked.catalogues, linked.now, Assets("style.css", "site.js", "icon.svg"))
        return linked

    return run


def test_one_edit_unpacks_one_announcement_and_what_names_it(link: Callable[[], LinkedProject], tmp_path: Path) -> None:
    """Without a change no text is unpacked, though all are linked and all pages planned.

    An original is unpacked once more when it is parsed, for the places of what others translate.
    """
    link()
    assert unpacked_details.cache_info().misses == 3 * len(NAMES)
    link()
    assert unpacked_details.cache_info().misses == 0
    for name, expected in (("d", 2), ("a", 4)):
        with (tmp_path / "content" / "news" / name / "fr.md").open("a") as text:
            text.write("\nEncore.\n")
        link()
        assert unpacked_details.cache_info().misses == expected


def test_kept_findings_are_reported_again(
    link: Callable[[], LinkedProject], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Warnings are reported again without running rules; errors are looked for each time."""
    text = tmp_path / "content" / "news" / "c" / "fr.md"
    text.write_text(text.read_text() + "\nEn 17 jours.\n")
    found = [problem for problem in link().problems if problem.location.path.startswith("news/")]
    assert {"differing-figures", "differing-paragraphs"} <= {problem.name for problem in found}
    looked: list[str] = []
    rules = kept_findings.announcement_findings
    monkeypatch.setattr(kept_findings, "announcement_findings", lambda i, s: (looked.append(i.key), rules(i, s))[1])
    assert [problem for problem in link().problems if problem.location.path.startswith("news/")] == found
    assert looked == []
    text.write_text(text.read_text() + "\n[nowhere](../nowhere/)\n")
    for _ in range(2):
        assert "broken-link" in {problem.name for problem in link().problems}
    assert looked == ["news/c", "news/c"]


def test_without_the_cache_a_text_that_changes_is_read_again(
    link: Callable[[], LinkedProject], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody deletes the cache and saves a text while the project is linked, after all texts were read."""
    # Only texts that did not change just before they are read need not be read by the next build.
    sleep(0.15)
    link()
    with (tmp_path / "content" / "news" / "a" / "fr.md").open("a") as other:
        other.write("\nEncore.\n")
    text, readings = tmp_path / "content" / "news" / "a" / "en.md", []

    def read(*given: object) -> ProjectContent:
        found = read_content(*given)
        if not readings:
            with sqlite3.connect(tmp_path / "cache" / "noticeboard.sqlite") as database:
                database.execute("DELETE FROM details")
            _read_details.cache_clear()
            text.write_text(text.read_text() + "\nIn 17 days.\n")
        readings.append(found)
        return found

    monkeypatch.setattr(project_linking, "read_content", read)
    version = link().site.announcements["news/a"].versions["en"]
    assert (len(readings), version.digest) == (2, digest(text.read_bytes()))
