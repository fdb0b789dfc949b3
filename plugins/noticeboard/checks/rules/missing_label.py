"""A term without a label in a language in which there are texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.checks.rule import Rule
from noticeboard.model import Location, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.model import Problem
    from noticeboard.site import Site


def check(site: Site) -> Iterator[Problem]:
    """One problem for each term, with the languages whose readers would see another one."""
    spoken = {s.lang for a in site.every.values() for s in a.sources}
    used = [lang for lang in site.settings.languages if lang in spoken]
    for vocabulary in site.vocabularies:
        for term in vocabulary.terms:
            missing = [lang for lang in used if lang not in dict(term.labels)]
            if missing:
                message = "The term '{term}' has no label in: {languages}."
                hint = "Add its label below `labels`; until then readers see the one in the default language."
                location = term.location if term.location.path else Location(f"vocabularies/{vocabulary.name}.yml")
                yield RULE.problem(location, message, hint, term=term.id, languages=", ".join(sorted(missing)))


RULE = Rule(
    name="missing-label",
    severity=Severity.WARNING,
    why="Readers of that language see the word in another language, in lists, on buttons and in addresses to share.",
    wrong="teacher:\n  labels: {en: Teacher}",
    right="teacher:\n  labels: {en: Teacher, nl: Leraar, sv: Lärare}",
    site=check,
)
