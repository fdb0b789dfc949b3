"""Problems of the catalogues with the interface's words."""

from __future__ import annotations

from noticeboard.checks.known.explanation import Explanation
from noticeboard.model import Severity

ERROR, WARNING = Severity.ERROR, Severity.WARNING
_PO = "GNU gettext manual, “The Format of PO Files”"

CATALOGUES = (
    Explanation(
        "duplicate-message",
        ERROR,
        "Of two translations of the same words only one can be shown.",
        'msgid "Deadline"\nmsgstr "Termin"\n\nmsgid "Deadline"\nmsgstr "Frist"',
        'msgid "Deadline"\nmsgstr "Frist"',
        _PO,
    ),
    Explanation(
        "existing-catalogue",
        ERROR,
        "A new catalogue in its place would throw the translations away.",
        "noticeboard catalogues --new nl where nl.po exists",
        "noticeboard catalogues",
    ),
    Explanation(
        "fuzzy-message",
        WARNING,
        "The words in the program have changed since they were translated, so readers see the default language.",
        '#, fuzzy\nmsgid "Deadline"\nmsgstr "Termin"',
        'msgid "Deadline"\nmsgstr "Frist"',
        _PO,
    ),
    Explanation(
        "malformed-catalogue",
        ERROR,
        "From this line on nobody can tell which words translate which.",
        'msgid "Deadline\nmsgstr "Frist"',
        'msgid "Deadline"\nmsgstr "Frist"',
        _PO,
    ),
    Explanation(
        "missing-catalogue",
        WARNING,
        "Readers of this language get buttons and labels in another one.",
        "languages: [en, nl, is] without is.po",
        "languages: [en, nl, is] with is.po",
    ),
    Explanation(
        "missing-message",
        WARNING,
        "Readers of this language get these words in another one.",
        "a catalogue without “Results”",
        'msgid "Results"\nmsgstr "Ergebnisse"',
    ),
    Explanation(
        "untranslated-message",
        WARNING,
        "Readers of this language get these words in another one.",
        'msgid "Results"\nmsgstr ""',
        'msgid "Results"\nmsgstr "Ergebnisse"',
    ),
    Explanation(
        "unused-message",
        WARNING,
        "Words that are said nowhere cost translators time for nothing.",
        'msgid "Old button"\nmsgstr "Alter Knopf"',
        "(no such entry)",
    ),
    Explanation(
        "wrong-catalogue-language",
        ERROR,
        "A catalogue in the wrong place would show one language to the readers of another.",
        '"Language: de\\n" in nl.po',
        '"Language: nl\\n" in nl.po',
    ),
    Explanation(
        "wrong-catalogue-name",
        ERROR,
        "A catalogue is found by its language code alone.",
        "dutch.po",
        "nl.po",
        "BCP 47",
    ),
    Explanation(
        "wrong-charset",
        ERROR,
        "Programs would read the letters of the translations wrongly.",
        '"Content-Type: text/plain; charset=ISO-8859-1\\n"',
        '"Content-Type: text/plain; charset=UTF-8\\n"',
    ),
    Explanation(
        "wrong-markup",
        ERROR,
        "A tag that is not closed, or another than in the original, changes the page around it.",
        'msgid "Read <b>this</b>"\nmsgstr "Lies <b>dies"',
        'msgid "Read <b>this</b>"\nmsgstr "Lies <b>dies</b>"',
    ),
    Explanation(
        "wrong-placeholder",
        ERROR,
        "The date or the name that belongs into the sentence would be missing, or the page could not be made.",
        'msgid "Deadline: %(date)s"\nmsgstr "Frist: %(datum)s"',
        'msgid "Deadline: %(date)s"\nmsgstr "Frist: %(date)s"',
    ),
    Explanation(
        "wrong-plural-header",
        ERROR,
        "Numbers would be put into the wrong form of the word, such as “2 minuta” for “2 minute”.",
        '"Plural-Forms: nplurals=2; plural=(n != 1);\\n" in pl.po',
        "the line that the problem gives",
        "CLDR, Language Plural Rules",
    ),
    Explanation(
        "wrong-plurals",
        ERROR,
        "A form that the language needs is missing, so some numbers could not be said.",
        'msgstr[0] "minuta"\nmsgstr[1] ""',
        'msgstr[0] "minuta"\nmsgstr[1] "minuty"\nmsgstr[2] "minut"',
        "CLDR, Language Plural Rules",
    ),
    Explanation(
        "wrong-whitespace",
        WARNING,
        "A space or a line break at the edge of a message separates it from its neighbours.",
        'msgid "of "\nmsgstr "von"',
        'msgid "of "\nmsgstr "von "',
    ),
)
