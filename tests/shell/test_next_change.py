"""When the site next needs building."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from noticeboard.pages.next_change import next_change_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from noticeboard.settings import Settings

SURVEY = "---\ntitle: T\npublished: 2023-01-10\nopens: 2023-01-16\ndeadline: {}\n---\n\nText.\n"
FILES = {
    "surveys/a/nl.md": SURVEY.format("2023-02-19"),
    "surveys/b/nl.md": SURVEY.format("2023-02-19T17:00:00+01:00"),
    "news/later/nl.md": "---\ntitle: T\npublished: 2023-03-01\n---\n\nText.\n",
    "news/draft/nl.md": "---\ntitle: T\nstatus: draft\npublished: 2023-01-01\n---\n\nText.\n",
}


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2023-01-01T00:00", "2023-01-09T23:00:00Z\n"),
        ("2023-01-10T12:00", "2023-01-15T23:00:00Z\n"),
        ("2023-01-20T12:00", "2023-02-19T16:00:00Z\n"),
        ("2023-02-19T16:00", "2023-02-19T23:00:00Z\n"),
        ("2023-02-20T12:00", "2023-02-28T23:00:00Z\n"),
        ("2023-03-01T12:00", "2024-12-31T23:00:00Z\n"),
        ("2025-01-01T12:00", ""),
    ],
)
def test_the_next_event_is_named(link_site: Callable, now: str, expected: str) -> None:
    """Publication, opening, deadline and the end of its day count, even before publication; drafts do not."""
    instant = datetime.fromisoformat(now).replace(tzinfo=UTC)
    assert next_change_line(link_site(FILES, today=instant.date()).site, instant) == expected


@pytest.mark.parametrize("day", ["2023-01-01", "2023-01-20", "2023-02-20", "2023-03-01"])
def test_a_build_writes_something_on_that_day(site_builder: Callable, day: str) -> None:
    """On the day before it writes nothing."""
    files = {"platform.yml": "languages: [nl]\ndefault_language: nl\n", **FILES}
    first = site_builder(files, "--today", day)
    named = datetime.fromisoformat((first.output / "next-change.txt").read_text(encoding="utf-8").strip())
    morning = (named + timedelta(hours=12)).date()
    days = (morning - timedelta(days=1), morning)
    assert [": 0 written" in site_builder({}, "--today", str(day)).stdout for day in days] == [True, False]


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2023-03-01T12:00", "2023-03-17T23:00:00Z\n"),
        ("2023-03-18T12:00", "2023-04-01T22:00:00Z\n"),
        ("2023-04-02T12:00", ""),
    ],
)
def test_promised_days_count_for_translators_pages(
    link_site: Callable, small_platform: Settings, now: str, expected: str
) -> None:
    """These pages change two weeks before a promised day and on the day after it."""
    files = {"pages/a/en.md": "---\ntitle: T\nexpected: {nl: 2023-04-01}\n---\n\nText.\n"}
    instant = datetime.fromisoformat(now).replace(tzinfo=UTC)
    without = replace(small_platform, translation_pages=False)
    lines = [
        next_change_line(link_site(files, today=instant.date(), settings=settings).site, instant)
        for settings in (small_platform, without)
    ]
    assert lines == [expected, ""]


def test_the_output_and_the_command_agree(site_builder: Callable, noticeboard: Callable) -> None:
    """The file in the output folder and the command say the same, and the site stays the same until then."""
    files = {"platform.yml": "languages: [nl]\ndefault_language: nl\n", **FILES}
    first = site_builder(files, "--today", "2023-01-20")
    left = (first.output / "next-change.txt").read_text(encoding="utf-8")
    printed = noticeboard("next-change", str(site_builder.content), "--today", "2023-01-20")
    assert (printed.code, printed.stdout, left) == (0, "2023-02-19T16:00:00Z\n", "2023-02-19T16:00:00Z\n")
    before = {p: p.read_bytes() for p in first.output.rglob("*") if p.is_file()}
    site_builder({}, "--today", "2023-02-19")
    assert {p: p.read_bytes() for p in first.output.rglob("*") if p.is_file()} == before


def test_faulty_content_has_no_next_change(site_builder: Callable, noticeboard: Callable) -> None:
    """The command prints the problems and exits with 1."""
    site_builder.write({"news/a/nl.md": "---\ntitle: T\n---\n\nText.\n"})
    done = noticeboard("next-change", str(site_builder.content), "--today", "2023-01-20")
    assert (done.code, done.stdout, "missing-key" in done.stderr) == (1, "", True)
