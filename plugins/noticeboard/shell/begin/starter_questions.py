"""Answers from options, and from questions at a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import click

from noticeboard.languages.zone_names import is_zone
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
from noticeboard.shell.terminal.program_messages import gettext

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

_ADDRESS = "https://board.example.org"


def answered(folder: Path, given: Mapping[str, object], *, asks: bool) -> Answers:
    """The answers that the options give; `asks` for the name, languages and address that they do not.

    Raises WrongAnswer for one that no platform can be made from.
    """
    options = cast("Mapping[str, Any]", given)
    named = folder.absolute().name.replace("-", " ").capitalize()
    ask = _ask if asks else _take
    name = options["name"] or ask(gettext("What is the platform called?"), named, str)
    tags = options["languages"] or (ask(gettext("In which languages, the default first?"), "en", _tags),)
    where = options["address"] or ask(gettext("What will its address be?"), _ADDRESS, address)
    known, own = kinds(options["kinds"])
    if not is_zone(options["time_zone"]):
        message = "{zone} is not a time zone. Write a name like Europe/Brussels."
        raise WrongAnswer(gettext(message, zone=options["time_zone"]))
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


def _take(_: str, default: str, __: Callable[[str], str]) -> str:
    return default


def _ask(question: str, default: str, check: Callable[[str], str]) -> str:
    """The answer as the check gives it back; one that it refuses is asked for again."""

    def checked(given: str) -> str:
        try:
            return check(given)
        except WrongAnswer as wrong:
            raise click.UsageError(str(wrong)) from wrong

    return str(click.prompt(question, default=default, value_proc=checked))


def _tags(given: str) -> str:
    return ",".join(languages([given]))
