"""Runs of words -> Markdown with the same emphasis."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from noticeboard.adoption.escaping import escaped, escaped_address
from noticeboard.adoption.text_runs import (
    BREAK,
    CODE,
    EMPHASIS,
    SPACES,
    STRONG,
    STRUCK,
    SUBSCRIPT,
    SUPERSCRIPT,
    TextRun,
    collapsed,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


_MARKERS = {STRONG: "**", EMPHASIS: "*", STRUCK: "~~"}


_ORDER = (STRONG, EMPHASIS, STRUCK, SUPERSCRIPT, SUBSCRIPT, CODE)
"""The looks, from the outermost mark to the innermost."""


class _MarkedText(NamedTuple):
    """Markdown, and the marker around it: "" for none."""

    text: str
    marker: str = ""
    tag: str = ""


def as_markdown(runs: Iterable[TextRun], *, line_break: str = "\\\n", cell: bool = False) -> str:
    """The Markdown of the runs; `line_break` is what a break becomes, `cell` says that it goes into a table row."""
    return _linked(_merged(collapsed(runs)), line_break, cell=cell)


def _merged(runs: Sequence[TextRun]) -> list[TextRun]:
    """The runs, neighbours of the same looks as one; spaces alone take over the looks that are on both sides."""
    smooth = list(runs)
    for at in range(1, len(smooth) - 1):
        before, run, behind = smooth[at - 1 : at + 2]
        if not run.mark and run.text.strip(SPACES) == "" and run.text != BREAK and not (before.mark or behind.mark):
            same_link = before.address if before.address == behind.address else ""
            smooth[at] = run._replace(
                looks=before.looks & behind.looks,
                address=same_link,
                lang=before.lang if before.lang == behind.lang else "",
            )
    done: list[TextRun] = []
    for run in smooth:
        last = done[-1] if done else None
        if last and not (run.mark or last.mark) and BREAK not in (run.text, last.text) and last[1:] == run[1:]:
            done[-1] = last._replace(text=last.text + run.text)
        else:
            done.append(run)
    return done


def _linked(runs: Sequence[TextRun], line_break: str, *, cell: bool) -> str:
    pieces = []
    for address, group in groupby(runs, lambda run: run.address):
        inner = _foreign(list(group), line_break, cell=cell)
        if not address:
            pieces.append(_MarkedText(inner))
            continue
        before, core, behind = _edges(inner)
        pieces.append(_MarkedText(f"{before}[{core}]({escaped_address(address)}){behind}" if core else inner))
    return _joined(pieces)


def _foreign(runs: Sequence[TextRun], line_break: str, *, cell: bool) -> str:
    groups = [(lang, list(group)) for lang, group in groupby(runs, lambda run: run.lang)]
    shown = [(lang, _looking(group, _ORDER, line_break, cell=cell)) for lang, group in groups]
    out = ""
    for at, (lang, inner) in enumerate(shown):
        before, core, behind = _edges(inner)
        follows = (behind + (shown[at + 1][1] if at + 1 < len(shown) else ""))[:1]
        alone = not (out + before)[-1:].isalnum() and (out + before)[-1:] != "*" and follows != "*"
        if lang and core and alone and not set("*[]<>_{}~`\\") & set(core):
            out += f"{before}*{core}*{{lang={lang}}}{behind}"
        else:
            out += f'{before}<span lang="{lang}">{core}</span>{behind}' if lang and core else inner
    return out


def _looking(runs: Sequence[TextRun], looks: Sequence[str], line_break: str, *, cell: bool) -> str:
    if not looks:
        return "".join(_plain(run, line_break, cell=cell) for run in runs)
    look, pieces = looks[0], []
    for has, group in groupby(runs, lambda run: look in run.looks and run.text != BREAK):
        members = list(group)
        if has and look == CODE:
            code = _code("".join(run.text for run in members))
            pieces.append(_MarkedText(code.replace("|", "\\|") if cell else code))
            continue
        inner = _looking(members, looks[1:], line_break, cell=cell)
        before, core, behind = _edges(inner)
        if has and core:
            pieces += [_MarkedText(before), _MarkedText(core, _MARKERS.get(look, ""), look), _MarkedText(behind)]
        else:
            pieces.append(_MarkedText(inner))
    return _joined([piece for piece in pieces if piece.text])


def _plain(run: TextRun, line_break: str, *, cell: bool) -> str:
    if run.mark:
        return run.mark
    return line_break if run.text == BREAK else escaped(run.text, cell=cell)


def _code(text: str) -> str:
    """Code between backticks, with more of them than the longest run in the code."""
    longest = max((len(found) for found in re.findall(r"`+", text)), default=0)
    fence, text = "`" * (longest + 1), " ".join(text.split())
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{pad}{text}{pad}{fence}" if text else ""


def _edges(text: str) -> tuple[str, str, str]:
    """The white space before, the text, and the white space after."""
    core = text.strip(" ")
    start = text.find(core) if core else len(text)
    return text[:start], core, text[start + len(core) :]


def _joined(pieces: Sequence[_MarkedText]) -> str:
    """The pieces in their markers; in tags where the markers would not be read as such (CommonMark, 6.2)."""
    out = ""
    for at, piece in enumerate(pieces):
        behind = pieces[at + 1].text if at + 1 < len(pieces) and not pieces[at + 1].tag else ""
        follows = bool(at + 1 < len(pieces) and pieces[at + 1].tag)
        if not piece.tag:
            out += piece.text
        elif piece.marker and not follows and _is_read(out[-1:], piece.text, behind[:1]):
            out += f"{piece.marker}{piece.text}{piece.marker}"
        else:
            out += f"<{piece.tag}>{piece.text}</{piece.tag}>"
    return out


def _is_read(before: str, inner: str, behind: str) -> bool:
    """Whether a marker around `inner` opens and closes between these two characters."""
    first, last = inner[0], inner[-1]
    if before in ("*", "~", "\\") or behind in ("*", "~") or "*" in (first, last) or "~" in (first, last):
        return _is_whole_emphasis(inner) and not (before.isalnum() or behind.isalnum()) and before not in ("*", "\\")
    opens = first.isalnum() or not before.isalnum()
    return opens and (last.isalnum() or not behind.isalnum())


def _is_whole_emphasis(inner: str) -> bool:
    return bool(re.fullmatch(r"\*[^*\n]+\*", inner))
