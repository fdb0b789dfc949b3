"""`noticeboard publish` and `noticeboard rollback`, as they are called."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from noticeboard.shell.commands.options import SETTINGS

if TYPE_CHECKING:
    from noticeboard.shell.publish.publication import Publication

_TARGET = click.argument("target", type=click.Path(file_okay=False, path_type=Path))


@click.command()
@SETTINGS
@click.option("-o", "--output", default="", help="The folder of the built site.")
@click.option(
    "--keep", default=3, show_default=True, type=click.IntRange(min=1), help="The number of releases to keep."
)
@_TARGET
def publish(settings: str, output: str, keep: int, target: Path) -> None:
    """Publishes the built site in TARGET, a folder on this machine, in one step.

    A web server serves TARGET/current. Texts are compressed too, as .br and .gz. Files that have not changed are not
    written again. `noticeboard rollback TARGET` goes back.

    Example: noticeboard publish /srv/board --keep 5
    """
    from noticeboard.shell.project import load_project  # noqa: PLC0415 - --help answers at once
    from noticeboard.shell.publish.publication import publish_site  # noqa: PLC0415
    from noticeboard.shell.publish.releases import NoRelease, Releases  # noqa: PLC0415
    from noticeboard.shell.terminal.program_messages import gettext  # noqa: PLC0415

    site = Path(output).absolute() if output else load_project(settings, {}).output
    if not (site / "index.html").is_file():
        raise click.UsageError(no_site(site.name))
    if target.absolute() in (site, *site.parents):
        message = "{target} holds the site itself. Name a folder of its own as the target."
        raise click.UsageError(gettext(message, target=target))
    try:
        with Releases(target.absolute()) as releases:
            done = publish_site(site, releases)
            gone = releases.prune(keep)
    except NoRelease as wrong:
        raise click.UsageError(str(wrong)) from wrong
    except OSError as fault:
        message = "The site is not published, and what was online is online: {reason} ({file})."
        raise click.ClickException(gettext(message, reason=fault.strerror, file=fault.filename)) from fault
    click.echo(_told(done, gone))


def no_site(folder: str) -> str:
    """The message for a folder that holds no site yet."""
    from noticeboard.shell.terminal.program_messages import gettext  # noqa: PLC0415 - --help answers at once

    message = "There is no site in {folder}/. Build it first: noticeboard build -s publishconf.py --strict"
    return gettext(message, folder=folder)


def _told(done: Publication, gone: list[int]) -> str:
    from noticeboard.shell.terminal.program_messages import gettext, ngettext  # noqa: PLC0415

    files = ngettext("{number} file", "{number} files", done.files)
    if done.number is None:
        return gettext("{files}: nothing has changed. What was online stays.", files=files)
    online = gettext("Release {release} is online.", release=done.number)
    message = "{files}: {changed} changed, {removed} removed."
    counts = gettext(message, files=files, changed=done.changed, removed=done.removed)
    removed = gettext("Releases removed: {releases}.", releases=", ".join(map(str, gone))) if gone else ""
    return " ".join(filter(None, (online, counts, removed)))


@click.command()
@_TARGET
def rollback(target: Path) -> None:
    """Goes back to the release that was published in TARGET before the current one.

    Example: noticeboard rollback /srv/board
    """
    from noticeboard.shell.publish.releases import NoRelease, Releases  # noqa: PLC0415 - --help answers at once
    from noticeboard.shell.terminal.program_messages import gettext  # noqa: PLC0415

    if not target.is_dir():
        raise click.UsageError(gettext("There is no folder {folder}.", folder=target))
    try:
        with Releases(target.absolute()) as releases:
            number = releases.previous()
            releases.switch(number)
    except NoRelease as wrong:
        raise click.UsageError(str(wrong)) from wrong
    click.echo(gettext("Release {release} is online again.", release=number))
