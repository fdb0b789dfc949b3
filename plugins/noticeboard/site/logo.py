"""The logos of the platform and of terms: whether their files exist and are safe."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from noticeboard.model import Problem, error

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from noticeboard.model import Location, Vocabulary
    from noticeboard.settings import Settings
    from noticeboard.site.records import FileFacts, Site


class StatedLogo(NamedTuple):
    """A stated logo: its path below the content folder, where it is stated, and the name of the file that states it."""

    path: str
    location: Location
    beside: str


def term_logo(name: str) -> str:
    """The path of a term's logo below the content folder; "" if it has none."""
    return f"vocabularies/{name}" if name else ""


def stated_logos(settings: Settings, vocabularies: Iterable[Vocabulary]) -> Iterator[StatedLogo]:
    """The platform's logo and those of the terms, as far as they are stated."""
    if settings.logo:
        yield StatedLogo(settings.logo, settings.logo_place, "platform.yml")
    for vocabulary in vocabularies:
        for term in vocabulary.terms:
            if term.logo:
                yield StatedLogo(term_logo(term.logo), term.location, f"{vocabulary.name}.yml")


def logo_files(site: Site) -> list[FileFacts]:
    """The files of all existing logos, each once, sorted by path."""
    paths = {logo.path for logo in stated_logos(site.settings, site.vocabularies)}
    return [site.files[path] for path in sorted(paths & site.files.keys())]


def logo_problems(
    settings: Settings, vocabularies: Iterable[Vocabulary], files: Mapping[str, FileFacts]
) -> tuple[Problem, ...]:
    """What keeps logos from being shown: not there, no usable picture, or an SVG file that could act."""
    return tuple(p for logo in stated_logos(settings, vocabularies) for p in _problems(logo, files.get(logo.path)))


def _problems(logo: StatedLogo, facts: FileFacts | None) -> tuple[Problem, ...]:
    name, location = logo.path.rpartition("/")[2], logo.location
    if facts is None:
        message, hint = "The logo {file} is not beside {beside}.", "Put it there, or correct its name."
        return (error(location, "missing-image", message, hint, file=name, beside=logo.beside),)
    if is_drawing(name):
        message, hint = "The logo {file} does not say how large it is.", "Export it with a viewBox."
        sized = facts.width or facts.problems
        found = () if sized else (error(location, "unreadable-image", message, hint, file=name),)
        return (*facts.problems, *found)
    if facts.fault:
        hint = "Export it again as SVG, PNG, JPEG or WebP."
        return (error(location, "unreadable-image", facts.fault, hint, file=name, **dict(facts.values)),)
    return ()


def is_drawing(name: str) -> bool:
    """Whether a file is SVG, by the ending of its name."""
    return name.lower().endswith(".svg")
