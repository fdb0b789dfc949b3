"""Problems of files and folders: where they lie, what they are called, whether they can be read."""

from __future__ import annotations

from noticeboard.checks.known.explanation import Explanation
from noticeboard.model import Severity

ERROR, WARNING = Severity.ERROR, Severity.WARNING

FILES = (
    Explanation(
        "empty-file",
        ERROR,
        "A file without a word would become a page without a word.",
        "(nothing)",
        "---\ntitle: Survey on mentoring\n---\n\nMentors help new teachers.",
    ),
    Explanation(
        "invalid-character",
        ERROR,
        "Control characters cannot be seen or typed; browsers show a box instead, or nothing at all.",
        "10\u241f%",
        "10 %",
        "HTML Living Standard, 13.2.3.5: control characters are parse errors",
    ),
    Explanation(
        "language-not-offered",
        ERROR,
        "A page in a language that the platform does not offer has no menus, no list and no address.",
        "surveys/school-mentoring/ned.md",
        "surveys/school-mentoring/nl.md",
        "BCP 47",
    ),
    Explanation(
        "nested-folder",
        ERROR,
        "Every announcement has one folder, and its files lie in it, so that each has one address.",
        "surveys/school-mentoring/pictures/handshake.jpg",
        "surveys/school-mentoring/handshake.jpg",
    ),
    Explanation(
        "no-content",
        ERROR,
        "Without a content folder there is nothing to build.",
        "noticeboard build contents",
        "noticeboard build content",
    ),
    Explanation(
        "no-text",
        ERROR,
        "A folder without a text was probably meant to become an announcement, and readers would never see it.",
        "surveys/school-mentoring/handshake.jpg and nothing else",
        "surveys/school-mentoring/handshake.jpg and en.md",
    ),
    Explanation(
        "not-utf-8",
        ERROR,
        "Only in UTF-8 do the letters of all languages come out as they were typed.",
        "Enqu\ufffdte",
        "Enquête",
        "RFC 3629",
    ),
    Explanation(
        "strange-file",
        ERROR,
        "What lies where nothing is expected would be left out of the site without a word.",
        "platform.yaml",
        "platform.yml",
    ),
    Explanation(
        "unknown-kind",
        ERROR,
        "Only folders that are a kind of announcement are published; texts in others would be lost.",
        "survey/school-mentoring/en.md",
        "surveys/school-mentoring/en.md",
    ),
    Explanation(
        "unreadable-file",
        ERROR,
        "A file that cannot be read would be missing from the site.",
        "a file that only its owner may read",
        "a file that everybody in the team may read",
    ),
    Explanation(
        "unsafe-svg",
        ERROR,
        "An SVG file is a document: it can run scripts, load things from elsewhere and tell others who looks at it.",
        "<script>…</script> in logo.svg",
        "logo.svg exported as “plain SVG”",
        "SVG 2, 2.2: processing modes; OWASP, Unrestricted File Upload",
    ),
    Explanation(
        "unused-file",
        WARNING,
        "A file that no text uses is not published; perhaps a picture or a link was forgotten.",
        "handshake.jpg beside texts that do not name it",
        "image: handshake.jpg",
    ),
    Explanation(
        "wrong-name",
        ERROR,
        "Names of folders and terms become part of addresses, which must be easy to type and to read out.",
        "surveys/School Mentoring/",
        "surveys/school-mentoring/",
        "RFC 3986, section 2.3",
    ),
)
