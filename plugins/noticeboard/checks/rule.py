"""Rules, and what they can see of a site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from noticeboard.model import Location, problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from noticeboard.checks.passages import Passage
    from noticeboard.fields.front_matter_keys import Header
    from noticeboard.markdown.source_map.blocks import Block
    from noticeboard.model import Problem, Severity, Vocabulary
    from noticeboard.site import Announcement, Site
    from noticeboard.sources.schema import Loc


class CheckedVersion(Struct, frozen=True):
    """One language version as a rule of text sees it: its typed head, and its text as blocks with positions.

    `locations` says where each value of the head stands; `first_line` is the text's first line in the file.
    `passages` are its running text.
    """

    path: str
    lang: str
    header: Header
    locations: Mapping[Loc, Location]
    blocks: tuple[Block, ...]
    first_line: int
    passages: tuple[Passage, ...] = ()

    def location(self, *loc: str | int) -> Location:
        """The place of a value in the front matter; the file's first line if the file does not state it."""
        return self.locations.get(loc) or Location(self.path)


class Rule(Struct, frozen=True):
    """One rule. A file in checks/rules/ that holds a RULE is found, run, listed and explained; nothing else is needed.

    Exactly one of `text`, `vocabulary`, `announcement` and `site` is given. A rule of text sees one version alone and a
    rule of a vocabulary one vocabulary, so their findings are kept with what was parsed and they run only when the file
    changed. A rule of an announcement sees it, also where it is not published yet, and a site with what it names alone
    (finding_keys.py), and runs when one of them changed; a rule of the site runs in every build.
    `why` says in one sentence why it matters, `source` where that is written down ("" if nowhere), `wrong` and
    `right` are an example each, as an editor would write it. `needs` names an optional module: without it the rule
    does not run.
    """

    name: str
    severity: Severity
    why: str
    wrong: str
    right: str
    source: str = ""
    text: Callable[[CheckedVersion], Iterable[Problem]] | None = None
    vocabulary: Callable[[Vocabulary], Iterable[Problem]] | None = None
    announcement: Callable[[Announcement, Site], Iterable[Problem]] | None = None
    site: Callable[[Site], Iterable[Problem]] | None = None
    needs: str = ""

    def problem(self, location: Location, message: str, hint: str, /, **values: object) -> Problem:
        """A problem of this rule: constant templates, and the values that they name in braces.

        Example: `RULE.found(place, "{figure} appears here, but {other} in {path}.", "Correct it.", figure=…, …)`.
        """
        return problem(self.severity, location, self.name, message, hint, **values)
