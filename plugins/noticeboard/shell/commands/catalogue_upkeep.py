"""Brings the catalogues of a theme up to date, makes new ones, and says how far each language is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from noticeboard.languages.tags import is_tag
from noticeboard.model import Location, Problem, error, has_error
from noticeboard.shell.build.theme_catalogues import (
    catalogue_bytes,
    catalogue_path,
    found_path,
    has_installed_theme,
    kept_path,
    messages_said,
)
from noticeboard.shell.terminal.program_messages import gettext
from noticeboard.sources.catalogue_file import CatalogueFile, compare, read_catalogue
from noticeboard.sources.catalogue_update import template_text, updated_text
from noticeboard.sources.text_decoding import decode

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from noticeboard.shell.project import Project
    from noticeboard.sources.message_extraction import UsedMessage

TEMPLATE = "noticeboard.pot"


@dataclass(frozen=True, slots=True)
class CatalogueReport:
    """The result of an update: how complete each language is, in words, the files that changed, the problems.

    If nothing was to be written, `changed` names the files that are out of date.
    """

    states: tuple[tuple[str, str], ...]
    changed: tuple[str, ...]
    problems: tuple[Problem, ...]

    @property
    def broken(self) -> bool:
        """Whether there is something that would print wrongly, mislead or could not be read."""
        return has_error(self.problems)


def update_catalogues(project: Project, *, new: str = "", write: bool = True) -> CatalogueReport:
    """Updates the template and all catalogues, and makes the one of the language `new`; writes only what differs.

    A broken catalogue is left as it is; if the template cannot be read, all are. An installed theme is not written to:
    catalogues of languages that it does not have are in the content folder.
    """
    used, faults = messages_said(project)
    data, unread = _kept_bytes(project)
    problems = [*faults, *unread, *_refused(project, new, data)]
    if problems:
        return CatalogueReport((), (), tuple(problems))
    before = {lang: _read(project, lang, found) for lang, found in data.items()}
    texts = _texts(project, {**data, **({new: b""} if new else {})}, before, used)
    after = {**before, **{lang: _read(project, lang, text.encode()) for lang, text in texts.items()}}
    paths = {kept_path(project, lang): text for lang, text in texts.items() if _is_kept(project, lang)}
    if not has_installed_theme(project):
        paths |= {catalogue_path(project, "").with_name(TEMPLATE): template_text(used)}
    changed = [path for path, text in paths.items() if _differs(path, text)]
    if write:
        for path in changed:
            _write(path, paths[path])
    states = tuple((lang, _state(after[lang])) for lang in sorted(after))
    found = _problems((after if write else before).values(), used)
    return CatalogueReport(states, tuple(sorted(_shown(project, path) for path in changed)), found)


def _kept_bytes(project: Project) -> tuple[dict[str, bytes], list[Problem]]:
    """The bytes of the theme's catalogues, and of the platform's own in languages that the theme does not have."""
    data, problems = catalogue_bytes(project)
    if not has_installed_theme(project):
        return data, problems
    own = {path.stem: path.read_bytes() for path in sorted(kept_path(project, "").parent.glob("*.po"))}
    return {**own, **data}, problems


def _shown(project: Project, path: Path) -> str:
    return (
        path.name
        if path.parent == catalogue_path(project, "").parent
        else f"{project.content.name}/translations/{path.name}"
    )


def _is_kept(project: Project, lang: str) -> bool:
    return found_path(project, lang) == kept_path(project, lang)


def _read(project: Project, lang: str, data: bytes) -> CatalogueFile:
    return read_catalogue(lang, data, str(found_path(project, lang)))


def _texts(
    project: Project, data: dict[str, bytes], files: dict[str, CatalogueFile], used: Sequence[UsedMessage]
) -> dict[str, str]:
    """The catalogues as they should be, by language; those that are broken are left out."""
    sound = [lang for lang in data if lang not in files or not files[lang].broken]
    old = {lang: decode(data[lang], str(found_path(project, lang)))[0] for lang in sound}
    return {lang: updated_text(lang, old[lang], used) for lang in sound}


def _refused(project: Project, new: str, data: dict[str, bytes]) -> list[Problem]:
    """Why a catalogue cannot be made for the language asked for; nothing if it can, or none is asked for."""
    location = Location(str(kept_path(project, new)))
    if new in data:
        message = "There is a catalogue for {lang} already."
        return [error(location, "existing-catalogue", message, "Fill in what it lacks.", lang=new)]
    if new and not is_tag(new):
        message = "{lang} is not a language tag."
        return [error(location, "wrong-language", message, "Write it like uk or pt-BR.", lang=new)]
    return []


def _problems(files: Iterable[CatalogueFile], used: Sequence[UsedMessage]) -> tuple[Problem, ...]:
    found: list[Problem] = []
    for file in files:
        found += file.problems if file.broken else (*file.problems, *compare(file, used))
    return tuple(found)


def _state(file: CatalogueFile) -> str:
    if file.broken:
        return gettext("broken")
    empty = len(file.lines) - len(file.catalogue.messages) - file.fuzzy
    parts = [gettext("{count} to translate", count=empty)] if empty else []
    parts += [gettext("{count} to revise (fuzzy)", count=file.fuzzy)] if file.fuzzy else []
    return ", ".join(parts) or gettext("complete")


def _differs(path: Path, text: str) -> bool:
    return not path.is_file() or path.read_bytes() != text.encode()


def _write(path: Path, text: str) -> None:
    """Replaces the file in one step, so that a translator's work is never lost half-way."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f"{path.name}.new")
    aside.write_bytes(text.encode())
    aside.replace(path)
