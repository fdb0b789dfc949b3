"""Interface messages, in a language or in the one that replaces it."""

from __future__ import annotations

from noticeboard.model import Text
from noticeboard.sources.catalogue import Catalogue, Catalogues, Message

DUTCH = Catalogue(
    "nl",
    {
        ("", "Deadline"): ("Deadline",),
        ("kind", "Survey"): ("Enquête",),
        ("", "%(num)s minute"): ("%(num)s minuut", "%(num)s minuten"),
    },
)


def test_a_missing_string_is_the_default_languages_and_says_so() -> None:
    """A message is in the reader's language, else the default one, else English, each marked with its language."""
    german = Catalogue("de", {("", "Start"): ("Beginn",)})
    catalogues = Catalogues({"nl": DUTCH, "de": german}, "de")
    assert [catalogues.gettext("nl", *m) for m in (Message("Survey", "kind"), Message("Start"), Message("Tags"))] == [
        Text("Enquête", "nl"),
        Text("Beginn", "de"),
        Text("Tags", "en"),
    ]


def test_numbers_choose_their_plural_form() -> None:
    """As in CLDR for the language; in English if there is no translation."""
    catalogues = Catalogues({"nl": DUTCH}, "en")
    message = ("%(num)s minute", "%(num)s minutes")
    assert [catalogues.ngettext(lang, *message, n) for lang, n in (("nl", 1), ("nl", 15), ("sv", 1), ("sv", 2))] == [
        Text("%(num)s minuut", "nl"),
        Text("%(num)s minuten", "nl"),
        Text("%(num)s minute", "en"),
        Text("%(num)s minutes", "en"),
    ]
