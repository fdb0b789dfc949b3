"""Problems of settings, theme and disk, for whoever runs the program."""

from __future__ import annotations

from noticeboard.checks.known.explanation import Explanation
from noticeboard.model import Severity

ERROR, WARNING = Severity.ERROR, Severity.WARNING

PROGRAM = (
    Explanation(
        "broken-template",
        ERROR,
        "A page that cannot be made would be missing from the site.",
        "{{ page.titel }}",
        "{{ page.title }}",
    ),
    Explanation(
        "cache-lost",
        WARNING,
        "Without what earlier builds have kept, everything is read and made anew, which only costs time.",
        "a cache file that was cut off",
        "noticeboard clean",
    ),
    Explanation(
        "missing-format",
        ERROR,
        "Pictures are published in formats that browsers load quickly, and this installation cannot write one of them.",
        "Pillow built without AVIF",
        "Pillow from its own wheels",
    ),
    Explanation(
        "not-written",
        ERROR,
        "A full disk or missing permissions keep the new site from being written; the old one stays as it was.",
        "a disk without room",
        "a disk with room",
    ),
    Explanation(
        "search-failed",
        ERROR,
        "Without its index the search page of a language would find nothing; the old site stays as it was.",
        "an installation without Pagefind",
        "pip install 'pagefind[bin]'",
    ),
    Explanation(
        "wrong-setting",
        ERROR,
        "With this setting Pelican would wipe the site on disk before the new one is known to be good, or make pages "
        "of its own.",
        "DELETE_OUTPUT_DIRECTORY = True",
        "DELETE_OUTPUT_DIRECTORY = False",
    ),
    Explanation(
        "failed-build",
        ERROR,
        "A fault in the settings, in a plugin or in the program keeps the preview from building; it goes on showing "
        "the last pages that could be built.",
        'SITENAME = "Board',
        'SITENAME = "Board"',
    ),
)
