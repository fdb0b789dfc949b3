"""Noticeboard: survey announcements in many languages, as a Pelican site.

The shell is imported inside register(), so that the core loads without Pelican.
"""

from __future__ import annotations

__version__ = "0.2.0"


def register() -> None:
    """Connects the plugin to Pelican's signals; ends the process where its own parts cannot be imported.

    Pelican logs an Exception here and builds on without the plugin, so a failing import must be a SystemExit.
    """
    try:
        from noticeboard.shell import plugin  # noqa: PLC0415 - the core must load without Pelican
    except ImportError as fault:
        message = f"noticeboard cannot be loaded: {fault}"
        raise SystemExit(message) from fault
    plugin.connect()
