"""All files of a new platform's repository, by their paths in it."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import noticeboard
from noticeboard.shell.begin.starter_content import content, logo_name

if TYPE_CHECKING:
    from datetime import date

    from noticeboard.shell.begin.starter_answers import Answers

WORKFLOWS = {
    "github": {
        "github-check.yml": ".github/workflows/check.yml",
        "github-publish.yml": ".github/workflows/publish.yml",
    },
    "gitlab": {"gitlab-ci.yml": ".gitlab-ci.yml"},
}
"""Host of the repository -> starter file -> its path."""

_ALWAYS = {"README.md": "README.md", "gitignore": ".gitignore", "pre-commit-config.yaml": ".pre-commit-config.yaml"}

_SETTINGS = '''"""Settings for writing and preview. The platform itself is described in content/platform.yml."""

from noticeboard.defaults import *
'''
_PUBLIC = '''"""Settings for the public site: its address, and that warnings stop the build."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from pelicanconf import *

SITEURL = {address!r}
NOTICEBOARD_STRICT = True
'''
_REQUIREMENTS = """# Which version of Noticeboard makes this platform; constraints.txt pins all that it needs.
# To install: pip install --only-binary :all: --requirement requirements.txt
--constraint constraints.txt
noticeboard=={version}
"""
_PINS = """# The versions that Noticeboard {version} was tested with. After taking a new version of it:
# noticeboard pins > constraints.txt
"""


def repository(answers: Answers, today: date) -> dict[str, bytes]:
    """Path -> bytes of every file; raises OSError if the logo cannot be read."""
    chosen = {name: path for host in answers.workflows for name, path in WORKFLOWS[host].items()}
    texts = {
        **{f"content/{path}": text for path, text in content(answers, today).items()},
        "pelicanconf.py": _SETTINGS,
        "publishconf.py": _PUBLIC.format(address=answers.address),
        "requirements.txt": _REQUIREMENTS.format(version=noticeboard.__version__),
        "constraints.txt": pins(),
        **{path: _filled(_starter(name), answers) for name, path in {**_ALWAYS, **chosen}.items()},
    }
    found = {path: text.encode() for path, text in texts.items()}
    if answers.logo:
        found[f"content/{logo_name(answers)}"] = Path(answers.logo).read_bytes()
    return found


def pins() -> str:
    """The versions that this version was tried with, as pip's constraints."""
    installed = files("noticeboard").joinpath("starter", "constraints.txt")
    checkout = Path(noticeboard.__file__).resolve().parents[2] / "constraints.txt"
    text = (installed if installed.is_file() else checkout).read_text("utf-8")
    versions = [line for line in text.splitlines(keepends=True) if not line.startswith("#")]
    return _PINS.format(version=noticeboard.__version__) + "".join(versions)


def _starter(name: str) -> str:
    return files("noticeboard").joinpath("starter", name).read_text("utf-8")


def _filled(text: str, answers: Answers) -> str:
    values = {
        "name": answers.name,
        "address": answers.address,
        "slug": re.sub(r"[^a-z0-9]+", "-", answers.address.partition("://")[2].lower()).strip("-"),
        "first": answers.languages[0],
        "second": answers.languages[1] if len(answers.languages) > 1 else answers.languages[0],
    }
    for name, value in values.items():
        text = text.replace(f"@{name}@", value)
    return text
