"""Problems of the values in front matter, vocabularies and settings."""

from __future__ import annotations

from noticeboard.checks.known.explanation import Explanation
from noticeboard.model import Severity

ERROR = Severity.ERROR

FRONT_MATTER = (
    Explanation(
        "empty-value",
        ERROR,
        "A key without a value says neither yes nor no, and what was meant to stand there would be missing.",
        "deadline:",
        "deadline: 2023-02-19",
    ),
    Explanation(
        "impossible-date",
        ERROR,
        "A day that is in no calendar can be neither shown nor kept.",
        "deadline: 2023-02-30",
        "deadline: 2023-02-28",
        "ISO 8601",
    ),
    Explanation(
        "missing-key",
        ERROR,
        "Readers need this fact, or another line makes no sense without it.",
        "title: Survey on mentoring",
        "title: Survey on mentoring\ndeadline: 2023-02-19",
    ),
    Explanation(
        "path-leaves-folder",
        ERROR,
        "Files of an announcement lie beside its texts, so that they move with it and nobody else changes them.",
        "image: ../other-survey/handshake.jpg",
        "image: handshake.jpg",
    ),
    Explanation(
        "repeated-entry",
        ERROR,
        "An entry that stands twice would be shown twice; another one was probably meant.",
        "tags: [teaching, teaching]",
        "tags: [teaching, mentoring]",
    ),
    Explanation(
        "unknown-key",
        ERROR,
        "A key that nobody knows is usually a misspelt one, and its value would be lost.",
        "deadlin: 2023-02-19",
        "deadline: 2023-02-19",
    ),
    Explanation(
        "unsafe-address",
        ERROR,
        "Only what goes to an address with https:// is protected on its way; other addresses can even run a script.",
        "survey: http://example.org/survey",
        "survey: https://example.org/survey",
        "RFC 9110, section 4.2.2",
    ),
    Explanation(
        "wrong-address",
        ERROR,
        "Only a former address of this platform can lead to the page that took its place.",
        "moved_from: [https://example.org/old]",
        "moved_from: [surveys/old-name]",
    ),
    Explanation(
        "wrong-date",
        ERROR,
        "Written year-month-day, a date means the same to everybody; 02/03 is in March here and in February there.",
        "deadline: 19.02.2023",
        "deadline: 2023-02-19",
        "ISO 8601",
    ),
    Explanation(
        "wrong-ignore",
        ERROR,
        "A problem can be silenced only by its right name, and only where it is a warning.",
        "ignore: {doubled-wrd: It is a name}",
        "ignore: {doubled-word: It is a name}",
    ),
    Explanation(
        "wrong-language",
        ERROR,
        "Browsers and screen readers know languages by their codes alone.",
        "languages: [dutch]",
        "languages: [nl]",
        "BCP 47",
    ),
    Explanation(
        "wrong-status",
        ERROR,
        "With any other word nobody could tell whether the text may be published.",
        "status: finished",
        "status: published",
    ),
    Explanation(
        "wrong-time-zone",
        ERROR,
        "A deadline ends at midnight, and without a time zone nobody knows where.",
        "time_zone: CET/Brussels",
        "time_zone: Europe/Brussels",
        "IANA Time Zone Database",
    ),
    Explanation(
        "wrong-type",
        ERROR,
        "A value of another kind than expected cannot be shown.",
        "title: 2023",
        'title: "2023"',
    ),
    Explanation(
        "wrong-value",
        ERROR,
        "This value has no meaning here.",
        "requires: [everything]",
        "requires: [deadline]",
    ),
)
