"""A segment's source, normalised: differences that readers cannot see are removed."""

from __future__ import annotations

import re
from html import unescape

_NOTHING_TO_DO = re.compile(r"[^_&\u2026\u2013\u2014<^|]*\Z")
_ELLIPSIS, _HYPHENS = "...", "--"
_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_MARKUP = frozenset("<>&*_[](){}`\\|#!")
_UNDERSCORES = re.compile(r"(?<![\w\\_])(_{1,3})(?![\s_])((?:(?!\1)[^\n]|\n(?!\n))+?)(?<![\s_\\])\1(?![\w_])")
_DASH = re.compile(r"(?<=\s)(?:-{2,3}|[\u2013\u2014])(?=\s)")
_RANGE = re.compile(r"(?<=\d)\u2013(?=\d)")
_NOTE = re.compile(r"\[\^[^\[\]\s]{1,200}\]")
_RULING = re.compile(r"(?m)^[ \t|:-]*-[ \t|:-]*$")
_EDGES = re.compile(r"(?m)^[ \t]*\|[ \t]*|[ \t]*\|[ \t]*$")
_CELL = re.compile(r"[ \t]*\|[ \t]*")


def same_meaning(text: str, kind: str) -> str:
    """The source of a segment of that kind, the same for all spellings of one meaning.

    Entities are the characters that they name, unless these would be markup; emphasis is written with asterisks; three
    full stops are an ellipsis, dashes between spaces are one dash, a dash between figures is a hyphen; footnotes have
    no labels, the columns of tables no alignment, and comments are gone. Code stays as it is.
    """
    if kind == "code" or (_NOTHING_TO_DO.match(text) and _ELLIPSIS not in text and _HYPHENS not in text):
        return text
    pieces, at = [], 0
    for code in _CODE.finditer(text) if "`" in text else ():
        pieces += [_plain(text[at : code.start()]), code[0]]
        at = code.end()
    joined = "".join([*pieces, _plain(text[at:])])
    return _table(joined) if kind == "table" else joined


def is_comment(text: str) -> bool:
    """Whether a block of raw HTML holds nothing but comments."""
    return "<!--" in text and not _without_comments(text).strip()


def _without_comments(text: str) -> str:
    """The text without comments; where no end follows any more, none is looked for."""
    end = text.rfind("-->") + len("-->")
    return _COMMENT.sub("", text[:end]) + text[end:]


def _plain(text: str) -> str:
    if "<!--" in text:
        text = _without_comments(text)
    if "&" in text:
        text = _ENTITY.sub(_meant, text)
    if "_" in text:
        text = _asterisks(text)
    if "[^" in text:
        text = _NOTE.sub("[^]", text)
    text = _DASH.sub("\u2013", text.replace(_ELLIPSIS, "\u2026"))
    return _RANGE.sub("-", text)


def _meant(entity: re.Match[str]) -> str:
    character = unescape(entity[0])
    return entity[0] if set(character) & _MARKUP else character


def _asterisks(text: str) -> str:
    changed = _UNDERSCORES.sub(lambda found: "*" * len(found[1]) + found[2] + "*" * len(found[1]), text)
    return changed if changed == text else _asterisks(changed)


def _table(text: str) -> str:
    """The rows without pipes at their ends, spaces around the others, and what aligns the columns."""
    rows = _RULING.sub("|", _EDGES.sub("", text))
    return _CELL.sub(" | ", rows)
