"""The bytes of a PO or XLIFF file that comes back -> its header and messages, or why it cannot be used."""

from __future__ import annotations

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from typing import TYPE_CHECKING, NamedTuple

from noticeboard.exchange.exchange_header import END, END_WORDS, read_exchange_header
from noticeboard.exchange.xliff_reader import TRANSLATED, is_xliff, read_xliff
from noticeboard.model import Location, Problem, error
from noticeboard.sources.catalogue_header import header_fields, same_language
from noticeboard.sources.po_reader import read_every_entry
from noticeboard.sources.text_decoding import decode

if TYPE_CHECKING:
    from collections.abc import Collection

    from noticeboard.exchange.exchange_header import ExchangeHeader
    from noticeboard.sources.po_reader import PoEntry

AGAIN = "Take the file again from where it came from, or export it again."
_CHARSET = re.compile(
    rb"charset=((?:utf|us-ascii|ascii|iso|latin|windows|cp|koi8|mac|gb|big5|euc|shift|sjis|tis)[-_\w]*)", re.IGNORECASE
)
"""A charset that editors save in; Python has other codecs too, and some of them take long."""
_HEADER = 4000
"""Bytes at the beginning of a PO file in which its charset is looked for."""


class ReceivedFile(NamedTuple):
    """A file as it arrived: its header, its messages, and the problems with single messages."""

    path: str
    header: ExchangeHeader
    entries: tuple[PoEntry, ...]
    problems: tuple[Problem, ...] = ()
    is_xliff: bool = False


def received(
    data: bytes, path: str, translated: Collection[str] = TRANSLATED
) -> tuple[ReceivedFile | None, tuple[Problem, ...]]:
    """The content of the file; None, with the problems, if it cannot be used.

    `translated` are the XLIFF states that count as translated. Problems are those of `text_decoding.decode`,
    `malformed-catalogue`, `damaged-exchange` and `wrong-exchange-language`.
    """
    return _received_xliff(data, path, translated) if is_xliff(data) else _received_po(data, path)


def _received_po(data: bytes, path: str) -> tuple[ReceivedFile | None, tuple[Problem, ...]]:
    text, problems = decode(_as_utf_8(data), path)
    if problems:
        return None, problems
    entries, problems = read_every_entry(text, path)
    stated = header_fields(entries)
    header = read_exchange_header(stated)
    if header is None:
        return None, problems or (_without_header(path),)
    if not same_language(header.lang, stated.get("Language", "")):
        return None, (_other_language(header, stated["Language"], path),)
    said = [entry for entry in entries if entry.id]
    whole = any(_is_end(entry) and _is_whole(entry.forms[0].text) for entry in said)
    kept = [entry for entry in said if not _is_end(entry)]
    if not whole and kept and _is_cut_off(kept[-1], text):
        problems += (_cut_off(path, kept.pop().line),)
    return ReceivedFile(path, header, tuple(kept), problems), ()


def _received_xliff(
    data: bytes, path: str, translated: Collection[str]
) -> tuple[ReceivedFile | None, tuple[Problem, ...]]:
    file, problems = read_xliff(data, path, translated)
    if file is None:
        return None, problems
    header = read_exchange_header(file.fields)
    if header is None:
        return None, (_without_header(path),)
    for lang, stated in zip((header.original, header.lang), file.languages, strict=True):
        if not same_language(lang, stated):
            return None, (_other_language(header, stated, path),)
    return ReceivedFile(path, header, file.entries, problems, is_xliff=True), ()


def _as_utf_8(data: bytes) -> bytes:
    """The bytes of a PO file in UTF-8, converted from the charset that a byte order mark or the header states.

    Bytes that are valid UTF-8 with more than ASCII stay: tools save in UTF-8 and leave the header unchanged.
    """
    found = _CHARSET.search(data[:_HEADER])
    stated = "utf-16" if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else found[1].decode("ascii") if found else ""
    try:
        return data if _is_utf_8(data) or not stated else data.decode(stated).encode()
    except (LookupError, UnicodeError):
        return data


def _is_utf_8(data: bytes) -> bool:
    try:
        return not data.decode().isascii()
    except UnicodeError:
        return False


def _is_end(entry: PoEntry) -> bool:
    return entry.context == END or entry.id == END_WORDS


def _is_whole(text: str) -> bool:
    """Whether the last message of the file is complete; a tool may have translated it."""
    return text == END_WORDS or not END_WORDS.startswith(text)


def _is_cut_off(last: PoEntry, text: str) -> bool:
    """Whether the file may end in the middle of its last translation: tools wrap at spaces and end every line."""
    words = last.forms[-1].text
    return not text.endswith("\n") or (words != words.rstrip() and last.id == last.id.rstrip())


def _without_header(path: str) -> Problem:
    what = "The file does not say which version it belongs to: what begins with X-Noticeboard is missing in it."
    return error(Location(path), "damaged-exchange", what, "Keep the header as `noticeboard export` has written it.")


def _other_language(header: ExchangeHeader, stated: str, path: str) -> Problem:
    what = "The file says that it is in {stated}, but it was exported to be translated from {original} to {lang}."
    hint = "Import the file of that language, or correct its header."
    values = {"stated": stated, "original": header.original, "lang": header.lang}
    return error(Location(path), "wrong-exchange-language", what, hint, **values)


def _cut_off(path: str, line: int) -> Problem:
    what = "The file ends here, and its last message may have been cut off: it was not taken over."
    return error(Location(path, line), "damaged-exchange", what, AGAIN)
