"""Runs the tests: `python tools/run_tests.py [--long] [arguments of pytest]`.

It first installs what the browser tests and the HTML checks of the long tests need, if it may. Otherwise it leaves
those tests out and says in one sentence what to install; with CI=true in the environment it fails instead.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Protocol

import browser_needs
import nginx_needs
import validity_needs
import word_needs

ROOT = Path(__file__).resolve().parent.parent
NO_TESTS = 5  # pytest's exit code
PROFILE = "--hypothesis-profile=long"
LONG = 1800  # seconds that one long test may take


class Needs(Protocol):
    """What some tests need from the system: a module that says what is missing and can install it."""

    FOLDER: Path

    def missing_packages(self) -> list[str]:
        """The Debian packages that are missing, sorted."""

    def install_node_packages(self) -> None:
        """Installs the npm packages that FOLDER's package.json names, beside it."""

    def has_node_packages(self) -> bool:
        """Whether the npm packages are installed."""


def main(arguments: list[str]) -> int:
    """Pytest's exit code, or 1 if tests that must run cannot."""
    long = "--long" in arguments
    wanted: dict[str, Needs] = {"browser": browser_needs} | (
        {"nginx": nginx_needs, "validity": validity_needs, "word": word_needs} if long else {}
    )
    missing = {marker: sentence for marker, needs in wanted.items() if (sentence := prepared(needs))}
    if missing and os.environ.get("CI") == "true":
        for marker, sentence in missing.items():
            print(f"The {marker} tests cannot run: {sentence}", file=sys.stderr)
        return 1
    for marker, sentence in missing.items():
        print(f"The {marker} tests are left out: {sentence}", flush=True)
    without = "".join(f" and not {marker}" for marker in missing)
    if not long:
        return run_pytest("-m", "not long" + without, *arguments)
    arguments.remove("--long")
    # Properties are tried with more examples than in the everyday tests.
    return run_long_tests("-m", "(long or hypothesis)" + without, PROFILE, *arguments)


def run_long_tests(*arguments: str) -> int:
    """Pytest's exit code, or 0 if the arguments name no long test."""
    if run_pytest("--collect-only", *arguments, quiet=True) == NO_TESTS:
        print("There are no long tests.")
        return 0
    return run_pytest("-o", f"faulthandler_timeout={LONG}", *arguments)


def prepared(needs: Needs) -> str:
    """What to install by hand before those tests can run, as the end of a sentence; "" if nothing is missing."""
    packages = needs.missing_packages()
    if packages:
        browser_needs.install_packages(packages)
        packages = needs.missing_packages()
    if packages:
        return f"install {', '.join(packages)} (Debian's names for them), then run the same command again."
    needs.install_node_packages()
    if not needs.has_node_packages():
        folder = needs.FOLDER.relative_to(ROOT)
        return f"npm could not install all it should; run `npm install --no-package-lock` in {folder} to see why."
    return ""


def run_pytest(*arguments: str, quiet: bool = False) -> int:
    """Pytest's exit code; the tests use the given Chromium."""
    chromium = browser_needs.find_chromium()
    environment = os.environ | ({"CHROMIUM": chromium} if chromium else {})
    # Hundreds of tests start Python; without this, each would compile the program again.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    # The tests of a file share what they build, so they stay together, in the order of tests/conftest.py.
    spread = ("--numprocesses=auto", "--dist=loadfile", "--no-loadscope-reorder")
    command = (sys.executable, "-m", "pytest", *spread, *arguments)
    output = subprocess.DEVNULL if quiet else None
    return subprocess.run(command, cwd=ROOT, env=environment, stdout=output, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
