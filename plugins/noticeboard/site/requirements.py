"""What the versions of an announcement must state together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.model import Location, Problem, error
from noticeboard.site.agreement import ABSENT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from noticeboard.settings import Settings
    from noticeboard.site.records import Announcement
    from noticeboard.site.source import Source


def requirement_problems(
    announcement: Announcement, settings: Settings, vocabularies: Iterable[str]
) -> tuple[Problem, ...]:
    """Every fact that is required and absent, and every key that contradicts another.

    `vocabularies` names those that the platform has.
    """
    return (
        *_missing_facts(announcement, set(vocabularies)),
        *_image_problems(announcement),
        *_language_problems(announcement, settings),
        *_original_problems(announcement),
    )


def _first(announcement: Announcement) -> Source:
    """The version at which a problem of the whole announcement is reported."""
    originals = [s for s in announcement.sources if s.header.translates is None]
    return announcement.fallback or (originals or announcement.sources)[0]


def _missing_facts(announcement: Announcement, vocabularies: set[str]) -> Iterator[Problem]:
    kind, used = announcement.kind, dict(announcement.facts.terms)
    missing = [fact for fact in kind.requires if getattr(announcement.facts, fact) in ABSENT]
    missing += [name for name in kind.terms if name in vocabularies and not used.get(name)]
    for key in missing:
        yield error(
            _first(announcement).location(),
            "missing-key",
            "No version of {announcement} states '{key}'.",
            "Add a line `{key}: …` to one version.",
            announcement=announcement.key,
            key=key,
        )


def _image_problems(announcement: Announcement) -> Iterator[Problem]:
    facts = announcement.facts
    credited = {file for file, _ in facts.credits}
    if facts.image and not facts.image_credit and facts.image not in credited:
        location = next(s.location("image") for s in announcement.sources if s.header.image)
        hint = "Add `image_credit: …`: who made it, as its licence wants it."
        yield error(location, "missing-credit", "The image {file} has no credit.", hint, file=facts.image)
    for source in announcement.sources:
        yield from _alt_problems(announcement, source)
    yield from _decorative_problems(announcement)
    for source in announcement.sources:
        for picture in source.pictures:
            if picture.file not in credited:
                hint = 'Write {credit="Name / Source"} directly after the picture.'
                message = "The picture {file} has no credit."
                yield error(picture.location, "missing-credit", message, hint, file=picture.file)


def _alt_problems(announcement: Announcement, source: Source) -> Iterator[Problem]:
    alt, image = source.header.image_alt, announcement.facts.image
    if image and alt is None:
        hint = 'Add `image_alt: …` with what the picture shows (`""` if it only decorates).'
        yield error(source.location("image"), "missing-alt", "The image {file} has no alt text.", hint, file=image)
    for key in ("image_alt", "image_credit"):
        if not image and (key,) in source.locations:
            message, hint = "'{key}' is stated, but no version names an image.", "Add `image: …`, or remove the line."
            yield error(source.location(key), "missing-key", message, hint, key=key)


def _decorative_problems(announcement: Announcement) -> Iterator[Problem]:
    stated = [s for s in announcement.sources if s.header.image_alt is not None]
    empty = [s for s in stated if not s.header.image_alt]
    if announcement.facts.image and empty and len(empty) < len(stated):
        other = next(s for s in stated if s.header.image_alt)
        yield error(
            empty[0].location("image_alt"),
            "versions-disagree",
            "The image only decorates here, but {path} says what it shows.",
            'Describe it in all versions, or write `image_alt: ""` in all.',
            path=other.path,
        )


def _language_problems(announcement: Announcement, settings: Settings) -> Iterator[Problem]:
    meant = announcement.facts.languages
    # A draft is not published, so its day may still be promised.
    versions = {s.lang for s in announcement.sources if s.header.status != "draft"}
    for source in announcement.sources:
        for index, lang in enumerate(source.header.languages or ()):
            if lang not in settings.languages:
                location = source.locations.get(("languages", index)) or source.location("languages")
                yield _not_offered(location, lang)
        yield from _promise_problems(announcement, settings, source, versions)
        if meant and source.lang not in meant:
            message = "This version's language '{language}' is not among the announcement's `languages`."
            hint = "Add '{language}' to `languages`, or remove this file."
            yield error(source.location(), "contradiction", message, hint, language=source.lang)


def _promise_problems(
    announcement: Announcement, settings: Settings, source: Source, versions: set[str]
) -> Iterator[Problem]:
    """The problems of `expected`; `versions` are the languages of published versions."""
    for lang, _ in source.header.expected or ():
        location = source.locations.get(("expected", lang)) or source.location("expected")
        if lang in versions:
            message, hint = "A version in '{language}' is expected, but it exists.", "Remove the line."
            yield error(location, "contradiction", message, hint, language=lang)
        elif lang not in settings.languages:
            yield _not_offered(location, lang)
        elif lang not in announcement.wanted:
            message = "A version in '{language}' is expected, but `languages` leaves it out."
            yield error(location, "contradiction", message, "Remove it here, or add it to `languages`.", language=lang)


def _not_offered(location: Location, lang: str) -> Problem:
    message = "The platform does not offer the language '{language}'."
    return error(location, "language-not-offered", message, "Remove it, or add it in platform.yml.", language=lang)


def _original_problems(announcement: Announcement) -> Iterator[Problem]:
    originals = [s.lang for s in announcement.sources if s.header.translates is None]
    for source in announcement.sources:
        stamp, lineage = source.header.translates, announcement.lineage(source)
        if stamp and announcement.named_by(source) is None:
            message = "The version '{language}' that this one translates does not exist."
            yield _missing_original(source.location("translates"), message, stamp.language, originals)
        elif stamp and announcement.named_by((source, *lineage)[-1]) in (source, *lineage):
            message = "By way of '{language}' this version translates itself: none of them is an original."
            message = "This version says that it translates itself." if stamp.language == source.lang else message
            yield _missing_original(source.location("translates"), message, stamp.language, originals)


def _missing_original(location: Location, message: str, language: str, originals: list[str]) -> Problem:
    hint = "Name an original, or remove the line if this is one."
    if originals:
        hint = "Name an original ({originals}), or remove the line if this is one."
    return error(location, "missing-original", message, hint, language=language, originals=", ".join(originals))
