"""Problems of YAML: front matter and settings that cannot be read, or that mean something else than they seem to."""

from __future__ import annotations

from noticeboard.checks.known.explanation import Explanation
from noticeboard.model import Severity

ERROR, WARNING = Severity.ERROR, Severity.WARNING
_SPEC = "YAML 1.2.2"

YAML = (
    Explanation(
        "duplicate-key",
        ERROR,
        "Of two lines with the same key only one can count, and nobody can tell which was meant.",
        "deadline: 2023-02-19\ndeadline: 2023-02-26",
        "deadline: 2023-02-26",
        f"{_SPEC}, section 3.2.1.3",
    ),
    Explanation(
        "hash-in-value",
        WARNING,
        "A # behind a space begins a comment, so that the rest of the line would be lost.",
        "title: Survey #3 on mentoring",
        'title: "Survey #3 on mentoring"',
        f"{_SPEC}, section 6.6",
    ),
    Explanation(
        "invalid-key",
        ERROR,
        "A key that is no word is known to nobody, so its value would be lost.",
        "2023: 5",
        '"2023": 5',
    ),
    Explanation(
        "malformed-yaml",
        ERROR,
        "From this place on nobody can tell what is meant, so the file cannot be published.",
        "title: Mentoring: what helps",
        'title: "Mentoring: what helps"',
        _SPEC,
    ),
    Explanation(
        "missing-front-matter",
        ERROR,
        "Without front matter a text has no title, no date and no deadline.",
        "Mentors help new teachers.",
        "---\ntitle: Survey on mentoring\n---\n\nMentors help new teachers.",
    ),
    Explanation(
        "not-a-mapping",
        ERROR,
        "Front matter and settings are keys with values; anything else has no meaning.",
        "- Survey on mentoring",
        "title: Survey on mentoring",
    ),
    Explanation(
        "several-documents",
        ERROR,
        "A line of three hyphens ends the front matter, so what stands below it would be lost.",
        "title: Survey\n--- draft\ndeadline: 2023-02-19",
        "title: Survey\ndeadline: 2023-02-19",
        f"{_SPEC}, section 9.1.2",
    ),
    Explanation(
        "unclosed-front-matter",
        ERROR,
        "Without an end the whole text would be read as front matter.",
        "---\ntitle: Survey on mentoring\n\nMentors help new teachers.",
        "---\ntitle: Survey on mentoring\n---\n\nMentors help new teachers.",
    ),
    Explanation(
        "yaml-alias",
        ERROR,
        "A value that begins with * or & points to another one in YAML, which is hardly ever what an editor means.",
        "image_alt: *important*",
        'image_alt: "*important*"',
        f"{_SPEC}, section 3.2.2.2",
    ),
    Explanation(
        "yaml-tag",
        ERROR,
        "A value that begins with ! names a type in YAML, which is hardly ever what an editor means.",
        "title: !Viva la escuela!",
        'title: "!Viva la escuela!"',
        f"{_SPEC}, section 6.8.1",
    ),
    Explanation(
        "yaml-too-deep",
        ERROR,
        "Nothing here needs more than a few levels; more of them can make a program that reads them fail.",
        "tags: [[[[[[[[[[[[[[[[[[[[[teaching]]]]]]]]]]]]]]]]]]]]]",
        "tags: [teaching]",
    ),
)
