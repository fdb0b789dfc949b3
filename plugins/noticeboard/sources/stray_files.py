"""Files in a content folder that are no texts: those of systems and editors, and texts saved in another format."""

from __future__ import annotations

import re

from noticeboard.languages.tag_guesses import likely_tag

_SYSTEM = re.compile(
    r"(?i:thumbs\.db|ehthumbs\.db|desktop\.ini|icon\r|~\$.*|.*\.(?:swp|swo|bak|orig|tmp))|__MACOSX|#.*#"
)
"""Files that systems and editors create."""


_SOURCE = re.compile(r"([a-z]{2,3}(?:-[A-Za-z]+)?)\.(?i:(txt)|docx?|odt|rtf|html?)")
"""Names of files in which a language's text may have been written elsewhere; group 2 for plain text."""


MEANT = re.compile(r"([a-z]{2,3}(?:-[A-Za-z]+)?)\s*\.(?i:md|markdown|mdown)(?i:\.txt|\.md)?\s*")
"""Names of files that are meant for a language's text; those that end in .md are reported elsewhere."""


def is_left_behind(name: str) -> bool:
    """Whether systems and editors create files of that name: dot files, backups, Thumbs.db, ~$text.docx."""
    return name.startswith(".") or name.endswith("~") or bool(_SYSTEM.fullmatch(name))


def source_hint(name: str) -> str:
    """What to do with a file that nobody uses and in which a language's text seems to be written; "" for others."""
    found = _SOURCE.fullmatch(name)
    if not found or likely_tag(found[1]) != found[1]:
        return ""
    if found[2]:
        return "If it is the text in that language, name it {nearest}."
    return "If it is the text in that language, make {nearest} of it: noticeboard adopt {file}"
