"""Decides for each returned message whether its translation is used."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from noticeboard.exchange.block_items import block_items
from noticeboard.exchange.inline_codes import CodedSegment, code_segment
from noticeboard.exchange.merge_problems import edited_since, misread, translation_faults, unknown_placeholders
from noticeboard.exchange.paragraph_marks import is_joined, paragraphs, without_join
from noticeboard.exchange.placeholders import numbers, put_back
from noticeboard.exchange.units import FUZZY, ITEM, MAIN, fingerprint
from noticeboard.markdown.segments.paragraph_breaks import regrouped
from noticeboard.markdown.segments.segment import HEADS
from noticeboard.markdown.source_map.blocks import split

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from noticeboard.exchange.placeholders import Placeholder
    from noticeboard.exchange.previous_source import PreviousSegment
    from noticeboard.exchange.returned_file import ReturnedMessage
    from noticeboard.exchange.segment_matcher import MatchedSegment
    from noticeboard.markdown.source_map.link_references import References
    from noticeboard.model import Problem

_ENTITY = re.compile(r"&(?=#?\w+;)")
_SPECIAL = re.compile(r"\\(?=[\\`*_{}\[\]()>#+\-.!|])")


class MergeDecision(NamedTuple):
    """The decision on one segment.

    * `text` is its new source, None if it stays.
    * `accepted`: it now translates the source that the file was made from.
    * `open`: somebody still has to translate or review part of it.
    * `kept`: the version's text stays although the file has another.
    * `known`: the version already has this text.
    * `joined`: it continues the paragraph before it.
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
    """The decision on a segment; `parts` are its message and those of its titles."""
    main = parts[0]
    waiting = any(part.waiting for part in parts)
    new = [part for part in parts if part.done and part.changed]
    if not new or not (main.done or not main.asked or (own and own.words.text)):
        return _unchanged(parts, own, waiting=waiting, force=force)
    if own and all(_now(part, own) == part.target for part in new):
        return MergeDecision(accepted=not waiting and (main.done or not main.asked), open=waiting, known=True)
    if former.words is None:
        return MergeDecision(open=True, kept=True, problems=(unknown_placeholders(main),))
    if problems := tuple(problem for part in new for problem in translation_faults(part, own)):
        return MergeDecision(open=True, problems=problems)
    itemised = any(part.record.part <= ITEM for part in parts)
    elsewhere = (main.record.own >= 0 and own is None) or (itemised and own is not None and own.edited)
    if not force and (elsewhere or _edited(new, own)):
        return MergeDecision(open=waiting, kept=True, problems=(edited_since(new[0]),))
    return _written(parts, former, own, references, waiting=waiting)


def _unchanged(
    parts: Sequence[ReturnedMessage], own: MatchedSegment | None, *, waiting: bool, force: bool
) -> MergeDecision:
    """The decision if no new translation came: what somebody has reviewed counts as current."""
    record, said = parts[0].record, [part for part in parts if part.asked]
    released = bool(said) and all(part.done for part in said) and record.how in FUZZY
    stays = (record.own >= 0 and own is None) or (own is not None and own.edited and not force)
    return MergeDecision(accepted=released and not stays, open=waiting)


def _edited(new: Sequence[ReturnedMessage], own: MatchedSegment | None) -> bool:
    """Whether the version was edited since the export, to another text than the one that came."""
    if own is None:
        return False
    texts = [(part, _now(part, own)) for part in new]
    return any(now != part.target and _print(now) != part.record.target for part, now in texts)


def _now(part: ReturnedMessage, own: MatchedSegment) -> str:
    """The segment's current text in the version."""
    if part.record.part == MAIN:
        return own.words.text
    if part.record.part <= ITEM:
        return _own_item(part, own)
    return next((mark.title for mark in own.words.marks if mark.id == part.record.part), "")


def _own_item(part: ReturnedMessage, own: MatchedSegment) -> str:
    """The item's current text in the version; "" if that is still the original's text."""
    items, number = block_items(part.record.kind, own.words.text), ITEM - part.record.part
    text = items.texts[number] if items and number < len(items.texts) else ""
    # Nothing was translated at the time of the export, so the item in the version is the original's.
    return "" if not part.record.target and _print(text) == part.record.source else text


def _text(parts: Sequence[ReturnedMessage], words: CodedSegment, own: MatchedSegment | None) -> str | None:
    """The segment's text with the translations in it; None if its items do not fit."""
    if any(part.record.part <= ITEM for part in parts):
        return _composed(parts, words, own)
    main = parts[0]
    return main.target if main.done else (own.words.text if own else "") or words.text


def _composed(parts: Sequence[ReturnedMessage], words: CodedSegment, own: MatchedSegment | None) -> str | None:
    """The block with the translated items in it; None if their number differs, or a new block lacks one."""
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
    """The decision with the segment's new text, or with the problem that keeps it out."""
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
        return MergeDecision(open=True, problems=(misread(main),))
    return _of(main, text, waiting=waiting)._replace(joined=joined)


def _of(main: ReturnedMessage, text: str, *, waiting: bool) -> MergeDecision:
    return MergeDecision(text, accepted=not waiting and (main.done or not main.asked), open=waiting)


def _titled(mark: Placeholder, title: str) -> Placeholder:
    """The placeholder with another title, whose quotation marks are escaped."""
    if not title or mark.title_start < 0 or title == mark.title:
        return mark
    quote = mark.closing[mark.title_end]
    safe = _SPECIAL.sub(r"\\\g<0>", _ENTITY.sub("&amp;", title)).replace(quote, "&quot;" if quote == '"' else "&#39;")
    return mark._replace(closing=f"{mark.closing[: mark.title_start]}{safe}{mark.closing[mark.title_end :]}")


def _is_one(kind: str, text: str, former: str) -> bool:
    """Whether `text` parses as exactly one block of `kind`, or as the same blocks as `former`.

    `former` is taken by itself too: its neighbours can change how it parses.
    """
    found = [block.kind for block in regrouped(split(text, ""), text).blocks]
    return found == [kind] or bool(former and found == [block.kind for block in split(former, "")])


def _holds(kind: str, text: str, used: Iterable[Placeholder], references: References) -> bool:
    """Whether every placeholder is still in the text."""
    found = Counter(mark.key for mark in code_segment(kind, text, references).marks)
    return not Counter(mark.key for mark in used if mark.kind not in ("angle", "break")) - found
