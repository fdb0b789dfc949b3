"""The answers from which a platform is made."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic_core import PydanticCustomError

from noticeboard.fields.address_types import site_fault
from noticeboard.languages.tag_guesses import is_language, likely_tag
from noticeboard.languages.tags import canonical_case, is_tag
from noticeboard.report import sentences
from noticeboard.settings import BUILT_IN_KINDS, RESERVED_KINDS
from noticeboard.shell.build.picture_facts import file_facts
from noticeboard.shell.terminal.program_messages import gettext, messages_of
from noticeboard.site.logo import is_drawing
from noticeboard.sources.colour import brand_colour

if TYPE_CHECKING:
    from collections.abc import Iterable

LISTED = tuple(kind.name for kind in BUILT_IN_KINDS)
"""The kinds that every platform has."""

_KIND = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)*)(?:=([^/=]+)/([^/=]+))?")


class WrongAnswer(ValueError):  # noqa: N818 - it is named after what it says
    """An answer that no platform can be made from; it says what to write instead."""


@dataclass(frozen=True, slots=True)
class OwnKind:
    """A kind of announcement of the platform's own: its folder's name, and what one and many are called."""

    name: str
    one: str
    many: str


@dataclass(frozen=True, slots=True)
class Answers:
    """What a platform is made from: `languages` begin with the default one, `logo` is a file, "" for none.

    `kinds` are the built-in kinds that get an example, `own_kinds` those that platform.yml declares.
    """

    name: str
    languages: tuple[str, ...]
    address: str
    kinds: tuple[str, ...] = LISTED
    own_kinds: tuple[OwnKind, ...] = ()
    time_zone: str = "Europe/Brussels"
    colour: str = ""
    logo: str = ""
    examples: bool = True
    workflows: tuple[str, ...] = ()


def languages(given: Iterable[str]) -> tuple[str, ...]:
    """The language tags in their usual case, each once; raises WrongAnswer."""
    written = [part for text in given for part in text.replace(",", " ").split()]
    return tuple(dict.fromkeys(map(_language, written)))


def _language(written: str) -> str:
    tag = canonical_case(written.replace("_", "-"))
    if is_tag(tag) and is_language(tag):
        return tag
    likely = likely_tag(written)
    advice = gettext("Did you mean {value}?", value=likely) if likely else gettext("Write codes such as en or pt-BR.")
    raise WrongAnswer(gettext("{tag} is not a language code. {advice}", tag=written, advice=advice))


def kinds(given: Iterable[str]) -> tuple[tuple[str, ...], tuple[OwnKind, ...]]:
    """The built-in kinds and the others; raises WrongAnswer."""
    parts = [part.strip() for text in given for part in text.split(",") if part.strip()]
    own = []
    for part in parts:
        found = _KIND.fullmatch(part)
        if not found:
            message = gettext(
                "{part} is no kind. Write a folder's name, or name=One/Many, such as hearings=Hearing/Hearings.",
                part=part,
            )
            raise WrongAnswer(message)
        name, one, many = found.groups()
        if name in RESERVED_KINDS or (name in LISTED and one):
            raise WrongAnswer(_unusable(name))
        if name not in LISTED:
            named = name.replace("-", " ").capitalize()
            own.append(OwnKind(name, (one or named).strip(), (many or named).strip()))
    return tuple(dict.fromkeys(part for part in parts if part in LISTED)), tuple(own)


def _unusable(name: str) -> str:
    if name in RESERVED_KINDS:
        what = gettext("A kind cannot be called `{kind}`: the platform itself uses this name.", kind=name)
        return f"{what} {gettext('Choose another name.')}"
    message = "{kind} has its words in all languages already. Write only {kind}; change the words in platform.yml."
    return gettext(message, kind=name)


def address(given: str) -> str:
    """The site's https address without a slash at its end; raises WrongAnswer."""
    if fault := site_fault(given):
        message = f"{gettext(fault, address=given)} {gettext('Write it like https://board.example.org.')}"
        raise WrongAnswer(message)
    return given.rstrip("/")


def colour(given: str) -> str:
    """The colour as #rrggbb, "" for none; raises WrongAnswer if it is invalid or unreadable."""
    try:
        return brand_colour(given) if given else ""
    except PydanticCustomError as refused:
        told = refused.context or {}
        message = " ".join(gettext(told[part], **told["values"]) for part in ("what", "todo"))
        raise WrongAnswer(message) from refused


def logo(given: str) -> str:
    """The path of the logo's file, "" for none; raises WrongAnswer if it cannot be shown."""
    if not given:
        return ""
    with Path(given).open("rb") as file:
        facts = file_facts(Path(given).name, file)
    fault = "" if is_drawing(given) else gettext(facts.fault, file=given, **dict(facts.values)) if facts.fault else ""
    told = [sentences(problem, messages_of())[0] for problem in facts.problems] + ([fault] if fault else [])
    if told:
        raise WrongAnswer(gettext("{file} cannot be the logo: {reason}", file=given, reason=told[0]))
    return given
