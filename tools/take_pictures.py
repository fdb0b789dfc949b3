"""Takes the pictures of README.md from the example platform, in Chromium: `.venv/bin/python tools/take_pictures.py`.

They are a front page, an announcement on a phone, and the preview with a problem in a text.
"""

from __future__ import annotations

import io
import os
import shutil
import signal
import socket
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PIL import Image
from playwright.sync_api import sync_playwright

import browser_needs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
DAY = "2026-12-01"
CLOCK = "2026-12-01T10:00:00+01:00"
TEXT = "surveys/digital-tools/en.md"
DESK, PHONE = {"width": 1200, "height": 800}, {"width": 390, "height": 780}
SECONDS = 120_000
QUALITY = 82


def main() -> None:
    """Writes the pictures."""
    PICTURES.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        content = Path(shutil.copytree(ROOT / "content", Path(folder) / "content"))
        shutil.copy(ROOT / "pelicanconf.py", folder)
        (Path(folder) / "plugins").symlink_to(ROOT / "plugins")
        browser = playwright.chromium.launch(executable_path=browser_needs.find_chromium(), args=["--no-sandbox"])
        with previewing(Path(folder)) as address:
            take(browser, f"{address}en/", DESK, "front.webp")
            take(browser, f"{address}nl/surveys/digital-tools/", PHONE, "phone.webp", scale=2)
            text = (content / TEXT).read_text(encoding="utf-8")
            wrong = text.replace("opens: 2026-11-02", "opens: 2026-11-31").replace("[teacher, ", "[techer, ")
            (content / TEXT).write_text(wrong, encoding="utf-8")
            take(browser, f"{address}en/surveys/digital-tools/", DESK, "preview.webp", panel=True)
        browser.close()


@contextmanager
def previewing(folder: Path) -> Iterator[str]:
    """The address of a preview of the content in a folder; the preview runs until the block ends."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = (sys.executable, "-m", "noticeboard", "serve", "--watch", "--port", str(port), "--today", DAY)
    environment = os.environ | {"PYTHONPATH": str(ROOT / "plugins"), "LANGUAGE": "en"}
    with subprocess.Popen(command, cwd=folder, env=environment, start_new_session=True) as process:
        yield f"http://127.0.0.1:{port}/"
        os.killpg(process.pid, signal.SIGTERM)


def take(  # noqa: PLR0913 - what to show, and how
    browser: Browser, address: str, size: dict[str, int], name: str, *, scale: int = 1, panel: bool = False
) -> None:
    """Saves what a browser of that size shows at an address; `panel` waits for the preview's problems first."""
    context = browser.new_context(viewport=size, device_scale_factor=scale, timezone_id="Europe/Brussels")
    page = context.new_page()
    page.clock.set_fixed_time(CLOCK)
    until_it_is_built(browser, address)
    page.goto(address)
    if panel:
        page.wait_for_function(PANEL, timeout=SECONDS)
    else:
        page.evaluate(WITHOUT_PREVIEW)
    data = page.screenshot()
    context.close()
    Image.open(io.BytesIO(data)).save(PICTURES / name, quality=QUALITY, method=6)


WITHOUT_PREVIEW = "() => document.querySelectorAll('body > *').forEach((e) => e.shadowRoot && e.remove())"
"""Removes what the preview adds to a page."""

PANEL = "() => [...document.querySelectorAll('*')].some((e) => e.shadowRoot?.textContent.includes('impossible-date'))"
"""Whether the preview's panel, in its shadow tree, names the problem."""


def until_it_is_built(browser: Browser, address: str) -> None:
    """Waits until the preview has pages."""
    context = browser.new_context()
    page = context.new_page()
    for _ in range(600):
        try:
            answer = page.goto(address)
        except Exception:  # noqa: BLE001 - until the server listens, Chromium says so in many words
            answer = None
        if answer and answer.ok and page.locator("h1").count():
            break
        page.wait_for_timeout(200)
    context.close()


if __name__ == "__main__":
    main()
