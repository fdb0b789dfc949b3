"""How current a version is: which text it translates, what has changed since, what is left to translate."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticeboard.markdown.segments.segment import passages, segments_of
from noticeboard.markdown.segments.stamps import stamp
from noticeboard.markdown.source_map.blocks import split
from noticeboard.site.translation_state import (
    TranslationState,
    VersionState,
    changed_segments,
    original_of,
    version_state,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from noticeboard.markdown.source_map.blocks import Block
    from noticeboard.site import Announcement

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 12, 1)
HEAD = "---\ntitle: School starts soon\npublished: 2023-01-10\ndeadline: 2023-02-19\n{keys}---\n\n"
TEXT = "It starts on Monday.\n\n## Who\n\nAll pupils come.\n\n    code that nobody translates\n"
FACTS = "languages: [en, nl, sv]\n"
DUTCH = "Het begint maandag.\n\n## Wie\n\nAlle leerlingen komen.\n\n    code that nobody translates\n"


@pytest.fixture
def versions(link_site: Callable) -> Callable[..., Announcement]:
    """An announcement of these versions: `versions(en="…", nl="…")`."""

    def make(**texts: str) -> Announcement:
        linked = link_site({f"surveys/a/{lang}.md": text for lang, text in texts.items()}, today=TODAY)
        return linked.site.every["surveys/a"]

    return make


def english(text: str = TEXT, keys: str = FACTS) -> str:
    """The original."""
    return HEAD.format(keys=keys) + text


def stamped(announcement: Announcement) -> str:
    """The key that stamps a translation with the announcement's English text."""
    return f'translates: {{language: en, digest: "{stamp(original_of(announcement, "en").segments)}"}}\n'


def translation(key: str, text: str = DUTCH, title: str = "De school begint") -> str:
    """A Dutch version."""
    return f"---\ntitle: {title}\n{key}---\n\n{text}"


def test_a_version_stamped_with_the_text_as_it_is_is_current(versions: Callable) -> None:
    """Nothing has changed and nothing is left to do."""
    key = stamped(versions(en=english()))
    assert version_state(versions(en=english(), nl=translation(key)), "nl", TODAY) == VersionState(
        "nl", TranslationState.CURRENT, "en", 0, 5, 0
    )


def test_an_outdated_version_knows_its_segments_and_words(versions: Callable) -> None:
    """One paragraph reworded, one added, one removed: three segments, and the words of those that are there."""
    key = stamped(versions(en=english()))
    text = "It starts on Tuesday.\n\n## Who\n\n    code that nobody translates\n\nA new paragraph of six words.\n"
    announcement = versions(en=english(text), nl=translation(key))
    assert version_state(announcement, "nl", TODAY) == VersionState("nl", TranslationState.OUTDATED, "en", 3, 5, 10)


@pytest.mark.parametrize(
    "edit",
    [
        {"deadline: 2023-02-19": "deadline: 2024-02-19"},
        {"deadline: 2023-02-19": "opens: 2023-01-20\ndeadline: 2023-02-19"},
        {"published: 2023-01-10": "duration: 15\npublished: 2023-01-10"},
        {"\n\n": "\n\n\n"},
        {"starts on": "starts\non"},
        {"title: School": "# a comment\ntitle:   School"},
        {"\n": "\r\n"},
    ],
)
def test_what_all_languages_share_outdates_none(versions: Callable, edit: dict[str, str]) -> None:
    """A moved deadline, another fact, comments and wrapping leave every translation current."""
    key = stamped(versions(en=english()))
    head, text = english().split("---\n\n", 1)
    for old, new in edit.items():
        head, text = head.replace(old, new), text.replace(old, new)
    changed = f"{head}---\n\n{text}"
    assert changed != english()
    assert version_state(versions(en=changed, nl=translation(key)), "nl", TODAY).state == TranslationState.CURRENT


def test_a_version_whose_text_is_the_originals_is_not_current(versions: Callable) -> None:
    """Only its title was translated: the rest is to be done, whatever the stamp says."""
    key = stamped(versions(en=english()))
    state = version_state(versions(en=english(), nl=translation(key, TEXT)), "nl", TODAY)
    assert state == VersionState("nl", TranslationState.OUTDATED, "en", 3, 5, sum(state_words(versions)))


def state_words(versions: Callable) -> list[int]:
    """The words of the original's blocks but for code."""
    return [s.words for s in versions(en=english()).sources[0].segments if s.kind in ("paragraph", "heading")]


@pytest.mark.parametrize("key", ["translates: en\n", 'translates: {language: en, digest: "v2:x"}\n'])
def test_no_stamp_or_one_of_another_kind_is_unstamped(versions: Callable, key: str) -> None:
    """What nobody knows is never called outdated."""
    found = version_state(versions(en=english(), nl=translation(key)), "nl", TODAY)
    assert found == VersionState("nl", TranslationState.UNSTAMPED, "en", 0, 5, 0)


def test_an_original_is_an_original(versions: Callable) -> None:
    """It has segments and nothing to do."""
    assert version_state(versions(en=english()), "en", TODAY) == VersionState(
        "en", TranslationState.ORIGINAL, "", 0, 5, 0
    )


@pytest.mark.parametrize(
    ("keys", "state", "expected"),
    [
        (FACTS, TranslationState.MISSING, None),
        (f"{FACTS}expected: {{nl: 2026-12-01}}\n", TranslationState.EXPECTED, date(2026, 12, 1)),
        (f"{FACTS}expected: {{nl: 2026-11-30}}\n", TranslationState.LATE, date(2026, 11, 30)),
    ],
)
def test_a_version_that_is_not_there(
    versions: Callable, keys: str, state: TranslationState, expected: date | None
) -> None:
    """It is missing, or promised, or later than promised; all words are to be translated."""
    found = version_state(versions(en=english(keys=keys)), "nl", TODAY)
    assert found == VersionState("nl", state, "en", 5, 5, 15, expected)


def test_a_version_that_nobody_wants(versions: Callable) -> None:
    """What `languages` leaves out is nothing to do."""
    assert version_state(versions(en=english(keys="languages: [en]\n")), "nl", TODAY) == VersionState(
        "nl", TranslationState.UNWANTED
    )


@pytest.mark.parametrize(
    ("title", "text", "words"),
    [
        ("School starts soon", TEXT, 11),
        ("De school begint", TEXT, 8),
        ("De school begint", DUTCH, 0),
        ("De school begint", DUTCH.replace("Alle leerlingen komen.", "All pupils come."), 3),
    ],
)
def test_a_draft_counts_what_still_stands_in_it_untranslated(
    versions: Callable, title: str, text: str, words: int
) -> None:
    """A draft that holds the original's words wants them translated; code is the same in every language."""
    key = f"{stamped(versions(en=english()))}status: draft\n"
    found = version_state(versions(en=english(), nl=translation(key, text, title)), "nl", TODAY)
    assert found == VersionState("nl", TranslationState.DRAFT, "en", 0, 5, words)


def test_a_draft_counts_what_has_changed_since_too(versions: Callable) -> None:
    """A reworded paragraph is to be translated again, in a draft as in any version."""
    key = f"{stamped(versions(en=english()))}status: draft\n"
    announcement = versions(en=english(TEXT.replace("Monday", "Tuesday")), nl=translation(key))
    assert version_state(announcement, "nl", TODAY) == VersionState("nl", TranslationState.DRAFT, "en", 1, 5, 4)


def test_changes_of_an_unstamped_version_are_unknown(versions: Callable) -> None:
    """None is not the same as no change."""
    announcement = versions(en=english(), nl=translation("translates: en\n"))
    assert changed_segments(announcement.sources[1], announcement.sources[0]) is None


def test_the_text_to_translate_is_the_fallback(versions: Callable) -> None:
    """Of two originals the default language's one is translated, unless another is asked for."""
    announcement = versions(sv=english(), en=english())
    assert [original_of(announcement, lang).lang for lang in ("", "en", "sv")] == ["en", "en", "sv"]
    assert original_of(announcement, "nl") is None


WORDS = st.lists(st.sampled_from(["word", "“quoted”", "[link](../b/)", "*strong*", "it's", "½", "Ελλάδα"]), min_size=1)


@given(paragraphs=st.lists(WORDS, min_size=1, max_size=6), cuts=st.randoms(use_true_random=False))
def test_reflowing_changes_no_stamp(paragraphs: list[list[str]], cuts: object) -> None:
    """Wherever the lines of paragraphs are broken, the stamp is the same."""
    plain = "\n\n".join(" ".join(words) for words in paragraphs)
    reflowed = "\n\n\n".join("".join(w + cuts.choice([" ", "\n", "  "]) for w in words) for words in paragraphs)
    stamps = {stamp(segments_of(passages((), split(text, "", 1)))) for text in (plain, reflowed, f"\n{plain}\n")}
    assert len(stamps) == 1


@given(paragraphs=st.lists(WORDS, min_size=2, max_size=6), data=st.data())
def test_a_word_more_changes_one_segment(paragraphs: list[list[str]], data: st.DataObject) -> None:
    """Exactly the segment that was changed has another digest."""
    number = data.draw(st.integers(0, len(paragraphs) - 1))
    other = [[*words, "more"] if location == number else words for location, words in enumerate(paragraphs)]
    then, now = (
        segments_of(passages((), split("\n\n".join(" ".join(words) for words in text), "", 1)))
        for text in (paragraphs, other)
    )
    assert [
        location for location, pair in enumerate(zip(then, now, strict=True)) if pair[0].digest != pair[1].digest
    ] == [number]


def reformatted(text: str, random: Random) -> str:
    """The text with other line breaks in its paragraphs, other bullets, quotation marks and headings."""
    bullet, blank = random.choice("*+-"), "\n" * random.randint(1, 3)

    def other(block: Block) -> str:
        if block.kind == "paragraph":
            first, *words = block.text.replace("“", '"').replace("”", '"').split()
            return first + "".join(random.choice(" \n" if word[0].isalpha() else " ") + word for word in words)
        if block.kind == "list":
            return re.sub(r"^[*+-](?= )", bullet, block.text, flags=re.MULTILINE)
        if block.kind == "heading" and block.level == 2:
            return random.choice([block.text, f"{block.text} ##", f"{block.text.removeprefix('## ')}\n-----"])
        return block.text

    return f"\n{blank}".join(other(block) for block in split(text, "")) + blank


@given(random=st.randoms(use_true_random=False))
@pytest.mark.parametrize("path", sorted((ROOT / "content").glob("*/*/en.md")), ids=lambda path: path.parent.name)
def test_reformatting_a_whole_text_changes_no_stamp(path: Path, random: Random) -> None:
    """Every paragraph reflowed, bullets, quotation marks and headings written otherwise: nobody is outdated."""
    text = path.read_text(encoding="utf-8").split("---\n", 2)[2]
    other = reformatted(text, random)
    before, after = (stamp(segments_of(passages((), split(one, "")))) for one in (text, other))
    assert after == before
