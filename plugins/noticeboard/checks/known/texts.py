"""Problems of one text by itself."""

from __future__ import annotations

from noticeboard.checks.known.explanation import Explanation
from noticeboard.model import Severity

ERROR, WARNING = Severity.ERROR, Severity.WARNING

TEXTS = (
    Explanation(
        "duplicate-id",
        ERROR,
        "A link to a heading can lead to one place only, and some ids belong to the page around the text.",
        "## Aims {#aims}\n\n## More aims {#aims}",
        "## Aims {#aims}\n\n## More aims {#more-aims}",
        "HTML Living Standard, 3.2.6: the id attribute",
    ),
    Explanation(
        "empty-text",
        ERROR,
        "A page with a title and nothing else tells readers nothing.",
        "---\ntitle: Survey on mentoring\n---",
        "---\ntitle: Survey on mentoring\n---\n\nMentors help new teachers.",
    ),
    Explanation(
        "heading-level",
        ERROR,
        "The title is the page's only heading of level 1; people who listen to pages find their way by these levels.",
        "# Aims",
        "## Aims",
        "WCAG 2.2, success criterion 1.3.1",
    ),
    Explanation(
        "missing-alt",
        ERROR,
        "People who cannot see the picture are told nothing, or the name of a file.",
        "![](handshake.jpg)",
        "![Two teachers shake hands](handshake.jpg)",
        "WCAG 2.2, success criterion 1.1.1",
    ),
    Explanation(
        "missing-credit",
        ERROR,
        "Nearly every licence demands that the maker of a picture is named where it is shown.",
        "image: handshake.jpg",
        "image: handshake.jpg\nimage_credit: Pixabay / Geralt",
        "CC BY 4.0, section 3(a)",
    ),
    Explanation(
        "needless-ignore",
        WARNING,
        "What silences nothing today would silence a new problem tomorrow, without anybody having decided so.",
        "ignore: {doubled-word: It is a name}\n\nMentors help new teachers.",
        "Mentors help new teachers.",
    ),
    Explanation(
        "nested-too-deep",
        ERROR,
        "Nobody can follow so many levels, and the program would take hours or lose its way in them.",
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[teaching",
        "[teaching](https://example.org/)",
    ),
    Explanation(
        "picture-not-alone",
        ERROR,
        "A picture has a caption and a credit below it, for which there is no room inside a sentence.",
        "Mentors ![Two teachers](two.jpg) help.",
        "Mentors help.\n\n![Two teachers](two.jpg)",
    ),
    Explanation(
        "removed-html",
        WARNING,
        "What is not known to be safe is taken out of the page, so readers will not see it as it was meant.",
        "<script>alert(1)</script>",
        "**Note:** the survey closes on Sunday.",
    ),
    Explanation(
        "too-long",
        ERROR,
        "What is so long is no text for a web page; usually another file has been saved under this name.",
        "a report of 300 pages",
        "a summary with a link to the report",
    ),
)
