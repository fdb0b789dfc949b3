"""Words of data files as messages; a version states their translations in `labels`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from noticeboard.exchange.units import MAIN, Unit, fingerprint
from noticeboard.sources.front_matter import parse
from noticeboard.sources.front_matter_edit import EditError, set_key
from noticeboard.sources.text_decoding import decode

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from noticeboard.exchange.returned_file import ReturnedFile, ReturnedMessage

LABEL = "label"
"""The kind of these units; their digest is the fingerprint of the word."""


class SplitFile(NamedTuple):
    """What came back of segments, and what came back of labels."""

    segments: ReturnedFile
    labels: tuple[ReturnedMessage, ...]


def label_units(words: Iterable[str], labels: Mapping[str, str]) -> tuple[Unit, ...]:
    """One unit for each word of the data files that an original shows, with what a version says for it."""
    return tuple(
        Unit(LABEL, fingerprint(word), MAIN, 1, word, labels.get(word, ""), "same" if word in labels else "")
        for word in dict.fromkeys(words)
    )


def without_labels(returned: ReturnedFile) -> SplitFile:
    """The file with the messages of segments alone, and those of labels."""
    records = tuple(record for record in returned.header.records if record.kind != LABEL)
    segments = tuple(message for message in returned.messages if message.record.kind != LABEL)
    labels = tuple(message for message in returned.messages if message.record.kind == LABEL)
    return SplitFile(returned._replace(header=returned.header._replace(records=records), messages=segments), labels)


def with_labels(data: bytes, labels: Iterable[ReturnedMessage], *, force: bool) -> bytes:
    """The version's bytes with the labels that came back; what was changed in it since the export stays without force.

    Where the front matter is of a form in which nothing can be changed, it stays as it is.
    """
    stated = parse(decode(data, "")[0], "").values.get("labels")
    old = stated if isinstance(stated, dict) else {}
    new = {m.source: m.target for m in labels if m.done and old.get(m.source) != m.target}
    taken = {word: text for word, text in new.items() if force or _is_as_exported(word, old, labels)}
    if not taken:
        return data
    try:
        return set_key(data, "labels", taken, "translates")
    except EditError:
        return data


def _is_as_exported(word: str, old: Mapping[str, object], labels: Iterable[ReturnedMessage]) -> bool:
    """Whether the version's label for the word is the exported one, or missing."""
    exported = {message.source: message.record.target for message in labels}
    return word not in old or fingerprint(str(old[word])) == exported.get(word)
