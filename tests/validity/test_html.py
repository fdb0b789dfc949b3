"""The HTML of every page of the demo, checked by the Nu Html Checker."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

CHECKER = Path(__file__).parent / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
SECONDS = 600
OPTIONS = ("--format", "json", "--stdout", "--exit-zero-always", "--skip-non-html")


@pytest.mark.long
def test_every_page_is_valid_html(demo_site: Path) -> None:
    """No page has an error or a warning."""
    done = subprocess.run(
        ("java", "-jar", str(CHECKER), *OPTIONS, str(demo_site)),
        capture_output=True,
        encoding="utf-8",
        timeout=SECONDS,
        check=True,
    )
    found = json.loads(done.stdout)["messages"]
    assert [(m["url"].partition("/output/")[2], m.get("lastLine"), m["message"]) for m in found] == []
