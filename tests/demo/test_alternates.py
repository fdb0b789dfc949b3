"""What search engines are told about the languages of the demo's pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import Demo, Page

LINKS = "//link[@rel='alternate'][@hreflang]"


def alternates(page: Page) -> dict[str, str]:
    """The address of each language that a page names."""
    return dict(zip(page.values(f"{LINKS}/@hreflang"), page.values(f"{LINKS}/@href"), strict=True))


def absolute(demo: Demo, page: Page) -> str:
    """The address of a page as canonical and hreflang have it."""
    return f"{demo.siteurl}/{page.address}"


def language(page: Page) -> str:
    """The language that the page says it is in."""
    return page.values("/html/@lang")[0]


def test_alternates_are_reciprocal(demo: Demo) -> None:
    """A page that another names as its twin names the same twins, and the one for all other readers."""
    by_address = {absolute(demo, page): alternates(page) for page in demo.pages.values()}
    assert {address for address, links in by_address.items() if links and "x-default" not in links} == set()
    broken = {
        (address, twin)
        for address, links in by_address.items()
        for twin in links.values()
        if by_address.get(twin) != links
    }
    assert broken == set()


def test_a_page_is_kept_from_search_engines_or_canonical(demo: Demo) -> None:
    """An indexed page's canonical address is its own, but for fallbacks; one that is not indexed names none."""
    for page in demo.pages.values():
        canonical = page.values("//link[@rel='canonical']/@href")
        if "noindex" in page.values("//meta[@name='robots']/@content"):
            assert (alternates(page), [] if page.moved else canonical) == ({}, [])
        elif "nb-fallback" not in page.ids:
            assert canonical == [absolute(demo, page)]


def test_a_fallback_is_canonical_where_its_text_is(demo: Demo) -> None:
    """A fallback page names the page of the original, in the language of the text; that alone says all."""
    fallbacks = [p for p in demo.pages.values() if "nb-fallback" in p.ids]
    assert fallbacks
    for page in fallbacks:
        (canonical,) = page.values("//link[@rel='canonical']/@href")
        original = demo.pages[canonical.removeprefix(f"{demo.siteurl}/")]
        assert (page.values("//h1/@lang"), page.values("//meta[@name='robots']/@content")) == (
            [language(original)],
            [],
        )
        assert original.words("//h1") == page.words("//h1")


def test_an_announcement_names_all_its_versions(plain_demo: Demo) -> None:
    """A survey that exists in Dutch and Swedish alone says so and has no page elsewhere."""
    page = plain_demo.pages["nl/surveys/outdoor-learning/"]
    assert alternates(page) == {
        "nl": "/nl/surveys/outdoor-learning/",
        "sv": "/sv/surveys/outdoor-learning/",
        "x-default": "/nl/surveys/outdoor-learning/",
    }
    assert {a for a in plain_demo.pages if a.endswith("surveys/outdoor-learning/")} == {
        "nl/surveys/outdoor-learning/",
        "sv/surveys/outdoor-learning/",
    }
