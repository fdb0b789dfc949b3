"""A settings file as Python runs it, without Pelican."""

from __future__ import annotations

import runpy
import sys
from pathlib import Path


def run_settings(settings_file: str) -> dict[str, object]:
    """The settings (names in capitals) of a settings file; raises what the file's own code raises."""
    path = Path(settings_file).resolve()
    sys.path.insert(0, str(path.parent))
    try:
        found = runpy.run_path(str(path))
    finally:
        sys.path.remove(str(path.parent))
    return {key: value for key, value in found.items() if key.isupper()}
