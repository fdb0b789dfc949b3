"""After publishing was killed at any moment, the old or the new site is online completely."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from time import monotonic, sleep

import pytest

ROOT = Path(__file__).resolve().parents[2]
KILLS = 60


def tree(folder: Path) -> dict[str, bytes]:
    """The files below a folder, without compressed copies."""
    files = (p for p in sorted(folder.rglob("*")) if p.is_file() and p.suffix not in (".br", ".gz"))
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in files if not p.name.startswith(".")}


def publishing(site: Path, target: Path) -> subprocess.Popen[bytes]:
    """A process that publishes a site."""
    command = (sys.executable, "-m", "noticeboard", "publish", str(target), "-o", str(site), "--keep", "2")
    environment = os.environ | {"PYTHONPATH": str(ROOT / "plugins")}
    return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, start_new_session=True)


@pytest.mark.long
def test_sixty_kills(demo_site: Path, tmp_path: Path) -> None:
    """After each kill one of the two sites is online with all its files; the next run works."""
    sites = [Path(shutil.copytree(demo_site / "nl", tmp_path / name)) for name in ("one", "two")]
    for page in sorted(sites[1].rglob("*.html"))[:40]:
        page.write_bytes(page.read_bytes() + b"<!-- the other -->\n")
    for site in sites:
        assert (site / "index.html").is_file()
    wanted = [tree(site) for site in sites]
    target = tmp_path / "srv"
    began = monotonic()
    assert publishing(sites[0], target).wait(600) == 0
    takes = monotonic() - began
    chance = random.Random(1)  # noqa: S311 - the moments of the kills, the same in every run
    found = []
    for number in range(KILLS):
        process = publishing(sites[1 - number % 2], target)
        sleep(chance.uniform(0.2, 1.1) * takes)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait(30)
        online = tree((target / "current").resolve())
        assert online in wanted
        found.append(wanted.index(online))
    assert publishing(sites[0], target).wait(600) == 0
    assert tree(target / "current") == wanted[0]
    assert set(found) == {0, 1}
