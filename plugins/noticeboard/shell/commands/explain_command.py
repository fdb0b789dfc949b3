"""`noticeboard explain`: what a problem means and why it matters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.checks.explanations import explanations
from noticeboard.report import as_explanation, as_index, as_markdown
from noticeboard.shell.commands.check_command import check_name
from noticeboard.shell.terminal.program_messages import messages_of

if TYPE_CHECKING:
    from collections.abc import Sequence


def explained(names: Sequence[str], lang: str, *, markdown: bool) -> str:
    """The explanations of the problems with these names; without names, a list of all or all as a page in Markdown.

    Raises click.UsageError for an unknown name.
    """
    known = explanations()
    for name in names:
        check_name(name, list(known))
    chosen = [known[name] for name in names] or list(known.values())
    if markdown:
        return as_markdown(chosen)
    messages = messages_of(asked=lang)
    return "\n".join(as_explanation(e, messages) for e in chosen) if names else as_index(chosen, messages)
