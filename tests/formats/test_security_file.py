"""security.txt says where to report weaknesses, as RFC 9116 specifies."""

from __future__ import annotations

from datetime import date

from noticeboard.formats.security_file import security_file
from noticeboard.settings import SecurityContact

CONTACT = SecurityContact("https://example.org/report", date(2027, 6, 1), "https://example.org/policy")


def test_fields_are_in_the_order_of_the_standard() -> None:
    """Contact and Expires are required; the site's address is there if it is known."""
    text = security_file(CONTACT, "https://example.org", ("en", "nl")).decode()
    assert text.splitlines() == [
        "Contact: https://example.org/report",
        "Expires: 2027-06-01T00:00:00Z",
        "Policy: https://example.org/policy",
        "Preferred-Languages: en, nl",
        "Canonical: https://example.org/.well-known/security.txt",
    ]
    assert "Canonical" not in security_file(CONTACT, "", ("en",)).decode()
