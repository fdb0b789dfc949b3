"""`noticeboard check`: reads, links and checks a project, and prints the problems that were asked for."""

from __future__ import annotations

import gc
import sys
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from noticeboard.shell.terminal.refusals import wrong

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from noticeboard.model import Problem
    from noticeboard.shell.build.project_linking import LinkedProject
    from noticeboard.shell.project import Project


@dataclass(frozen=True, slots=True)
class CheckRequest:
    """What a call of `noticeboard check` asks for, as it was typed."""

    settings: str
    paths: tuple[str, ...] = ()
    today: str = ""
    format: str = "text"
    messages: str = ""
    languages: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()
    strict: bool = False


def run_check(request: CheckRequest) -> int:
    """Prints the selected problems and returns the exit code: 1 if there is an error, else 0.

    Raises click.UsageError (exit code 2) for a path, day, name or language that does not exist.
    """
    from noticeboard.checks.selection import Selection  # noqa: PLC0415 - --help answers at once
    from noticeboard.model import stops  # noqa: PLC0415
    from noticeboard.shell.build.project_linking import published_problems  # noqa: PLC0415

    project, paths, own = _project(request)
    only, skip = _names(request.only), _names(request.skip)
    linked = _linked(project)
    _check_languages(request.languages, linked)
    # The output folder was made from the project's own content.
    changed = published_problems(project, linked) if own else ()
    problems = Selection(paths, request.languages, only, skip).of((*linked.problems, *changed))
    print_report(sorted(problems), project, request.format, request.messages)
    if request.format == "text":
        from noticeboard.shell.terminal.console import appearing, put  # noqa: PLC0415

        put(appearing(linked.site), sys.stderr)
    return 1 if stops(problems, strict=linked.site.settings.strict) else 0


def _linked(project: Project) -> LinkedProject:
    from noticeboard.shell.build.project_linking import link_project, open_store  # noqa: PLC0415 - --help answers at once

    # A check keeps nearly everything until its end: collecting garbage would cost a tenth of its time.
    gc.disable()
    try:
        with open_store(project) as store:
            return link_project(project, store)
    finally:
        gc.enable()


def _project(request: CheckRequest) -> tuple[Project, tuple[str, ...], bool]:
    """The project, the paths as problems name them, and whether the content is its own.

    A lone folder elsewhere is content to check instead.
    """
    from noticeboard.shell.project import load_project  # noqa: PLC0415

    try:
        _ = request.today and date.fromisoformat(request.today)
    except ValueError:
        wrong("{value} is not a date. Write it like 2026-12-01.", value=request.today)
    given = {"NOTICEBOARD_TODAY": request.today, "NOTICEBOARD_STRICT": request.strict}
    overrides = {key: value for key, value in given.items() if value}
    project = load_project(request.settings, overrides)
    paths = tuple(_existing(p) for p in request.paths)
    if project.content in paths:
        return project, (), True
    if len(paths) == 1 and paths[0].is_dir() and not _inside(paths[0], project):
        return load_project(request.settings, {**overrides, "PATH": str(paths[0])}), (), False
    return project, tuple(_named(p, project) for p in paths), True


def _existing(path: str) -> Path:
    if not Path(path).exists():
        wrong("There is no file or folder {path}.", path=path)
    return Path(path).resolve()


def _inside(path: Path, project: Project) -> bool:
    return any(path.is_relative_to(root) for root in (project.content, project.theme))


def _named(path: Path, project: Project) -> str:
    """The path as problems name it: relative to the content folder, absolute elsewhere."""
    return path.relative_to(project.content).as_posix() if path.is_relative_to(project.content) else str(path)


def _names(given: Iterable[str]) -> tuple[str, ...]:
    from noticeboard.checks.explanations import explanations  # noqa: PLC0415

    names = tuple(name.strip() for words in given for name in words.split(",") if name.strip())
    for name in names:
        check_name(name, list(explanations()))
    return names


def check_name(name: str, known: Sequence[str]) -> None:
    """Raises click.UsageError for an unknown problem, with the nearest known name."""
    if name in known:
        return
    close = get_close_matches(name, known, n=1, cutoff=0.6)
    if close:
        wrong("There is no problem called {name}. Did you mean {value}?", name=name, value=close[0])
    wrong("There is no problem called {name}. `noticeboard explain` lists all names.", name=name)


def _check_languages(languages: Iterable[str], linked: LinkedProject) -> None:
    offered = linked.site.settings.languages
    for lang in languages:
        if lang not in offered:
            message = "The platform does not offer the language {lang}. It offers {offered}."
            wrong(message, lang=lang, offered=", ".join(offered))


def print_report(problems: list[Problem], project: Project, form: str, lang: str) -> None:
    """Prints the problems in a format of options.REPORT_FORMAT; `lang` is the language, "" for the reader's."""
    from noticeboard import __version__  # noqa: PLC0415
    from noticeboard.report import as_github, as_json, as_lines, as_sarif, counted  # noqa: PLC0415
    from noticeboard.shell.terminal.console import grouped, put, put_utf_8, relative_to  # noqa: PLC0415
    from noticeboard.shell.terminal.program_messages import messages_in, messages_of  # noqa: PLC0415

    relative = relative_to(project)
    if form == "text":
        messages = messages_of(project, lang)
        if sys.stdout.isatty():
            put(grouped(problems, project, messages), sys.stdout)
        elif problems:
            put(f"{as_lines(problems, relative, messages)}{counted(problems, messages)}.\n", sys.stdout)
        return
    messages = messages_in(lang)
    made = {
        "json": lambda: as_json(problems, relative, messages),
        "github": lambda: as_github(problems, relative, messages),
        "sarif": lambda: as_sarif(problems, relative, __version__, messages),
    }
    put_utf_8(made[form]())
