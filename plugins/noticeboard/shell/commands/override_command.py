"""`noticeboard override`: a copy of one of the theme's templates, to be changed, that knows what it was made from."""

from __future__ import annotations

import sys
from difflib import get_close_matches
from typing import TYPE_CHECKING

import click

import noticeboard
from noticeboard.shell.commands.options import SETTINGS
from noticeboard.shell.terminal.refusals import wrong

if TYPE_CHECKING:
    from pathlib import Path

    from noticeboard.shell.project import Project


@click.command()
@SETTINGS
@click.argument("template")
def override(settings: str, template: str) -> None:
    """Copies a template of the theme into your own folder of templates, where you can change it.

    A build warns you when the theme's template has changed since. To change only a part of it, write a template that
    extends it instead.

    Example: noticeboard override components/card/card.html
    """
    from noticeboard.shell.project import load_project  # noqa: PLC0415 - --help answers at once
    from noticeboard.shell.terminal.console import shown_from_here  # noqa: PLC0415
    from noticeboard.shell.terminal.program_messages import gettext  # noqa: PLC0415

    path = copied(load_project(settings, {}), template)
    sys.stdout.write(gettext("{path} is yours now.", path=shown_from_here(path)) + "\n")


def copied(project: Project, template: str) -> Path:
    """The path of the copy; raises click.UsageError if there is no such template, no folder, or a copy already."""
    from noticeboard.shell.build.theme_problems import template_mark  # noqa: PLC0415 - --help answers at once

    *folders, theme = project.templates
    _check_template(template, theme)
    if not folders:
        message = "The settings name no folder of your own. Add the line {line}."
        wrong(message, line='THEME_TEMPLATES_OVERRIDES = ["templates"]')
    target = folders[0] / template
    if target.exists():
        message = "There is a {template} in {folder}/ already."
        wrong(message, template=template, folder=folders[0].name)
    mark = template_mark(theme / template)
    first = f"{{# Made from {template} of Noticeboard {noticeboard.__version__}, {mark}. #}}\n"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(first + (theme / template).read_text("utf-8"), "utf-8")
    return target


def _check_template(template: str, theme: Path) -> None:
    """Raises click.UsageError if the theme has no such template."""
    from noticeboard.shell.terminal.program_messages import gettext  # noqa: PLC0415 - --help answers at once

    known = sorted(path.relative_to(theme).as_posix() for path in theme.rglob("*.html"))
    if template in known:
        return
    close = get_close_matches(template, known, n=1, cutoff=0.3)
    nearest = gettext("Did you mean {value}?", value=close[0]) if close else ""
    advice = nearest or gettext("There are: {known}.", known=", ".join(known))
    wrong("The theme has no template {template}. {advice}", template=template, advice=advice)
