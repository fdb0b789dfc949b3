"""What is done with each message that came back: taken over, kept out, or left as it is."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from noticeboard.exchange.block_items import block_items
from noticeboard.exchange.inline_codes import CodedSegment, code_segment
from noticeboard.exchange.lost_markup import emptied, unbalanced
from noticeboard.exchange.paragraph_marks import is_joined, mark_fault, paragraphs, without_join
from noticeboard.exchange.placeholders import fault, numbers, paired_numbers, put_back
from noticeboard.exchange.units import FUZZY, ITEM, MAIN, fingerprint
from noticeboard.markdown.segments.paragraph_breaks import regrouped
from noticeboard.markdown.segments.segment import HEADS
from noticeboard.markdown.source_map.blocks import split
from noticeboard.model import Problem, error, warning
from noticeboard.sources.text_decoding import has_invalid_characters, invalid_characters

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from noticeboard.exchange.placeholders import Placeholder, PlaceholderFault
    from noticeboard.exchange.po_parser import ReturnedMessage
    from noticeboard.exchange.previous_source import PreviousSegment
    from noticeboard.exchange.segment_matcher import MatchedSegment
    from noticeboard.markdown.source_map.link_references import References

_ENTITY = re.compile(r"&(?=#?\w+;)")
_SPECIAL = re.compile(r"\\(?=[\\`*_{}\[\]()>#+\-.!|])")


class MergeDecision(NamedTuple):
    """What becomes of one segment.

    `text` is its new source, None where it stays. `accepted` says that it now translates what the file was made from,
    `open` that something of it is still to be translated or looked at, `kept` that the version's own text stays
    although another came, `known` that the version says already what came, `joined` that it is a part of the paragraph
    before.
    """

    text: str | None = None
    accepted: bool = False
    open: bool = False
    kept: bool = False
    known: bool = False
    joined: bool = False
    problems: tuple[Problem, ...] = ()


def merge_decision(
    parts: Sequence[ReturnedMessage],
    former: PreviousSegment,
    own: MatchedSegment | None,
    references: References,
    *,
    force: bool,
) -> MergeDecision:
    """The decision on a segment: its message, followed by those of its titles."""
    main = parts[0]
    waiting = any(part.waiting for part in parts)
    new = [part for part in parts if part.done and part.changed]
    if not new or not (main.done or not main.asked or (own and own.words.text)):
        return _unchanged(parts, own, waiting=waiting, force=force)
    if own and all(_now(part, own) == part.target for part in new):
        return MergeDecision(accepted=not waiting and (main.done or not main.asked), open=waiting, known=True)
    if former.words is None:
        return MergeDecision(open=True, kept=True, problems=(_unknown(main),))
    if problems := tuple(problem for part in new for problem in _faults(part, own)):
        return MergeDecision(open=True, problems=problems)
    itemised = any(part.record.part <= ITEM for part in parts)
    elsewhere = (main.record.own >= 0 and own is None) or (itemised and own is not None and own.edited)
    if not force and (elsewhere or _edited(new, own)):
        return MergeDecision(open=waiting, kept=True, problems=(_edited_since(new[0]),))
    return _written(parts, former, own, references, waiting=waiting)


def _unchanged(
    parts: Sequence[ReturnedMessage], own: MatchedSegment | None, *, waiting: bool, force: bool
) -> MergeDecision:
    """The decision where no other translation has come: what somebody has looked at is current now."""
    record, said = parts[0].record, [part for part in parts if part.asked]
    released = bool(said) and all(part.done for part in said) and record.how in FUZZY
    stays = (record.own >= 0 and own is None) or (own is not None and own.edited and not force)
    return MergeDecision(accepted=released and not stays, open=waiting)


def _edited(new: Sequence[ReturnedMessage], own: MatchedSegment | None) -> bool:
    """Whether the version says something else by now, and not just what has come."""
    if own is None:
        return False
    texts = [(part, _now(part, own)) for part in new]
    return any(now != part.target and _print(now) != part.record.target for part, now in texts)


def _now(part: ReturnedMessage, own: MatchedSegment) -> str:
    """What the version says there as it is."""
    if part.record.part == MAIN:
        return own.words.text
    if part.record.part <= ITEM:
        return _own_item(part, own)
    return next((mark.title for mark in own.words.marks if mark.id == part.record.part), "")


def _own_item(part: ReturnedMessage, own: MatchedSegment) -> str:
    """The item as the version has it; "" where that still is the original's text."""
    items, number = block_items(part.record.kind, own.words.text), ITEM - part.record.part
    text = items.texts[number] if items and number < len(items.texts) else ""
    # Nothing was translated there when the file was made: the item that is there is the original's.
    return "" if not part.record.target and _print(text) == part.record.source else text


def _text(parts: Sequence[ReturnedMessage], words: CodedSegment, own: MatchedSegment | None) -> str | None:
    """The segment's text with what has come; None where its items do not fit."""
    if any(part.record.part <= ITEM for part in parts):
        return _composed(parts, words, own)
    main = parts[0]
    return main.target if main.done else (own.words.text if own else "") or words.text


def _composed(parts: Sequence[ReturnedMessage], words: CodedSegment, own: MatchedSegment | None) -> str | None:
    """A block with the items that have come in it; None where they do not fit, or not all are there that it needs."""
    came = [part for part in parts if part.record.part <= ITEM]
    mine = own.words.text if own else ""
    items = block_items(parts[0].record.kind, mine or words.text)
    if items is None or len(items.texts) != len(came) or not (own or all(part.done for part in came)):
        return None
    return items.filled([part.target if part.done else text for part, text in zip(came, items.texts, strict=True)])


def _print(text: str) -> str:
    return fingerprint(text) if text else ""


def _written(
    parts: Sequence[ReturnedMessage],
    former: PreviousSegment,
    own: MatchedSegment | None,
    references: References,
    *,
    waiting: bool,
) -> MergeDecision:
    """The segment with the translations that have come in it, or what is wrong with them."""
    words = former.words or CodedSegment("")
    main = parts[0]
    said = _text(parts, words, own)
    if said is None:
        return MergeDecision(open=True, kept=own is not None)
    marks = {mark.id: mark for mark in (*words.marks, *(own.words.marks if own else ()))}
    titles = {part.record.part: part.target for part in parts[1:] if part.done}
    filled = {number: _titled(mark, titles.get(number, "")) for number, mark in marks.items()}
    is_paragraph = main.record.kind == "paragraph"
    said, joined = (without_join(said), is_joined(said)) if is_paragraph else (said, False)
    body = put_back(said, lambda number: filled[number].opening, lambda number: filled[number].closing)
    if main.record.kind in HEADS:
        return _of(main, body, waiting=waiting)
    body = paragraphs(body) if is_paragraph else body
    frame = own.words if own else words
    after = filled[0].closing if 0 in filled else frame.after
    text = f"{frame.before}{body}{after}"
    used = [marks[number] for number in numbers(said) | ({0} & marks.keys())]
    if not (_is_one(main.record.kind, text, former.text) and _holds(main.record.kind, text, used, references)):
        return MergeDecision(open=True, problems=(_misread(main),))
    return _of(main, text, waiting=waiting)._replace(joined=joined)


def _of(main: ReturnedMessage, text: str, *, waiting: bool) -> MergeDecision:
    return MergeDecision(text, accepted=not waiting and (main.done or not main.asked), open=waiting)


def _titled(mark: Placeholder, title: str) -> Placeholder:
    """The mark with another title, which cannot end earlier than it should."""
    if not title or mark.title_start < 0 or title == mark.title:
        return mark
    quote = mark.closing[mark.title_end]
    safe = _SPECIAL.sub(r"\\\g<0>", _ENTITY.sub("&amp;", title)).replace(quote, "&quot;" if quote == '"' else "&#39;")
    return mark._replace(closing=f"{mark.closing[: mark.title_start]}{safe}{mark.closing[mark.title_end :]}")


def _is_one(kind: str, text: str, former: str) -> bool:
    """Whether that text is one block of that kind; what stands behind others may be another without them."""
    found = [block.kind for block in regrouped(split(text, ""), text).blocks]
    return found == [kind] or bool(former and found == [block.kind for block in split(former, "")])


def _holds(kind: str, text: str, used: Iterable[Placeholder], references: References) -> bool:
    """Whether all that is no word is still what it was."""
    found = Counter(mark.key for mark in code_segment(kind, text, references).marks)
    return not Counter(mark.key for mark in used if mark.kind not in ("angle", "break")) - found


def _faults(part: ReturnedMessage, own: MatchedSegment | None) -> Iterator[Problem]:
    """What makes a translation unusable, whatever the version looks like."""
    if has_invalid_characters(part.target):
        for problem in invalid_characters(part.target, part.location.path):
            yield replace(problem, location=part.location)
    mine = own.words.text if own and part.record.part == MAIN else ""
    if misplaced := mark_fault(part.record.kind if part.record.part == MAIN else "", part.target, part.source):
        hint = "Write <split/> between two sentences of a paragraph, and <join/> in front of one."
        yield error(part.location, "broken-translation", misplaced.message, hint, mark=misplaced.mark)
    found = _damage(part.target, part.source)
    if found and mine:
        found = found if _damage(part.target, mine) else None
    if found:
        hint = "Put the placeholders of msgid into msgstr: each once, around the words that it belongs to."
        if found.mark in ("*", "_"):
            hint = "Put the marks of emphasis around the words that they belong to, or a backslash before a mere sign."
        yield error(part.location, "broken-placeholder", found.message, hint, mark=found.mark)


def _damage(target: str, source: str) -> PlaceholderFault | None:
    """What of the markup of a text is not in its translation as it should be."""
    return (
        fault(target, numbers(source), paired_numbers(source)) or emptied(target, source) or unbalanced(target, source)
    )


def _misread(part: ReturnedMessage) -> Problem:
    message = "In the text, this translation would become another kind of block, or several, or lose a link."
    hint = "Remove blank lines, and marks such as # or > at the beginning of a line, that msgid has not."
    return error(part.location, "broken-translation", message, hint)


def _edited_since(part: ReturnedMessage) -> Problem:
    message = "The version's own text was changed after the export, so this translation was not taken over."
    hint = "Export the file again and translate what is new in it, or import it with --force to overwrite that text."
    return warning(part.location, "edited-translation", message, hint)


def _unknown(part: ReturnedMessage) -> Problem:
    message = (
        "The original has changed since the export, and what the placeholders of this message stood for is not known."
    )
    return warning(
        part.location, "outdated-exchange", message, "Export the file again and put the translation into it."
    )
