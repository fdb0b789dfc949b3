"""The files that Netlify and Cloudflare Pages read in a site: _headers and _redirects.

Both join the values of headers that several rules set, and a browser that gets two policies keeps to both. So every
header is in one rule, and the one policy is that of search pages.
"""

from __future__ import annotations

from noticeboard.formats.serving import serving_rules as rules


def headers_file(served: rules.Served) -> str:
    """_headers: rules by path, where `*` matches the rest of it."""
    blocks = [
        ("/*", (*served.always, ("Content-Security-Policy", rules.SEARCH_POLICY))),
        (f"{served.base}/*/feed.xml", (("Content-Type", rules.FEED_TYPE),)),
        (f"{served.base}/*/deadlines.ics", (("Content-Type", rules.TYPES["ics"]),)),
        (f"{served.base}/*/deadline.ics", (("Content-Type", rules.TYPES["ics"]),)),
        (f"{served.base}/theme/*", (("Cache-Control", rules.SHORT),)),
        (f"{served.base}/media/*", (("Cache-Control", rules.SHORT),)),
    ]
    lines = [f"{path}\n" + "".join(f"  {name}: {value}\n" for name, value in headers) for path, headers in blocks]
    return "# Written by `noticeboard server-rules netlify`.\n" + "\n".join(lines)


def redirects_file(served: rules.Served) -> str:
    """_redirects: former addresses, then the 404 page of each language; Cloudflare finds those by itself."""
    moved = "".join(f"{old} {new} 301\n" for old, new in served.moved)
    missing = "".join(f"{served.base}/{lang}/* {served.base}/{lang}/404.html 404\n" for lang in served.languages)
    return f"# Written by `noticeboard server-rules netlify`.\n{moved}{missing}"
