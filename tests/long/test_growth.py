"""Time grows linearly with a text's length: each construct is repeated 1, 2 and 4 times as often."""

from __future__ import annotations

import gc
import sys
import tomllib
from datetime import date
from functools import partial
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING

import pytest
from returned_files import parse_returned

from noticeboard.checks.rule_runner import site_findings, text_findings
from noticeboard.exchange.import_result import import_result
from noticeboard.exchange.po_writer import po_text
from noticeboard.exchange.received_file import received
from noticeboard.exchange.units import units
from noticeboard.exchange.version_document import read_version_document
from noticeboard.exchange.xliff_reader import read_xliff
from noticeboard.languages.leading_sentences import excerpt
from noticeboard.markdown.render.typography_extension import typeset_text
from noticeboard.markdown.segments.stamps import changes
from noticeboard.model import Vocabulary
from noticeboard.report import as_groups
from noticeboard.settings import Settings
from noticeboard.settings_reader import read_settings
from noticeboard.site import build_site
from noticeboard.site.version_parser import parse_source
from noticeboard.sources.catalogue_file import read_catalogue
from noticeboard.sources.data_files import read_data
from noticeboard.sources.svg import svg_problems
from noticeboard.sources.vocabulary import read_vocabulary
from noticeboard.sources.yaml12 import load

if TYPE_CHECKING:
    from collections.abc import Callable

    from noticeboard.markdown.render.engine import Engine

pytestmark = pytest.mark.long

CONSTRUCTS = tomllib.loads((Path(__file__).parent / "growth.toml").read_text(encoding="utf-8"))
TODAY = date(2026, 12, 1)
LONGEST = 32_000
"""The number of characters in the longest text of a construct."""
FLOOR = 0.08
"""Seconds that the longest text may always take: shorter times say nothing about growth."""
MOST = 2.5**2
"""How many times as long a text four times as long may take: 2.5 per doubling, where linear time takes 2."""
TRIES = 4

HEAD = "---\ntitle: T\npublished: 2023-01-10\n---\n\n"
TRANSLATED = "---\ntitle: T\npublished: 2023-01-10\ntranslates: en\n---\n\n"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'
PO = r"""msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

"""

XLIFF = (
    '<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">'
    '<file source-language="en" target-language="nl"><body>…</body></file></xliff>'
)


def check_texts(texts: dict[str, str], engine: Engine) -> None:
    """Does what `noticeboard check` does with the versions of an announcement."""
    data = {path: text.encode() for path, text in texts.items()}
    parsed = [parse_source(data[path], path, ["audience"], engine) for path in data]
    found = [p for one in parsed for p in (*one.problems, *(text_findings(one.written) if one.written else ()))]
    sources = [one.source for one in parsed if one.source]
    site, problems = build_site(Settings(), sources, (Vocabulary("audience", ()),), {}, TODAY)
    as_groups((*found, *problems, *site_findings(site)), texts, str)


def work(kind: str, text: str, engine: Engine) -> None:
    """Reads and checks the text, as what its kind says it is."""
    if kind == "markdown":
        check_texts(
            {"news/a/en.md": HEAD + text, "news/a/nl.md": TRANSLATED + text, "news/a/sv.md": f"{TRANSLATED}Ja.\n"},
            engine,
        )
    elif kind == "front_matter":
        check_texts({"news/a/en.md": f"---\n{text}\n---\n\nA.\n"}, engine)
    else:
        READERS[kind](text)


def exchange(text: str) -> None:
    """Exports an untranslated version, imports it unchanged, and exports the result."""
    document = read_version_document((HEAD + text).encode(), "news/a/en.md")
    sent = po_text(units(document, None, {}), "news/a/nl.md", document).replace('msgstr ""\n\n', 'msgstr "a"\n\n')
    returned, _ = parse_returned(sent.encode(), "nl.po")
    if returned is None:  # more than a file may hold, which is told
        return
    taken = import_result(returned, document, None, {})
    changed = read_version_document(f"{HEAD}New.\n\n{text}".encode(), "news/a/en.md")
    version = read_version_document(taken.data, "news/a/nl.md") if taken.data else None
    po_text(units(changed, version, {}), "news/a/nl.md", changed)


def lead(text: str) -> None:
    """Takes the beginning of a text, and sets it."""
    excerpt(text)
    typeset_text(text, "fr")


READERS: dict[str, Callable[[str], object]] = {
    "vocabulary": lambda text: read_vocabulary("tags", load(text, "vocabularies/tags.yml")),
    "platform": lambda text: read_settings(Settings(), load("", "pelicanconf.py"), load(text, "platform.yml")),
    "catalogue": lambda text: read_catalogue("nl", (PO + text).encode(), "nl.po"),
    "csv": lambda text: read_data(text.encode(), "news/a/a.csv"),
    "svg": lambda text: svg_problems(f"{SVG}{text}</svg>".encode(), "news/a/a.svg"),
    "title": lead,
    "po": lambda text: received((PO + text).encode(), "nl.po"),
    "xliff": lambda text: read_xliff(XLIFF.replace("…", text).encode(), "nl.xlf"),
    "exchange": exchange,
    "stamped": lambda text: changes([*text], [*reversed(text), "x", *text[1:]]),
}


def repeated(construct: str | dict[str, str], length: int) -> str:
    """A text of about that length: the repeated construct, with what must come before and after it."""
    parts = {"each": construct} if isinstance(construct, str) else construct
    each = parts["each"]
    many = "".join(each.replace("№", str(n)) for n in range(length // len(each)))
    return f"{parts.get('before', '')}{many}{parts.get('after', '')}"


def forget() -> None:
    """Empties caches of parsed blocks, so that a text takes as long as the first time."""
    modules = [module for name, module in sys.modules.items() if name.startswith("noticeboard.markdown.")]
    for kept in (value for module in modules for value in vars(module).values() if hasattr(value, "cache_clear")):
        kept.cache_clear()


def seconds(act: Callable[[], None]) -> float:
    """The processor seconds of a call without garbage collection, as in `noticeboard check`."""
    forget()
    gc.collect()
    gc.disable()
    try:
        before = process_time()
        act()
        return process_time() - before
    finally:
        gc.enable()


@pytest.mark.parametrize(
    ("kind", "name"), [pytest.param(k, n, id=f"{k}: {n}") for k, names in CONSTRUCTS.items() for n in names]
)
def test_time_grows_linearly(engine: Engine, kind: str, name: str) -> None:
    """Four times as many repetitions take at most 2.5 x 2.5 times as long."""
    lengths = LONGEST // 4, LONGEST // 2, LONGEST
    acts = [partial(work, kind, repeated(CONSTRUCTS[kind][name], length), engine) for length in lengths]
    best = [seconds(act) for act in acts]
    for _ in range(TRIES):
        if best[2] < FLOOR or best[2] <= MOST * best[0]:
            break
        best = [min(known, seconds(act)) for known, act in zip(best, acts, strict=True)]
    assert best[2] < FLOOR or best[2] <= MOST * best[0], best
