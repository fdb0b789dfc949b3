"""Makes .venv with the pinned dependencies and the `noticeboard` command; does nothing if it is up to date.

python3 tools/setup.py              what building the site needs
python3 tools/setup.py --test       and what the tests need
python3 tools/setup.py --langid     and what tells in which language a text is
python3 tools/setup.py --dev        and the linters
python3 tools/setup.py --benchmark  and the generators that it is measured against
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
    """The exit code: 0 when .venv holds what is asked for, 1 after a sentence that says what to do."""
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
    """What keeps .venv from being made, as a sentence that says what to do."""


def environment_fingerprint() -> str:
    """A hash of all that decides what .venv holds: pins, requirements, this Python and this folder.

    The folder counts because the scripts in .venv name it: a moved clone needs a new one.
    """
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    deciding = {key: project[key] for key in ("build-system", "project")}
    pins = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    facts = json.dumps([deciding, pins, sys.version, sys.base_prefix, str(ROOT)], sort_keys=True)
    return hashlib.sha256(facts.encode()).hexdigest()


def installed_extras(fingerprint: str) -> set[str] | None:
    """The extras that .venv holds, or None where it is missing, half made or made for something else."""
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError, json.JSONDecodeError):
        return None
    if stamp["fingerprint"] != fingerprint or not PYTHON.exists():
        return None
    return set(stamp["extras"])


def make_environment() -> None:
    """Puts an empty .venv in the place of whatever is there."""
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
    """Installs the pinned build backend, then the package in place and what it and the extras require.

    The backend is installed first and builds without isolation: an isolated build would fetch a backend
    of its own, which no pin binds.
    """
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    package = ".[{}]".format(",".join(extras)) if extras else "."
    pip(project["build-system"]["requires"])
    pip(["--no-build-isolation", "--editable", package])


def pip(arguments: list[str]) -> None:
    """Runs pip of .venv under the constraints; quiet but for errors, and for pins that their makers have withdrawn."""
    command = [str(PYTHON), "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    command += ["--constraint", "constraints.txt", *arguments]
    done = subprocess.run(command, cwd=ROOT, stderr=subprocess.PIPE, text=True, check=False)
    told = done.stderr.splitlines() if done.returncode else [s for s in done.stderr.splitlines() if "yanked" in s]
    for line in told:
        print(line, file=sys.stderr)
    if done.returncode:
        raise SetupError(NO_INSTALL)


def write_stamp(fingerprint: str, extras: set[str]) -> None:
    """Says that .venv is whole; written last, and at one go, so that an interrupted setup leaves none."""
    fresh = STAMP.with_suffix(".new")
    fresh.write_text(json.dumps({"fingerprint": fingerprint, "extras": sorted(extras)}), encoding="utf-8")
    fresh.replace(STAMP)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
