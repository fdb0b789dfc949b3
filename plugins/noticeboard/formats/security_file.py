"""Where weaknesses of the site are to be reported -> security.txt (RFC 9116)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.pages import addresses

if TYPE_CHECKING:
    from noticeboard.settings import SecurityContact


def security_file(security: SecurityContact, siteurl: str, languages: tuple[str, ...]) -> bytes:
    """The file with its fields in the order of the standard; Canonical only where the site's address is known."""
    lines = [f"Contact: {security.contact}", f"Expires: {security.expires.isoformat()}T00:00:00Z"]
    lines += [f"Policy: {security.policy}"] if security.policy else []
    lines += [f"Preferred-Languages: {', '.join(languages)}"]
    lines += [f"Canonical: {siteurl}/{addresses.SECURITY}"] if siteurl else []
    return "".join(f"{line}\n" for line in lines).encode()
