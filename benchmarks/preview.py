"""How soon the preview shows an edit of the example platform, and how long pages take to load meanwhile.

    python -m benchmarks.preview

starts `noticeboard serve --watch` on a copy of the example platform and edits one text repeatedly.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.error import URLError
from urllib.request import urlopen

from benchmarks.facts import ROOT
from benchmarks.table import aligned, spread

PORT = 8765
PAGE = f"http://127.0.0.1:{PORT}/en/surveys/school-mentoring/"
TEXT = "surveys/school-mentoring/en.md"
EDITS, BOUND, WARM = 7, 60, 5
"""How many edits, and seconds: for each of them at most, and before the first, until the building process is ready."""


def main() -> int:
    """Prints the table; exits with 1 if an edit does not appear in time."""
    with TemporaryDirectory(prefix="noticeboard-preview-") as folder:
        content = Path(shutil.copytree(ROOT / "content", Path(folder) / "content"))
        command = [sys.executable, "-m", "noticeboard", "serve", "--watch", str(content), "--port", str(PORT)]
        silent = subprocess.DEVNULL
        with subprocess.Popen(command, cwd=ROOT, stdout=silent, stderr=silent) as server:  # noqa: S603 - made here
            try:
                _until("</html>")
                time.sleep(WARM)
                found = [_edited(content / TEXT, number) for number in range(EDITS)]
            finally:
                server.terminate()
    waits = [wait for wait, _ in found]
    pages = [page for _, asked in found for page in asked]
    rows = [("", "seconds", "min", "max"), ("from save to page", *spread(waits)), ("a page meanwhile", *spread(pages))]
    sys.stdout.write(aligned(rows))
    return 0


def _edited(text: Path, number: int) -> tuple[float, list[float]]:
    """The seconds until an edit appears, and those that each request took until then."""
    words, began = f"Sentence {number} of an edit.", time.perf_counter()
    text.write_text(f"{text.read_text('utf-8').rstrip()}\n\n{words}\n", "utf-8")
    asked = _until(words)
    return time.perf_counter() - began, asked


def _until(words: str) -> list[float]:
    """Requests the page until it contains the words; returns the seconds of each request. Raises TimeoutError."""
    ends, asked = time.perf_counter() + BOUND, list[float]()
    while time.perf_counter() < ends:
        began = time.perf_counter()
        shown = _page()
        asked.append(time.perf_counter() - began)
        if words in shown:
            return asked
        time.sleep(0.02)
    raise TimeoutError(words)


def _page() -> str:
    try:
        with urlopen(PAGE, timeout=BOUND) as answer:
            return str(answer.read().decode())
    except URLError:
        return ""


if __name__ == "__main__":
    sys.exit(main())
