"""Whom people can ask, and where a privacy notice is: an address, an e-mail address, a telephone or a page."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema

from noticeboard.fields.address_types import https
from noticeboard.fields.field_types import fail, file_name

_MAIL = re.compile(r"([\w.+'-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+)(?:\?[\w%&=.+-]+)?", re.IGNORECASE | re.ASCII)
_PHONE = re.compile(r"\+[1-9](?:[ ()./-]{0,2}[0-9]){6,14}")
"""A telephone number with its country's code, of up to 15 digits (E.164)."""
_PAGE = re.compile(r"pages/[a-z0-9]+(-[a-z0-9]+)*")
_DOCUMENT = re.compile(r"[^/\\:@]+\.(?:pdf|odt|docx|epub|zip)", re.IGNORECASE)


def contact(value: object) -> str:
    """The value as one of the four forms, without `mailto:` or `tel:`."""
    plain = (
        value.strip().removeprefix("mailto:").removeprefix("tel:").removesuffix("/") if isinstance(value, str) else ""
    )
    if mail_of(plain) or phone_of(plain) or page_of(plain):
        return plain
    if "://" in plain:
        return https(value)
    return fail(
        "wrong-contact",
        "'{value}' is not a contact.",
        "Write an address that begins with https://, an e-mail address such as info@example.org, a telephone number "
        "such as +32 2 123 45 67, or a page of the platform such as pages/contact.",
        value=value,
    )


def notice(value: object) -> str:
    """The value as a contact, or as the name of a document beside the file that states it."""
    plain = value.strip() if isinstance(value, str) else ""
    return file_name(plain) if document_of(plain) else contact(value)


def mail_of(value: str) -> str:
    """The e-mail address (RFC 5322) of a contact, without a subject after it; "" for the other forms."""
    found = _MAIL.fullmatch(value)
    return found[1] if found else ""


def phone_of(value: str) -> str:
    """The telephone number of a contact, as RFC 3966 writes it; "" for the other forms."""
    return f"+{''.join(filter(str.isdigit, value.replace('(0)', '')))}" if _PHONE.fullmatch(value) else ""


def page_of(value: str) -> str:
    """The key of the page that a contact names, such as pages/contact; "" for the other forms."""
    return value if _PAGE.fullmatch(value) else ""


def document_of(value: str) -> str:
    """The name of the document that a notice is, such as privacy.pdf; "" for the other forms."""
    return value if _DOCUMENT.fullmatch(value) else ""


_FILLED = WithJsonSchema({"type": "string", "minLength": 1})
Notice = Annotated[str, BeforeValidator(notice), _FILLED]
Contact = Annotated[str, BeforeValidator(contact), _FILLED]
