"""The shape of a text, which all its versions share: the order of its blocks and the number of their words.

A shape is a sequence of literal Markdown and numbers: n stands for n words of which the first has a capital, -n for n
words without one. Filled with words of a language it is a text; figures, links and headings are the same in all
languages.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.words import capitalised, words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from random import Random

Shape = tuple[str | int, ...]

_TABLE = 0.15


def filled(shape: Shape, lang: str, random: Random) -> str:
    """A text of that shape with random words of the language."""
    own = words()[lang]
    parts, last = [], -1
    for part in shape:
        if isinstance(part, str):
            parts.append(part)
            continue
        drawn = []
        for _ in range(abs(part)):
            # A word that is repeated would be a warning.
            last = (last + random.randrange(1, len(own))) % len(own)
            drawn.append(own[last])
        words_drawn = " ".join(drawn)
        parts.append(capitalised(words_drawn) if part > 0 else words_drawn)
    return "".join(parts)


def title(random: Random, number: int) -> Shape:
    """A title of 4 to 6 words that ends with the announcement's number, so that all titles differ."""
    return random.randint(4, 6), f" {number}"


def summary(random: Random) -> Shape:
    """Two sentences."""
    return (*_sentence(random), " ", *_sentence(random))


def survey_body(random: Random, links: Sequence[str]) -> Shape:
    """The text of a survey: about 320 words, with placeholders for the questionnaire's address and the deadline."""
    asked: Shape = ("\n\n", 6, " [", -2, "]({survey}), ", -4, " []({deadline}).")
    return (*_opening(random), *_section(random, links[:1]), *asked, *_section(random, links[1:]), *_closing(random))


def plain_body(random: Random, links: Sequence[str]) -> Shape:
    """The text of any other announcement: about 300 words."""
    return (*_opening(random), *_section(random, links[:1]), *_section(random, links[1:]), *_closing(random))


def _opening(random: Random) -> Shape:
    return (*_paragraph(random, 3), "\n\n", *_paragraph(random, 4))


def _closing(random: Random) -> Shape:
    return (*_heading(random), *_paragraph(random, 2), "\n\n", 2, " **", -2, "** ", -5, ".")


def _section(random: Random, links: Sequence[str]) -> Shape:
    """A heading, paragraphs, and a list or table, with a sentence for each link."""
    blocks: Shape = (*_heading(random), *_paragraph(random, 3), *_either(random), "\n\n", *_paragraph(random, 2))
    for link in links:
        blocks += (" ", 3, " [", -3, f"]({link}).")
    return blocks


def _either(random: Random) -> Shape:
    if random.random() < _TABLE:
        return _table(random)
    marker: Callable[[int], str] = random.choice((lambda _: "- ", lambda n: f"{n + 1}. "))
    items: Shape = ("\n",)
    for number in range(random.randint(3, 5)):
        items += ("\n" + marker(number), -random.randint(4, 9))
    return items


def _table(random: Random) -> Shape:
    rows: Shape = ("\n\n| ", 1, " | ", 2, " | ", 1, " |\n|---|---|---|")
    for _ in range(4):
        rows += ("\n| ", 2, f" | {random.randint(10, 990)} | ", -2, " |")
    return rows


def _heading(random: Random) -> Shape:
    return "\n\n## ", random.randint(2, 5), "\n\n"


def _paragraph(random: Random, sentences: int) -> Shape:
    found: Shape = _sentence(random)
    for _ in range(sentences - 1):
        found += (" ", *_sentence(random))
    return found


def _sentence(random: Random) -> Shape:
    head = random.randint(5, 9)
    forms: tuple[Shape, ...] = (
        (head, "."),
        (head, ", ", -random.randint(3, 7), "."),
        (head, ": ", -4, ", ", -2, ", ", -2, "."),
        (head, ' "', 3, '" ', -2, "."),
        (head, "?"),
    )
    return random.choice(forms)
