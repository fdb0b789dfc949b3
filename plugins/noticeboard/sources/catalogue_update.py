"""The messages in use and a catalogue -> the updated catalogue, merged and written by Babel.

The same input gives the same bytes: there are no dates, no line numbers and no wrapped texts, and what was written once
is written the same again.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog
from babel.messages.pofile import escape, read_po, write_po

from noticeboard.languages.language_names import language_name
from noticeboard.languages.numbers import plural_forms_header
from noticeboard.sources.catalogue_header import header_fields
from noticeboard.sources.po_reader import read_entries

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from babel.messages.catalog import Message as Merged

    from noticeboard.sources.message_extraction import UsedMessage

_CHARSET = "text/plain; charset=UTF-8"
_TITLE = "# Interface strings of the Noticeboard theme: {}."
_DATES = ("POT-Creation-Date", "PO-Revision-Date")


def template_text(used: Iterable[UsedMessage]) -> str:
    """The template for new catalogues: every message in use, its comments and where it is said."""
    head = _head([_TITLE.format("template")], {"Project-Id-Version": "Noticeboard", **_technical("")})
    return f"{head}\n{_body(_template(used))}"


def updated_text(lang: str, text: str, used: Iterable[UsedMessage]) -> str:
    """A catalogue with exactly the messages in use, in their order, and all translations and remarks that it had.

    `text` is well-formed PO, or "" for a new catalogue. A translation that is no longer in use moves to the end as
    obsolete (`#~`) and comes back when it is used again; nothing is guessed from similar messages. The header states
    the language and its plural forms as CLDR has them.
    """
    remarks, fields, rest = _taken_apart(text)
    title = [_TITLE.format(language_name(lang, "en"))]
    head = _head(remarks or title, {"Project-Id-Version": "Noticeboard", **fields, **_technical(lang)})
    # Babel reads the number of plural forms from the header, and stumbles over languages and dates that it cannot read.
    plurals = _head([], {"Content-Type": _CHARSET, "Plural-Forms": plural_forms_header(lang)})
    catalogue = read_po(io.StringIO(f"{plurals}\n{rest}"), abort_invalid=True)
    template = _template(used)
    _bring_back(catalogue, template)
    catalogue.update(template, no_fuzzy_matching=True, update_creation_date=False)
    for key in [key for key, message in catalogue.obsolete.items() if not any(message.string or ())]:
        del catalogue.obsolete[key]
    return f"{head}\n{_body(catalogue)}"


def _template(used: Iterable[UsedMessage]) -> Catalog:
    template = Catalog()
    for message in used:
        ids = (message.id, message.plural) if message.plural else message.id
        locations = [(location, 0) for location in message.locations]
        template.add(ids, locations=locations, auto_comments=message.notes, context=message.context or None)
    return template


def _bring_back(catalogue: Catalog, template: Catalog) -> None:
    """Makes obsolete messages that are used again messages as before."""
    wanted = {_key(message) for message in template}
    for key, message in list(catalogue.obsolete.items()):
        if _key(message) in wanted and catalogue.get(_key(message)[1], message.context) is None:
            catalogue[message.id] = message
            del catalogue.obsolete[key]


def _key(message: Merged) -> tuple[str | None, str]:
    return message.context, message.id if isinstance(message.id, str) else message.id[0]


def _technical(lang: str) -> dict[str, str]:
    """The header's fields that are not a translator's to choose; "" stands for the template."""
    language = {"Language": lang.replace("-", "_")} if lang else {}
    plurals = {"Plural-Forms": plural_forms_header(lang)} if lang else {}
    encoding = {"MIME-Version": "1.0", "Content-Type": _CHARSET, "Content-Transfer-Encoding": "8bit"}
    return {**language, **encoding, **plurals}


def _head(remarks: Sequence[str], fields: Mapping[str, str]) -> str:
    lines = [escape(f"{name}: {value}\n") for name, value in fields.items()]
    return "\n".join([*remarks, 'msgid ""', 'msgstr ""', *lines, ""])


def _body(catalogue: Catalog) -> str:
    out = io.BytesIO()
    write_po(out, catalogue, width=0, omit_header=True, include_lineno=False)
    return out.getvalue().decode().rstrip("\n") + "\n"


def _taken_apart(text: str) -> tuple[list[str], dict[str, str], str]:
    """The remarks above the header, the header's fields, and all that comes after it."""
    entries, _ = read_entries(text, "")
    header = next((e for e in entries if not e.id and not e.context), None)
    if header is None:
        return [], {}, text
    lines = text.split("\n")
    end = header.line
    while end < len(lines) and lines[end].lstrip().startswith(('"', "msgstr")):
        end += 1
    remarks = [line for line in lines[: header.line - 1] if line.startswith("#") and not line.startswith("#,")]
    fields = {name: value for name, value in header_fields(entries).items() if name not in _DATES}
    return remarks, fields, "\n".join(lines[end:])
