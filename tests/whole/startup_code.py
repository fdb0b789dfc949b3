"""Code that a Python runs before everything else, to stand in for other systems and for faults."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from site_commands import ROOT

if TYPE_CHECKING:
    from pathlib import Path


def started_with(code: str, folder: Path) -> dict[str, str]:
    """The environment of a Python that runs `code` first; it is written to `folder`, which is made if need be."""
    folder.mkdir(exist_ok=True)
    (folder / "sitecustomize.py").write_text(code, encoding="utf-8")
    return {"PYTHONPATH": f"{folder}{os.pathsep}{ROOT / 'plugins'}"}
