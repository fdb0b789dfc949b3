"""What is told of a problem by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from noticeboard.model import Severity


class Explanation(NamedTuple):
    """A problem's name and severity, why it matters in one sentence, an example of it, the example mended, a source.

    The examples are written as an editor would write them; `source` is "" where nothing is written down anywhere.
    """

    name: str
    severity: Severity
    why: str
    wrong: str
    right: str
    source: str = ""
