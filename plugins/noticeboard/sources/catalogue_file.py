"""The bytes of a PO file -> the catalogue in it, the lines of its messages, and its problems."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from noticeboard.languages.tags import canonical_case, is_tag
from noticeboard.languages.typography import set_typography
from noticeboard.model import Location, Problem, Stored, error, has_error, warning
from noticeboard.sources.catalogue import Catalogue, Key
from noticeboard.sources.catalogue_checks import check_entries, named, usable
from noticeboard.sources.catalogue_header import check_header
from noticeboard.sources.po_reader import read_entries
from noticeboard.sources.text_decoding import decode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from noticeboard.sources.message_extraction import UsedMessage


class CatalogueFile(Stored, frozen=True):
    """One PO file as it was read, by its absolute path; `problems` are those of the file alone.

    `lines` holds the line of every message, also of those that are untranslated or fuzzy and so not in the catalogue;
    `plurals` names those with plural forms, and `fuzzy` counts the translations that are to be revised.
    """

    path: str
    catalogue: Catalogue
    lines: Mapping[Key, int]
    plurals: frozenset[Key]
    fuzzy: int
    problems: tuple[Problem, ...]

    @property
    def broken(self) -> bool:
        """Whether something in it would print wrongly or mislead."""
        return has_error(self.problems)


def read_catalogue(lang: str, data: bytes, path: str) -> CatalogueFile:
    """The catalogue of a PO file, in the language that names the file.

    Messages are in the language's typography. Problems are those of the file's name, its bytes, its header and its
    messages; it is read as far as it can be.
    """
    text, problems = decode(data, path)
    entries, malformed = read_entries(text, path)
    problems += malformed
    if not is_tag(lang):
        problems += (_wrong_name(lang, path),)
    elif not problems:
        problems = (*check_header(lang, entries, text, path), *check_entries(lang, entries, path))
    messages = tuple(e for e in entries if e.id)
    return CatalogueFile(
        path,
        Catalogue(lang, {e.key: tuple(_typeset(f.text, lang) for f in e.forms) for e in messages if usable(e)}),
        {e.key: e.line for e in messages},
        frozenset(e.key for e in messages if e.plural),
        sum(e.fuzzy and any(f.text for f in e.forms) for e in messages),
        problems,
    )


def _typeset(message: str, lang: str) -> str:
    """The message in the typography of its language, as all texts are."""
    return set_typography(message, lang) if is_tag(lang) else message


def compare(file: CatalogueFile, used: Iterable[UsedMessage]) -> Iterator[Problem]:
    """How a catalogue differs from the messages that templates and program say.

    `missing-message` and `unused-message` are warnings; one or many forms where it must be the other is an error.
    """
    wanted = {m.key: m for m in used}
    if missing := unheard(file, wanted.values()):
        yield _missing(file.path, missing, "Run `noticeboard catalogues`, then translate what is new.")
    for key, line in file.lines.items():
        location = Location(file.path, line)
        if key not in wanted:
            what, hint = "Nobody uses the message “{message}”.", "Run `noticeboard catalogues`, which takes it out."
            yield warning(location, "unused-message", what, hint, message=key[1])
        elif bool(wanted[key].plural) != (key in file.plurals):
            what = "“{message}” has plural forms in one of catalogue and template, and not in the other."
            hint = "Run `noticeboard catalogues`, then translate it again."
            yield error(location, "wrong-plurals", what, hint, message=key[1])


def unheard(file: CatalogueFile, used: Iterable[UsedMessage]) -> list[UsedMessage]:
    """The messages that a catalogue does not have."""
    return [message for message in used if message.key not in file.lines]


def untranslated_problem(path: str, messages: Sequence[UsedMessage]) -> Problem:
    """The problem of messages that a platform's own templates say, and its own catalogue does not translate yet."""
    return _missing(path, messages, "Translate what your templates say in this file.")


def absent(path: str, lang: str) -> Problem:
    """The one problem of a language that is offered without a catalogue."""
    what = "There is no catalogue for {lang}: its readers get the words of the default language."
    hint = "Make one with `noticeboard catalogues --new {lang}`."
    return warning(Location(path), "missing-catalogue", what, hint, lang=lang)


def _missing(path: str, messages: Sequence[UsedMessage], hint: str) -> Problem:
    what = "Messages that are missing: {count}, such as {named}."
    if len(messages) == 1:
        what = "The message {named} is missing."
    return warning(
        Location(path), "missing-message", what, hint, count=len(messages), named=named(m.id for m in messages)
    )


def _wrong_name(name: str, path: str) -> Problem:
    usual = canonical_case(name.replace("_", "-"))
    hint = "Did you mean {usual}.po?" if is_tag(usual) else "Name it by its language, such as nl.po."
    what = "{name}.po is not named by a language tag, so it is never used."
    return error(Location(path), "wrong-catalogue-name", what, hint, name=name, usual=usual)
