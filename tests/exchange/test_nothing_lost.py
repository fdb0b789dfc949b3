"""An import without --force loses no word of a version, whatever the version and the file look like."""

from __future__ import annotations

import io
import re
from random import Random
from typing import TYPE_CHECKING, NamedTuple

import pytest
from babel.messages.pofile import read_po, write_po
from exchange_texts import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from returned_files import parse_returned

from noticeboard.exchange.exchange_header import END
from noticeboard.exchange.import_result import import_result
from noticeboard.exchange.placeholders import TOKEN
from noticeboard.exchange.po_writer import po_text
from noticeboard.exchange.units import units
from noticeboard.exchange.version_document import read_version_document

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ENGLISH, DUTCH = "surveys/a/en.md", "surveys/a/nl.md"

FORMS = (
    "{0} says.",
    "{0} goes\non.",
    "See [{0}](../b/ 'T{0}') now.",
    "*{0}* and `c{0}`.",
    "By [{0}]({{deadline}}).",
    "## {0}",
    "## {0} {{#id{0}}}",
    "- {0}\n- also {0}",
    "1. {0}\n    - in {0}",
    "| {0} | b |\n|---|---|\n| x | y{0} |",
    "> {0}",
    '![{0}](a.png "C{0}"){{credit="N{0}"}}',
    "```\n{0}\n```",
    "[^1]: {0}",
    "Term\n:   {0}",
    "<div>\n{0}\n</div>",
    "<!-- {0} -->",
    "[r{0}]: https://example.org/{0}",
    "---",
)
"""Blocks with one word each."""


class Case(NamedTuple):
    """An original and its version at the time of the export, and both at the time of the import."""

    original: str
    version: str
    original_then: str
    version_then: str


class _Story:
    """Makes texts with unique words; `choose` picks one of several things."""

    def __init__(self, choose: Callable[[Sequence[object]], object]) -> None:
        self._choose = choose
        self._number = 0

    def one_of(self, *options: object) -> object:
        return self._choose(options)

    def maybe(self) -> bool:
        return bool(self.one_of(0, 1))

    def word(self, language: str) -> str:
        self._number += 1
        return f"{language}{self._number}x"

    def block(self, language: str, form: object = None) -> tuple[str, str]:
        """A form and its block."""
        chosen = str(form or self.one_of(*FORMS))
        return chosen, chosen.format(self.word(language))

    def blocks(self, language: str) -> list[tuple[str, str]]:
        return [self.block(language) for _ in range(int(str(self.one_of(*range(7)))))]

    def translated(self, blocks: Sequence[tuple[str, str]], language: str) -> list[tuple[str, str]]:
        """The blocks in the other language, some of them copied, split, merged, missing, moved or additional."""
        found: list[tuple[str, str]] = []
        for form, text in blocks:
            what = self.one_of("same", "same", "same", "copied", "split", "gone", "other", "added", "first")
            if what == "copied":
                found.append((form, text))
            elif what == "first":
                found.insert(0, self.block(language, form))
            elif what != "gone":
                found.append(self.block(language, None if what == "other" else form))
                found += [self.block(language, form)] if what == "split" else []
                found += [self.block(language)] if what == "added" else []
        return found

    def edited(self, blocks: Sequence[tuple[str, str]], language: str) -> list[tuple[str, str]]:
        """The blocks after somebody edited them."""
        found: list[tuple[str, str]] = []
        for form, text in blocks:
            what = self.one_of("same", "same", "same", "same", "changed", "gone", "added", "first")
            if what == "changed":
                found.append(
                    (form, f"{text} {self.word(language)}" if form == FORMS[0] else form.format(self.word(language)))
                )
            elif what == "first":
                found.insert(0, (form, text))
            elif what != "gone":
                found.append((form, text))
                found += [self.block(language)] if what == "added" else []
        return found

    def heads(self, language: str) -> list[str]:
        """Lines of front matter with comments."""
        comment = self.one_of("", f" # {self.word(language)}")
        lines = [f"title: {self.word(language)}{comment}"]
        if self.maybe():
            lines.append(
                self.one_of("summary: {0}", "summary: >\n  {0}\n  says", "# {0}\nsummary: '{0}'").format(
                    self.word(language)
                )
            )
        if self.maybe():
            lines.append(f'image_alt: "{self.word(language)}"')
        return lines


def written(heads: Sequence[str], blocks: Sequence[tuple[str, str]]) -> str:
    """The file of a version."""
    return "---\n" + "".join(f"{line}\n" for line in heads) + "---\n\n" + "\n\n".join(text for _, text in blocks) + "\n"


def a_case(choose: Callable[[Sequence[object]], object]) -> Case:
    """Two texts of different shapes, stamped in some way or not at all, and their later states."""
    story = _Story(choose)
    heads, blocks = story.heads("en"), story.blocks("en")
    original = written(heads, blocks)
    own_heads, own = story.heads("nl"), story.translated(blocks, "nl")
    others = story.edited(blocks, "en")
    kind = story.one_of("none", "none", "fits", "other", "short", "former")
    stamped = {
        "fits": original,
        "other": written(own_heads, own),
        "short": written(heads, blocks[1:]),
        "former": written(heads, others),
    }.get(str(kind))
    translates = "translates: en # by hand"
    if stamped is not None:
        digests = "-".join(read_version_document(stamped.encode(), ENGLISH).digests)
        translates = f'translates: {{language: en, digest: "v1:{digests}"}}'
    state = [translates, *(["status: draft # yet"] if story.maybe() else [])]
    then = story.edited(own, "nl") if story.maybe() else own
    heads_then = story.heads("nl") if story.maybe() else own_heads
    return Case(
        original,
        written([*own_heads, *state], own),
        written(heads, others) if story.maybe() else original,
        written([*heads_then, *state], then),
    )


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Cases that shrink to the smallest one that fails."""
    return a_case(lambda options: draw(st.sampled_from(options)))


WORK = ("keep", "confirm", "anew", "empty", "mark")
ACTIONS = st.lists(st.sampled_from(WORK), min_size=1, max_size=12)
_WORD = re.compile(r"\w+")
_RECORD = re.compile(r"/(-?\d+)/([a-z2-7]{8}|)/([a-z2-7]{8}|)(?= |\\n)")


def worked_on(po: str, actions: Sequence[str]) -> tuple[str, set[str]]:
    """The file after a translator's actions, and the words that they replaced."""
    catalogue = read_po(io.StringIO(po))
    gone: set[str] = set()
    for number, message in enumerate(m for m in catalogue if m.id and m.context != END):
        action = actions[number % len(actions)]
        if action == "anew":
            gone |= set(_WORD.findall(str(message.string)))
            message.string = anew(str(message.string or message.id))
        elif action == "empty":
            message.string = ""
        if action in ("confirm", "anew"):
            message.flags.discard("fuzzy")
        elif action == "mark":
            message.flags.add("fuzzy")
    out = io.BytesIO()
    write_po(out, catalogue, width=0, omit_header=True)
    return po[: po.index("\n\n") + 2] + out.getvalue().decode(), gone


def anew(text: str) -> str:
    """Another translation with the same placeholders and marks."""
    at, pieces = 0, []
    for token in TOKEN.finditer(text):
        pieces += [_WORD.sub(r"\g<0>q", text[at : token.start()]), token[0]]
        at = token.end()
    return "".join([*pieces, _WORD.sub(r"\g<0>q", text[at:])])


def own_words(text: str) -> set[str]:
    """The words that somebody wrote in a version: all but the stamp, which imports renew."""
    return set(_WORD.findall(re.sub(r"(?m)^(translates|status): [^#\n]*", "", text)))


def loses_nothing(case: Case, actions: Sequence[str], tamper: Callable[[str], str] = str) -> None:
    """Promises that every word is in the folder afterwards, except those of messages with new translations."""
    original = read_version_document(case.original.encode(), ENGLISH)
    version = read_version_document(case.version.encode(), DUTCH)
    po, gone = worked_on(po_text(units(original, version, {}), DUTCH, original), actions)
    returned, problems = parse_returned(tamper(po).encode(), "nl.po")
    assert problems == ()
    assert returned is not None
    data = case.version_then.encode()
    taken = import_result(returned, read_version_document(case.original_then.encode(), ENGLISH), data, {})
    after = data if taken.data is None else taken.data
    # Words that a version copied from its original are msgids of the file.
    there = own_words(after.decode()) | own_words(case.original)
    assert own_words(case.version_then) - there - gone == set()


@given(cases(), ACTIONS)
@examples(60, long=200)
def test_no_word_of_a_version_is_lost(case: Case, actions: Sequence[str]) -> None:
    """Whatever its shape, its stamp and its edits in the meantime."""
    loses_nothing(case, actions)


@pytest.mark.long
@given(st.integers(0, 2**64))
@settings(max_examples=10_000)
def test_no_word_is_lost_in_ten_thousand_imports(seed: int) -> None:
    """The same for ten thousand pairs of texts; these are cheaper because each is made from one number."""
    chance = Random(seed)  # noqa: S311 - it makes texts, not secrets
    loses_nothing(a_case(chance.choice), chance.choices(WORK, k=chance.randint(1, 12)))


@given(cases(), ACTIONS, st.integers(-1, 9))
@examples(30, long=100)
def test_no_word_is_lost_to_a_file_with_wrong_places(case: Case, actions: Sequence[str], location: int) -> None:
    """The file claims for every segment that it was elsewhere."""
    loses_nothing(case, actions, lambda po: _RECORD.sub(rf"/{location}/\2/\3", po))


def test_a_confirmed_title_leaves_the_text_of_another_shape_alone() -> None:
    """An unstamped version that has more paragraphs than its original keeps its text."""
    english = "---\ntitle: A\n---\n\nOne.\n\nTwo.\n\n## Then\n"
    dutch = "---\ntitle: B\ntranslates: en\n---\n\nEen.\n\nTwee.\n\nDrie.\n\n## Dan\n"
    case = Case(english, dutch, english, dutch)
    loses_nothing(case, ["confirm", "keep", "keep", "keep", "keep"])
