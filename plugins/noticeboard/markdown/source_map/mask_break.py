"""The character in masks that marks where inline Markdown cannot go on."""

from __future__ import annotations

BREAK = "\0"
"""Separates texts that share no inline markup. No valid text holds this character."""
