"""A file that is read twice must have the same content both times, so that what is published was checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.model import Location, error

if TYPE_CHECKING:
    from pathlib import Path

    from noticeboard.model import Problem


class ChangedMeanwhile(Exception):  # noqa: N818 - it is named after what it says
    """A file was changed while the site was built from it; `problem` says which."""

    def __init__(self, file: Path) -> None:
        """Takes the file."""
        message, hint = "The file changed while the site was built from it.", "Build again."
        self.problem: Problem = error(Location(str(file)), "changed-meanwhile", message, hint)
        super().__init__(file)
