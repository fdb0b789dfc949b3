"""The messages of one catalogue -> what would print wrongly, mislead or be missing."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import islice
from textwrap import shorten
from typing import TYPE_CHECKING

from noticeboard.languages.numbers import plural_categories, plural_index
from noticeboard.model import Place, Problem, error, warning

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from noticeboard.sources.po import Entry, Form

_PLACEHOLDER = re.compile(r"%\(\w+\)[a-zA-Z]")
_MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>|&(?:[a-zA-Z]+|#\d+|#x[0-9a-fA-F]+);")
_NAMED, _SHOWN = 5, 60
"""How many messages a sentence names, and how many characters of each it shows."""

_NUMBER = "%(num)s"
"""The placeholder that the number of a plural message fills."""


def check_entries(lang: str, entries: Sequence[Entry], path: str) -> Iterator[Problem]:
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
            todo = "Mend it where need be, then remove the word fuzzy above it."
            yield warning(Place(path, entry.line), "fuzzy-message", what, todo, message=entry.id)
        else:
            yield from _check_entry(lang, entry, path)


def named(messages: Iterable[str]) -> str:
    """The first few messages in quotation marks, long ones cut, for a sentence that cannot name all."""
    return ", ".join(f"“{shorten(m, _SHOWN, placeholder=' …')}”" for m in islice(messages, _NAMED))


def usable(entry: Entry) -> bool:
    """Whether a message can be said: it is translated in all its forms, and no longer marked for revision."""
    return not entry.fuzzy and all(form.text for form in entry.forms)


def _untranslated(entries: Sequence[Entry], path: str) -> Problem:
    what = "{count} messages are not translated, such as {named}."
    if len(entries) == 1:
        what = "The message {named} is not translated."
    place, todo = Place(path, entries[0].line), "Write the translation behind msgstr."
    messages = named(e.id for e in entries)
    return warning(place, "untranslated-message", what, todo, count=len(entries), named=messages)


def _check_entry(lang: str, entry: Entry, path: str) -> Iterator[Problem]:
    yield from _check_plurals(lang, entry, path)
    for number, form in enumerate(entry.forms):
        if form.text:
            place = Place(path, form.line)
            yield from _check_placeholders(entry, form, place, alone=_means_one_number(lang, number))
            yield from _check_markup(entry, form, place)
            yield from _check_edges(entry, form, place)


def _check_plurals(lang: str, entry: Entry, path: str) -> Iterator[Problem]:
    if not entry.plural:
        return
    categories = plural_categories(lang)
    forms = ", ".join(f"msgstr[{n}] ({c})" for n, c in enumerate(categories))
    todo = "CLDR's plural forms of {lang} are {forms}."
    if len(entry.forms) != len(categories):
        what = "“{message}” has {found} plural forms, and {lang} needs {wanted}."
        counts = {"found": len(entry.forms), "wanted": len(categories)}
        place = Place(path, entry.line)
        yield error(place, "wrong-plurals", what, todo, message=entry.id, lang=lang, forms=forms, **counts)
    for number, form in enumerate(entry.forms):
        if not form.text:
            what, place = "The plural form msgstr[{number}] of “{message}” is empty.", Place(path, form.line)
            yield error(place, "wrong-plurals", what, todo, message=entry.id, lang=lang, forms=forms, number=number)


def _check_placeholders(entry: Entry, form: Form, place: Place, *, alone: bool) -> Iterator[Problem]:
    """Placeholders that differ from the message's; where the form means one number only, that may go unsaid."""
    known = set(_PLACEHOLDER.findall(entry.id + entry.plural))
    found = set(_PLACEHOLDER.findall(form.text))
    missing = known - found - ({_NUMBER} if alone and entry.plural else set())
    if found - known:
        what = "{strange} is no placeholder of this message."
        todo = "Write {known} exactly so." if known else "Remove it."
        yield error(place, "wrong-placeholder", what, todo, strange=_listed(found - known), known=_listed(known))
    elif missing:
        what, todo = "The placeholder {missing} is missing.", "Write it exactly so, where its value belongs."
        yield error(place, "wrong-placeholder", what, todo, missing=_listed(missing))
    if (known or entry.plural) and "%" in _PLACEHOLDER.sub("", form.text).replace("%%", ""):
        what = "A % stands here that begins no placeholder."
        yield error(place, "wrong-placeholder", what, "Write %% for the sign itself, and placeholders like %(name)s.")


def _check_markup(entry: Entry, form: Form, place: Place) -> Iterator[Problem]:
    wanted = [Counter(_MARKUP.findall(text)) for text in (entry.id, entry.plural or entry.id)]
    found = Counter(_MARKUP.findall(form.text))
    if found in wanted:
        return
    odd = (found - wanted[-1]) + (wanted[-1] - found)
    what = "The markup differs from that of the msgid: {tags}."
    todo = "Use the same tags as the msgid, each with its end; write characters as they are."
    yield error(place, "wrong-markup", what, todo, tags=_listed(odd))


def _check_edges(entry: Entry, form: Form, place: Place) -> Iterator[Problem]:
    if _edges(form.text) not in {_edges(entry.id), _edges(entry.plural or entry.id)}:
        what = "The translation begins or ends with other spaces or line breaks than the msgid."
        yield warning(place, "wrong-whitespace", what, "Make beginning and end the same as in the msgid.")


def _edges(text: str) -> tuple[str, str]:
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]


def _listed(words: Iterable[str]) -> str:
    return ", ".join(sorted(words))


@cache
def _means_one_number(lang: str, form: int) -> bool:
    """Whether a plural form is that of one number only, as “one” is in English but not in Latvian (1, 21, 31 …)."""
    return [plural_index(lang, n) for n in range(201)].count(form) == 1
