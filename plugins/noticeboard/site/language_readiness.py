"""The steps to add a language to a platform, and which of them are done."""

from __future__ import annotations

from datetime import UTC, date, datetime
from textwrap import shorten
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from msgspec import Struct

from noticeboard.languages.dates import date_text, moment_text, range_text
from noticeboard.languages.language_data import language_data
from noticeboard.languages.language_names import join, language_name, native_name
from noticeboard.languages.locales import is_known
from noticeboard.languages.numbers import number, plural_categories

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from noticeboard.model import Vocabulary
    from noticeboard.settings import Settings
    from noticeboard.site.records import Site
    from noticeboard.sources.catalogue_file import CatalogueFile
    from noticeboard.sources.message_extraction import UsedMessage

_NAMED, _SHOWN = 5, 40
"""How many missing things a hint names, and how many characters of a message it shows."""

_LINE = "Add a line `{lang}: …` below {missing}."
_TEXTS = ("name", "tagline", "publisher", "notice")


SHOWN = ("Note", "Name", "Direction", "Date", "Dates", "Moment", "Numbers", "Quotation marks", "List", "Plural forms")
"""The labels of what `shown` returns."""

DIRECTIONS = {"ltr": "left to right", "rtl": "right to left"}


class ReadinessStep(Struct, frozen=True):
    """One thing that a language needs: whether it is there, what it is, and what to do if it is missing.

    `message` and `hint` are templates that name the `values`.
    """

    done: bool
    message: str
    hint: str = ""
    values: tuple[tuple[str, str], ...] = ()


def steps(
    tag: str, site: Site, catalogue: CatalogueFile | None, used: Sequence[UsedMessage]
) -> tuple[ReadinessStep, ...]:
    """The steps for a language, in their best order; `catalogue` is None if there is no file."""
    return (
        _catalogue(tag, catalogue, used),
        _offered(tag, site.settings),
        _texts(tag, site.settings),
        _labels(tag, site.settings),
        *(_terms(tag, vocabulary) for vocabulary in site.vocabularies),
    )


def shown(tag: str) -> Iterator[tuple[str, str]]:
    """Examples of what the program writes in a language, for a native speaker to check.

    Pairs of label and text. If CLDR does not know the language, the first pair says what that means.
    """
    if not is_known(tag):
        message = "CLDR does not know the language: dates are written like 2026-12-01, and the tag is its name."
        yield "Note", message
    start, end = date(2026, 2, 19), date(2026, 3, 5)
    own = language_data(tag)
    yield "Name", native_name(tag)
    yield "Direction", DIRECTIONS[own.direction]
    yield "Date", date_text(start, tag)
    yield "Dates", range_text(start, end, tag)
    yield "Moment", moment_text(datetime(2026, 2, 19, 16, tzinfo=UTC), tag, ZoneInfo("Europe/Brussels"))
    yield "Numbers", f"{number(1234, tag)}, {number(1234567, tag)}"
    yield "Quotation marks", "{}…{} {}…{}".format(*own.quotes)
    yield "List", join([language_name(t, tag) for t in ("en", "fr", tag)], tag)
    yield "Plural forms", ", ".join(plural_categories(tag))


def _catalogue(tag: str, catalogue: CatalogueFile | None, used: Sequence[UsedMessage]) -> ReadinessStep:
    message = "The messages of the interface in translations/{lang}.po: {count}"
    values = {"lang": tag, "count": str(len(used))}
    if catalogue is None:
        hint = "Run `noticeboard catalogues --new {lang}`, then translate."
    elif catalogue.broken:
        hint = "Correct what `noticeboard catalogues` reports."
    else:
        missing = [m.id for m in used if m.key not in catalogue.catalogue.messages]
        quoted = [f"“{shorten(one, _SHOWN, placeholder=' …')}”" for one in missing]
        return _step(message, "Translate {missing}.", values, quoted)
    return ReadinessStep(done=False, message=message, hint=hint, values=tuple(values.items()))


def _offered(tag: str, settings: Settings) -> ReadinessStep:
    hint = "Add {lang} to the list; where there is no list, write one with all languages that you offer."
    missing = () if tag in settings.languages else (tag,)
    return _step("The setting `languages` in platform.yml.", hint, {"lang": tag}, missing)


def _texts(tag: str, settings: Settings) -> ReadinessStep:
    given = {name: dict(getattr(settings, name)) for name in _TEXTS}
    missing = [name for name, labels in given.items() if labels and not {"", tag} & labels.keys()]
    return _step("The platform's own words in platform.yml.", _LINE, {"lang": tag}, missing)


def _labels(tag: str, settings: Settings) -> ReadinessStep:
    """The labels of kinds and vocabularies that platform.yml states."""
    given = {f"kinds: {k.name}: {part}": dict(getattr(k, part)) for k in settings.kinds for part in ("one", "many")}
    given |= {f"vocabularies: {name}": dict(labels) for name, labels in settings.headings}
    missing = [name for name, labels in given.items() if labels and not {"", tag} & labels.keys()]
    return _step("The labels in platform.yml.", _LINE, {"lang": tag}, missing)


def _terms(tag: str, vocabulary: Vocabulary) -> ReadinessStep:
    message, hint = "The labels of terms in vocabularies/{name}.yml: {count}", "Add a label `{lang}: …` to {missing}."
    missing = [term.id for term in vocabulary.terms if tag not in dict(term.labels)]
    return _step(message, hint, {"lang": tag, "name": vocabulary.name, "count": str(len(vocabulary.terms))}, missing)


def _step(message: str, hint: str, values: dict[str, str], missing: Sequence[str]) -> ReadinessStep:
    """The step, done if nothing is missing; its hint names the first of what is."""
    rest = f", … (+{len(missing) - _NAMED})" if len(missing) > _NAMED else ""
    named = {**values, "missing": f"{', '.join(missing[:_NAMED])}{rest}"}
    return ReadinessStep(not missing, message, hint if missing else "", tuple(named.items()))
