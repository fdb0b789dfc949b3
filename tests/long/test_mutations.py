"""Ten thousand damaged texts and some huge ones: each ends in a site or in problems, and soon."""

from __future__ import annotations

import random
import signal
from contextlib import contextmanager
from datetime import date, datetime, time
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from msgspec.structs import replace

from noticeboard.checks.address_collisions import collisions
from noticeboard.checks.rule_runner import site_findings, text_findings
from noticeboard.checks.suppression import silenced
from noticeboard.model import Vocabulary
from noticeboard.pages.listings.listing_order import ListingOrder
from noticeboard.pages.output_paths import output_paths
from noticeboard.report import as_groups, as_sarif
from noticeboard.settings import Settings
from noticeboard.site import build_site
from noticeboard.site.references import unjoined_problems
from noticeboard.site.version_parser import parse_source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from noticeboard.markdown.render.engine import Engine
    from noticeboard.site.version_parser import ParsedVersion

pytestmark = pytest.mark.long

CONTENT = Path(__file__).resolve().parents[2] / "content"
TEXTS = sorted(CONTENT.glob("*/*/*.md"))
VOCABULARIES = ["audience", "key_competences", "tags"]
ROUNDS, EACH = 100, 100
SECONDS = 30
"""Of processor time, which does not depend on other work on the machine; most texts take milliseconds."""

PIECES = [
    *("---\n", "\n", "\n\n", "  ", "\t", ": ", "- ", "> ", "# ", "#### ", "* ", "1. ", "|", "|---|---|\n", "```\n"),
    *("    ", "[", "]", "(", ")", "](", "![](", "{", "}", "{survey}", "{deadline}", "{#a}", "[^1]", "[^1]: a\n"),
    *("*[A]: a\n", "<", ">", "<b>", "</b>", "<script>", "<!--", "&", "&amp;", "&#0;", "`", "*", "**", "_", "__", "~"),
    *("\\", '"', "'", "„", "“", "*a", "&a", "!a", "@", "%", "? ", "{a: b}", "[a, b]", "title: ", "deadline: "),
    *("ignore: {a: b}\n", "2023-02-31", "0x1F", "\u0000", "\u200b", "\u202e", "\u2028", "\ufdd0", "\ufdd1", "\ufeff"),
    *("\U0001f600", "e\u0301", "\u0430", "1l", "O0", " ", "[x](../y/)", "[x](#y)", "[x](nl.md#z)", "87 %"),
    *("[x](https://example.org/%zz)", "![a](b.jpg){credit=c}", "19 February 2023"),
]
SHAPES = ["a\n: b\n", "_a ", "`` ` ", "a|", "<div>", "## a\n\n", "- a\n", "> a\n\n", "[a]: b\n", "[a][b] "]


@contextmanager
def within(seconds: int) -> Iterator[None]:
    """Raises TimeoutError if the block takes longer; this stops what hangs and measures nothing."""

    def stop(*_: object) -> None:
        message = f"still running after {seconds} s"
        raise TimeoutError(message)

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def mutated(data: bytes, chance: random.Random) -> bytes:
    """The text with one to eight changes: bytes, pieces, and lines removed, added, moved or repeated."""
    for _ in range(chance.randint(1, 8)):
        lines = data.split(b"\n")
        at, other = chance.randrange(len(lines)), chance.randrange(len(lines))
        location = chance.randrange(len(data) + 1)
        piece = chance.choice(PIECES).encode() * chance.choice([1, 1, 1, 2, 30])
        kind = chance.randrange(8)
        if kind == 0:
            data = data[:location] + piece + data[location:]
        elif kind == 1:
            data = data[:location] + data[location + chance.randint(1, 40) :]
        elif kind == 2:
            data = data[:location] + bytes([chance.randrange(256)]) + data[location + 1 :]
        elif kind == 3:
            lines[at], lines[other] = lines[other], lines[at]
            data = b"\n".join(lines)
        elif kind == 4:
            data = b"\n".join([*lines[:at], *lines[at + 1 :]])
        elif kind == 5:
            data = b"\n".join([*lines[:at], *[lines[other]] * chance.choice([1, 2, 40]), *lines[at:]])
        elif kind == 6:
            data = data[:location]
        else:
            lines[at] = piece + lines[at]
            data = b"\n".join(lines)
    return data


@pytest.fixture(scope="module")
def read(engine: Engine) -> Callable[[bytes, str], ParsedVersion]:
    """Parses a text and runs the rules of text."""

    def parse(data: bytes, path: str) -> ParsedVersion:
        parsed = parse_source(data, path, VOCABULARIES, engine)
        found = text_findings(parsed.written) if parsed.written else ()
        assert parsed.source or parsed.problems, path
        return replace(parsed, problems=parsed.problems + found, written=None)

    return parse


def checked(parsed: dict[str, ParsedVersion]) -> None:
    """Links texts into a site, runs the other rules, and prints every problem in each format."""
    sources = [p.source for p in parsed.values() if p.source]
    sources += [p.partial.source for p in parsed.values() if p.partial and p.partial.joins]
    today = date(2026, 12, 1)
    lists = tuple(Vocabulary(name, ()) for name in VOCABULARIES)
    site, problems = build_site(Settings(), sources, lists, {}, today)
    apart = (p.partial.source for p in parsed.values() if p.partial and not p.partial.joins)
    problems_apart = (unjoined_problems(source, site.every, site) for source in apart)
    midnight = datetime.combine(today, time.min, ZoneInfo(site.settings.time_zone))
    claims = output_paths(
        replace(site, announcements=site.every), ListingOrder(midnight, ZoneInfo(site.settings.time_zone))
    )
    found = (*problems, *site_findings(site), *chain.from_iterable(problems_apart), *collisions(claims))
    found += tuple(x for p in parsed.values() for x in p.problems)
    told = silenced(found, {path: p.ignored for path, p in parsed.items()})
    assert as_groups(told, {}, str).endswith(".\n")
    assert as_sarif(told, str, "1.0.0").startswith("{")


@pytest.mark.parametrize("number", range(ROUNDS))
def test_a_damaged_text_ends_in_a_site_or_a_problem(read: Callable, number: int) -> None:
    """Without a traceback and without hanging."""
    chance = random.Random(number)  # noqa: S311 - the same mutations in every run
    parsed = {}
    for _ in range(EACH):
        path = chance.choice(TEXTS)
        name = path.relative_to(CONTENT).as_posix()
        with within(SECONDS):
            parsed[name] = read(mutated(path.read_bytes(), chance), name)
    with within(SECONDS):
        checked(parsed)


HEAD = b"---\ntitle: T\npublished: 2023-01-10\n---\n\n"
HUGE = {
    "ten megabytes": HEAD + b"Mentors help new teachers with their first lessons. " * 200_000,
    "ten megabytes of front matter": b"---\n" + b"title: T\n" * 1_100_000,
    "two hundred levels": HEAD + b"".join(b"    " * n + b"- a\n" for n in range(200)),
    "two hundred levels in a line": HEAD + b"- " * 200 + b"a\n",
    "two hundred levels of front matter": b"---\ntags: " + b"[" * 200 + b"]" * 200 + b"\n---\n",
    **{f"nothing but {piece!r}": HEAD + (piece.encode() * 200_000)[:190_000] for piece in (*PIECES, *SHAPES)},
}


@pytest.mark.parametrize("name", HUGE)
def test_a_huge_text_ends_soon(read: Callable, name: str) -> None:
    """Ten megabytes, two hundred levels, and every piece of markup repeated to the limit."""
    with within(SECONDS):
        checked({"news/a/en.md": read(HUGE[name], "news/a/en.md")})
