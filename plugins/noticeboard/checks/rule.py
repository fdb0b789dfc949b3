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

    `locations` gives the place of each value of the head; `first_line` is the text's first line in the file, from 1.
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


class Explanation(Struct, frozen=True):
    """A kind of problem: its name and severity, why it matters in one sentence, and an example before and after.

    The examples are written as an editor would write them. `source` is where the rule is written down, "" if nowhere.
    """

    name: str
    severity: Severity
    why: str
    wrong: str
    right: str
    source: str = ""


class Rule(Explanation, frozen=True):
    """One rule. A file in checks/rules/ that holds a RULE is found, run, listed and explained; nothing else is needed.

    Exactly one of `text`, `vocabulary`, `announcement` and `site` is given. A rule of text sees a single version and a
    rule of a vocabulary a single vocabulary; they run when that file has changed, and their findings are kept with it.
    A rule of an announcement sees that announcement, published or not, and a site that holds only what it names
    (finding_keys.py); it runs when one of these has changed. A rule of the site runs in every build.
    `needs` names an optional module: without it the rule does not run.
    """

    text: Callable[[CheckedVersion], Iterable[Problem]] | None = None
    vocabulary: Callable[[Vocabulary], Iterable[Problem]] | None = None
    announcement: Callable[[Announcement, Site], Iterable[Problem]] | None = None
    site: Callable[[Site], Iterable[Problem]] | None = None
    needs: str = ""

    def problem(self, location: Location, message: str, hint: str, /, **values: object) -> Problem:
        """A problem of this rule: constant templates, and the values that they name in braces.

        Example: `RULE.problem(location, "{figure} appears here, but {other} in {path}.", "Correct it.", figure=…, …)`.
        """
        return problem(self.severity, location, self.name, message, hint, **values)
