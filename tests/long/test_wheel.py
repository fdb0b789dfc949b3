"""The wheel alone, installed into an empty environment in another folder, makes a platform."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import venv
from hashlib import sha256
from pathlib import Path
from time import monotonic, sleep
from typing import TYPE_CHECKING
from urllib.error import URLError
from urllib.request import urlopen

import pytest

import first_hours

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
ENVIRONMENT = {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "LANGUAGE")}


def built(folder: Path) -> dict[str, Path]:
    """The archives that the build backend makes of the repository, by ending."""
    command = (sys.executable, "-m", "hatchling", "build", "-d", str(folder), "-t", "sdist", "-t", "wheel")
    subprocess.run(command, cwd=ROOT, env=ENVIRONMENT, check=True, capture_output=True)
    return {path.suffix: path for path in folder.iterdir()}


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of an environment with the wheel and its requirements, in the pinned versions."""
    root = tmp_path_factory.mktemp("wheel")
    wheel = built(root / "dist")[".whl"]
    venv.create(root / "venv", with_pip=True)
    found = root / "venv" / "bin" / "python"
    command = (str(found), "-m", "pip", "install", "-q", "--disable-pip-version-check", "--only-binary", ":all:")
    pins = ("--constraint", str(ROOT / "constraints.txt"))
    subprocess.run((*command, *pins, str(wheel)), cwd=root, env=ENVIRONMENT, check=True)
    return found


@pytest.mark.long
def test_archives_are_reproducible(tmp_path: Path) -> None:
    """Two builds give the same bytes."""
    one, other = built(tmp_path / "one"), built(tmp_path / "other")
    digests = [{s: sha256(p.read_bytes()).hexdigest() for s, p in found.items()} for found in (one, other)]
    assert digests[0] == digests[1]
    assert digests[0].keys() == {".whl", ".gz"}


@pytest.mark.long
def test_the_page_is_played_with_the_package_alone(python: Path, tmp_path: Path) -> None:
    """docs/own-platform.md, from `init` to `rollback`, shows the output of an installed package."""
    page = first_hours.OWN.read_text(encoding="utf-8")
    assert first_hours.played(page, tmp_path, (str(python), "-m", "noticeboard")) == page


@pytest.fixture
def preview(python: Path, tmp_path: Path) -> Iterator[str]:
    """The address of the preview of a new platform."""
    board = tmp_path / "board"
    subprocess.run((str(python), "-m", "noticeboard", "init", str(board)), env=ENVIRONMENT, check=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = (str(python), "-m", "noticeboard", "serve", "--watch", "--port", str(port))
    with subprocess.Popen(
        command, cwd=board, env=ENVIRONMENT, stdout=subprocess.DEVNULL, start_new_session=True
    ) as run:
        yield f"http://127.0.0.1:{port}/en/"
        os.killpg(run.pid, signal.SIGTERM)


@pytest.mark.long
def test_the_preview_shows_the_first_page(preview: str) -> None:
    """The front page of a new platform is there without a build before it."""
    ends = monotonic() + 120
    while True:
        try:
            with urlopen(preview, timeout=10) as answer:  # noqa: S310 - an address on this machine
                page = answer.read().decode()
        except (URLError, OSError):
            page = ""
        if "A survey as an example" in page:
            return
        assert monotonic() < ends
        sleep(0.2)
