"""The configuration of nginx, with its modules for files that are compressed already."""

from __future__ import annotations

import re

from noticeboard.formats.serving import serving_rules as rules


def nginx_config(served: rules.Served, *, brotli: bool = True) -> str:
    """A server block and its maps, for a file in conf.d; without `brotli` for an nginx without that module."""
    base, languages = served.base, "|".join(served.languages)
    lines = [
        "# Written by `noticeboard server-rules nginx`. HTTPS: add listen 443 ssl and your certificate.",
        "",
        "map $uri $noticeboard_policy {",
        f'    default "{rules.POLICY}";',
        f'    "~{rules.search_pages(base)}" "{rules.SEARCH_POLICY}";',
        f'    "~{rules.files(base)}" "{rules.FILE_POLICY}";',
        "}",
        "map $uri $noticeboard_kept {",
        f'    default "{rules.ASK}";',
        f'    "~{rules.index_files(base)}" "{rules.FOREVER}";',
        f'    "~{rules.pictures(base)}" "{rules.FOREVER}";',
        "}",
        "# An answer that there is nothing is never kept.",
        'map "$status $arg_v" $noticeboard_cache {',
        "    default $noticeboard_kept;",
        f'    "~^(200|206|304) [0-9a-f]{{8}}$" "{rules.FOREVER}";',
        "}",
        "map $uri $noticeboard_missing {",
        f"    default {base}/404.html;",
        *([f'    "~^{re.escape(base)}/({languages})/" {base}/$1/404.html;'] if languages else []),
        "}",
        "map $uri $noticeboard_moved {",
        '    default "";',
        *(f'    "{old}" "{new}";' for old, new in served.moved),
        "}",
        "",
        "server {",
        f"    listen {served.listen};",
        f"    server_name {served.host};",
        f"    root {served.root};",
        "    server_tokens off;",
        "    absolute_redirect off;",
        "    gzip_static on;",
        "    gzip_vary on;",
        *(["    brotli_static on;"] if brotli else []),
        "",
        *(f'    add_header {name} "{value}" always;' for name, value in served.always),
        "    add_header Content-Security-Policy $noticeboard_policy always;",
        "    add_header Cache-Control $noticeboard_cache always;",
        "",
        "    types {",
        *(f"        {_plain(kind)} {ending};" for ending, kind in rules.TYPES.items()),
        "    }",
        "    default_type application/octet-stream;",
        "    charset utf-8;",
        "    charset_types text/css text/plain text/javascript text/calendar text/csv text/vtt",
        "        application/json application/xml application/atom+xml;",
        "",
        "    error_page 404 $noticeboard_missing;",
        '    if ($noticeboard_moved) { return 301 "$noticeboard_moved"; }',
        "    location ~ /\\.(?!well-known/) { return 404; }",
        "    location ~ /feed\\.xml$ { types { } default_type application/atom+xml; }",
        "    location / { try_files $uri $uri/ =404; }",
        "}",
    ]
    return "\n".join(lines) + "\n"


def _plain(kind: str) -> str:
    """The type without its charset, which nginx adds itself."""
    return kind.partition(";")[0]
