"""The language of the program's messages."""

from __future__ import annotations

import pytest

from noticeboard.shell.project import project_of
from noticeboard.shell.terminal.program_messages import languages, messages_in, messages_of


@pytest.mark.parametrize(
    ("asked", "setting", "environment", "expected"),
    [
        ("", "", "", "Remove it."),
        ("nl", "", "", "Verwijder het."),
        ("nl", "sv", "de", "Verwijder het."),
        ("", "sv", "de", "Ta bort det."),
        ("", "", "de", "Entfernen Sie es."),
        ("", "", "xx:fr_FR.UTF-8:de", "Supprimez-le."),
        ("", "", "C", "Remove it."),
        ("", "xx", "de", "Remove it."),
    ],
)
def test_the_option_wins_over_the_setting_and_that_over_language(
    monkeypatch: pytest.MonkeyPatch, asked: str, setting: str, environment: str, expected: str
) -> None:
    """Without a supported language it is English."""
    monkeypatch.setenv("LANGUAGE", environment)
    project = project_of({"NOTICEBOARD": {"messages": setting} if setting else {}})
    assert messages_of(project, asked).gettext("Remove it.") == expected


def test_what_is_not_translated_is_english() -> None:
    """Both for single messages and for languages without a catalogue."""
    assert (messages_in("nl").gettext("No such message."), messages_in("xx").gettext("Remove it.")) == (
        "No such message.",
        "Remove it.",
    )


def test_numbers_take_the_form_of_the_language() -> None:
    """French has the singular for zero, the others the plural."""
    said = {lang: messages_in(lang).ngettext("{number} error", "{number} errors", 0) for lang in languages()}
    assert said == {
        "de": "{number} Fehler",
        "en": "{number} errors",
        "fr": "{number} erreur",
        "nl": "{number} fouten",
        "sv": "{number} fel",
    }
