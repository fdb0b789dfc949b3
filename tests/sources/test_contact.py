"""The forms of a contact that editors write."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter, ValidationError

from noticeboard.fields.contact import Contact, mail_of, phone_of

CONTACT = TypeAdapter(Contact)


@pytest.mark.parametrize(
    ("written", "kept", "mail", "phone"),
    [
        ("https://example.org/ask", "https://example.org/ask", "", ""),
        ("pages/contact/", "pages/contact", "", ""),
        ("info@example.org", "info@example.org", "info@example.org", ""),
        ("mailto:info@example.org?subject=Survey", "info@example.org?subject=Survey", "info@example.org", ""),
        ("tel:+3221234567", "+3221234567", "", "+3221234567"),
        ("+32 (0)2 123 45-67", "+32 (0)2 123 45-67", "", "+3221234567"),
    ],
)
def test_addresses_mail_telephones_and_pages_are_contacts(written: str, kept: str, mail: str, phone: str) -> None:
    """They are kept as they will be shown or linked."""
    found = CONTACT.validate_python(written)
    assert (found, mail_of(found), phone_of(found)) == (kept, mail, phone)


@pytest.mark.parametrize(
    "written", ["02 123 45 67", "info@example", "tel:help", "info@example.org?a=<b>", "+12", "Ann"]
)
def test_an_unusable_contact_is_refused(written: str) -> None:
    """For example, a telephone number without a country code does not work abroad."""
    with pytest.raises(ValidationError):
        CONTACT.validate_python(written)
