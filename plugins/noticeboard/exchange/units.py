"""An original and its translation -> the messages to translate, with the existing translations."""

from __future__ import annotations

from base64 import b32encode
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from noticeboard.exchange.alignment import OriginalSegment, aligned
from noticeboard.exchange.block_items import block_items
from noticeboard.exchange.inline_codes import CodedSegment, code_segment
from noticeboard.exchange.placeholder_pairing import paired
from noticeboard.exchange.placeholders import numbers, renumbered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from noticeboard.exchange.alignment import Match
    from noticeboard.exchange.block_items import BlockItems
    from noticeboard.exchange.placeholders import Placeholder
    from noticeboard.exchange.version_document import VersionDocument

MAIN = -1
"""The part of a segment that is its words; other parts are titles, by the numbers of their placeholders."""

ITEM = -2
"""The part of a block's first item; that of each next one is one less."""

FUZZY = ("changed", "unstamped")
"""The values of `how` for translations that need a look."""


class Pending(NamedTuple):
    """A translation that is not in the version yet; whether it needs a look, and whether a machine made it."""

    text: str
    fuzzy: bool
    machine: bool = False


class Unit(NamedTuple):
    """A segment of the original, or the title of a link or picture in it, with its translation.

    * `source` is "" if there is nothing to translate, `target` is "" if nothing is translated.
    * `how` is a Match's, and `own` its segment ("" and -1 without one).
    * `previous` is what the translation was made from, "" if not known.
    * A list, table or list of definitions has no `source`: the units of its items follow it, the first with the part
      ITEM, the next with one less. `whole` is the translation of the whole block.
    * `draft` says that the version is a draft.
    * `pending` is a translation in an earlier file that is not in the version yet.
    """

    kind: str
    digest: str
    part: int
    line: int
    source: str
    target: str = ""
    how: str = ""
    own: int = -1
    previous: str = ""
    marks: tuple[Placeholder, ...] = ()
    whole: str = ""
    draft: bool = False
    pending: Pending | None = None

    @property
    def shown(self) -> str:
        """The translation that translators see; "" if there is none."""
        return self.pending.text if self.pending else self.target

    @property
    def fuzzy(self) -> bool:
        """Whether somebody must check that the translation still fits."""
        return self.pending.fuzzy if self.pending else bool(self.target) and self.how in FUZZY


def units(
    original: VersionDocument, translation: VersionDocument | None, before: Mapping[str, str]
) -> tuple[Unit, ...]:
    """One unit per segment of the original, each followed by the units of its titles.

    `before` maps digests of former segments to their source, as far as it is known.
    """
    pairs = zip(original.passages, original.digests, strict=True)
    shape = [OriginalSegment(passage.kind, digest, passage.text) for passage, digest in pairs]
    matches: Sequence[Match | None] = aligned(shape, translation, before) if translation else [None] * len(shape)
    return tuple(
        unit
        for number, match in enumerate(matches)
        for unit in _of_segment(original, number, translation, match, before)
    )


def _of_segment(
    original: VersionDocument,
    number: int,
    translation: VersionDocument | None,
    match: Match | None,
    before: Mapping[str, str],
) -> Iterator[Unit]:
    passage, digest, source = original.passages[number], original.segments[number].digest, original.coded(number)
    unit = Unit(passage.kind, digest, MAIN, passage.line, source.text if source.says else "", marks=source.marks)
    given = CodedSegment("")
    if match and translation is not None:
        given = own_words(translation, match.segment, digest, source)
        known = {mark.id for mark in source.marks}
        further = tuple(mark for mark in given.marks if mark.id not in known)
        unit = unit._replace(how=match.how, own=match.segment, marks=(*source.marks, *further), draft=translation.draft)
        unit = unit._replace(previous=_previous(original, passage.kind, source, match, before))
    items = _items(unit, source, given) if source.says else ()
    if items:
        yield unit._replace(source="", previous="", whole=given.text)
        yield from items
    else:
        yield unit._replace(target=given.text) if source.says else unit
    titles = {mark.id: mark.title for mark in given.marks}
    for mark in source.marks:
        if mark.title:
            target = titles.get(mark.id, "")
            yield unit._replace(part=mark.id, source=mark.title, target=target, previous="", marks=())


def _previous(
    original: VersionDocument, kind: str, source: CodedSegment, match: Match, before: Mapping[str, str]
) -> str:
    """The former source of a changed segment; "" if it is not known or differs in nothing that is shown."""
    former = before.get(match.then, "") if match.how == "changed" else ""
    previous = code_segment(kind, former, original.references).text if former else ""
    return previous if previous != source.text else ""


def _items(unit: Unit, source: CodedSegment, given: CodedSegment) -> tuple[Unit, ...]:
    """The units of a block's items; none if it has none, or its translation has another number of them."""
    texts = block_items(unit.kind, source.text)
    own = block_items(unit.kind, given.text)
    if texts is None or (given.text and (own is None or len(own.texts) != len(texts.texts))):
        return ()
    previous = block_items(unit.kind, unit.previous)
    before = previous.texts if previous and len(previous.texts) == len(texts.texts) else ()
    return tuple(_item(unit, number, text, own, before) for number, text in enumerate(texts.texts))


def _item(unit: Unit, number: int, text: str, own: BlockItems | None, before: Sequence[str]) -> Unit:
    """One item: what has changed in the others is nothing to it."""
    target = own.texts[number] if own else ""
    same = bool(before) and before[number] == text
    return unit._replace(
        part=ITEM - number,
        source=text,
        target="" if unit.draft and target == text else target,
        how="same" if same else unit.how,
        previous="" if same or not before else before[number],
        marks=tuple(mark for mark in unit.marks if mark.id in numbers(text)),
    )


def has_unassigned_text(found: Iterable[Unit], translation: VersionDocument) -> bool:
    """Whether a translation has a text that belongs to nothing in the original as far as is known."""
    return bool(translation.blocks) and all(unit.own < translation.heads for unit in found)


def own_words(translation: VersionDocument, number: int, digest: str, source: CodedSegment | None) -> CodedSegment:
    """A segment of the translation with its placeholders numbered as in the original with that digest.

    In a draft, words that still equal the original's count as untranslated, so they become ""; so do titles.
    """
    found = translation.coded(number)
    marks = source.marks if source else ()
    new = paired(marks, found.marks)
    text, own = renumbered(found.text, new), [mark._replace(id=new[mark.id]) for mark in found.marks]
    if translation.draft and source is not None:
        titles = {mark.id: mark.title for mark in marks}
        text = "" if text == source.text and translation.segments[number].digest == digest else text
        own = [mark._replace(title="") if mark.title == titles.get(mark.id) else mark for mark in own]
    return found._replace(text=text, marks=tuple(own))


def fingerprint(text: str) -> str:
    """Eight hex digits that identify the text."""
    return b32encode(blake2b(text.encode(), digest_size=5).digest()).decode().lower()


def contexts(found: Iterable[Unit]) -> tuple[str, ...]:
    """A context for each unit: unique, and the same as long as its source is."""
    sources = ((unit, fingerprint(unit.source) if unit.part <= ITEM else "") for unit in found)
    return contexts_of((unit.kind, source or unit.digest, unit.part) for unit, source in sources)


def contexts_of(found: Iterable[tuple[str, str, int]]) -> tuple[str, ...]:
    """The same for units given as (kind, digest, part); an item's digest is the fingerprint of its text."""
    seen: dict[str, int] = {}
    names = []
    for kind, digest, part in found:
        name = f"{kind} item {digest}" if part <= ITEM else f"{kind} {digest}"
        name += f" title {part}" if part > MAIN else ""
        seen[name] = seen.get(name, 0) + 1
        names.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return tuple(names)
