"""Each target of the Makefile calls `noticeboard` with the variables that Pelican's Makefile has."""

from __future__ import annotations

import shlex
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def called(*arguments: str) -> list[str]:
    """The words of the `noticeboard` command that make would call."""
    done = subprocess.run(
        ("make", "--dry-run", "--no-print-directory", *arguments), cwd=ROOT, capture_output=True, text=True, check=True
    )
    line, *_ = [line for line in done.stdout.splitlines() if line.startswith(".venv/bin/noticeboard ")]
    return shlex.split(line)[1:]


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("html", "build content -o output -s pelicanconf.py"),
        ("publish", "build content -o output -s publishconf.py --strict"),
        ("serve", "serve -o output -s pelicanconf.py --port 8000"),
        ("devserver", "serve --watch content -s pelicanconf.py --port 8000"),
        ("check", "check content -s pelicanconf.py"),
        ("catalogues", "catalogues -s pelicanconf.py"),
        ("clean", "clean -o output -s pelicanconf.py"),
    ],
)
def test_a_target_is_one_call(target: str, expected: str) -> None:
    """Without variables it has the folders of the repository."""
    assert called(target) == expected.split()


def test_a_public_site_is_verified() -> None:
    """`make publish` verifies what it has built."""
    command = ("make", "--dry-run", "--no-print-directory", "publish", "OUTPUTDIR=my site")
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == '.venv/bin/noticeboard verify "my site" -s "publishconf.py"'


def test_variables_may_hold_spaces_and_quotes() -> None:
    """Folders and options reach the command unchanged."""
    options = """-e SITEURL='"https://example.org/platform"'"""
    expected = ["build", "my texts", "-o", "my site", "-s", "conf.py", "-e", 'SITEURL="https://example.org/platform"']
    assert expected == called(
        "html", "INPUTDIR=my texts", "OUTPUTDIR=my site", "CONFFILE=conf.py", f"PELICANOPTS={options}"
    )


def test_benchmarks_take_their_options() -> None:
    """BENCHMARKOPTS reaches them, and the other generators are installed first."""
    command = ("make", "--dry-run", "--no-print-directory", "benchmark", "BENCHMARKOPTS=--rounds 1")
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    setup, run, *others = done.stdout.splitlines()
    assert setup.endswith("tools/setup.py --benchmark")
    assert run == ".venv/bin/python -m benchmarks.run --rounds 1"
    assert [other.rpartition(".")[2] for other in others] == ["growth", "pictures", "multitudes --brief", "cluster"]
