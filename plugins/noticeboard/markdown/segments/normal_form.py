"""A segment's text without what may differ although it says the same: wrapping, quote style, markers, shared facts."""

from __future__ import annotations

import re
import unicodedata

from noticeboard.markdown.segments.same_meaning import same_meaning
from noticeboard.markdown.source_map.attribute_lists import block_list, heading_list

_DEADLINE = re.compile(r"\[[^\[\]]{0,200}\]\(\s?\{deadline\}\s?\)")
_SURVEY = "({survey})"
_CREDIT = re.compile(r"""(?<=[{ ])credit=(?:"[^"\n]*"|'[^'\n]*'|[^ }\n]+) ?""")
_QUOTED = re.compile(r"^(?: {0,3}> ?)+", re.MULTILINE)
_BULLET = re.compile(r"^([ \t]*)[*+-](?=[ \t])", re.MULTILINE)
_NUMBER = re.compile(r"^([ \t]*)\d{1,9}[.)](?=[ \t])", re.MULTILINE)
_RULING = re.compile(r"-{2,}")
_SPACE = re.compile(r"\s+")
_MARKS = re.compile(r" ?[\"'\u2018-\u201f\u00ab\u00bb\u2039\u203a\u300c-\u300f\uff02\uff07] ?")
_UNDERLINE = re.compile(r"\n *(?:=+|-+) *\Z")
_HASHES = re.compile(r"\A#{1,6} *| *#+ *\Z")


def normal(text: str, kind: str = "paragraph", survey: str = "") -> str:
    """The text of a segment in the form for its digest.

    Typographic variants, spellings of emphasis, labels of footnotes and invisible remarks are normalised
    (same_meaning.py); everything else is as in `former_normal`.
    """
    return former_normal(same_meaning(text, kind), kind, survey)


def former_normal(text: str, kind: str = "paragraph", survey: str = "") -> str:
    """The text of a segment in the form that digests were made of before; older stamps hold these.

    `kind` is that of the segment. White space is one space, quotation marks of every style are one character without
    space around it, links to the deadline are `{deadline}`, the survey's address is `{survey}`; credits, ids of
    headings and the markers of list items and quotations are gone. Code keeps its white space. NFC.
    """
    text = unicodedata.normalize("NFC", text)
    if kind == "code":
        return text
    text = _without_markers(text, kind)
    if "{deadline}" in text:
        text = _DEADLINE.sub("{deadline}", text)
    if survey and survey in text:
        text = text.replace(f"({survey})", _SURVEY).replace(f"<{survey}>", _SURVEY)
    if "credit=" in text:
        text = _CREDIT.sub("", text).replace("{}", "")
    return _MARKS.sub('"', _SPACE.sub(" ", text)).strip()


def _without_markers(text: str, kind: str) -> str:
    if kind == "heading":
        return _heading(text)
    if kind == "quote":
        return _QUOTED.sub("", text)
    if kind == "list":
        return _NUMBER.sub(r"\g<1>1.", _BULLET.sub(r"\1-", text))
    if kind == "table":
        return _RULING.sub("-", text)
    if kind == "paragraph" and (found := block_list(text)):
        return text[: found.start()]
    return text


def _heading(text: str) -> str:
    line = _UNDERLINE.sub("", text)
    found = heading_list(line)
    return _HASHES.sub("", line[: found.start()] if found else line)
