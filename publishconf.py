"""Settings for the public site: absolute addresses, and warnings stop the build."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from pelicanconf import *  # noqa: F403 - Pelican's way to build settings on others

SITEURL = "https://example.org"
NOTICEBOARD_STRICT = True
