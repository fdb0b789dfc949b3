"""What builds say at their end: how much was written by one that failed, and which files changed while it ran."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.shell.terminal.program_messages import gettext, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

_NAMED = 3
"""How many changed files are named; if there are more, only their number is printed."""


def outcome(written: Sequence[str], removed: Sequence[str]) -> str:
    """What a build that failed has changed in the output; "" for nothing."""
    if not (written or removed):
        return ""
    return gettext(
        "Before that, {written} and {removed}. Build again to complete the site.",
        written=ngettext("{number} file was written", "{number} files were written", len(written)),
        removed=ngettext("{number} file was removed", "{number} files were removed", len(removed)),
    )


def changed_files(names: Sequence[str]) -> str:
    """The line for files that changed while a site was built from them; "" without any."""
    if not names:
        return ""
    files = ", ".join((*names[:_NAMED], *(["…"] if len(names) > _NAMED else [])))
    line = ngettext(
        "{number} file changed while the site was built: {files}. Build again.",
        "{number} files changed while the site was built: {files}. Build again.",
        len(names),
        files=files,
    )
    return f"{line}\n"
