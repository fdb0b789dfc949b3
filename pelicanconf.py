"""Settings for writing and preview. What belongs to the platform itself stands in content/platform.yml."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT / "plugins"))

import noticeboard  # noqa: E402,F401 - an import error must end the build; Pelican would go on without the plugin

SITENAME = "Noticeboard"
SITEURL = ""
TIMEZONE = "Europe/Brussels"
DEFAULT_LANG = "en"

PATH = "content"
OUTPUT_PATH = "output"
CACHE_PATH = "cache"
THEME = "theme"
STATIC_PATHS = []

PLUGIN_PATHS = ["plugins"]
PLUGINS = ["noticeboard"]
NOTICEBOARD = {}

# Pelican's own readers are off: they would publish the sources a second time.
ARTICLE_PATHS = []
PAGE_PATHS = []
DIRECT_TEMPLATES = []
FEED_ALL_ATOM = None
CATEGORY_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None
TRANSLATION_FEED_ATOM = None
