"""What platform.yml leads to: pages and documents for contact and privacy, which must be there."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from noticeboard.fields.contact import document_of, page_of
from noticeboard.model import Problem, error
from noticeboard.site.file_usage import document_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from noticeboard.settings import Settings
    from noticeboard.site.records import Announcement, FileFacts, Site


def stated_documents(settings: Settings) -> tuple[str, ...]:
    """The names of the files beside platform.yml that may be published, including those for single languages."""
    names = {document_of(value) for _, value in settings.privacy} - {""}
    parts = [(name, *name.rpartition(".")) for name in sorted(names)]
    own = (f"{stem}.{lang}.{ending}" for _, stem, _, ending in parts for lang in settings.languages)
    return (*(name for name, *_ in parts), *own)


def platform_documents(site: Site) -> list[FileFacts]:
    """The documents beside platform.yml that pages lead to."""
    return [site.files[name] for name in stated_documents(site.settings) if name in site.files]


def contact_problems(
    settings: Settings, every: Mapping[str, Announcement], files: Mapping[str, FileFacts]
) -> Iterator[Problem]:
    """What keeps readers from a page or document that platform.yml names: not there, or not fit to be published."""
    for key, lang, location in settings.contact_places:
        value = dict(getattr(settings, key)).get(lang, "")
        page, document = page_of(value), document_of(value)
        if page and page not in every:
            close = get_close_matches(page, [name for name in every if name.startswith("pages/")], n=1, cutoff=0.5)
            hint, values = (
                ("Did you mean '{nearest}'?", {"nearest": close[0]})
                if close
                else ("Write the page, or correct its name.", {})
            )
            yield error(location, "broken-link", "There is no page '{page}'.", hint, page=page, **values)
        elif document and document_for(document, lang, files) is None:
            message, hint = "The file {file} is not beside platform.yml.", "Put it there, or correct its name."
            yield error(location, "broken-link", message, hint, file=document)
    for name in stated_documents(settings):
        yield from files[name].problems if name in files else ()
