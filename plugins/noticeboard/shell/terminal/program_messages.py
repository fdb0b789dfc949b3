"""The language in which the program speaks to people at a terminal; what is written to files does not depend on it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from noticeboard.languages.numbers import plural_index
from noticeboard.report import ProblemMessages, english
from noticeboard.sources.catalogue_checks import usable
from noticeboard.sources.po_reader import read_entries

if TYPE_CHECKING:
    from collections.abc import Iterable

    from noticeboard.shell.project import Project
    from noticeboard.sources.po_reader import PoEntry

_FOLDER = Path(__file__).resolve().parents[2] / "messages"


def languages() -> tuple[str, ...]:
    """The languages in which messages can be said, by code."""
    return tuple(sorted({"en", *(p.stem for p in _FOLDER.glob("*.po"))}))


def messages_of(project: Project | None = None, asked: str = "") -> ProblemMessages:
    """The messages in the language asked for, else in that of the project, else of LANGUAGE (as gettext reads it)."""
    return messages_in(language_of(project, asked))


def language_of(project: Project | None = None, asked: str = "") -> str:
    """The code of the language in which `speech_of` says its messages; that of a language without messages is kept."""
    stated = str(project.option.get("messages") or "") if project else ""
    environment = os.environ.get("LANGUAGE", "").replace("_", "-").split(":")
    return asked or stated or _known(environment)


def messages_in(lang: str) -> ProblemMessages:
    """The messages in that language; those that are not translated, and all where there is no catalogue, in English."""
    path = _FOLDER / f"{lang}.po"
    if lang not in languages() or not path.is_file():
        return english()
    entries, _ = read_entries(path.read_text(encoding="utf-8"), str(path))
    return _speech(lang, {e.id: e for e in entries if e.id and usable(e)})


def _known(tags: Iterable[str]) -> str:
    """The first of the tags, or of their bare languages, in which messages can be said; "en" without any."""
    known = languages()
    candidates = (t for tag in tags for t in (tag.partition(".")[0], tag.partition("-")[0].partition(".")[0]))
    return next((t for t in candidates if t in known), "en")


def _speech(lang: str, entries: dict[str, PoEntry]) -> ProblemMessages:
    def say(message: str) -> str:
        found = entries.get(message)
        return found.forms[0].text if found else message

    def count(one: str, many: str, number: int) -> str:
        found = entries.get(one)
        if not found:
            return one if number == 1 else many
        return found.forms[min(plural_index(lang, number), len(found.forms) - 1)].text

    return ProblemMessages(say, count)
