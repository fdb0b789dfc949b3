"""A project's folders and settings, with or without Pelican."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from noticeboard.defaults import theme_folder
from noticeboard.settings import Settings
from noticeboard.shell.settings_file import run_settings
from noticeboard.sources.renamed_keys import SETTINGS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from zoneinfo import ZoneInfo


FIRST_YEAR, LAST_YEAR = 1900, 2999
"""The years in which a site can be built: dates at the ends of the calendar cannot be calculated with."""


@dataclass(frozen=True, slots=True)
class Project:
    """The folders (absolute) and settings of one project.

    * `today` is a date YYYY-MM-DD, or "" for the clock.
    * `option` is the NOTICEBOARD dict as it was written.
    * `static` are folders of the content that the host copies unchanged, `static_moved` their files that it publishes
      under another path, each with that path.
    * `jinja` are the delimiters and extensions of the host's templates, in the form for Babel's extractor.
    * `plugins` are the folders of the host's plugins.
    * `former_settings` are former names of settings that were used, each with whether the new name is there too.
    * `settings_path` is the settings file's absolute path, "" if none was given.
    * `files` are the platform's folders of static files (NOTICEBOARD_FILES), which win over the theme's; `stylesheets`
      are those of their files that pages load after the theme's style sheet (NOTICEBOARD_STYLESHEETS).
    * `draft_command` is a program with arguments that translates XLIFF by machine (NOTICEBOARD_DRAFT_COMMAND).
    * `began` (ns since 1970) is before the settings file and the code that it imports were read; None if not known.
    """

    settings_file: str
    content: Path
    output: Path
    theme: Path
    cache: Path
    templates: tuple[Path, ...]
    theme_static: tuple[str, ...]
    theme_folder: str
    static: tuple[str, ...]
    today: str
    option: Mapping[str, object]
    defaults: Settings
    jinja: tuple[tuple[str, str], ...] = ()
    static_moved: tuple[tuple[str, str], ...] = ()
    plugins: tuple[Path, ...] = ()
    files: tuple[Path, ...] = ()
    stylesheets: tuple[str, ...] = ()
    settings_path: str = ""
    draft_command: tuple[str, ...] = ()
    former_settings: tuple[tuple[str, bool], ...] = ()
    began: int | None = None

    @property
    def output_name(self) -> str:
        """The output folder's path relative to the cache's, which stays the same if both are moved; else absolute."""
        try:
            return Path(os.path.relpath(self.output, self.cache)).as_posix()
        except ValueError:  # They lie on two drives.
            return self.output.as_posix()


def project_of(settings: Mapping[str, object], settings_file: str = "") -> Project:
    """The project that Pelican's settings describe; relative folders are relative to the settings file."""
    settings, former = _current(settings)
    named = settings_file or str(settings.get("NOTICEBOARD_SETTINGS") or "")
    base = Path(named).resolve().parent if named else Path.cwd()

    def folder(key: str, fallback: str) -> Path:
        return (base / str(settings.get(key) or fallback)).resolve()

    theme = folder("THEME", str(theme_folder()))
    overrides = tuple(base / str(p) for p in _list(settings.get("THEME_TEMPLATES_OVERRIDES")))
    return Project(
        settings_file=settings_file,
        content=folder("PATH", "content"),
        output=folder("OUTPUT_PATH", "output"),
        theme=theme,
        cache=folder("CACHE_PATH", "cache"),
        templates=(*overrides, theme / "templates"),
        theme_static=tuple(map(str, _theme_static(settings))),
        theme_folder=str(settings.get("THEME_STATIC_DIR", "theme")),
        static=tuple(map(str, _list(settings.get("STATIC_PATHS")))),
        today=str(settings.get("NOTICEBOARD_TODAY") or ""),
        option=_mapping(settings.get("NOTICEBOARD")),
        defaults=_defaults(settings),
        jinja=_jinja(_mapping(settings.get("JINJA_ENVIRONMENT"))),
        static_moved=_moved(_mapping(settings.get("EXTRA_PATH_METADATA"))),
        plugins=tuple((base / str(p)).resolve() for p in _list(settings.get("PLUGIN_PATHS"))),
        files=tuple((base / str(p)).resolve() for p in _list(settings.get("NOTICEBOARD_FILES"))),
        draft_command=tuple(map(str, _list(settings.get("NOTICEBOARD_DRAFT_COMMAND")))),
        stylesheets=tuple(map(str, _list(settings.get("NOTICEBOARD_STYLESHEETS")))),
        former_settings=former,
        settings_path=str(Path(named).resolve()) if named else "",
        began=_time(settings.get("NOTICEBOARD_BEGAN")),
    )


def _current(settings: Mapping[str, object]) -> tuple[Mapping[str, object], tuple[tuple[str, bool], ...]]:
    """The settings under their present names, and the former names that were used."""
    used = [old for old in SETTINGS if old in settings]
    current = {SETTINGS[old].name: settings[old] for old in used}
    return {**current, **settings}, tuple((old, SETTINGS[old].name in settings) for old in used)


def _defaults(settings: Mapping[str, object]) -> Settings:
    """Our settings as far as Pelican's own ones say something; NOTICEBOARD and platform.yml win over them."""
    name, default = str(settings.get("SITENAME") or ""), Settings()
    return Settings(
        name=(("", name),) if name and name != "A Pelican Blog" else (),
        time_zone=str(settings.get("TIMEZONE") or default.time_zone),
        default_language=str(settings.get("DEFAULT_LANG") or default.default_language),
        siteurl=str(settings.get("SITEURL") or "").rstrip("/"),
        strict=bool(settings.get("NOTICEBOARD_STRICT")),
        show_drafts=bool(settings.get("NOTICEBOARD_DRAFTS")),
        translation_pages=bool(settings.get("NOTICEBOARD_TRANSLATIONS", True)),
    )


def _jinja(options: Mapping[str, object]) -> tuple[tuple[str, str], ...]:
    marks = {name: str(value) for name, value in options.items() if value and name.endswith(("_string", "_prefix"))}
    given = (e for e in _list(options.get("extensions")) if isinstance(e, str | type))
    named = (e if isinstance(e, str) else f"{e.__module__}.{e.__qualname__}" for e in given)
    return tuple(sorted({**marks, "extensions": ",".join(named)}.items()))


def _moved(metadata: Mapping[str, object]) -> tuple[tuple[str, str], ...]:
    stated = ((path, _mapping(given).get("path")) for path, given in metadata.items())
    return tuple(sorted((path, str(target)) for path, target in stated if target))


def _theme_static(settings: Mapping[str, object]) -> list[object]:
    """The theme's static folders; under Pelican the plugin has moved them to a setting of its own."""
    default = settings.get("THEME_STATIC_PATHS", ["static"])
    return _list(settings.get("NOTICEBOARD_THEME_STATIC", default))


def _list(value: object) -> list[object]:
    return list(value) if isinstance(value, list | tuple) else []


def _time(value: object) -> int | None:
    return value if isinstance(value, int) else None


def _mapping(value: object) -> dict[str, object]:
    return dict(value) if isinstance(value, dict) else {}


def load_project(settings_file: str, overrides: Mapping[str, object]) -> Project:
    """The project of a settings file, read without Pelican; raises what the file's code raises."""
    return project_of({**run_settings(settings_file), **overrides}, settings_file)


def instant(today: str, zone: ZoneInfo) -> datetime:
    """The time of the build: 00:00 on the given day in the zone, else SOURCE_DATE_EPOCH, else the clock.

    Raises ValueError for an invalid day or epoch, or a year that cannot be right.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if today:
        found = datetime.combine(date.fromisoformat(today), time.min, zone)
    elif epoch:
        try:
            found = datetime.fromtimestamp(int(epoch), UTC)
        except (OverflowError, OSError) as fault:
            raise ValueError(epoch) from fault
    else:
        return datetime.now(UTC)
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise ValueError(today or epoch)
    return found
