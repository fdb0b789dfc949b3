"""Runs Pelican in this process, for the `noticeboard` command."""

from __future__ import annotations

import contextlib
import io
import logging
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click
from pelican import get_instance, parse_arguments
from pelican.log import init

from noticeboard.shell.build.cluster import OtherVersion

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Mapping, Sequence

    from pelican import Pelican


class _WithoutDone(io.TextIOBase):
    """A stream without Pelican's closing line, which counts the articles of a site that has none."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Passes the text on, unless it is that line."""
        if not text.startswith("Done: Processed"):
            self._stream.write(text)
        return len(text)

    def flush(self) -> None:
        """Flushes the stream."""
        self._stream.flush()


def run_pelican(arguments: Sequence[str], overrides: Mapping[str, object]) -> None:
    """Builds with Pelican's own arguments, and settings that win over the settings file's.

    Ends the process with exit code 1 where the build fails.
    """
    options = _options(arguments)
    # Pelican keeps no note of it, and folders that it does not know count from its place.
    named = {"NOTICEBOARD_SETTINGS": str(Path(options.settings).resolve())} if options.settings else {}
    options.overrides = {**options.overrides, **named, **overrides}
    init(level=options.verbosity or logging.WARNING, fatal=options.fatal, name="noticeboard")
    if options.path and not Path(options.path).is_dir():
        todo = "Name an existing one, or begin a platform with `noticeboard init FOLDER`."
        message = f"There is no content folder {options.path}. {todo}"
        raise SystemExit(message)
    pelican = _instance(options)
    try:
        with contextlib.redirect_stdout(_WithoutDone(sys.stdout)):
            pelican.run()
    except OtherVersion as fault:
        raise SystemExit(str(fault)) from fault


def _options(arguments: Sequence[str]) -> Namespace:
    """The arguments as Pelican reads them; ends the process with one sentence where it cannot."""
    try:
        options: Namespace = parse_arguments(list(arguments))
    except ValueError as fault:
        message = f"The command cannot be used: {fault}"
        raise click.UsageError(message) from fault
    return options


def _instance(options: Namespace) -> Pelican:
    """Pelican with its settings read; ends the process with one sentence where it cannot use them."""
    try:
        return get_instance(options)[0]
    except Exception as fault:  # What Pelican raises for settings it cannot use has no narrower type.
        raise SystemExit(_unusable(str(fault))) from fault


def _unusable(reason: str) -> str:
    """The sentence for settings that Pelican cannot use, with what to do where that is known."""
    if "path containing the content" in reason:
        return "There is no content folder. Name an existing one, or begin a platform with `noticeboard init FOLDER`."
    hint = " Take THEME out: Noticeboard brings its theme along." if "theme" in reason else ""
    return f"The settings cannot be used: {reason.rstrip('.')}.{hint}"
