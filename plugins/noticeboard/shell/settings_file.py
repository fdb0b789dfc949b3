"""A settings file as Python runs it, without Pelican."""

from __future__ import annotations

import re
import runpy
import sys
from pathlib import Path


def setting_line(settings_file: str, name: str) -> int:
    """The line on which the file sets the setting for the last time; 1 if it does not, or cannot be read."""
    try:
        lines = Path(settings_file).read_text("utf-8", "replace").splitlines()
    except OSError:
        return 1
    return max((number for number, line in enumerate(lines, 1) if re.match(rf"{name}\b\s*(:|=)", line)), default=1)


def run_settings(settings_file: str) -> dict[str, object]:
    """The settings (names in capitals) of a settings file; raises what the file's own code raises."""
    path = Path(settings_file).resolve()
    sys.path.insert(0, str(path.parent))
    try:
        found = runpy.run_path(str(path))
    finally:
        sys.path.remove(str(path.parent))
    return {key: value for key, value in found.items() if key.isupper()}
