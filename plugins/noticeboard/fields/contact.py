"""Whom people can ask: an https address, an e-mail address (RFC 5322's usual form) or a page of the platform."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema

from noticeboard.fields.field_types import fail, https

_MAIL = re.compile(r"[\w.+'-]+@[a-z0-9-]+(\.[a-z0-9-]+)+", re.IGNORECASE | re.ASCII)
_PAGE = re.compile(r"pages/[a-z0-9]+(-[a-z0-9]+)*")


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


def is_mail(value: str) -> bool:
    """Whether a contact is an e-mail address."""
    return bool(_MAIL.fullmatch(value))


def page_of(value: str) -> str:
    """The key of the page that a contact names, such as pages/contact; "" for the other forms."""
    return value if _PAGE.fullmatch(value) else ""


Contact = Annotated[str, BeforeValidator(contact), WithJsonSchema({"type": "string", "minLength": 1})]
