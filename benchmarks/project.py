"""A corpus laid out for one generator, ready to build."""

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

    `output` is the folder that holds the site, `caches` what else a cold build must not find, `text` the file of an
    announcement in a language, `environment` what is added to the process's own. The command runs in `folder`.
    `apart` finds, as its first group, the seconds in what a build prints that its search index took.
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
    """The text with the questionnaire's address and the deadline in words, for generators that fill in neither."""
    text = version.body.replace("{survey}", item.survey(version.lang))
    if item.deadline is None:
        return text
    locale = "en_GB" if version.lang == DEFAULT_LANGUAGE else version.lang
    return text.replace("[]({deadline})", format_date(item.deadline, "long", locale=locale))
