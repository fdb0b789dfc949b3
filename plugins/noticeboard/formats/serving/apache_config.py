"""The configuration of Apache 2.4, for the <Directory> block of the folder that it serves."""

from __future__ import annotations

import re

from noticeboard.formats.serving import serving_rules as rules


def apache_config(served: rules.Served) -> str:
    """Directives of mod_headers, mod_rewrite, mod_mime and mod_dir, in their order."""
    base = served.base
    lines = [
        "# Written by `noticeboard server-rules apache`. Include it in the <Directory> block of the served folder.",
        "# It needs mod_headers, mod_rewrite, mod_mime and mod_dir.",
        "Options -Indexes -MultiViews +FollowSymLinks",
        "DirectoryIndex index.html",
        "AddDefaultCharset utf-8",
        *(f'AddType "{kind}" .{ending}' for ending, kind in rules.TYPES.items()),
        "AddEncoding br .br",
        "AddEncoding gzip .gz",
        "",
        *(f'Header always set {name} "{value}"' for name, value in served.always),
        f'Header always set Content-Security-Policy "{rules.POLICY}"',
        f'Header set Cache-Control "{rules.ASK}"',
        *_expression(f"%{{REQUEST_URI}} =~ m#{_sent(rules.search_pages(base))}#", _policy(rules.SEARCH_POLICY)),
        *_expression(f"%{{REQUEST_URI}} =~ m#{_sent(rules.files(base))}#", _policy(rules.FILE_POLICY)),
        *_expression(f"%{{REQUEST_URI}} =~ m#{_sent(rules.index_files(base))}#", _cache(rules.FOREVER)),
        *_expression(f"%{{REQUEST_URI}} =~ m#{_sent(rules.pictures(base))}#", _cache(rules.FOREVER)),
        *_expression("%{QUERY_STRING} =~ /^v=[0-9a-f]{8}$/", _cache(rules.FOREVER)),
        "",
        "RewriteEngine On",
        'RewriteRule "(^|/)\\.(?!well-known/)" - [R=404,L]',
        *(f'RewriteCond "%{{REQUEST_URI}}" "={old}"\nRewriteRule "^" "{new}" [R=301,L]' for old, new in served.moved),
        *_compressed("br", "br"),
        *_compressed("gzip", "gz"),
        '<FilesMatch "^feed\\.xml(\\.br|\\.gz)?$">',
        f'    ForceType "{rules.FEED_TYPE}"',
        "</FilesMatch>",
        "",
        f"ErrorDocument 404 {base}/404.html",
    ]
    for lang in served.languages:
        inner = [f"ErrorDocument 404 {base}/{lang}/404.html"]
        lines += [f'<If "%{{REQUEST_URI}} =~ m#^{re.escape(base)}/{lang}/#">', *(f"    {i}" for i in inner), "</If>"]
    return "\n".join(lines) + "\n"


def _sent(pattern: str) -> str:
    """The pattern with the endings of compressed forms: Apache asks once more when it has chosen the file."""
    return pattern.removesuffix("$") + "(\\.br|\\.gz)?$"


def _expression(condition: str, directive: str) -> list[str]:
    return [f'<If "{condition}">', f"    {directive}", "</If>"]


def _policy(value: str) -> str:
    return f'Header always set Content-Security-Policy "{value}"'


def _cache(value: str) -> str:
    return f'Header set Cache-Control "{value}"'


def _compressed(encoding: str, ending: str) -> list[str]:
    """Rules that send a file's compressed form to whoever takes it, under the file's own type."""
    plain = {"html", "css", "js", "json", "xml", "txt", "ics", "csv", "vtt", "svg"}
    rewritten = [
        f'RewriteCond "%{{HTTP:Accept-Encoding}}" "\\b{encoding}\\b"',
        f'RewriteCond "%{{REQUEST_FILENAME}}.{ending}" -f',
        f'RewriteRule "^(.*)$" "%{{REQUEST_URI}}.{ending}" [L]',
        f'<FilesMatch "\\.{ending}$">',
        '    Header append Vary "Accept-Encoding"',
        "</FilesMatch>",
    ]
    types = [
        f'<FilesMatch "\\.{name}\\.{ending}$">\n    ForceType "{kind}"\n</FilesMatch>'
        for name, kind in rules.TYPES.items()
        if name in plain
    ]
    return [*rewritten, *types]
