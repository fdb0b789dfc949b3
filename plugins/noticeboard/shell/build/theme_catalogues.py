"""Reads the theme's catalogues, and finds the messages of the theme and the program."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from noticeboard.digest import digest
from noticeboard.model import Location, Problem, Severity, error
from noticeboard.shell.build.folder_walk import stays_inside
from noticeboard.shell.build.own_catalogues import own_catalogues
from noticeboard.shell.build.theme_templates import Templates, read_templates, sorted_paths
from noticeboard.sources.catalogue import Catalogues
from noticeboard.sources.catalogue_file import (
    CatalogueFile,
    absent,
    compare,
    read_catalogue,
    unheard,
    untranslated_problem,
)
from noticeboard.sources.catalogue_overlay import overlaid, unsaid
from noticeboard.sources.message_extraction import MessageSource, UsedMessage, used_messages

if TYPE_CHECKING:
    from collections.abc import Iterable

    from noticeboard.settings import Settings
    from noticeboard.shell.cache.store import Store
    from noticeboard.shell.project import Project


_PACKAGE = Path(__file__).resolve().parents[2]


class Used(NamedTuple):
    """The messages of templates and the program, and the problems of templates that cannot be read."""

    messages: tuple[UsedMessage, ...]
    problems: tuple[Problem, ...]


def read_catalogues(
    project: Project, settings: Settings, store: Store, templates: Templates, own: Iterable[str] = ()
) -> tuple[Catalogues, dict[str, str], list[Problem]]:
    """The theme's catalogues with the platform's own on top, their digests by language, and all their problems.

    `own` are the paths of the platform's catalogues below the content folder, such as translations/nl.po; they win. In
    languages that are not offered, only what would print wrongly is reported.
    """
    data, problems = catalogue_bytes(project)
    digests = {lang: digest(found) for lang, found in data.items()}
    files = _recalled(project, data, digests, store)
    used, faults = _recalled_messages(templates, store)
    overlays, own_digests = own_catalogues(project, own)
    problems += faults
    for lang in settings.languages:
        if lang not in files and lang not in overlays and not catalogue_path(project, lang).exists():
            problems.append(absent(str(kept_path(project, lang)), lang))
    for lang, file in files.items():
        said = overlays[lang].lines if lang in overlays else {}
        others = () if file.broken or faults else _compared(project, file, [m for m in used if m.key not in said])
        found = (*file.problems, *others)
        problems += [p for p in found if lang in settings.languages or p.severity is Severity.ERROR]
    for lang, overlay in overlays.items():
        problems += overlay.problems
        if not (overlay.broken or faults):
            # If the theme has no catalogue in a language, the platform's must have every sentence.
            problems += unsaid(overlay, used) if lang in files else compare(overlay, used)
    catalogues = {lang: f.catalogue for lang, f in files.items()}
    catalogues |= {lang: overlaid(catalogues.get(lang), overlay.catalogue) for lang, overlay in overlays.items()}
    digests |= {lang: digest(digests.get(lang, "").encode(), mark.encode()) for lang, mark in own_digests.items()}
    return Catalogues(catalogues, settings.default_language), digests, problems


def catalogue_path(project: Project, lang: str) -> Path:
    """The path of the theme's catalogue of a language."""
    return project.theme / "translations" / f"{lang}.po"


def _compared(project: Project, file: CatalogueFile, used: Iterable[UsedMessage]) -> Iterable[Problem]:
    """How a catalogue differs from what is said; of an installed theme only what the platform's own templates add."""
    if not has_installed_theme(project):
        return compare(file, used)
    lang = file.catalogue.lang
    # English sentences need no translation.
    missing = () if lang.partition("-")[0] == "en" else tuple(unheard(file, used))
    return [untranslated_problem(str(kept_path(project, lang)), missing)] if missing else []


def has_installed_theme(project: Project) -> bool:
    """Whether the theme is not the platform's own; then it must not be changed, because others use it too."""
    return bool(project.settings_path) and not project.theme.is_relative_to(Path(project.settings_path).parent)


def kept_path(project: Project, lang: str) -> Path:
    """The path at which the platform keeps its catalogue of a language: with its theme, or in the content folder."""
    own = project.content / "translations" / f"{lang}.po"
    return own if has_installed_theme(project) else catalogue_path(project, lang)


def found_path(project: Project, lang: str) -> Path:
    """The path of a language's catalogue, whether it exists yet or not."""
    path = catalogue_path(project, lang)
    return path if path.is_file() else kept_path(project, lang)


def catalogue_bytes(project: Project) -> tuple[dict[str, bytes], list[Problem]]:
    """The bytes of the theme's catalogues by language, sorted by code, and a problem for each unreadable one.

    A file in a subfolder is listed by its path, which is no language tag.
    """
    data: dict[str, bytes] = {}
    problems: list[Problem] = []
    folder = project.theme / "translations"
    for path in sorted(folder.rglob("*.po")):
        if not stays_inside(path, project.theme):
            message, hint = "This link leads out of the theme.", "Replace it by the file itself, or remove it."
            problems.append(error(Location(str(path)), "strange-file", message, hint))
            continue
        try:
            data[path.relative_to(folder).with_suffix("").as_posix()] = path.read_bytes()
        except OSError as fault:
            message = "The file cannot be read ({reason})."
            location = Location(str(path))
            problems.append(
                error(location, "unreadable-file", message, "Check its permissions.", reason=fault.strerror)
            )
    return data, problems


def messages_said(project: Project) -> Used:
    """The messages of the theme's templates and of the program, and the problems of templates that cannot be read."""
    return _said(read_templates(project))


def _said(templates: Templates) -> Used:
    return Used(*used_messages(templates.speakers, _modules(), dict(templates.options)))


def _recalled(
    project: Project, data: dict[str, bytes], digests: dict[str, str], store: Store
) -> dict[str, CatalogueFile]:
    """The catalogues read, from the store where they are as they were; it knows no path of this machine."""
    keys = {lang: bytes.fromhex(digest(b"catalogue", lang.encode(), digests[lang].encode())) for lang in data}
    found, _ = store.recall(keys, lambda lang: read_catalogue(lang, data[lang], lang), CatalogueFile)
    return {lang: _placed(file, str(catalogue_path(project, lang))) for lang, file in found.items()}


def _placed(file: CatalogueFile, path: str) -> CatalogueFile:
    return replace(file, path=path, problems=tuple(_moved(problem, path) for problem in file.problems))


def _moved(problem: Problem, path: str) -> Problem:
    return replace(problem, location=replace(problem.location, path=path))


def _recalled_messages(templates: Templates, store: Store) -> Used:
    """The messages said, from the store where templates are as they were; the store knows the program's state."""
    key = bytes.fromhex(digest(b"messages", templates.digest.encode()))
    found, _ = store.recall({"": key}, lambda _: _said(templates.unplaced), Used)
    # Of two templates with one name the first is used.
    paths = {file.name: file.path for file in reversed(templates.files)}
    used = found[""]
    return used._replace(problems=tuple(_moved(p, paths.get(p.location.path, p.location.path)) for p in used.problems))


def _modules() -> list[MessageSource]:
    """The program's modules that say something."""
    found = ((path, path.read_bytes()) for path in sorted_paths(_PACKAGE, _PACKAGE.rglob("*.py")))
    return [
        MessageSource(f"noticeboard/{path.relative_to(_PACKAGE).as_posix()}", str(path), data)
        for path, data in found
        if b"Message(" in data
    ]
