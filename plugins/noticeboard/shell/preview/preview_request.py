"""What a preview shows, and the folder in which it builds."""

from __future__ import annotations

import json
import os
import traceback
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from noticeboard.model import Location, error
from noticeboard.shell.project import load_project

if TYPE_CHECKING:
    from noticeboard.model import Problem
    from noticeboard.shell.project import Project

FOLDER = "preview"
"""The folder of the cache that a preview is built into; deleting it is always safe."""


@dataclass(frozen=True, slots=True)
class PreviewRequest:
    """The request of `noticeboard serve --watch`: the settings file, the content folder or "", the day or "".

    `began` (ns since 1970) is before the settings file was read; None if it has not been read yet.
    """

    settings: str
    content: str = ""
    today: str = ""
    began: int | None = None

    @property
    def is_of_one_day(self) -> bool:
        """Whether the site is shown as at one instant, however long the preview runs."""
        return bool(self.today or os.environ.get("SOURCE_DATE_EPOCH"))

    def as_argument(self) -> str:
        """The request as one argument of a command."""
        return json.dumps(asdict(self))

    def overrides(self) -> dict[str, object]:
        """Settings that win over the file's: drafts are shown, warnings stop nothing, addresses are relative."""
        given = {"PATH": self.content and str(Path(self.content).absolute()), "NOTICEBOARD_TODAY": self.today}
        shown = {"SITEURL": "", "NOTICEBOARD_DRAFTS": True, "NOTICEBOARD_STRICT": False}
        shown |= {"NOTICEBOARD_BEGAN": self.began}
        return shown | {key: value for key, value in given.items() if value}


def request_from(argument: str) -> PreviewRequest:
    """The request in such an argument."""
    return PreviewRequest(**json.loads(argument))


class CannotBuild(Exception):  # noqa: N818 - it is named after what it says
    """The settings file cannot be read, or a build ended without a report; `problem` says why."""

    def __init__(self, problem: Problem) -> None:
        """Takes the problem."""
        super().__init__(problem.full_message)
        self.problem = problem


def requested_project(request: PreviewRequest) -> Project:
    """The project of the request, with its own output folder; raises CannotBuild if its settings cannot be read."""
    try:
        project = load_project(request.settings, request.overrides())
    except (Exception, SystemExit) as fault:  # What a settings file raises has no narrower type.
        raise CannotBuild(_problem(request, fault)) from fault
    return replace(project, output=project.cache / FOLDER)


def _problem(request: PreviewRequest, fault: BaseException) -> Problem:
    file = Path(request.settings).resolve()
    if isinstance(fault, SyntaxError) and fault.filename:
        location = Location(fault.filename, fault.lineno or 1, fault.offset or 1)
    else:
        frames = [f for f in traceback.extract_tb(fault.__traceback__) if f.filename == str(file)]
        location = Location(str(file), (frames[-1].lineno if frames else 1) or 1)
    return failed(location, str(getattr(fault, "msg", "") or fault) or type(fault).__name__)


def failed(location: Location, reason: str) -> Problem:
    """The problem of a build that could not begin, or that ended without a report."""
    message = "The site cannot be built: {reason}."
    return error(
        location, "failed-build", message, "Correct the file that is named, then save it.", reason=reason.rstrip(".")
    )


def ended(request: PreviewRequest, code: int | None) -> Problem:
    """The problem of a process that ended without saying anything but its exit code."""
    location, message = Location(str(Path(request.settings).resolve())), "The build ended by itself (exit code {code})."
    return error(location, "failed-build", message, "The terminal says why. Correct it, then save a file.", code=code)
