"""Problems as the preview in the browser shows them, with the words around them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.model import Severity
from noticeboard.report.excerpts import excerpt
from noticeboard.report.json_report import record
from noticeboard.report.problem_messages import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from noticeboard.model import Problem
    from noticeboard.report.problem_messages import ProblemMessages


def as_preview(
    problems: Iterable[Problem],
    texts: Mapping[str, str],
    relative: Callable[[str], str],
    messages: ProblemMessages,
    lang: str,
) -> dict[str, object]:
    """The problems in the order of their places as one JSON object, and every word that is shown with them.

    `lang` is the language of the words and sentences, `texts` holds the files' contents by path as far as they can be
    shown. A problem is what `as_json` makes of it, with `label` (its severity in words), and with `excerpt`: the lines
    about it and a caret below the column, "" if there is nothing to show.
    """
    found = sorted(set(problems))
    return {
        "lang": lang,
        "words": _words(messages),
        "errors": sum(p.severity is Severity.ERROR for p in found),
        "summary": counted(found, messages) if found else "",
        "problems": [
            {
                **record(p, relative, messages),
                "label": messages.gettext(str(p.severity)),
                "excerpt": "\n".join(excerpt(p.location, texts.get(p.location.path, ""))),
            }
            for p in found
        ],
    }


def _words(messages: ProblemMessages) -> dict[str, str]:
    gettext = messages.gettext
    return {
        "title": gettext("Problems in the preview"),
        "compare": gettext("Compare with the original"),
        "close": gettext("Close"),
        "kept": gettext("Until the errors are corrected, the page stays as it was."),
        "running": gettext("The site is being built."),
        "building": gettext("The site is being built. The page appears by itself."),
        "unbuilt": gettext("There is no page yet: the site has errors. The page appears once they are corrected."),
        "ended": gettext("The preview has ended, so this page does not change any more."),
    }
