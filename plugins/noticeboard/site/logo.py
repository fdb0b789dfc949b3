"""The platform's logo: whether the file is there, and safe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.model import Problem, error

if TYPE_CHECKING:
    from collections.abc import Mapping

    from noticeboard.settings import Settings
    from noticeboard.site.records import FileFacts


def logo_problems(settings: Settings, files: Mapping[str, FileFacts]) -> tuple[Problem, ...]:
    """What keeps the logo from being shown: it is not there, is no usable picture, or is an SVG file that could act."""
    facts = files.get(settings.logo)
    if not settings.logo:
        return ()
    if facts is None:
        message, hint = "The logo {file} does not lie beside platform.yml.", "Put it there, or mend its name."
        return (error(settings.logo_place, "missing-image", message, hint, file=settings.logo),)
    if is_drawing(settings.logo):
        message, hint = "The logo {file} does not say how large it is.", "Export it with a viewBox."
        sized = facts.width or facts.problems
        found = () if sized else (error(settings.logo_place, "unreadable-image", message, hint, file=settings.logo),)
        return (*facts.problems, *found)
    if facts.fault:
        hint = "Export it anew as SVG, PNG, JPEG or WebP."
        values = dict(facts.values)
        return (error(settings.logo_place, "unreadable-image", facts.fault, hint, file=settings.logo, **values),)
    return ()


def is_drawing(name: str) -> bool:
    """Whether a file is SVG, by the ending of its name."""
    return name.lower().endswith(".svg")
