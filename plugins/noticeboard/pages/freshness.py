"""(Pages, old fingerprints) -> the pages to write, each with its reason."""

from __future__ import annotations

from functools import cache, cached_property
from typing import TYPE_CHECKING, NamedTuple

from jinja2 import meta
from msgspec import Struct

from noticeboard.digest import digest, value_bytes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from jinja2 import Environment

    from noticeboard.pages.views.page import Page


class CommonInputs(NamedTuple):
    """What many pages are made from, as hex digests: their templates, their catalogue and the program."""

    templates: str = ""
    catalogue: str = ""
    program: str = ""


NOTHING_IN_COMMON = CommonInputs()
"""What a file is made from that is no page."""


class Fingerprint(Struct, frozen=True):
    """What a page was made from: the hex digest of its view, and what it shares with others.

    `cache_key` is the key of its view (see cache_keys.py), "" if it has none.
    """

    view: str
    common: CommonInputs = NOTHING_IN_COMMON
    cache_key: str = ""


class StalePage(Struct, frozen=True):
    """A page to write, and the reason for people."""

    page: Page
    reason: str


class FingerprintInputs(Struct, frozen=True, dict=True):
    """Digests of what pages are made from besides their views: by template name, by language, and of the program.

    A language's digest covers the strings that replace its missing ones; that for "" covers all catalogues.
    """

    templates: Mapping[str, str]
    catalogues: Mapping[str, str]
    program: str

    @cached_property
    def _common(self) -> dict[tuple[str, str], CommonInputs]:
        """What was found already, by template and language."""
        return {}

    def common(self, page: Page) -> CommonInputs:
        """What the page shares with others; a document has no template and no catalogue."""
        key = page.template, page.lang
        if key not in self._common:
            self._common[key] = self._of(*key)
        return self._common[key]

    def _of(self, template: str, lang: str) -> CommonInputs:
        if not template:
            return CommonInputs(program=self.program)
        catalogue = self.catalogues["" if template in _IN_ALL else lang]
        return CommonInputs(self.templates[template], catalogue, self.program)


def fingerprint(page: Page, inputs: FingerprintInputs) -> Fingerprint:
    """The fingerprint of everything that the page's bytes depend on."""
    return Fingerprint(view_digest(page), inputs.common(page), page.cache_key)


def view_digest(page: Page) -> str:
    """The digest of the page's view."""
    return digest(value_bytes(page.view))


def stale_pages(
    pages: Iterable[Page],
    inputs: FingerprintInputs,
    old: Mapping[str, Fingerprint],
    intact: Callable[[str], bool],
) -> tuple[list[StalePage], dict[str, Fingerprint]]:
    """The pages to write, and the fingerprints of all pages.

    `intact` says whether the file at a path is as it was written. A view is made only if nothing else decides; for a
    page that is stale for another reason, the view's part of the fingerprint is "" until the page is rendered.
    """
    stale, fingerprints = [], {}
    for page in pages:
        known, common = old.get(page.path), inputs.common(page)
        if known and known.common == common:
            same = bool(page.cache_key) and known.cache_key == page.cache_key
            new = known if same else Fingerprint(view_digest(page), common, page.cache_key)
            reason = _REASONS["view"] if new.view != known.view else "" if intact(page.path) else _DAMAGED
        else:
            new, reason = Fingerprint("", common, page.cache_key), _reason(common, known)
        fingerprints[page.path] = new
        if reason:
            stale.append(StalePage(page, reason))
    return stale, fingerprints


def _reason(common: CommonInputs, old: Fingerprint | None) -> str:
    """Why a page must be written that is new or shares other things with others than it did."""
    if old is None:
        return "new"
    parts = ("program", "templates", "catalogue")
    return next(_REASONS[part] for part in parts if getattr(common, part) != getattr(old.common, part))


_IN_ALL = ("chooser.html", "not_found.html")
"""The templates of pages in all languages at once."""

_REASONS = {
    "program": "the program or a library of it changed",
    "templates": "a template changed",
    "catalogue": "an interface string changed",
    "view": "what it shows changed",
}
_DAMAGED = "its file is missing or was changed by others"


def template_digests(names: Iterable[str], environment: Environment) -> dict[str, str]:
    """The digest of each template and of all that it can include, by name; of all templates if a name is computed."""
    read = cache(lambda name: _source_and_references(name, environment))
    return {name: _reached_digest(name, read) for name in names}


def _source_and_references(name: str, environment: Environment) -> tuple[str, tuple[str, ...]]:
    source = environment.loader.get_source(environment, name)[0]  # type: ignore[union-attr]  # the environment always has a loader
    found = _references(source, environment)
    computed = environment.list_templates() if None in found else []
    return source, (*(n for n in found if n is not None), *computed)


def _references(source: str, environment: Environment) -> list[str | None]:
    return list(meta.find_referenced_templates(environment.parse(source)))


def _reached_digest(name: str, read: Callable[[str], tuple[str, tuple[str, ...]]]) -> str:
    reached: dict[str, str] = {}
    waiting = [name]
    while waiting:
        current = waiting.pop()
        if current not in reached:
            reached[current], references = read(current)
            waiting += references
    return digest(*(f"{n}\0{s}".encode() for n, s in sorted(reached.items())))
