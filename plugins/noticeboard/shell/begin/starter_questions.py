"""Answers from options, and from questions where somebody sits at a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import click

from noticeboard.languages.dates import is_zone
from noticeboard.shell.begin.starter_answers import (
    LISTED,
    Answers,
    WrongAnswer,
    address,
    colour,
    kinds,
    languages,
    logo,
)
from noticeboard.shell.terminal.program_messages import spoken

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_ADDRESS = "https://board.example.org"


def answered(folder: Path, given: Mapping[str, object], *, asks: bool) -> Answers:
    """The answers that the options give; `asks` for the name, languages and address that they do not.

    Raises WrongAnswer for one that no platform can be made from.
    """
    options = cast("Mapping[str, Any]", given)
    named = folder.absolute().name.replace("-", " ").capitalize()
    name = options["name"] or _asked(spoken("What is the platform called?"), named, asks=asks)
    tags = options["languages"] or (_asked(spoken("In which languages, the default first?"), "en", asks=asks),)
    where = options["address"] or _asked(spoken("Where will it stand?"), _ADDRESS, asks=asks)
    known, own = kinds(options["kinds"])
    if not is_zone(options["time_zone"]):
        message = "{zone} is no time zone. Write a name like Europe/Brussels."
        raise WrongAnswer(spoken(message, zone=options["time_zone"]))
    return Answers(
        name=" ".join(name.split()) or named,
        languages=languages(tags) or ("en",),
        address=address(where),
        kinds=known or LISTED,
        own_kinds=own,
        time_zone=options["time_zone"],
        colour=colour(options["colour"]),
        logo=logo(options["logo"] or ""),
        examples=options["examples"],
        workflows=tuple(dict.fromkeys(options["workflows"])),
    )


def _asked(question: str, default: str, *, asks: bool) -> str:
    return str(click.prompt(question, default=default)) if asks else default
