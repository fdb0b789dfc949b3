"""Plain words as Markdown that shows them and nothing else."""

from __future__ import annotations

import re
from urllib.parse import quote

_SPECIAL = re.compile(
    r"\\+(?=[<&~])|[\\`*\[\]]|(?<![^\W_])_|_(?![^\W_])|\{(?=[:#.\w])|<(?=\S)|&(?=#?\w+;)|~(?=~)|!(?=\[)"
)
_BEGINNING = re.compile(
    r"(?m)^([ \t]*)(?:(#{1,6})(?=[ \t]|$)|([+-])(?=[ \t]|$)|(>)|(\d{1,9})([.)])(?=[ \t]|$)|(:)(?=[ \t]))"
)
_LINE = re.compile(r"(?m)^([ \t]*)([-=])(?=\2*[ \t]*$)")
_REFERENCES = {"<": "&lt;", "&": "&amp;", "~": "&#126;"}
"""Signs that no backslash escapes."""
_KEPT = "!#$%&'*+,-./:;=?@[]_~{}"
"""What an address may hold as it is; percent signs are the author's own."""


def escaped(text: str, *, cell: bool = False) -> str:
    """The words, with what would be read as markup inside a line escaped; in a cell of a table bars, too."""
    done = _SPECIAL.sub(_escape, text)
    return done.replace("|", "\\|") if cell else done


def _escape(found: re.Match[str]) -> str:
    """The sign so that it means itself; a backslash in front of a reference would be taken for one of Markdown's."""
    if found[0][0] == "\\" and found.string[found.end() : found.end() + 1] in ("<", "&", "~"):
        return "&#92;" * len(found[0])
    return _REFERENCES.get(found[0], f"\\{found[0]}")


def safe_beginnings(text: str) -> str:
    """A paragraph of which no line begins like a heading, an item, a quotation, a definition or a rule."""
    done = _BEGINNING.sub(_escaped_beginning, text)
    return _LINE.sub(lambda found: f"{found[1]}\\{found[2]}" if found[2] == "-" else f"{found[1]}&#61;", done)


def _escaped_beginning(found: re.Match[str]) -> str:
    blank, hashes, bullet, quotation, number, dot, colon = found.groups()
    if number:
        return f"{blank}{number}\\{dot}"
    return f"{blank}&#58;" if colon else f"{blank}\\{hashes or bullet or quotation}"


def escaped_address(address: str) -> str:
    """The target of a link: what ends one there is written with percent signs (RFC 3986, 2.1)."""
    return quote(address, safe=_KEPT).replace("%25", "%") if re.search(r"[\s()<>\"\\`|^]", address) else address


def quoted_attribute(text: str) -> str:
    """Words between double quotation marks, for titles and attribute lists; marks in them are curly."""
    line = " ".join(text.split()).replace("{", "(").replace("}", ")")
    return re.sub(r'"', "\u201d", re.sub(r'(?<![^\s(\[])"', "\u201c", line))
