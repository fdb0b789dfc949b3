"""Styles of a drawing: CSS that names its properties and functions, written again from what was understood.

The grammar is a small part of CSS Syntax 3: no escapes, no at-rules but @media, no functions that load. What it does
not know is a fault, so nothing depends on how a browser reads what is there.
"""

from __future__ import annotations

import re

from noticeboard.sources.svg.allowed import DROPPED_PROPERTIES, FUNCTIONS, PROPERTIES

_BLANKS = re.compile(r"\s+")
_REFERENCE = re.compile(r"""url\(\s*(["']?)#([\w.:-]+)\1\s*\)""", re.IGNORECASE)
_FUNCTION = re.compile(r"([\w-]*)\(")
_VALUE = re.compile(r"""(?:[\w\s#%.,()+*/!-]|"[^"'\\<>{}@;()]*"|'[^"'\\<>{}@;()]*')*""")
_STRANGE = re.compile(r"""[^\w\s#%.,()+*/!"'-]""")
_RULE = re.compile(
    r"""\s*(?:
        (?P<media>@media\s[\w\s():,.-]+)\{
        | (?P<selector>[\w\s.\#,>*+~:()-]+)\{(?P<body>[^{}]*)\}
        | (?P<close>\})
        | \Z)""",
    re.VERBOSE,
)
_OF_PROGRAMS = ("-inkscape-", "-sodipodi-")
_MEDIA = "@media"
_SHOWN = 40


class StyleFaultError(ValueError):
    """What is in a style and does not draw: its words, and where they begin in characters."""

    def __init__(self, text: str, offset: int = 0) -> None:
        """Takes the words and their offset."""
        super().__init__(text)
        self.text, self.offset = text.strip()[:_SHOWN], offset


def checked_value(value: str) -> tuple[str, list[str]]:
    """The value of a property or attribute written again, and the ids that it refers to; raises StyleFaultError."""
    value = _BLANKS.sub(" ", without_comments(value)).strip()
    rest = _REFERENCE.sub(" ", value)
    for function in _FUNCTION.finditer(rest):
        if function[1] and function[1].lower() not in FUNCTIONS:
            raise StyleFaultError(function[0] + ")")
    if not _VALUE.fullmatch(rest):
        strange = _STRANGE.search(rest)
        raise StyleFaultError(strange[0] if strange else rest)
    return _REFERENCE.sub(lambda m: f"url(#{m[2]})", value), [m[2] for m in _REFERENCE.finditer(value)]


def checked_declarations(style: str) -> tuple[str, list[str]]:
    """The declarations of a `style` attribute or a rule again, and the ids they refer to; raises StyleFaultError."""
    kept, ids, offset = [], list[str](), 0
    for declaration in without_comments(style).split(";"):
        try:
            words, named = _declaration(declaration)
        except StyleFaultError as fault:
            before = len(declaration) - len(declaration.lstrip())
            raise StyleFaultError(fault.text, offset + before) from fault
        kept += [words] if words else []
        ids += named
        offset += len(declaration) + 1
    return ";".join(kept), ids


def _declaration(declaration: str) -> tuple[str, list[str]]:
    """One declaration written again, "" for what programs note for themselves, and the ids it refers to."""
    name, colon, value = declaration.partition(":")
    name = name.strip().lower()
    if name.startswith(_OF_PROGRAMS) or name in DROPPED_PROPERTIES or not (name or colon):
        return "", []
    if name not in PROPERTIES or not colon:
        raise StyleFaultError(name or declaration)
    words, ids = checked_value(value)
    return f"{name}:{words}", ids


def checked_sheet(sheet: str) -> tuple[str, list[tuple[str, str]]]:
    """A style sheet written again, and what its rules refer to as (selector, id); raises StyleFaultError."""
    text = without_comments(sheet)
    out, references, position, inside_media = [], list[tuple[str, str]](), 0, False
    while position < len(text):
        rule = _RULE.match(text, position)
        if not rule or (rule["media"] and inside_media) or (rule["close"] and not inside_media):
            raise StyleFaultError(text[position : position + 2 * _SHOWN], _first_word(text, position))
        position = rule.end()
        inside_media = bool(rule["media"]) or (inside_media and not rule["close"])
        words, ids = _rule(rule)
        out.append(words)
        references += ids
    if inside_media:
        raise StyleFaultError(_MEDIA, len(text))
    return "".join(out), references


def _rule(rule: re.Match[str]) -> tuple[str, list[tuple[str, str]]]:
    """A rule, or the beginning or end of a group of rules, written again, and what it refers to."""
    if rule["media"]:
        return f"{_BLANKS.sub(' ', rule['media'].strip())}{{", []
    if not rule["selector"]:
        return rule["close"] or "", []
    selector = _BLANKS.sub(" ", rule["selector"].strip())
    try:
        declarations, ids = checked_declarations(rule["body"])
    except StyleFaultError as fault:
        raise StyleFaultError(fault.text, rule.start("body") + fault.offset) from fault
    return f"{selector}{{{declarations}}}", [(selector, name) for name in ids]


def _first_word(text: str, position: int) -> int:
    return position + len(text[position:]) - len(text[position:].lstrip())


def without_comments(text: str) -> str:
    """The text with as many blanks in the place of each comment; raises StyleFaultError for one without an end."""
    kept, position = [], 0
    while (begin := text.find("/*", position)) >= 0:
        end = text.find("*/", begin + 2)
        if end < 0:
            raise StyleFaultError(text[begin:], begin)
        kept += [text[position:begin], " " * (end + 2 - begin)]
        position = end + 2
    return "".join([*kept, text[position:]])
