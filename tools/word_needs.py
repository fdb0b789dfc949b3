"""What the tests with Word documents need from the system: LibreOffice, which makes them."""

from __future__ import annotations

import shutil
from pathlib import Path

FOLDER = Path(__file__).resolve().parent


def missing_packages() -> list[str]:
    """The Debian package that would bring it, where it is not there yet."""
    return [] if shutil.which("soffice") else ["libreoffice-writer-nogui"]


def has_node_packages() -> bool:
    """It needs none."""
    return True


def install_node_packages() -> None:
    """It needs none."""
