"""Sources grouped into announcements, and announcements into the Site of a day."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from noticeboard.site.agreement import agree
from noticeboard.site.appearing import appears_on
from noticeboard.site.file_usage import file_problems
from noticeboard.site.logo import logo_problems, stated_logos
from noticeboard.site.platform_documents import contact_problems, stated_documents
from noticeboard.site.records import Announcement, Facts, Site
from noticeboard.site.references import reference_problems
from noticeboard.site.requirements import requirement_problems

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from noticeboard.model import Problem, Vocabulary
    from noticeboard.settings import Kind, Settings
    from noticeboard.site.records import FileFacts
    from noticeboard.site.source import Source


def build_site(
    settings: Settings,
    sources: Iterable[Source],
    vocabularies: tuple[Vocabulary, ...],
    files: Mapping[str, FileFacts],
    today: date,
) -> tuple[Site, tuple[Problem, ...]]:
    """The site on that day in the platform's zone, and every problem with how its parts fit together.

    If drafts are shown, announcements of a later day are shown, too.
    """
    site, problems = assembled_site(settings, sources, vocabularies, files, today)
    found = (problem for item in site.every.values() for problem in announcement_problems(item, site))
    return site, (*problems, *found)


def announcement_problems(announcement: Announcement, site: Site) -> tuple[Problem, ...]:
    """Every problem with what an announcement must state and with what it refers to."""
    vocabularies = (vocabulary.name for vocabulary in site.vocabularies)
    required = requirement_problems(announcement, site.settings, vocabularies)
    return (*required, *reference_problems(announcement, site.every, site))


def assembled_site(
    settings: Settings,
    sources: Iterable[Source],
    vocabularies: tuple[Vocabulary, ...],
    files: Mapping[str, FileFacts],
    today: date,
) -> tuple[Site, tuple[Problem, ...]]:
    """The site as `build_site` gives it, with the problems that are not those of single announcements."""
    announcements, problems = announcements_of(settings, sources)
    every = {a.key: a for a in announcements}
    site = Site(
        settings,
        {key: a for key, a in every.items() if a.versions and (settings.show_drafts or not appears_on(a, today))},
        vocabularies,
        dict(sorted(files.items())),
        every,
        today,
    )
    problems += (*logo_problems(settings, vocabularies, files), *contact_problems(settings, every, files))
    stated = {logo.path for logo in stated_logos(settings, vocabularies)} | set(stated_documents(settings))
    beside = {path: facts for path, facts in files.items() if path not in stated}
    return site, (*problems, *file_problems(announcements, beside))


def announcements_of(settings: Settings, sources: Iterable[Source]) -> tuple[list[Announcement], list[Problem]]:
    """The sources grouped into announcements, by key in order, and a problem for each fact they disagree on."""
    announcements: list[Announcement] = []
    problems: list[Problem] = []
    ordered = sorted(sources, key=lambda s: (s.kind, s.name, s.lang))
    for (kind, _), group in groupby(ordered, key=attrgetter("kind", "name")):
        versions = tuple(group)
        facts, found = agree(versions)
        problems += found
        announcements.append(_announcement(settings, settings.kind(kind), versions, facts))
    return announcements, problems


def _announcement(settings: Settings, kind: Kind, sources: tuple[Source, ...], facts: Facts) -> Announcement:
    seen = {s.lang: s for s in sources if s.header.status == "published" or settings.show_drafts}
    meant = facts.languages or (settings.languages if kind.reaching else tuple(seen))
    return Announcement(
        kind=kind,
        name=sources[0].name,
        facts=facts,
        wanted=tuple(lang for lang in settings.languages if lang in meant),
        sources=sources,
        versions=seen,
        fallback=_fallback(seen, settings.default_language),
    )


def _fallback(versions: Mapping[str, Source], default: str) -> Source | None:
    """The default language's version, else the first original by code, else the first version by code."""
    originals = [v for v in versions.values() if v.header.translates is None]
    return versions.get(default) or next(iter([*originals, *versions.values()]), None)
