"""The field types of addresses: https addresses, former addresses, and files in place of an address."""

from __future__ import annotations

import re
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import BeforeValidator, WithJsonSchema

from noticeboard.fields.field_types import fail, file_name, shown

_FORMER = re.compile(r"([a-z0-9-]+/)?[a-z0-9-]+")


_PATH = "{path}"


MOST_OF_A_NAME = 100
"""Characters of a part of an address that no folder of the content has: systems hold 255, and marks are added."""


def https(value: object) -> str:
    """The value as an https address with a host (RFC 3986), as it was written."""
    if not isinstance(value, str):
        fail("wrong-type", "{value} is not an address.", "Write https://… here.", value=shown(value))
    if message := https_fault(value):
        fail("unsafe-address", message, "Write an address that begins with https://.", address=value)
    return value


def https_fault(address: str) -> str:
    """The fault of an address that does not begin with https, as a template that names {address}; else ""."""
    if re.search(r"[\s\\\"<>^`\x00-\x20\x7f]", address):
        return "The address '{address}' contains characters that no address may contain."
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError:
        return "The address '{address}' is not valid."
    if parts.scheme != "https":
        return "The address '{address}' does not begin with https://."
    if parts.username is not None or parts.password is not None:
        return "The address '{address}' contains a user name or password."
    return "" if parts.hostname else "The address '{address}' names no host."


def site_fault(address: str) -> str:
    """The fault of a site's https address, as a template that names {address}; "" if it can be used."""
    if fault := https_fault(address):
        return fault
    parts = urlsplit(address)
    return "The address '{address}' has a ? or a # in it." if parts.query or parts.fragment else ""


def edit_address(value: object) -> str:
    """The value as an https address with {path} in it once, for a file's path below the content folder."""
    address = https(value.replace(_PATH, "path")) and value if isinstance(value, str) else https(value)
    if address.count(_PATH) != 1 or _PATH in address.partition("://")[2].partition("/")[0]:
        message = "The address '{address}' does not say where the path of the file goes."
        hint = "Write {path} once in it: https://git.example.org/board/edit/main/content/{path}."
        fail("wrong-address", message, hint, address=address)
    return address


def former(value: object) -> str:
    """The value as a former address below a language, such as surveys/old-name."""
    if not isinstance(value, str) or not _FORMER.fullmatch(value):
        fail(
            "wrong-address",
            "{value} is not a former address.",
            "Write it like surveys/old-name.",
            value=shown(value),
        )
    longest = max(map(len, value.split("/")))
    if longest > MOST_OF_A_NAME:
        message = "A part of an address may have {most} characters at most; this one has {length}."
        fail("wrong-address", message, "Choose a shorter one.", most=MOST_OF_A_NAME, length=longest)
    return value


def file_or_address(value: object) -> str:
    """The value as an https address, or as the name of a file in the same folder."""
    return https(value) if isinstance(value, str) and "://" in value else file_name(value)


_ADDRESS = WithJsonSchema({"type": "string", "pattern": "^https://[^\\s]+$"})


_FILE_OR_ADDRESS = WithJsonSchema({"type": "string", "pattern": "^(https://[^\\s]+|[^./\\\\][^/\\\\]*)$"})


_FORMER_ADDRESS = WithJsonSchema({"type": "string", "pattern": "^([a-z0-9-]+/)?[a-z0-9-]+$"})


HttpsAddress = Annotated[str, BeforeValidator(https), _ADDRESS]


EditAddress = Annotated[str, BeforeValidator(edit_address)]


FormerAddress = Annotated[str, BeforeValidator(former), _FORMER_ADDRESS]


FileOrAddress = Annotated[str, BeforeValidator(file_or_address), _FILE_OR_ADDRESS]
