"""The header of a catalogue: its charset, its language and its plural forms against what the file is."""

from __future__ import annotations

import re
from gettext import c2py
from typing import TYPE_CHECKING

from noticeboard.languages.numbers import plural_categories, plural_forms_header
from noticeboard.languages.tags import canonical_case, shortened
from noticeboard.model import Location, Problem, error, warning

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from noticeboard.sources.po_reader import PoEntry

_CHARSET = re.compile(r"charset\s*=\s*([^\s;]+)", re.IGNORECASE)
_PLURAL_FORMS = re.compile(r"\s*nplurals\s*=\s*(\d+)\s*;\s*plural\s*=\s*([^;]+);?\s*")
_UTF_8 = ("utf-8", "utf8")
_NUMBERS = (*range(201), 1_000_000)
"""Whole numbers that tell the plural rules of all languages apart."""


def header_fields(entries: Sequence[PoEntry]) -> dict[str, str]:
    """The fields of the header by their names; empty if there is no header."""
    header = next((e for e in entries if not e.id and not e.context), None)
    lines = header.forms[0].text.split("\n") if header else []
    pairs = (line.partition(":") for line in lines if ":" in line)
    return {name.strip(): value.strip() for name, _, value in pairs}


def check_header(lang: str, entries: Sequence[PoEntry], text: str, path: str) -> Iterator[Problem]:
    """The problems of the header: `wrong-charset`, `wrong-catalogue-language`, `wrong-plural-header`.

    An absent field is not a problem, except for plural forms whose order the header does not state.
    """
    fields = header_fields(entries)

    def location(name: str) -> Location:
        lines = [n for n, line in enumerate(text.split("\n"), start=1) if line.lstrip().startswith(f'"{name}:')]
        return Location(path, lines[0] if lines else 1)

    charset = _CHARSET.search(fields.get("Content-Type", ""))
    if charset and charset[1].lower() not in (*_UTF_8, "charset"):
        message = "The header says that this file is saved as {charset}."
        hint = "Save the file as UTF-8 and write charset=UTF-8 here."
        yield error(location("Content-Type"), "wrong-charset", message, hint, charset=charset[1])
    if not same_language(lang, fields.get("Language", "")):
        message = "The header says that this is the language {stated}, the file's name that it is {lang}."
        hint = "Write {lang} here, or rename the file."
        yield error(
            location("Language"), "wrong-catalogue-language", message, hint, stated=fields["Language"], lang=lang
        )
    yield from _check_plural_forms(lang, fields.get("Plural-Forms", ""), entries, location("Plural-Forms"))


def same_language(lang: str, value: str) -> bool:
    """Whether the header's language is the file's, or one of the two is the other with a country or script."""
    stated = canonical_case(value.replace("_", "-"))
    return not stated or stated in shortened(lang) or lang in shortened(stated)


def same_plural_forms(lang: str, value: str) -> bool:
    """Whether a Plural-Forms value gives every number the form that CLDR gives it in that language."""
    ours, theirs = (_PLURAL_FORMS.fullmatch(v) for v in (plural_forms_header(lang), value))
    if ours is None or theirs is None or ours[1] != theirs[1]:
        return False
    try:
        chosen, given = c2py(ours[2]), c2py(theirs[2])
        return all(chosen(n) == given(n) for n in _NUMBERS)
    except (ValueError, ArithmeticError):
        return False


def _check_plural_forms(lang: str, value: str, entries: Sequence[PoEntry], location: Location) -> Iterator[Problem]:
    if same_plural_forms(lang, value) or not (value or any(e.plural for e in entries)):
        return
    hint = "Put the forms in this order: {categories}. Then write: Plural-Forms: {header}"
    values = {"categories": ", ".join(plural_categories(lang)), "header": plural_forms_header(lang), "lang": lang}
    if value:
        message = "The header's plural forms are not those of CLDR for {lang}."
        yield error(location, "wrong-plural-header", message, hint, **values)
    else:
        message = "The header does not say which plural forms there are."
        yield warning(location, "wrong-plural-header", message, hint, **values)
