"""Problems of hreflang, the addresses by which the languages of a page name each other."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from noticeboard.model import Location, Problem, error
from noticeboard.verify.site_address import SiteAddress, file_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from noticeboard.verify.page_facts import PageFacts


def alternate_problems(
    page: PageFacts, pages: Mapping[str, PageFacts], twins: Mapping[str, tuple[str, ...]], site: SiteAddress
) -> Iterator[Problem]:
    """The problems of a page's alternates; `twins` holds the file that each alternate of each page leads to."""
    twice = [tag for tag, count in Counter(tag for tag, _, _ in page.alternates).items() if count > 1]
    for tag in twice:
        line = next(line for other, _, line in page.alternates if other == tag)
        message = "hreflang={tag} appears more than once."
        yield error(
            Location(page.path, line), "double-hreflang", message, "Keep one address for each language.", tag=tag
        )
    if page.alternates and page.path not in twins[page.path]:
        message, hint = "The page names its other languages, and not itself.", "Let it name its own address, too."
        yield error(Location(page.path, page.alternates[0][2]), "incomplete-hreflang", message, hint)
    for (tag, written, line), found in zip(page.alternates, twins[page.path], strict=True):
        location, twin = Location(page.path, line), pages.get(found)
        if site.target(page.path, written).path is None:
            continue
        if twin is None:
            message = "hreflang={tag} leads nowhere: {address}."
            yield error(location, "broken-hreflang", message, "Name a page that is there.", tag=tag, address=written)
        else:
            yield from _twin_problems(location, tag, written, twin, returned=page.path in twins[twin.path])


def _twin_problems(location: Location, tag: str, written: str, twin: PageFacts, *, returned: bool) -> Iterator[Problem]:
    """The problems of one alternate; `returned` says that its page names this one too."""
    if tag not in ("x-default", twin.lang):
        message = "hreflang={tag} leads to a page in {lang}: {address}."
        hint = "Name the page in that language."
        yield error(location, "wrong-hreflang", message, hint, tag=tag, lang=twin.lang, address=written)
    if not returned:
        message = "{address} is named as this page's {tag}, and does not name this page in return."
        hint = "Let all versions name each other: search engines pass over the others."
        yield error(location, "one-sided-hreflang", message, hint, tag=tag, address=written)


def twin_files(page: PageFacts, paths: frozenset[str], site: SiteAddress) -> tuple[str, ...]:
    """The file that each of the page's alternates leads to, "" if there is none."""
    targets = (site.target(page.path, written).path for _, written, _ in page.alternates)
    return tuple("" if target is None else file_at(target, paths) or "" for target in targets)
