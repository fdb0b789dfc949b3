"""Settings for writing and preview. What belongs to the platform itself stands in content/platform.yml."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "plugins"))

from noticeboard.defaults import *  # noqa: F403 - the settings that every platform begins with

SITENAME = "Noticeboard"
