"""The base of a platform's settings file: `from noticeboard.defaults import *`.

Every name in capitals is a setting of Pelican or Noticeboard; a line below the import changes it. What belongs to the
platform itself (its name, languages and time zone) is in content/platform.yml.
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def theme_folder() -> Path:
    """The theme's folder: inside an installed package, beside plugins/ in a checkout of the repository."""
    installed = _PACKAGE / "theme"
    return installed if installed.is_dir() else _PACKAGE.parent.parent / "theme"


SITEURL = ""
TIMEZONE = "Europe/Brussels"
DEFAULT_LANG = "en"

PATH = "content"
OUTPUT_PATH = "output"
CACHE_PATH = "cache"
THEME = str(theme_folder())
STATIC_PATHS: list[str] = []

PLUGINS = ["noticeboard"]
NOTICEBOARD: dict[str, object] = {}

# Pelican's own readers are off: they would publish the sources a second time.
ARTICLE_PATHS: list[str] = []
PAGE_PATHS: list[str] = []
DIRECT_TEMPLATES: list[str] = []
FEED_ALL_ATOM = None
CATEGORY_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None
TRANSLATION_FEED_ATOM = None
