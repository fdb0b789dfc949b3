"""What crawlers may do -> robots.txt."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from noticeboard.pages.documents import RobotsPage


def robots_file(robots: RobotsPage) -> bytes:
    """A robots.txt (RFC 9309) that refuses the crawlers that the platform names and allows the others everything.

    Pages that are not to be found say so themselves.
    """
    refused = [line for name in robots.refused if name != "*" for line in (f"User-agent: {name}", "Disallow: /", "")]
    lines = [*refused, "User-agent: *", "Disallow: /" if "*" in robots.refused else "Allow: /"]
    lines += ["", f"Sitemap: {robots.sitemap}"] if robots.sitemap else []
    return "".join(f"{line}\n" for line in lines).encode()
