"""What search engines are told about the languages of the demo's pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import Demo, Page

LINKS = "//link[@rel='alternate'][@hreflang]"


def alternates(page: Page) -> dict[str, str]:
    """The addresses that a page names, by language."""
    return dict(zip(page.values(f"{LINKS}/@hreflang"), page.values(f"{LINKS}/@href"), strict=True))


def absolute(demo: Demo, page: Page) -> str:
    """The address of a page as in canonical and hreflang."""
    return f"{demo.siteurl}/{page.address}"


def language(page: Page) -> str:
    """The language that the page declares."""
    return page.values("/html/@lang")[0]


def test_alternates_are_reciprocal(demo: Demo) -> None:
    """All pages in a group of alternates name the same alternates, including the default for other readers."""
    by_address = {absolute(demo, page): alternates(page) for page in demo.pages.values()}
    assert {address for address, links in by_address.items() if links and "x-default" not in links} == set()
    broken = {
        (address, twin)
        for address, links in by_address.items()
        for twin in links.values()
        if by_address.get(twin) != links
    }
    assert broken == set()


def test_a_page_is_canonical_or_not_indexed(demo: Demo) -> None:
    """An indexed page's canonical address is its own, except for fallbacks; a page that is not indexed has none."""
    for page in demo.pages.values():
        canonical = page.values("//link[@rel='canonical']/@href")
        if "noindex" in page.values("//meta[@name='robots']/@content"):
            assert (alternates(page), [] if page.moved else canonical) == ({}, [])
        elif "nb-fallback" not in page.ids:
            assert canonical == [absolute(demo, page)]


def test_a_fallback_names_its_original_as_canonical(demo: Demo) -> None:
    """The canonical address is the original's page in the language of the text; there are no alternates."""
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
    """A survey that exists only in Dutch and Swedish names these two and has no page in other languages."""
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
