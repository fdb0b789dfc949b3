"""Problems of how texts, files and lists fit together."""

from __future__ import annotations

from noticeboard.checks.known.explanation import Explanation
from noticeboard.model import Severity

ERROR, WARNING = Severity.ERROR, Severity.WARNING

TOGETHER = (
    Explanation(
        "address-collision",
        ERROR,
        "Two pages cannot have one address: readers would see only one of them.",
        "surveys/2023/en.md beside the list of the year 2023",
        "surveys/mentoring-2023/en.md",
    ),
    Explanation(
        "broken-link",
        ERROR,
        "Readers who follow the link find nothing.",
        "[the results](../../results/mentorring/)",
        "[the results](../../results/mentoring/)",
    ),
    Explanation(
        "contradiction",
        ERROR,
        "Two lines say the opposite of each other, and readers would be shown one of them by chance.",
        "languages: [en, nl] in an announcement with the file sv.md",
        "languages: [en, nl, sv]",
    ),
    Explanation(
        "missing-image",
        ERROR,
        "Readers would see an empty frame.",
        "image: handshake.png beside handshake.jpg",
        "image: handshake.jpg",
    ),
    Explanation(
        "missing-original",
        ERROR,
        "A translation is compared with its original, so the original must be there and be no translation itself.",
        "translates: fr where there is no fr.md",
        "translates: en",
    ),
    Explanation(
        "removed-announcement",
        WARNING,
        "People have its address in their bookmarks and feeds, and search engines lead to it; now they find nothing.",
        "content/surveys/mentoring/ deleted after it was published",
        "moved_from: [surveys/mentoring] in what has taken its place",
    ),
    Explanation(
        "unknown-term",
        ERROR,
        "A term that is on no list has no label in any language and no page.",
        "audience: [techer]",
        "audience: [teacher]",
    ),
    Explanation(
        "unreadable-image",
        ERROR,
        "Readers would see a broken picture, or it would take their browser's memory.",
        "handshake.jpg that is a text file",
        "handshake.jpg that is a JPEG picture",
    ),
    Explanation(
        "versions-disagree",
        ERROR,
        "Readers of one language would be told another date or address than those of the others.",
        "deadline: 2023-02-19 in en.md, deadline: 2023-02-20 in nl.md",
        "deadline: 2023-02-19 in en.md, and in no other version or the same",
    ),
)
