"""Previews of small projects: `noticeboard serve --watch` in its own process, and requests to it."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from itertools import count
from shutil import copytree
from time import monotonic, sleep
from typing import TYPE_CHECKING
from urllib.error import HTTPError
from urllib.request import urlopen

from site_commands import ROOT, SECONDS, around, write_entry

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

PREVIEW_SETTINGS = (
    (ROOT / "pelicanconf.py")
    .read_text(encoding="utf-8")
    .replace("Path(__file__).resolve().parent", f"Path({str(ROOT)!r})")
    + f"""
THEME = {str(ROOT / "theme")!r}
PLUGIN_PATHS = ["more", {str(ROOT / "plugins")!r}]
"""
)
"""The settings of a previewed project: the repository's, with the project's own folders."""
SHARING = f"""
import sys
sys.path.append({str(ROOT / "tests")!r})
from warm_commands import share
share(Path({{!r}}))
"""
"""What lets previews share what they make of the theme, in that folder."""


@dataclass(frozen=True, slots=True)
class Preview:
    """A running `noticeboard serve --watch` in the folder `root`, and requests to it."""

    root: Path
    process: subprocess.Popen[str]
    url: str

    def write(self, files: Mapping[str, str | bytes | Path | None]) -> None:
        """Changes the project's files, like SiteBuilder.write."""
        for name, value in files.items():
            write_entry(self.root / name, value, folder=name.endswith("/"))

    def get(self, path: str) -> tuple[int, str]:
        """The status and body of a response."""
        try:
            with urlopen(f"{self.url}{path}", timeout=SECONDS) as answer:  # noqa: S310 - loopback
                return answer.status, answer.read().decode()
        except HTTPError as fault:
            with fault:
                return fault.code, fault.read().decode()

    def state(self) -> dict:
        """The state that pages get."""
        return json.loads(self.get("_preview/state.json")[1])

    def until(self, holds: Callable[[dict], bool]) -> dict:
        """The first state for which `holds` is true; fails after minutes without one."""
        end = monotonic() + SECONDS
        while not holds(state := self.state()):
            assert monotonic() < end, state
            assert self.process.poll() is None
            sleep(0.1)
        return state

    def found(self) -> list[tuple[str, int, str]]:
        """Path, line and name of each problem that the page gets."""
        return [(p["path"], p["line"], p["name"]) for p in self.state()["report"]["problems"]]


def start_preview(
    root: Path,
    files: Mapping[str, str | bytes],
    *options: str,
    settings_end: str = "",
    env: Mapping[str, str] | None = None,
    cache: Path | None = None,
) -> Preview:
    """Starts a preview of these files in a folder.

    `settings_end` is added to the settings file, `env` to the environment.
    """
    sharing = ""
    if cache:
        copytree(cache, root / "cache")
        shared = cache.with_name("shared")
        shared.mkdir(exist_ok=True)
        sharing = SHARING.format(str(shared))
    for name, value in {"pelicanconf.py": PREVIEW_SETTINGS + sharing + settings_end, **files}.items():
        write_entry(root / name, value, folder=False)
    with (root / "said.txt").open("wb") as said:
        process = subprocess.Popen(
            (sys.executable, "-m", "noticeboard", "serve", "--watch", "--port", "0", *options),
            cwd=root,
            env=around({"PYTHONUNBUFFERED": "1", **(env or {})}),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=said,
            encoding="utf-8",
        )
    assert process.stdout is not None
    url = process.stdout.readline().partition(" ")[0]
    if not url.startswith("http://127.0.0.1:"):
        process.kill()
        raise AssertionError((root / "said.txt").read_text(encoding="utf-8"))
    return Preview(root, process, url)


def end_preview(preview: Preview) -> None:
    """Ends it, unless it has ended."""
    preview.process.terminate()
    preview.process.communicate(timeout=SECONDS)


class KeptPreview:
    """A preview that tests use one after another; it is restored in between."""

    def __init__(self, preview: Preview, touched: str, page: str) -> None:
        """Takes a built preview, and the path of one of its texts."""
        self.preview = preview
        self._touched, self._page = preview.root / touched, page
        self._files = bytes_below(preview.root / "content")
        self._text = self._files[self._touched]
        self._pages = self._shown()
        self._turns = count(1)

    def put_back(self) -> None:
        """Restores the files, and returns when the preview shows them and no earlier save can change that any more."""
        if self._is_untouched():
            return
        content = self.preview.root / "content"
        kept = {*self._files, *(folder for path in self._files for folder in path.parents)}
        for path in sorted({*content.rglob("*")} - kept, reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()
        # A build with these words comes after everything that was saved before.
        # Figures and paragraphs would differ from those of the translations.
        words = f"Turn {'a' * next(self._turns)}."
        self._files[self._touched] = self._text.rstrip() + f" {words}\n".encode()
        for path, data in self._files.items():
            write_entry(path, data, folder=False)
        self.preview.until(lambda _: words in self.preview.get(self._page)[1])
        self.preview.until(is_at_rest)
        self._pages = self._shown()

    def _is_untouched(self) -> bool:
        content = bytes_below(self.preview.root / "content")
        return content == self._files and is_at_rest(self.preview.state()) and self._shown() == self._pages

    def _shown(self) -> dict[Path, bytes]:
        return bytes_below(self.preview.root / "cache" / "preview")


def is_at_rest(state: dict) -> bool:
    """Whether no build runs in that state and nothing is wrong."""
    return not state["building"] and not state["report"]["problems"]


def bytes_below(folder: Path) -> dict[Path, bytes]:
    """The bytes of every file below a folder, even while files come and go."""
    found = {}
    for path in sorted(folder.rglob("*")):
        try:
            found[path] = path.read_bytes()
        except OSError:  # a folder, or gone by now
            continue
    return found
