"""Adds the preview's own script to a page that is shown; the page on the disk stays as the build made it."""

from __future__ import annotations

import re

from markupsafe import Markup

OWN = "/_preview/"
"""The addresses that belong to the preview and to no site."""

_SCRIPT = Markup('<script src="{own}preview.js" data-build="{build}"{more} defer></script>')
_COMPARISON = Markup(' data-comparison="/{address}"')
_HEAD_END = re.compile(rb"</head\s*>", re.IGNORECASE)


def injected(page: bytes, build: str, comparison: str = "") -> bytes:
    """The HTML page with a script element that names the build, at its end if the page has no head.

    `comparison` is the address, without the first slash, of the comparison that the page offers; "" for none.
    """
    more = _COMPARISON.format(address=comparison) if comparison else ""
    end = _HEAD_END.search(page)
    location = end.start() if end else len(page)
    return page[:location] + _SCRIPT.format(own=OWN, build=build, more=more).encode() + page[location:]
