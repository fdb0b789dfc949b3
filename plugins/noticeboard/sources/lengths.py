"""How long the texts of the front matter may be, in characters, before listings and search engines cut them off."""

from __future__ import annotations

TITLE = 110
SUMMARY = 300
