"""What the tests of the pages' HTML need from the system, and how to install it where that is allowed."""

from __future__ import annotations

import shutil
from pathlib import Path

import browser_needs

FOLDER = Path(__file__).resolve().parent.parent / "tests" / "validity"


def missing_packages() -> list[str]:
    """The Debian packages that are missing, sorted."""
    missing = set() if browser_needs.succeeds("java", "-version") else {"default-jre-headless"}
    if not has_node_packages() and shutil.which("npm") is None:
        missing |= {"nodejs", "npm"}
    return sorted(missing)


def has_node_packages() -> bool:
    """Whether the Nu Html Checker is installed in the version that package.json names."""
    return browser_needs.has_package(FOLDER, "vnu-jar", "build/dist/vnu.jar")


def install_node_packages() -> None:
    """Installs the Nu Html Checker beside package.json."""
    if not has_node_packages():
        browser_needs.install_package(FOLDER, "the Nu Html Checker, which checks the HTML of pages")
