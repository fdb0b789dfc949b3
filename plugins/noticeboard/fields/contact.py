"""Whom people can ask, and where a privacy notice stands: an address, an e-mail address (RFC 5322) or a page."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema

from noticeboard.fields.field_types import fail, file_name, https

_MAIL = re.compile(r"[\w.+'-]+@[a-z0-9-]+(\.[a-z0-9-]+)+", re.IGNORECASE | re.ASCII)
_PAGE = re.compile(r"pages/[a-z0-9]+(-[a-z0-9]+)*")
_DOCUMENT = re.compile(r"[^/\\:@]+\.(?:pdf|odt|docx|epub|zip)", re.IGNORECASE)


def contact(value: object) -> str:
    """The value as one of the three forms; `mailto:` in front of an e-mail address is taken off."""
    plain = value.strip().removeprefix("mailto:").removesuffix("/") if isinstance(value, str) else ""
    if is_mail(plain) or page_of(plain):
        return plain
    if "://" in plain:
        return https(value)
    return fail(
        "wrong-contact",
        "'{value}' is no contact.",
        "Write an address that begins with https://, an e-mail address such as info@example.org, or a page of the "
        "platform such as pages/contact.",
        value=value,
    )


def notice(value: object) -> str:
    """The value as a contact, or as the name of a document beside the file that states it."""
    plain = value.strip() if isinstance(value, str) else ""
    return file_name(plain) if document_of(plain) else contact(value)


def is_mail(value: str) -> bool:
    """Whether a contact is an e-mail address."""
    return bool(_MAIL.fullmatch(value))


def page_of(value: str) -> str:
    """The key of the page that a contact names, such as pages/contact; "" for the other forms."""
    return value if _PAGE.fullmatch(value) else ""


def document_of(value: str) -> str:
    """The name of the document that a notice is, such as privacy.pdf; "" for the other forms."""
    return value if _DOCUMENT.fullmatch(value) else ""


_FILLED = WithJsonSchema({"type": "string", "minLength": 1})
Notice = Annotated[str, BeforeValidator(notice), _FILLED]
Contact = Annotated[str, BeforeValidator(contact), _FILLED]
