"""A corpus prepared for one generator, ready to build."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from babel.dates import format_date

from benchmarks.corpus import DEFAULT_LANGUAGE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from benchmarks.corpus import Announcement, Version


@dataclass(frozen=True, slots=True)
class Project:
    """How one generator builds a corpus.

    The command runs in `folder`. `output` is the folder of the site, `caches` what to delete before a cold build,
    `text`
    the path of an announcement in a language, `environment` what to add to the environment. In the output of a build,
    the first group of `apart` matches the seconds that its search index took.
    """

    name: str
    command: tuple[str, ...]
    folder: Path
    output: Path
    text: Callable[[Announcement, str], Path]
    caches: tuple[Path, ...] = ()
    environment: Mapping[str, str] = field(default_factory=dict)
    apart: str = ""


def without_placeholders(item: Announcement, version: Version) -> str:
    """The text with the questionnaire's address and the deadline filled in, for generators that cannot do so."""
    text = version.body.replace("{survey}", item.survey(version.lang))
    if item.deadline is None:
        return text
    locale = "en_GB" if version.lang == DEFAULT_LANGUAGE else version.lang
    return text.replace("[]({deadline})", format_date(item.deadline, "long", locale=locale))
