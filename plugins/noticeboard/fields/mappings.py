"""How mappings that people write are checked."""

from __future__ import annotations

from pydantic import ConfigDict

MAPPING = ConfigDict(extra="forbid", defer_build=True)
"""No other keys are allowed; a validator is built when it is first used, as few are in a build."""
