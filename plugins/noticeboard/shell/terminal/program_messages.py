"""The language of messages at the terminal; files that commands write do not depend on it."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from noticeboard.languages.numbers import plural_index
from noticeboard.model import filled
from noticeboard.report import ProblemMessages, english
from noticeboard.sources.catalogue_checks import usable
from noticeboard.sources.po_reader import read_entries

if TYPE_CHECKING:
    from collections.abc import Iterable

    from noticeboard.shell.project import Project
    from noticeboard.sources.po_reader import PoEntry

_FOLDER = Path(__file__).resolve().parents[2] / "messages"


def languages() -> tuple[str, ...]:
    """The languages that have messages, by code."""
    return tuple(sorted({"en", *(p.stem for p in _FOLDER.glob("*.po"))}))


def messages_of(project: Project | None = None, asked: str = "") -> ProblemMessages:
    """The messages in the language that `language_of` finds."""
    return messages_in(language_of(project, asked))


def language_of(project: Project | None = None, asked: str = "") -> str:
    """The code of the language for messages, also if it is one without messages.

    It is the one asked for, else that of NOTICEBOARD_LANG (which --lang sets), of the project, or of the environment.
    """
    stated = str(project.option.get("messages") or "") if project else ""
    return asked or os.environ.get("NOTICEBOARD_LANG", "").replace("_", "-") or stated or _known(_of_environment())


def _of_environment() -> list[str]:
    """The languages that the reader's environment names, as gettext reads it (POSIX, 8.2): without a locale none."""
    named = (os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    locale = next(filter(None, named), "")
    if locale in ("C", "POSIX"):
        return []
    return [tag.replace("_", "-") for tag in (*os.environ.get("LANGUAGE", "").split(":"), locale) if tag]


def gettext(message: str, /, **values: object) -> str:
    """A message in the reader's language, with its values filled in."""
    return filled(
        _cached_messages(language_of()).gettext(message), [(name, str(value)) for name, value in values.items()]
    )


def ngettext(one: str, many: str, number: int, /, **values: object) -> str:
    """A message with {number} in it, in the plural form that the reader's language has for the number."""
    words = _cached_messages(language_of()).ngettext(one, many, number)
    return filled(words, [("number", str(number)), *((name, str(value)) for name, value in values.items())])


@cache
def _cached_messages(lang: str) -> ProblemMessages:
    return messages_in(lang)


def messages_in(lang: str) -> ProblemMessages:
    """The messages in the language; English for those that are not translated, and if there is no catalogue."""
    path = _FOLDER / f"{lang}.po"
    if lang not in languages() or not path.is_file():
        return english()
    entries, _ = read_entries(path.read_text(encoding="utf-8"), str(path))
    return _messages(lang, {e.id: e for e in entries if e.id and usable(e)})


def _known(tags: Iterable[str]) -> str:
    """The first of the tags, or of their bare languages, in which messages can be said; "en" without any."""
    known = languages()
    candidates = (t for tag in tags for t in (_bare(tag), _bare(tag).partition("-")[0]))
    return next((t for t in candidates if t in known), "en")


def _bare(tag: str) -> str:
    """A locale's language and region without its encoding and variant: "nl-BE" of "nl-BE.UTF-8@euro"."""
    return tag.partition("@")[0].partition(".")[0]


def _messages(lang: str, entries: dict[str, PoEntry]) -> ProblemMessages:
    def gettext(message: str) -> str:
        found = entries.get(message)
        return found.forms[0].text if found else message

    def ngettext(one: str, many: str, number: int) -> str:
        found = entries.get(one)
        if not found:
            return one if number == 1 else many
        return found.forms[min(plural_index(lang, number), len(found.forms) - 1)].text

    return ProblemMessages(gettext, ngettext)
