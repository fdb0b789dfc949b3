"""What the browser tests need from the system, and how to install it where that is allowed."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "tests" / "browser"
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""The first is Chromium without windows, which takes half of the processor time."""
# One language for each script that pages are looked at in: Greek, Cyrillic and Arabic.
LANGUAGES = ("el", "bg", "ar")
MINUTE = 60  # seconds

FILES = {
    "@microsoft/jest-sarif": "lib/schemas/sarif-2.1.0-rtm.5.json",
    "axe-core": "axe.min.js",
    "commonmark-spec": "spec.txt",
    "sitemap": "schema/sitemap.xsd",
}
"""For each npm package, the file that the tests use."""


def find_chromium() -> str | None:
    """The path of a Chromium that starts: $CHROMIUM if it is set, else the first on PATH; None if there is none.

    Starting it is the only proof: some systems have a script of that name that only says what else to install.
    """
    named = os.environ.get("CHROMIUM")
    found = filter(None, map(shutil.which, (named,) if named else BROWSERS))
    return next((path for path in found if succeeds(path, "--version")), None)


def missing_packages() -> list[str]:
    """The Debian packages that are missing, sorted."""
    missing = set()
    if find_chromium() is None:
        missing |= {BROWSERS[0]}
    if not has_fonts():
        missing |= {"fontconfig", "fonts-dejavu-core"}
    if not succeeds(sys.executable, "-m", "playwright", "--version"):
        missing |= {"libatomic1"}  # the one library that Playwright's driver does not bring along
    if not has_node_packages() and shutil.which("npm") is None:
        missing |= {"nodejs", "npm"}
    return sorted(missing)


def has_fonts() -> bool:
    """Whether there are fonts for the scripts of all LANGUAGES; always true on systems other than Linux."""
    return sys.platform != "linux" or all(
        succeeds("fc-list", f":lang={language}", "family", printing=True) for language in LANGUAGES
    )


def has_node_packages() -> bool:
    """Whether the versions that package.json names are installed beside it."""
    return all(has_package(FOLDER, name, file) for name, file in FILES.items())


def has_package(folder: Path, name: str, file: str) -> bool:
    """Whether the file of an npm package exists, in the version that the folder's package.json names."""
    wanted = json.loads((folder / "package.json").read_text(encoding="utf-8"))["dependencies"][name]
    package = folder / "node_modules" / name
    try:
        installed = json.loads((package / "package.json").read_text(encoding="utf-8"))
    except FileNotFoundError:
        return False
    return installed["version"] == wanted and (package / file).exists()


def install_packages(packages: list[str]) -> None:
    """Installs Debian packages if this user may do so without a password; otherwise does nothing."""
    apt = apt_command()
    if apt:
        print(f"Installing from the system's packages: {' '.join(packages)}", flush=True)
        run(*apt, "update")
        run(*apt, "install", "--yes", "--no-install-recommends", *packages)


def apt_command() -> tuple[str, ...]:
    """The words that call apt-get; () if there is none, or if it would ask for a password."""
    apt = ("env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-o", "DPkg::Lock::Timeout=300")
    if shutil.which("apt-get") is None:
        return ()
    if os.geteuid() == 0:
        return apt
    return ("sudo", "-n", *apt) if succeeds("sudo", "-n", "true") else ()


def install_node_packages() -> None:
    """Installs the npm packages that package.json names beside it."""
    if not has_node_packages():
        what = "axe-core, which checks pages for accessibility, and the schemas of sitemaps and reports"
        install_package(FOLDER, what)


def install_package(folder: Path, what: str) -> None:
    """Installs the npm packages of a folder's package.json without a lock file, which would name the registry."""
    npm = shutil.which("npm")
    if npm:
        print(f"Installing {what}.", flush=True)
        quiet = ("--no-package-lock", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error")
        run(npm, "install", *quiet, folder=folder)


def succeeds(*command: str, printing: bool = False) -> bool:
    """Whether a command exists and exits with 0 within ten minutes; with `printing`, whether it prints something, too.

    On a busy machine even a command that only prints its version can take more than one.
    """
    if shutil.which(command[0]) is None:
        return False
    try:
        done = subprocess.run(command, capture_output=True, stdin=subprocess.DEVNULL, timeout=10 * MINUTE, check=False)
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0 and (bool(done.stdout.strip()) or not printing)


def run(*command: str, folder: Path = FOLDER) -> None:
    """Runs an installer in a folder. Callers look at what is there afterwards, so its exit code does not matter."""
    with suppress(subprocess.TimeoutExpired):
        subprocess.run(
            command, cwd=folder, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL, timeout=20 * MINUTE, check=False
        )
