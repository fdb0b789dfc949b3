"""`noticeboard server-rules`: how a web server should serve the site, in its own words."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from noticeboard.formats.serving import CONFIGURATIONS
from noticeboard.shell.publish.publish_commands import no_site

if TYPE_CHECKING:
    from noticeboard.formats.serving.serving_rules import Served

SERVERS = (*CONFIGURATIONS, "netlify", "storage")


@click.command("server-rules")
@click.option("-s", "--settings", default="publishconf.py", show_default=True, help="The settings of the public site.")
@click.option("-o", "--output", default="", help="The folder of the built site.")
@click.option("--root", default="", help="The folder that the server serves, such as /srv/board/current.")
@click.option("--listen", default="80", show_default=True, help="The address and port of nginx: 80, or 127.0.0.1:8080.")
@click.option("--hsts", is_flag=True, help="Tell browsers to use only HTTPS for a year. You cannot take this back.")
@click.option("--no-brotli", is_flag=True, help="For an nginx without the brotli module.")
@click.argument("server", type=click.Choice(SERVERS))
def server_rules(  # noqa: PLR0913 - click passes each option
    settings: str, output: str, root: str, listen: str, server: str, *, hsts: bool, no_brotli: bool
) -> None:
    """Prints the configuration of a web server for the built site.

    For netlify it writes _headers and _redirects instead. The configuration covers headers, caching, types, compressed
    files, former addresses and the 404 page of each language.

    Example: noticeboard server-rules nginx --root /srv/board/current > /etc/nginx/conf.d/board.conf
    """
    from noticeboard.formats.serving.object_storage import storage_metadata  # noqa: PLC0415 - --help answers at once
    from noticeboard.formats.serving.server_configuration import server_configuration  # noqa: PLC0415
    from noticeboard.shell.project import load_project, project_of  # noqa: PLC0415
    from noticeboard.shell.publish.served_site import served_site  # noqa: PLC0415

    project = load_project(settings, {}) if Path(settings).is_file() else project_of({})
    site = Path(output).absolute() if output else project.output
    if not (site / "index.html").is_file():
        raise click.UsageError(no_site(site.name))
    served = served_site(site, project.defaults.siteurl).at(
        listen=listen, hsts=hsts, **({"root": root} if root else {})
    )
    if server == "netlify":
        _write_files(site, served)
    elif server == "storage":
        sys.stdout.write(storage_metadata(served, _published(site)))
    else:
        sys.stdout.write(server_configuration(server, served, brotli=not no_brotli))


def _write_files(site: Path, served: Served) -> None:
    from noticeboard.formats.serving.static_hosts import headers_file, redirects_file  # noqa: PLC0415
    from noticeboard.shell.terminal.program_messages import gettext  # noqa: PLC0415

    (site / "_headers").write_text(headers_file(served), "utf-8")
    (site / "_redirects").write_text(redirects_file(served), "utf-8")
    click.echo(gettext("Written: {files}", files=f"{site.name}/_headers, {site.name}/_redirects"))


def _published(site: Path) -> list[str]:
    """The paths of the site's files; names that begin with a dot are the build's own."""
    found = (Path(root, name) for root, _, names in os.walk(site) for name in names if not name.startswith("."))
    return [path.relative_to(site).as_posix() for path in found]
