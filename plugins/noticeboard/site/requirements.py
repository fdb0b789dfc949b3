"""What an announcement must state, taken all its versions together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.model import Place, Problem, error

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.settings import Settings
    from noticeboard.site.records import Announcement, Source


def requirement_problems(announcement: Announcement, settings: Settings) -> tuple[Problem, ...]:
    """Every fact that is required and absent, and every key that contradicts another."""
    return (
        *_missing_facts(announcement),
        *_image_problems(announcement),
        *_language_problems(announcement, settings),
        *_original_problems(announcement),
    )


def _first(announcement: Announcement) -> Source:
    """The version at which a problem of the whole announcement is reported."""
    originals = [s for s in announcement.sources if s.header.translates is None]
    return announcement.fallback or (originals or announcement.sources)[0]


def _missing_facts(announcement: Announcement) -> Iterator[Problem]:
    for fact in announcement.kind.requires:
        if getattr(announcement.facts, fact) in (None, ""):
            yield error(
                _first(announcement).place(),
                "missing-key",
                f"No version of {announcement.key} states {fact!r}.",
                f"Add a line `{fact}: …` to one version.",
            )


def _image_problems(announcement: Announcement) -> Iterator[Problem]:
    facts = announcement.facts
    if facts.image and not facts.image_credit and facts.image not in dict(facts.credits):
        place = next(s.place("image") for s in announcement.sources if s.header.image)
        todo = "Add `image_credit: …`: who made it, as its licence wants it."
        yield error(place, "missing-credit", f"The image {facts.image} has no credit.", todo)
    for source in announcement.sources:
        yield from _alt_problems(announcement, source)
    yield from _decorative_problems(announcement)
    for source in announcement.sources:
        for picture in source.text.pictures:
            if picture.file not in dict(facts.credits):
                todo = 'Write {credit="Name / Source"} directly behind the picture.'
                what = f"The picture {picture.file} has no credit."
                yield error(picture.place, "missing-credit", what, todo)


def _alt_problems(announcement: Announcement, source: Source) -> Iterator[Problem]:
    alt, image = source.header.image_alt, announcement.facts.image
    if image and alt is None:
        todo = 'Add `image_alt: …` with what the picture shows (`""` if it only decorates).'
        yield error(source.place("image"), "missing-alt", f"The image {image} has no alt text.", todo)
    for key in ("image_alt", "image_credit"):
        if not image and getattr(source.header, key) is not None:
            what = f"{key!r} is stated, but no version names an image."
            yield error(source.place(key), "missing-key", what, "Add `image: …`, or remove the line.")


def _decorative_problems(announcement: Announcement) -> Iterator[Problem]:
    stated = [s for s in announcement.sources if s.header.image_alt is not None]
    empty = [s for s in stated if not s.header.image_alt]
    if announcement.facts.image and empty and len(empty) < len(stated):
        other = next(s for s in stated if s.header.image_alt)
        yield error(
            empty[0].place("image_alt"),
            "versions-disagree",
            f"The image only decorates here, but {other.path} says what it shows.",
            'Describe it in all versions, or write `image_alt: ""` in all.',
        )


def _language_problems(announcement: Announcement, settings: Settings) -> Iterator[Problem]:
    meant, versions = announcement.facts.languages, {s.lang for s in announcement.sources}
    for source in announcement.sources:
        for index, lang in enumerate(source.header.languages or ()):
            if lang not in settings.languages:
                place = source.places.get(("languages", index)) or source.place("languages")
                yield _not_offered(place, lang)
        for lang, _ in source.header.expected or ():
            place = source.places.get(("expected", lang)) or source.place("expected")
            if lang in versions:
                what, todo = f"A version in {lang!r} is expected, but it exists.", "Remove the line."
                yield error(place, "contradiction", what, todo)
            elif lang not in settings.languages:
                yield _not_offered(place, lang)
            elif lang not in announcement.wanted:
                what = f"A version in {lang!r} is expected, but `languages` leaves it out."
                yield error(place, "contradiction", what, "Remove it here, or add it to `languages`.")
        if meant and source.lang not in meant:
            what = f"This version's language {source.lang!r} is not among the announcement's `languages`."
            todo = f"Add {source.lang!r} to `languages`, or remove this file."
            yield error(source.place(), "contradiction", what, todo)


def _not_offered(place: Place, lang: str) -> Problem:
    what = f"The platform does not offer the language {lang!r}."
    return error(place, "language-not-offered", what, "Remove it, or add it in platform.yml.")


def _original_problems(announcement: Announcement) -> Iterator[Problem]:
    originals = [s.lang for s in announcement.sources if s.header.translates is None]
    for source in announcement.sources:
        stamp = source.header.translates
        if stamp and stamp.language not in originals:
            exists = any(s.lang == stamp.language for s in announcement.sources)
            fault = "is itself a translation" if exists else "does not exist"
            named = f" ({', '.join(originals)})" if originals else ""
            yield error(
                source.place("translates"),
                "missing-original",
                f"The version {stamp.language!r} that this one translates {fault}.",
                f"Name an original{named}, or remove the line if this is one.",
            )
