"""The platform's logo in the header of pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

FILES = {
    "platform.yml": "name: Board\nlanguages: [en, nl, sv]\nlogo: logo.svg\n",
    "pages/about/en.md": "---\ntitle: About\n---\n\nWords.\n",
    "logo.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40"><path d="M0 0h120v40H0z"/></svg>',
}


@pytest.fixture(scope="module")
def logo_url(serve: Callable[..., str], build_folder: Callable) -> str:
    """The address of a site with an SVG logo that has a shape but no size."""
    return serve(build_folder(FILES))


@pytest.mark.parametrize("width", [320, 1100])
def test_a_drawing_without_a_size_is_visible(open_page: Callable, logo_url: str, width: int) -> None:
    """It is as high as the header allows and keeps its shape, whatever is beside it."""
    page = open_page(f"{logo_url}/en/", width=width)
    box = page.locator("header img").bounding_box()
    assert (box["width"], box["height"]) == (144, 48)
    assert page.evaluate("document.documentElement.scrollWidth") == width
