"""Creates .venv with the pinned dependencies and the `noticeboard` command; does nothing if it is up to date.

python3 tools/setup.py              what building a site needs
python3 tools/setup.py --test       also what the tests need
python3 tools/setup.py --langid     also what detects the language of a text
python3 tools/setup.py --dev        also the linters
python3 tools/setup.py --benchmark  also the generators that the benchmarks compare
"""

import sys

# An older Python must get as far as this sentence: nothing in this file may be newer than Python 3.6 to parse.
if sys.version_info < (3, 11):
    sys.exit(
        "Noticeboard needs Python 3.11 or newer, and {} is Python {}.{}. "
        "Install a newer one and name it, for example: make PY=python3.12 html".format(
            sys.executable, *sys.version_info[:2]
        )
    )

import hashlib
import importlib.util
import json
import os
import subprocess
import tomllib
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "noticeboard.json"
EXTRAS = ("test", "langid", "dev", "benchmark")
NO_VENV = (
    "This Python cannot make virtual environments, because its module ensurepip is missing: install it "
    "(Debian, Ubuntu: apt-get install python{}.{}-venv), then run the same command again."
).format(*sys.version_info[:2])
NO_INSTALL = (
    "The dependencies could not be installed; what pip says stands above. "
    "Check the network connection, then run the same command again."
)


def main(arguments: list[str]) -> int:
    """0 if .venv has everything that was asked for; 1 after a sentence that says what to do."""
    wanted = {extra for extra in EXTRAS if "--" + extra in arguments}
    fingerprint = environment_fingerprint()
    installed = installed_extras(fingerprint)
    if installed is not None and wanted <= installed:
        return 0
    try:
        if installed is None:
            make_environment()
        install(sorted(wanted | (installed or set())))
    except SetupError as problem:
        print(problem, file=sys.stderr)
        return 1
    write_stamp(fingerprint, wanted | (installed or set()))
    return 0


class SetupError(Exception):
    """Why .venv could not be created, as a sentence that says what to do."""


def environment_fingerprint() -> str:
    """A hash of everything that decides what .venv contains: pins, requirements, this Python and this folder.

    The folder counts because scripts in .venv contain its path: a moved clone needs a new .venv.
    """
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    deciding = {key: project[key] for key in ("build-system", "project")}
    pins = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    facts = json.dumps([deciding, pins, sys.version, sys.base_prefix, str(ROOT)], sort_keys=True)
    return hashlib.sha256(facts.encode()).hexdigest()


def installed_extras(fingerprint: str) -> set[str] | None:
    """The extras in .venv; None if .venv is missing, incomplete or made for something else."""
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError, json.JSONDecodeError):
        return None
    if stamp["fingerprint"] != fingerprint or not PYTHON.exists():
        return None
    return set(stamp["extras"])


def make_environment() -> None:
    """Replaces whatever is at .venv by an empty environment."""
    if importlib.util.find_spec("ensurepip") is None:
        raise SetupError(NO_VENV)
    print("Setting up .venv; this is done once.", flush=True)
    if VENV.is_file():
        VENV.unlink()
    STAMP.unlink(missing_ok=True)
    try:
        venv.create(VENV, clear=True, with_pip=True, symlinks=os.name != "nt")
    except subprocess.CalledProcessError as failure:
        raise SetupError(NO_VENV) from failure


def install(extras: list[str]) -> None:
    """Installs the pinned build backend, then the package in place with the requirements of it and the extras.

    The backend comes first and builds without isolation, because an isolated build would fetch a backend that no pin
    binds.
    """
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    package = ".[{}]".format(",".join(extras)) if extras else "."
    pip(project["build-system"]["requires"])
    pip(["--no-build-isolation", "--editable", package])


def pip(arguments: list[str]) -> None:
    """Runs .venv's pip with the constraints; it prints only errors, and pins that their makers have withdrawn."""
    command = [str(PYTHON), "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    command += ["--constraint", "constraints.txt", *arguments]
    done = subprocess.run(command, cwd=ROOT, stderr=subprocess.PIPE, text=True, check=False)
    told = done.stderr.splitlines() if done.returncode else [s for s in done.stderr.splitlines() if "yanked" in s]
    for line in told:
        print(line, file=sys.stderr)
    if done.returncode:
        raise SetupError(NO_INSTALL)


def write_stamp(fingerprint: str, extras: set[str]) -> None:
    """Records that .venv is complete. It is written last and atomically, so an interrupted setup leaves no record."""
    fresh = STAMP.with_suffix(".new")
    fresh.write_text(json.dumps({"fingerprint": fingerprint, "extras": sorted(extras)}), encoding="utf-8")
    fresh.replace(STAMP)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
