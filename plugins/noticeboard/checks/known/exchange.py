"""Problems of files that are exchanged with translation tools."""

from __future__ import annotations

from noticeboard.checks.known.explanation import Explanation
from noticeboard.model import Severity

ERROR, WARNING = Severity.ERROR, Severity.WARNING

EXCHANGE = (
    Explanation(
        "broken-placeholder",
        ERROR,
        "A placeholder stands for a link, for code or for a tag, which would be lost or lead to the wrong place.",
        'msgid "Take the <g id=\\"1\\">survey</g>"\nmsgstr "Doe mee aan de enquête"',
        'msgid "Take the <g id=\\"1\\">survey</g>"\nmsgstr "Doe mee aan de <g id=\\"1\\">enquête</g>"',
        "XLIFF 1.2, section 3.6",
    ),
    Explanation(
        "broken-translation",
        ERROR,
        "A translation that is read as other than its original would become a heading, or two paragraphs, or no link.",
        'msgid "Who can answer?"\nmsgstr "Wie kan antwoorden?\\n\\nIedereen."',
        'msgid "Who can answer?"\nmsgstr "Wie kan antwoorden?"',
    ),
    Explanation(
        "damaged-exchange",
        ERROR,
        "What was cut off or lost on the way would be missing from the version, or stand in the wrong place.",
        "a PO file that ends in the middle",
        "the PO file as the translation tool has saved it",
    ),
    Explanation(
        "edited-translation",
        WARNING,
        "Somebody has worked on this text while it was with the translators, and that work would be overwritten.",
        "noticeboard import school-mentoring.nl.po after nl.md was edited",
        "noticeboard export school-mentoring nl -o newer.nl.po",
    ),
    Explanation(
        "fuzzy-segment",
        WARNING,
        "The mark fuzzy says that somebody still has to look at a translation, so it is not taken for current.",
        '#, fuzzy\nmsgid "Deadline"\nmsgstr "Termijn"',
        'msgid "Deadline"\nmsgstr "Uiterste datum"',
        "GNU gettext manual, “Fuzzy Entries”",
    ),
    Explanation(
        "left-over-text",
        WARNING,
        "Readers of a translation would be told something that the original says no longer.",
        "a paragraph in nl.md whose original was deleted in en.md",
        "nl.md without that paragraph",
    ),
    Explanation(
        "outdated-exchange",
        WARNING,
        "While the file was with the translators the original went on, so the version will not be quite current.",
        "noticeboard import school-mentoring.nl.po after en.md was edited",
        "noticeboard export school-mentoring nl -o newer.nl.po",
    ),
    Explanation(
        "unassigned-text",
        ERROR,
        "Where it is not known what translates what, an import could only replace a whole text by another.",
        "a version with other blocks than its original, and no stamp",
        "noticeboard stamp school-mentoring nl",
    ),
    Explanation(
        "untranslated-segment",
        WARNING,
        "What is not translated stays out of a published version, and keeps a new one a draft.",
        'msgid "Deadline"\nmsgstr ""',
        'msgid "Deadline"\nmsgstr "Uiterste datum"',
    ),
)
