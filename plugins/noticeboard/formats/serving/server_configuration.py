"""The configurations of nginx, Caddy and Apache, from one list of headers and a template for each."""

from __future__ import annotations

import re
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from noticeboard.formats.serving import serving_rules as rules


def nginx_config(served: rules.Served, *, brotli: bool = True) -> str:
    """A server block and its maps, for a file in conf.d; without `brotli` for an nginx without that module."""
    return _written("nginx.conf.jinja", served, brotli=brotli)


def caddy_config(served: rules.Served) -> str:
    """A Caddyfile for Caddy 2 with one site block; Caddy gets the certificate by itself."""
    return _written("caddyfile.jinja", served)


def apache_config(served: rules.Served) -> str:
    """Directives of Apache 2.4 for a <Directory> block: mod_headers, mod_rewrite, mod_mime and mod_dir."""
    return _written("apache.conf.jinja", served)


def _written(template: str, served: rules.Served, **values: object) -> str:
    return _templates().get_template(template).render(served=served, base=served.base, rules=rules, **values)


@cache
def _templates() -> Environment:
    loader = PackageLoader("noticeboard.formats.serving", "")
    environment = Environment(  # noqa: S701 - configurations are not HTML
        loader=loader, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True, undefined=StrictUndefined
    )
    environment.filters["re_escape"] = re.escape
    return environment
