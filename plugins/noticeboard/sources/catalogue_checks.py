"""The messages of one catalogue -> the problems of those that would print wrongly, mislead or be missing."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import islice
from textwrap import shorten
from typing import TYPE_CHECKING

from noticeboard.languages.numbers import plural_categories, plural_index
from noticeboard.model import Location, Problem, error, warning

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from noticeboard.sources.po_reader import PoEntry, PoForm

_PLACEHOLDER = re.compile(r"%\(\w+\)[a-zA-Z]")
_MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>|&(?:[a-zA-Z]+|#\d+|#x[0-9a-fA-F]+);")
_NAMED, _SHOWN = 5, 60
"""How many messages a sentence names, and how many characters of each it shows."""

_NUMBER = "%(num)s"
"""The placeholder that the number of a plural message fills."""


def check_entries(lang: str, entries: Sequence[PoEntry], path: str) -> Iterator[Problem]:
    """The problems of the messages, the header left out; warnings are what a translator still has to do.

    Messages that are not translated are one problem together, at the first of them.
    """
    messages = [e for e in entries if e.id]
    translated = [e for e in messages if any(form.text for form in e.forms)]
    if len(translated) < len(messages):
        yield _untranslated([e for e in messages if not any(form.text for form in e.forms)], path)
    for entry in translated:
        if entry.fuzzy:
            what = "The translation of “{message}” is marked as fuzzy and is not used."
            hint = "Correct it where necessary, then remove the word fuzzy above it."
            yield warning(Location(path, entry.line), "fuzzy-message", what, hint, message=entry.id)
        else:
            yield from _check_entry(lang, entry, path)


def named(messages: Iterable[str]) -> str:
    """The first few messages in quotation marks, long ones cut, for a sentence that cannot name all."""
    return ", ".join(f"“{shorten(m, _SHOWN, placeholder=' …')}”" for m in islice(messages, _NAMED))


def usable(entry: PoEntry) -> bool:
    """Whether a message can be used: all its forms are translated, and it is not fuzzy."""
    return not entry.fuzzy and all(form.text for form in entry.forms)


def _untranslated(entries: Sequence[PoEntry], path: str) -> Problem:
    what = "Messages that are not translated: {count}, such as {named}."
    if len(entries) == 1:
        what = "The message {named} is not translated."
    location, hint = Location(path, entries[0].line), "Write the translation after msgstr."
    messages = named(e.id for e in entries)
    return warning(location, "untranslated-message", what, hint, count=len(entries), named=messages)


def _check_entry(lang: str, entry: PoEntry, path: str) -> Iterator[Problem]:
    yield from _check_plurals(lang, entry, path)
    # Further forms are never shown.
    for number, form in enumerate(entry.forms[: len(plural_categories(lang))]):
        if form.text:
            location = Location(path, form.line)
            yield from _check_placeholders(entry, form, location, alone=_means_one_number(lang, number))
            yield from _check_markup(entry, form, location)
            yield from _check_edges(entry, form, location)


def _check_plurals(lang: str, entry: PoEntry, path: str) -> Iterator[Problem]:
    if not entry.plural:
        return
    categories = plural_categories(lang)
    forms = ", ".join(f"msgstr[{n}] ({c})" for n, c in enumerate(categories))
    hint = "CLDR's plural forms of {lang} are {forms}."
    if len(entry.forms) != len(categories):
        what = "“{message}” has {found} plural forms, and {lang} needs {wanted}."
        counts = {"found": len(entry.forms), "wanted": len(categories)}
        location = Location(path, entry.line)
        yield error(location, "wrong-plurals", what, hint, message=entry.id, lang=lang, forms=forms, **counts)
    for number, form in enumerate(entry.forms):
        if not form.text:
            what, location = "The plural form msgstr[{number}] of “{message}” is empty.", Location(path, form.line)
            yield error(location, "wrong-plurals", what, hint, message=entry.id, lang=lang, forms=forms, number=number)


def _check_placeholders(entry: PoEntry, form: PoForm, location: Location, *, alone: bool) -> Iterator[Problem]:
    """Placeholders that differ from the message's; where the form means one number only, that may go unsaid."""
    known = set(_PLACEHOLDER.findall(entry.id + entry.plural))
    found = set(_PLACEHOLDER.findall(form.text))
    missing = known - found - ({_NUMBER} if alone and entry.plural else set())
    if found - known:
        what = "{strange} is not a placeholder of this message."
        hint = "Write {known} exactly so." if known else "Remove it."
        yield error(location, "wrong-placeholder", what, hint, strange=_listed(found - known), known=_listed(known))
    elif missing:
        what, hint = "The placeholder {missing} is missing.", "Write it exactly so, where its value belongs."
        yield error(location, "wrong-placeholder", what, hint, missing=_listed(missing))
    if (known or entry.plural) and "%" in _PLACEHOLDER.sub("", form.text).replace("%%", ""):
        what = "This % does not begin a placeholder."
        yield error(
            location, "wrong-placeholder", what, "Write %% for the sign itself, and placeholders like %(name)s."
        )


def _check_markup(entry: PoEntry, form: PoForm, location: Location) -> Iterator[Problem]:
    wanted = [Counter(_MARKUP.findall(text)) for text in (entry.id, entry.plural or entry.id)]
    found = Counter(_MARKUP.findall(form.text))
    if found in wanted:
        return
    odd = (found - wanted[-1]) + (wanted[-1] - found)
    what = "The markup differs from that of the msgid: {tags}."
    hint = "Use the same tags as the msgid, each with its end; write characters as they are."
    yield error(location, "wrong-markup", what, hint, tags=_listed(odd))


def _check_edges(entry: PoEntry, form: PoForm, location: Location) -> Iterator[Problem]:
    if _edges(form.text) not in {_edges(entry.id), _edges(entry.plural or entry.id)}:
        what = "The translation begins or ends with other spaces or line breaks than the msgid."
        yield warning(location, "wrong-whitespace", what, "Make beginning and end the same as in the msgid.")


def _edges(text: str) -> tuple[str, str]:
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]


def _listed(words: Iterable[str]) -> str:
    return ", ".join(sorted(words))


@cache
def _means_one_number(lang: str, form: int) -> bool:
    """Whether a plural form is that of one number only, as “one” is in English but not in Latvian (1, 21, 31 …)."""
    return [plural_index(lang, n) for n in range(201)].count(form) == 1
