"""Problems as SARIF, validated with the standard's schema, which an npm package contains."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from jsonschema import Draft4Validator

if TYPE_CHECKING:
    from collections.abc import Callable

PACKAGE = Path(__file__).parent / "node_modules" / "@microsoft" / "jest-sarif"
SCHEMA = PACKAGE / "lib" / "schemas" / "sarif-2.1.0-rtm.5.json"
FILES = {
    "platform.yml": "languages: [en, nl]\n",
    "surveys/a/en.md": "---\ntitel: T\ndeadline: 2023-02-31\n---\nText with 100 %, a: b, c.\n",
    "surveys/a/nl.md": b"---\ntitle: T\n---\n\xff\n",
    "surveys/b/nl.md": "---\ntitle: T\npublished: 2023-01-10\ndeadline: 2023-02-19\n---\n[Zie](../nergens/) en en.\n",
}


def test_a_report_is_valid(noticeboard: Callable, site_builder: Callable) -> None:
    """The output of `check --format sarif` with errors and warnings is SARIF 2.1.0."""
    site_builder.write(FILES)
    log = json.loads(noticeboard("check", str(site_builder.content), "--format", "sarif").stdout)
    levels = {result["level"] for result in log["runs"][0]["results"]}
    assert levels == {"error", "warning"}
    validator = Draft4Validator(json.loads(SCHEMA.read_text("utf-8")))
    assert [error.message for error in validator.iter_errors(log)] == []
