"""When the site next needs building: the command that prints it, and the line that builds leave for schedulers."""

from __future__ import annotations

import sys
from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import click

from noticeboard.lifecycle import next_of_all
from noticeboard.shell.project import load_project

if TYPE_CHECKING:
    from datetime import datetime

    from noticeboard.site import Site


def next_change_line(site: Site, now: datetime) -> str:
    """When something next appears, closes or leaves the calendar, in UTC ("2026-12-18T23:00:00Z"); "" if nothing will.

    Between now and then every build gives the same site.
    """
    zone = ZoneInfo(site.settings.time_zone)
    facts = (a.facts for a in site.every.values() if a.versions)
    change = next_of_all(facts, now, zone)
    return f"{change.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}\n" if change else ""


@click.command("next-change")
@click.option(
    "-s",
    "--settings",
    default="pelicanconf.py",
    show_default=True,
    type=click.Path(exists=True, dir_okay=False),
    help="The settings file.",
)
@click.option("--today", default="", help="Ask as on this day (YYYY-MM-DD).")
@click.argument("content", required=False, type=click.Path())
def next_change(settings: str, today: str, content: str | None) -> None:
    """Prints when the site next needs building, in UTC; nothing where nothing is to come.

    Example: noticeboard next-change
    """
    from noticeboard.shell.link import link, open_store  # noqa: PLC0415 - --help answers at once
    from noticeboard.shell.terminal import print_problems  # noqa: PLC0415

    given = {"PATH": str(Path(content).absolute()) if content else "", "NOTICEBOARD_TODAY": today}
    project = load_project(settings, {k: v for k, v in given.items() if v})
    with open_store(project) as store:
        linked = link(project, store)
    if linked.failed:
        print_problems(linked.problems, project)
        sys.exit(1)
    click.echo(next_change_line(linked.site, linked.now), nl=False)
