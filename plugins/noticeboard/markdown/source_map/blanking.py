"""Text with what readers do not see blanked out, so that every offset stays what it was."""

from __future__ import annotations

import re

_HIDDEN = re.compile(
    r"\[[^\[\]]{0,200}\]\(\s?\{deadline\}\s?\)"
    r"|\]\([^\s()]*(?:\([^\s()]*\)[^\s()]*)?"
    r"|\]\[[^\[\]\n]{0,200}\]"
    r"|\[\^[^\[\]\s]{1,200}\]"
    r"|\{[^{}\n]{0,500}\}"
    r"|`[^`\n]*`"
    r"|<[A-Za-z/!?][^<>]{0,2000}>"
)
_ESCAPED = re.compile(r"\\([.!()\[\]{}#+*_>~|-])")
_WEB = re.compile(r"https?://\S+|www\.\S+")
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@\w\S*")
_NUMBERED = re.compile(r"^[ \t>]*\d{1,9}[.)](?=[ \t])", re.MULTILINE)
_ALT = re.compile(r"!\[[^\[\]]{0,2000}\]")
_MARKED = re.compile(r"(\*{1,3}|_{1,3})[^*_]{1,500}\1\{[^{}\n]{0,200}(?<!\w)lang=[^{}\n]{0,200}\}")


def without_markup(text: str) -> str:
    """Markdown with link targets, attribute lists, code, tags, addresses and notes blanked out.

    An escaped sign stands where its backslash is, and a space after it. The words of a link to {deadline} go too: they
    are that date, whatever they are.
    """
    seen = _ESCAPED.sub(r"\1 ", _HIDDEN.sub(_blank, text)) if "\\" in text else _HIDDEN.sub(_blank, text)
    if "://" in seen or "www." in seen:
        seen = _WEB.sub(_blank, seen)
    return _MAIL.sub(_blank, seen) if "@" in seen else seen


def without_item_numbers(text: str) -> str:
    """A list without the numbers of its items."""
    return _NUMBERED.sub(_blank, text)


def only_own_words(text: str) -> str:
    """Markdown without alt texts and without words that are marked as being in another language: `*words*{lang=en}`.

    The text itself where it has neither.
    """
    if "![" in text:
        text = _ALT.sub(_blank, text)
    return _MARKED.sub(_blank, text) if "lang=" in text else text


def _blank(match: re.Match[str]) -> str:
    hidden = match[0]
    if "\n" not in hidden:
        return " " * len(hidden)
    return "\n".join(" " * len(line) for line in hidden.split("\n"))
