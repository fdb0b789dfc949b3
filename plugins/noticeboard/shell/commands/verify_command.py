"""`noticeboard verify`: looks at a finished site as a visitor's browser would read it."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from noticeboard.shell.commands.options import MESSAGES, REPORT_FORMAT
from noticeboard.shell.terminal.refusals import wrong

if TYPE_CHECKING:
    from collections.abc import Mapping

    from noticeboard.model import Problem
    from noticeboard.shell.project import Project
    from noticeboard.verify.interface_words import InterfaceWords
    from noticeboard.verify.page_facts import PageFacts

_CHUNK = 25
"""Pages that a process reads at a time."""

_known: dict[str, InterfaceWords] = {}


@dataclass(frozen=True, slots=True)
class VerifyRequest:
    """The request of `noticeboard verify`: a folder or "", a settings file that may be absent, how to report."""

    folder: str
    settings: str
    address: str = ""
    format: str = "text"
    messages: str = ""
    strict: bool = False


@click.command()
@click.option(
    "-s", "--settings", default="pelicanconf.py", show_default=True, help="The settings file, if there is one."
)
@click.option("--address", default="", help="The address of the site. Default: what its canonical addresses say.")
@REPORT_FORMAT
@click.option("--strict", is_flag=True, help="Let warnings fail the check.")
@MESSAGES
@click.argument("folder", required=False, default="", metavar="[OUTPUT]")
def verify(**request: object) -> None:
    """Reads every page of a finished static site and reports what is wrong.

    It checks links, hreflang, canonical addresses, sitemaps, ids, headings, titles, labels, alternative texts, words of
    the interface in the wrong language, requests to other sites, code that the policy blocks, and weights. The exit
    code is 0 if there is no error, 1 if there is one, and 2 for wrong use.

    Example: noticeboard verify output
    """
    sys.exit(run_verify(VerifyRequest(**request)))  # type: ignore[arg-type]  # click passes what the options above say


def run_verify(request: VerifyRequest) -> int:
    """Prints the problems and returns the exit code; raises click.UsageError if there is no site."""
    from noticeboard.shell.commands.check_command import print_report  # noqa: PLC0415 - --help answers at once
    from noticeboard.shell.project import load_project, project_of  # noqa: PLC0415
    from noticeboard.shell.terminal.program_messages import ngettext  # noqa: PLC0415 - as above

    project = load_project(request.settings, {}) if Path(request.settings).is_file() else project_of({})
    folder = Path(request.folder).absolute() if request.folder else project.output
    if not folder.is_dir():
        message = "There is no site in {folder}/. Name its folder, or build it first: noticeboard build"
        wrong(message, folder=folder.name)
    problems, pages = verified(folder, project, request.address.rstrip("/"))
    print_report(problems, replace(project, content=folder), request.format, request.messages)
    if request.format == "text" and not problems:
        click.echo(ngettext("{number} page: nothing is wrong.", "{number} pages: nothing is wrong.", pages))
    return 1 if any(request.strict or problem.severity == "error" for problem in problems) else 0


def verified(folder: Path, project: Project, address: str = "") -> tuple[list[Problem], int]:
    """Every problem of the site in a folder, sorted, their paths relative to it; and how many pages were read."""
    from noticeboard.verify.site_address import SiteAddress  # noqa: PLC0415 - --help answers at once
    from noticeboard.verify.site_files import SiteFiles  # noqa: PLC0415
    from noticeboard.verify.site_rules import site_problems, stand_of  # noqa: PLC0415

    sizes = _sizes(folder)
    pages = {facts.path: facts for facts in _read_pages(folder, [p for p in sizes if p.endswith(".html")], project)}
    whole = {path: (folder / path).read_bytes() for path in sizes if path.endswith((".css", ".xml"))}
    stand = SiteAddress(address) if address else stand_of(pages.values())
    found = [problem for facts in pages.values() for problem in facts.problems]
    return sorted({*found, *site_problems(pages, SiteFiles(sizes, whole), stand)}), len(pages)


def _sizes(folder: Path) -> dict[str, int]:
    """The size of each file below the folder by its path; names with a dot in front are not published."""
    found = {}
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith("."):
                path = Path(root, name)
                found[path.relative_to(folder).as_posix()] = path.stat().st_size
    return found


def _read_pages(folder: Path, paths: list[str], project: Project) -> list[PageFacts]:
    """What the pages say, read in all processes."""
    from noticeboard.shell.build.worker_pool import processes, workers  # noqa: PLC0415 - --help answers at once

    known = _interface_words(project, {path.partition("/")[0] for path in paths})
    chunks = [paths[start : start + _CHUNK] for start in range(0, len(paths), _CHUNK)]
    _remember(known)
    with workers(processes(len(chunks), 2), _remember, known) as pool:
        done = [pool.submit(_read, str(folder), chunk) for chunk in chunks]
        return [facts for future in done for facts in future.result()]


def _remember(known: Mapping[str, InterfaceWords]) -> None:
    """Gives this process the words that its pages must not hold."""
    _known.clear()
    _known.update(known)


def _read(folder: str, paths: list[str]) -> list[PageFacts]:
    from noticeboard.verify.page_facts import read_page  # noqa: PLC0415 - --help answers at once

    return [read_page(path, Path(folder, path).read_bytes(), _known) for path in paths]


def _interface_words(project: Project, folders: set[str]) -> dict[str, InterfaceWords]:
    """The English words of the theme's catalogues that each language of the site says otherwise."""
    from noticeboard.shell.build.own_catalogues import own_catalogues  # noqa: PLC0415 - --help answers at once
    from noticeboard.shell.build.theme_catalogues import catalogue_bytes, catalogue_path  # noqa: PLC0415
    from noticeboard.sources.catalogue_file import read_catalogue  # noqa: PLC0415
    from noticeboard.sources.catalogue_overlay import overlaid  # noqa: PLC0415
    from noticeboard.verify.interface_words import leaking_words  # noqa: PLC0415

    data, _ = catalogue_bytes(project)
    wanted = {lang: found for lang, found in data.items() if lang in folders or lang == "en"}
    read = {lang: read_catalogue(lang, d, str(catalogue_path(project, lang))).catalogue for lang, d in wanted.items()}
    own, _ = own_catalogues(project, (f"translations/{lang}.po" for lang in sorted(folders | {"en"})))
    read |= {lang: overlaid(read.get(lang), file.catalogue) for lang, file in own.items()}
    return leaking_words(read)
