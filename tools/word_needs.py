"""What the tests with Word documents need from the system: LibreOffice, which makes them."""

from __future__ import annotations

import shutil
from pathlib import Path

FOLDER = Path(__file__).resolve().parent


def missing_packages() -> list[str]:
    """The Debian packages that are missing: LibreOffice or none."""
    return [] if shutil.which("soffice") else ["libreoffice-writer-nogui"]


def has_node_packages() -> bool:
    """Always true: these tests need no npm packages."""
    return True


def install_node_packages() -> None:
    """Does nothing: these tests need no npm packages."""
