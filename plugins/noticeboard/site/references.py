"""What an announcement refers to (terms, files, other announcements): each must exist."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from noticeboard.fields.contact import page_of
from noticeboard.model import Location, Problem, Vocabulary, error
from noticeboard.site.file_usage import document_for
from noticeboard.site.records import SurveyIndex
from noticeboard.sources.accessibility_statement import KEY as STATEMENT
from noticeboard.sources.document_types import RASTERS, ending

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from noticeboard.markdown.render.parsed_text import LinkUse, PictureUse
    from noticeboard.site.records import Announcement, FileFacts, Site
    from noticeboard.site.source import Source


_FEW = 20
"""The most names in a hint; a longer list helps nobody."""

Advice = tuple[str, dict[str, str]]
"""What to do, as a template and the values it names."""


def reference_problems(
    announcement: Announcement, every: Mapping[str, Announcement], site: Site
) -> tuple[Problem, ...]:
    """The problem of every reference that leads nowhere; `every` includes unpublished announcements."""
    problems: list[Problem] = [*_results_problems(announcement, every), *_page_problems(announcement, every)]
    for source in announcement.sources:
        problems += _term_problems(source, site)
        problems += _file_problems(source, site)
        for link in source.text.links:
            problems += _link_problems(link, announcement, every, site)
    return tuple(problems)


def unjoined_problems(source: Source, every: Mapping[str, Announcement], site: Site) -> tuple[Problem, ...]:
    """The same for a version that belongs to no announcement, so that all its problems are reported at once."""
    folder, problems = source.path.rpartition("/")[0], [*_term_problems(source, site), *_file_problems(source, site)]
    for link in source.text.links:
        if link.kind not in ("survey", "deadline") and link.value != folder:
            problems += _link_problems(link, None, every, site)
    return tuple(problems)


def _results_problems(announcement: Announcement, every: Mapping[str, Announcement]) -> Iterator[Problem]:
    for index, name in enumerate(announcement.facts.results_of):
        found = SurveyIndex(every).named(name)
        if len(found) == 1:
            continue
        source = next(s for s in announcement.sources if s.header.results_of)
        location = source.locations.get(("results_of", index)) or source.location("results_of")
        if found:
            names = " or ".join(item.key for item in found)
            message, hint = "Several announcements are called '{survey}'.", "Write {names}."
            yield error(location, "ambiguous-reference", message, hint, survey=name, names=names)
        else:
            yield _unknown_survey(location, name, every)


def _unknown_survey(location: Location, name: str, every: Mapping[str, Announcement]) -> Problem:
    dated = [item for item in every.values() if item.facts.deadline is not None or item.facts.starts is not None]
    names = [item.key if "/" in name else item.name for item in dated]
    hint, values = _nearest(name, names)
    return error(location, "broken-link", "There is no survey '{survey}'.", hint, survey=name, **values)


def _page_problems(announcement: Announcement, every: Mapping[str, Announcement]) -> Iterator[Problem]:
    """A problem for each page of the platform that is named as a contact or privacy notice and does not exist."""
    for key in ("contact", "privacy"):
        page = page_of(getattr(announcement.facts, key))
        if page and page not in every:
            source = next(s for s in announcement.sources if getattr(s.header, key))
            hint, values = _nearest(page, [k for k in every if k.startswith("pages/")])
            message = "There is no page '{page}'."
            yield error(source.location(key), "broken-link", message, hint, page=page, **values)


def _term_problems(source: Source, site: Site) -> Iterator[Problem]:
    vocabularies = {v.name: v for v in site.vocabularies}
    for name, ids in source.header.terms:
        known = vocabularies[name].by_id
        for index, term in enumerate(ids):
            if term not in known:
                location = source.locations.get((name, index)) or source.location(name)
                message = "'{term}' is not a term of vocabularies/{vocabulary}.yml."
                hint, values = _nearest_term(term, vocabularies[name])
                yield error(location, "unknown-term", message, hint, term=term, vocabulary=name, **values)


def _nearest_term(term: str, vocabulary: Vocabulary) -> Advice:
    """Advice that names the nearest term, by its id or by any of its labels."""
    by_label = {label.lower(): t.id for t in vocabulary.terms for _, label in t.labels}
    by_label |= {t.id: t.id for t in vocabulary.terms}
    close = get_close_matches(term.lower().replace("-", " "), by_label, n=1, cutoff=0.6)
    close = get_close_matches(term, [t.id for t in vocabulary.terms], n=1, cutoff=0.6) or close
    if close:
        return "Did you mean '{nearest}'?", {"nearest": by_label[close[0]]}
    return "Choose one of: {known}.", {"known": ", ".join(t.id for t in vocabulary.terms)}


def _nearest(name: str, names: list[str]) -> Advice:
    close = get_close_matches(name, names, n=1, cutoff=0.5)
    if close:
        return "Did you mean '{nearest}'?", {"nearest": close[0]}
    if not names:
        return "There are none.", {}
    if len(names) > _FEW:
        return "Correct the name.", {}
    return "There are: {known}.", {"known": ", ".join(names)}


def _beside(source: Source) -> Iterator[PictureUse]:
    """The pictures of a text that may be beside it; the others have been reported already."""
    return (picture for picture in source.pictures if "/" not in picture.file)


def _file_problems(source: Source, site: Site) -> Iterator[Problem]:
    folder = source.path.rpartition("/")[0]
    if source.header.image:
        yield from _picture_problems(f"{folder}/{source.header.image}", source.location("image"), site)
    for picture in _beside(source):
        yield from _picture_problems(f"{folder}/{picture.file}", picture.location, site)
    for data in source.data:
        yield from _data_problems(f"{folder}/{data.file}", data.location, site)


def _data_problems(path: str, location: Location, site: Site) -> Iterator[Problem]:
    if path not in site.files:
        folder, _, name = path.rpartition("/")
        hint, values = _nearest(name, [p.rpartition("/")[2] for p in site.files if p.rpartition("/")[0] == folder])
        message = "The file {file} is not beside this text."
        yield error(location, "broken-link", message, hint, file=name, **values)


def _picture_problems(path: str, location: Location, site: Site) -> Iterator[Problem]:
    facts, name = site.files.get(path), path.rpartition("/")[2]
    if facts is None:
        folder = path.rpartition("/")[0]
        names = [p.rpartition("/")[2] for p in site.files if p.rpartition("/")[0] == folder]
        hint, values = _nearest(name, names)
        message = "The image {file} is not beside this text."
        yield error(location, "missing-image", message, hint, file=name, **values)
    elif facts.fault:
        hint = "Export it again as JPEG, PNG or WebP."
        yield error(location, "unreadable-image", facts.fault, hint, file=name, **dict(facts.values))


def _link_problems(
    link: LinkUse, announcement: Announcement | None, every: Mapping[str, Announcement], site: Site
) -> Iterator[Problem]:
    file = document_for(link.value, link.lang, site.files) if link.kind == "file" else None
    if link.kind == "file" and not file:
        hint, values = _nearest(link.value, list(site.files))
        yield error(link.location, "broken-link", "There is no file {file}.", hint, file=link.value, **values)
    elif file:
        yield from _linked_picture_problems(link, file)
    elif link.kind == "listing" and not _listed(link.value, site):
        message = "There is no list of '{kind}'."
        yield error(link.location, "broken-link", message, "Link to one of the kinds.", kind=link.value)
    elif link.kind in ("survey", "deadline") and announcement and not getattr(announcement.facts, link.kind):
        message = "{{key}} is used, but no version states '{key}'."
        yield error(link.location, "missing-key", message, "Add a line `{key}: …`.", key=link.kind)
    elif link.kind == "announcement":
        yield from _announcement_problems(link, announcement, every, site)


def _linked_picture_problems(link: LinkUse, file: FileFacts) -> Iterator[Problem]:
    """Why a picture that a text links to cannot be published; other files have their own problems."""
    if file.fault and ending(file.path) in RASTERS:
        name, hint = file.path.rpartition("/")[2], "Export it again as JPEG, PNG or WebP."
        yield error(link.location, "unreadable-image", file.fault, hint, file=name, **dict(file.values))


def _listed(kind: str, site: Site) -> bool:
    return any(k.name == kind and k.listed for k in site.settings.kinds)


def _announcement_problems(
    link: LinkUse, announcement: Announcement | None, every: Mapping[str, Announcement], site: Site
) -> Iterator[Problem]:
    if link.value == STATEMENT and site.settings.accessibility:
        return
    if link.value not in every:
        hint, values = _nearest(link.value, list(every))
        message = "There is no announcement {announcement}."
        yield error(link.location, "broken-link", message, hint, announcement=link.value, **values)
    elif announcement and announcement.key in site.announcements and link.value not in site.announcements:
        message = "{announcement} is not published yet, so the link would lead nowhere."
        hint = "Remove the link until then, or publish it."
        yield error(link.location, "broken-link", message, hint, announcement=link.value)
