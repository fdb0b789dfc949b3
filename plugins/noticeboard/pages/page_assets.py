"""The theme's and the platform's files that all pages load."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from noticeboard.pages.views.view_parts import Logo


class Assets(Struct, frozen=True):
    """The addresses of the theme's own files below the site's base, each with a mark of its content.

    `search` is the script of the search page, `near` the one that it loads where nothing is found, `logo` the
    platform's, `stylesheets` the platform's own.
    """

    stylesheet: str
    script: str
    icon: str
    search: str = ""
    near: str = ""
    logo: Logo | None = None
    stylesheets: tuple[str, ...] = ()
