"""The matrix of all versions, and what is to be done first."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from noticeboard.site.translation_state import TranslationState
from noticeboard.site.translation_tasks import TranslationTask, counts, rows, tasks

if TYPE_CHECKING:
    from collections.abc import Callable

TODAY = date(2026, 12, 1)
KEYS = "---\ntitle: T\npublished: 2026-01-10\n{keys}---\n\nText.\n"
DUTCH = "---\ntitle: Titel\ntranslates: {}\n---\n\nTekst.\n"
OTHER = "{language: en, digest: 'v1:aaaaaaaa'}"


@pytest.fixture
def found(link_site: Callable) -> Callable[..., tuple]:
    """The rows of surveys with these keys in English and Dutch versions with these stamps: name -> (keys, stamp)."""

    def make(**surveys: tuple[str, str]) -> tuple:
        texts = {f"surveys/{name}/en.md": KEYS.format(keys=keys) for name, (keys, _) in surveys.items()}
        texts |= {f"surveys/{n}/nl.md": DUTCH.format(s).replace("\\n", "\n") for n, (_, s) in surveys.items() if s}
        return rows(link_site(texts, today=TODAY).site)

    return make


def asked(found: tuple[TranslationTask, ...]) -> list[tuple[str, str]]:
    """The announcements' names and the states of tasks."""
    return [(task.announcement.partition("/")[2], str(task.version_state.state)) for task in found]


def test_what_is_urgent_comes_first(found: Callable) -> None:
    """Late, outdated, expected soon, drafts, missing, unstamped, expected later; what is over comes last."""
    made = found(
        a=("deadline: 2026-11-30\nexpected: {nl: 2026-11-01}\n", ""),
        b=("deadline: 2026-12-10\nexpected: {nl: 2027-01-08}\n", ""),
        c=("deadline: 2026-12-10\n", "en"),
        d=("deadline: 2026-12-10\n", ""),
        e=("deadline: 2026-12-10\n", "en\\nstatus: draft"),
        f=("deadline: 2026-12-10\nexpected: {nl: 2026-12-15}\n", ""),
        g=("deadline: 2026-12-10\n", OTHER),
        h=("deadline: 2026-12-10\nexpected: {nl: 2026-11-30}\n", ""),
    )
    assert asked(tasks(made, TODAY, ["nl"])) == [
        ("h", "late"),
        ("g", "outdated"),
        ("f", "expected"),
        ("e", "draft"),
        ("d", "missing"),
        ("c", "unstamped"),
        ("b", "expected"),
        ("a", "late"),
    ]


def test_among_equals_what_is_due_first_comes_first(found: Callable) -> None:
    """The deadline decides, then the name; the last day still counts."""
    made = found(
        a=("deadline: 2027-02-01\n", ""), b=("deadline: 2026-12-01\n", ""), c=("deadline: 2027-01-01T12:00+01:00\n", "")
    )
    assert asked(tasks(made, TODAY, ["nl"])) == [("b", "missing"), ("c", "missing"), ("a", "missing")]


def test_without_a_language_all_are_asked_for(found: Callable) -> None:
    """Each missing version is a task of its own."""
    assert [task.version_state.lang for task in tasks(found(a=("", "")), TODAY)] == ["nl", "sv"]


def test_versions_are_counted_by_state(found: Callable) -> None:
    """In all languages, or in one."""
    made = found(a=("", "en"), b=("languages: [en, nl]\n", ""))
    assert counts(made) == {
        TranslationState.ORIGINAL: 2,
        TranslationState.UNSTAMPED: 1,
        TranslationState.MISSING: 2,
        TranslationState.UNWANTED: 1,
    }
    assert counts(made, "nl") == {TranslationState.UNSTAMPED: 1, TranslationState.MISSING: 1}
