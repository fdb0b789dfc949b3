"""The problems of a platform's part of the theme: folders and files in the settings, and outdated overrides."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from noticeboard.digest import digest
from noticeboard.fields.address_types import site_fault
from noticeboard.model import Location, Problem, error, warning
from noticeboard.shell.build.theme_files import claimed_by_theme
from noticeboard.shell.settings_file import setting_line
from noticeboard.sources.renamed_keys import SETTINGS, renamed_problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from noticeboard.shell.project import Project

MARK = re.compile(r"\{# Made from (?P<name>\S+) of Noticeboard (?P<version>\S+), (?P<digest>[0-9a-f]{12})\. #\}")
"""The first line of an override that `noticeboard override` made."""


def theme_problems(project: Project) -> list[Problem]:
    """Every problem of the settings of the theme and the platform's own parts of it; one alone without a theme."""
    if not (project.theme / "templates").is_dir():
        message = "There is no theme in {folder}."
        hint = "Take the line `THEME = …` out of the settings: Noticeboard brings its theme along."
        return [error(_set_at(project, "THEME"), "missing-theme", message, hint, folder=project.theme)]
    return [
        *_former_names(project),
        *_wrong_address(project),
        *_missing_folders(project),
        *_missing_stylesheets(project),
        *_outdated(project),
    ]


def _set_at(project: Project, setting: str) -> Location:
    """Where the settings file says it."""
    path = project.settings_path or "pelicanconf.py"
    return Location(path, setting_line(path, setting))


def _wrong_address(project: Project) -> Iterator[Problem]:
    address = project.defaults.siteurl
    if fault := site_fault(re.sub("^http:", "https:", address)) if address else "":
        hint = "Write it like https://board.example.org, or with a path after it."
        yield error(_set_at(project, "SITEURL"), "wrong-address", fault, hint, address=address)


def _former_names(project: Project) -> Iterator[Problem]:
    for old, doubled in project.former_settings:
        yield renamed_problem(_set_at(project, old), old, SETTINGS[old], doubled=doubled)


def _missing_folders(project: Project) -> Iterator[Problem]:
    overrides = project.templates[:-1]
    for setting, folders in (("THEME_TEMPLATES_OVERRIDES", overrides), ("NOTICEBOARD_FILES", project.files)):
        for folder in folders:
            if not folder.exists():
                message, hint = "{setting} names {folder}, which is not there.", "Make the folder, or correct its name."
                yield error(
                    _set_at(project, setting), "missing-folder", message, hint, setting=setting, folder=folder.name
                )


def _missing_stylesheets(project: Project) -> Iterator[Problem]:
    known = {path for path, _ in claimed_by_theme(project)} if project.stylesheets else set()
    for name in project.stylesheets:
        if f"{project.theme_folder}/{name}" not in known:
            message = "NOTICEBOARD_STYLESHEETS names {file}, which is in no folder of NOTICEBOARD_FILES."
            location, hint = _set_at(project, "NOTICEBOARD_STYLESHEETS"), "Put it there, or correct its name."
            yield error(location, "missing-stylesheet", message, hint, file=name)


def _outdated(project: Project) -> Iterator[Problem]:
    """A warning for each override that was made from a template which has changed since."""
    *overrides, theme = project.templates
    for folder in overrides:
        for path in sorted(folder.rglob("*.html")):
            found = MARK.match(path.read_text("utf-8", "replace"))
            if found and found["digest"] != template_mark(theme / found["name"]):
                yield _outdated_problem(Location(str(path), 1), found, template_mark(theme / found["name"]))


def _outdated_problem(location: Location, made_from: re.Match[str], mark: str) -> Problem:
    message = "This override was made from {version}'s {template}, which has changed since."
    hint = "Compare the two, then write {mark} in its first line."
    if not mark:
        message = "This override was made from {version}'s {template}, which the theme does not have any more."
        hint = "Move what you need into a template that the theme has, and remove this one."
    template, version = made_from["name"], made_from["version"]
    return warning(location, "outdated-override", message, hint, mark=mark, version=version, template=template)


def template_mark(template: Path) -> str:
    """The first twelve hexadecimal digits of the digest of a template; "" if there is none."""
    return digest(template.read_bytes())[:12] if template.is_file() else ""
