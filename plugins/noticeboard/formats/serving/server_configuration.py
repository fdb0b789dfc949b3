"""The configuration of a web server, from the one list of rules and the template of the server."""

from __future__ import annotations

import re
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from noticeboard.formats.serving import CONFIGURATIONS
from noticeboard.formats.serving import serving_rules as rules


def server_configuration(server: str, served: rules.Served, *, brotli: bool = True) -> str:
    """The configuration of one of CONFIGURATIONS; without `brotli` for an nginx without that module."""
    template = _templates().get_template(CONFIGURATIONS[server])
    return template.render(served=served, base=served.base, rules=rules, brotli=brotli)


@cache
def _templates() -> Environment:
    loader = PackageLoader("noticeboard.formats.serving", "")
    environment = Environment(  # noqa: S701 - configurations are not HTML
        loader=loader, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True, undefined=StrictUndefined
    )
    environment.filters["re_escape"] = re.escape
    return environment
