"""The configuration of Caddy 2, as a Caddyfile."""

from __future__ import annotations

from noticeboard.formats.serving import serving_rules as rules


def caddy_config(served: rules.Served) -> str:
    """One site block; Caddy gets the certificate by itself."""
    base = served.base
    lines = [
        "# Written by `noticeboard server-rules caddy`.",
        f"{served.host} {{",
        f"\troot * {served.root}",
        "",
        "\t# Without route, Caddy would sort these lines, and the first would win over those for some paths.",
        "\troute {",
        "\theader {",
        *(f'\t\t{name} "{value}"' for name, value in served.always),
        f'\t\tContent-Security-Policy "{rules.POLICY}"',
        f'\t\tCache-Control "{rules.ASK}"',
        "\t}",
        *_matched("search", f"path_regexp {rules.search_pages(base)}", "Content-Security-Policy", rules.SEARCH_POLICY),
        *_matched("files", f"path_regexp {rules.files(base)}", "Content-Security-Policy", rules.FILE_POLICY),
        *_matched("index", f"path_regexp {rules.index_files(base)}", "Cache-Control", rules.FOREVER),
        *_matched("pictures", f"path_regexp {rules.pictures(base)}", "Cache-Control", rules.FOREVER),
        *_matched("versions", "query v=*", "Cache-Control", rules.FOREVER),
        *_matched("feeds", "path */feed.xml", "Content-Type", rules.FEED_TYPE),
        *(line for ending in ("avif", "csv", "ics", "json", "vtt") for line in _typed(ending)),
        "\t}",
        "",
        "\t@hidden {",
        "\t\tpath */.*",
        "\t\tnot path /.well-known/*",
        "\t}",
        "\terror @hidden 404",
        *(f"\tredir {old} {new} 301" for old, new in served.moved),
        "",
        "\tfile_server {",
        "\t\tprecompressed br gzip",
        "\t}",
        "",
        "\thandle_errors {",
        f'\t\theader Content-Security-Policy "{rules.POLICY}"',
        f'\t\theader Cache-Control "{rules.ASK}"',
        *(line for lang in served.languages for line in _missing(f"{base}/{lang}/")),
        "\t\thandle {",
        f"\t\t\trewrite * {base}/404.html",
        "\t\t\tfile_server",
        "\t\t}",
        "\t}",
        "}",
    ]
    return "\n".join(lines) + "\n"


def _matched(name: str, matcher: str, header: str, value: str) -> list[str]:
    return [f"\t@{name} {matcher}", f'\theader @{name} {header} "{value}"']


def _typed(ending: str) -> list[str]:
    return _matched(ending, f"path *.{ending}", "Content-Type", rules.TYPES[ending])


def _missing(front: str) -> list[str]:
    name = front.strip("/").replace("/", "-")
    return [
        f"\t\t@{name} path {front}*",
        f"\t\thandle @{name} {{",
        f"\t\t\trewrite * {front}404.html",
        "\t\t\tfile_server",
        "\t\t}",
    ]
