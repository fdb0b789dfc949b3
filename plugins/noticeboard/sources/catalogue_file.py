"""The bytes of a PO file -> the catalogue in it, the lines of its messages, and its problems."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from noticeboard.languages.tags import canonical_case, is_tag
from noticeboard.model import Place, Problem, Severity, error, warning
from noticeboard.sources.catalogue import Catalogue
from noticeboard.sources.catalogue_checks import check_entries, named, usable
from noticeboard.sources.catalogue_header import check_header
from noticeboard.sources.po import read_entries
from noticeboard.sources.text import decode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from noticeboard.sources.messages import UsedMessage
    from noticeboard.sources.po import Entry


@dataclass(frozen=True, slots=True)
class CatalogueFile:
    """One PO file as it was read; `entries` holds its messages without the header, `problems` those of it alone.

    `path` is absolute. Messages that are fuzzy or untranslated are entries, but not in the catalogue.
    """

    path: str
    catalogue: Catalogue
    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]

    @property
    def broken(self) -> bool:
        """Whether something in it would print wrongly or mislead."""
        return any(p.severity is Severity.ERROR for p in self.problems)


def read_catalogue(lang: str, data: bytes, path: str) -> CatalogueFile:
    """The catalogue of a PO file, in the language that names the file.

    Problems are those of the file's name, its bytes, its header and its messages; it is read as far as it can be.
    """
    text, problems = decode(data, path)
    entries, malformed = read_entries(text, path)
    problems += malformed
    if not is_tag(lang):
        problems += (_wrong_name(lang, path),)
    elif not problems:
        problems = (*check_header(lang, entries, text, path), *check_entries(lang, entries, path))
    messages = tuple(e for e in entries if e.id)
    said = {e.key: tuple(f.text for f in e.forms) for e in messages if usable(e)}
    return CatalogueFile(path, Catalogue(lang, said), messages, problems)


def compare(file: CatalogueFile, used: Iterable[UsedMessage]) -> Iterator[Problem]:
    """How a catalogue differs from the messages that templates and program say.

    `missing-message` and `unused-message` are warnings; one or many forms where it must be the other is an error.
    """
    wanted = {m.key: m for m in used}
    there = {e.key for e in file.entries}
    if missing := [m for key, m in wanted.items() if key not in there]:
        yield _missing(file.path, missing)
    for entry in file.entries:
        place = Place(file.path, entry.line)
        if entry.key not in wanted:
            what, todo = "Nobody uses the message “{message}”.", "Run `noticeboard catalogues`, which takes it out."
            yield warning(place, "unused-message", what, todo, message=entry.id)
        elif bool(wanted[entry.key].plural) != bool(entry.plural):
            what = "“{message}” has plural forms in one of catalogue and template, and not in the other."
            todo = "Run `noticeboard catalogues`, then translate it anew."
            yield error(place, "wrong-plurals", what, todo, message=entry.id)


def absent(path: str, lang: str) -> Problem:
    """The one problem of a language that is offered without a catalogue."""
    what = "There is no catalogue for {lang}: its readers get the words of the default language."
    todo = "Make one with `noticeboard catalogues --new {lang}`."
    return warning(Place(path), "missing-catalogue", what, todo, lang=lang)


def _missing(path: str, messages: Sequence[UsedMessage]) -> Problem:
    what = "{count} messages are missing, such as {named}."
    if len(messages) == 1:
        what = "The message {named} is missing."
    todo = "Run `noticeboard catalogues`, then translate what is new."
    return warning(Place(path), "missing-message", what, todo, count=len(messages), named=named(m.id for m in messages))


def _wrong_name(name: str, path: str) -> Problem:
    usual = canonical_case(name.replace("_", "-"))
    todo = "Did you mean {usual}.po?" if is_tag(usual) else "Name it by its language, such as nl.po."
    what = "{name}.po is not named by a language tag, so it is never used."
    return error(Place(path), "wrong-catalogue-name", what, todo, name=name, usual=usual)
