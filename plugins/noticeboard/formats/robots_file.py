"""What crawlers may do -> robots.txt."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from noticeboard.pages.documents import RobotsPage


def robots_file(robots: RobotsPage) -> bytes:
    """A robots.txt (RFC 9309) that allows everything: pages that are not to be found say so themselves."""
    lines = ["User-agent: *", "Allow: /"]
    lines += ["", f"Sitemap: {robots.sitemap}"] if robots.sitemap else []
    return "".join(f"{line}\n" for line in lines).encode()
