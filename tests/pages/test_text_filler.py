"""The slots of a text, filled for the reader."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from noticeboard.model import Text
from noticeboard.pages.text_filler import heading_ids
from noticeboard.pages.views.text_view import Figure, Html
from noticeboard.site import FileFacts

if TYPE_CHECKING:
    from collections.abc import Callable

    from noticeboard.settings import Settings

PICTURE = FileFacts("surveys/a/p.jpg", "00", 1, 60, 40, fault="")
HEAD = "---\ntitle: T\npublished: 2023-01-10\ndeadline: 2023-02-19\nsurvey: https://example.org/s?l={lang}&a=b\n"


def text(body: str, keys: str = "") -> str:
    """A version with this text."""
    return f"{HEAD}{keys}---\n\n{body}\n"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("[b](../b/)", '<a href="/nl/surveys/b/">b</a>'),
        ("[b](../b/sv.md#part)", '<a href="/nl/surveys/b/#part">b</a>'),
        ("[c](../c/)", '<a href="/sv/surveys/c/" hreflang="sv">c</a>'),
        ("[c](../c/#part)", '<a href="/sv/surveys/c/#part" hreflang="sv">c</a>'),
        ("[l](../)", '<a href="/nl/surveys/">l</a>'),
        ("[f](../../)", '<a href="/nl/">f</a>'),
        ("[p](#part)", '<a href="#part">p</a>'),
        ("[q]({survey})", '<a href="https://example.org/s?l=nl&amp;a=b">q</a>'),
        ("[q](de%20vragen.pdf)", '<a href="/media/surveys/a/de%20vragen.00.pdf">q (PDF, 1\u202fkB)</a>'),
        ("[w](https://example.org/?a=b&c=d)", '<a href="https://example.org/?a=b&amp;c=d">w</a>'),
        ("[op de 19e]({deadline})", '<time datetime="2023-02-19">op de 19e</time>'),
        ("[]({deadline})", '<time datetime="2023-02-19">19 februari 2023</time>'),
    ],
)
def test_links_lead_to_the_readers_language(make_pages: Callable, body: str, expected: str) -> None:
    """Otherwise to the existing version, marked with hreflang."""
    files = {
        "surveys/a/nl.md": text(f"{body} [p](de%20vragen.pdf)"),
        "surveys/b/sv.md": text("Text."),
        "surveys/c/sv.md": text("Text.", "languages: [sv]\n"),
    }
    lead = make_pages(files, FileFacts("surveys/a/de vragen.pdf", "00", 1))["nl/surveys/a/"].prose.lead
    assert str(lead).partition(" <a")[0] == expected


def test_links_of_a_borrowed_text_lead_to_the_readers_language(make_pages: Callable) -> None:
    """On a Swedish fallback page they lead to Swedish pages; dates stay Dutch like the text."""
    files = {"surveys/a/nl.md": text("[b](../b/) []({deadline}) [q]({survey})"), "surveys/b/sv.md": text("Text.")}
    assert make_pages(files)["sv/surveys/a/"].prose.lead == (
        '<a href="/sv/surveys/b/">b</a> <time datetime="2023-02-19">19 februari 2023</time> '
        '<a href="https://example.org/s?l=sv&amp;a=b">q</a>'
    )


def test_pictures_become_figures(make_pages: Callable) -> None:
    """Their words are in the text's language."""
    body = 'Lead.\n\nBefore.\n\n![Bomen](p.jpg "Op een *heuvel*"){credit="Ann"}\n\nAfter.'
    page = make_pages({"surveys/a/nl.md": text(body)}, PICTURE)["nl/surveys/a/"]
    before, figure, after = page.prose.parts
    assert (before.html.strip(), after.html.strip()) == ("<p>Before.</p>", "<p>After.</p>")
    assert (figure.width, figure.height, figure.alt, figure.credit, figure.caption) == (
        60,
        40,
        Text("Bomen", "nl"),
        Text("Ann", "nl"),
        Text("Op een *heuvel*", "nl"),
    )


def test_a_picture_is_not_the_lead(make_pages: Callable) -> None:
    """If a text begins with a picture, its first paragraph comes after it."""
    body = "![Bomen](p.jpg){credit=Ann}\n\nText."
    page = make_pages({"surveys/a/nl.md": text(body, "summary: S\n")}, PICTURE)["nl/surveys/a/"]
    assert (page.prose.lead, [type(p) for p in page.prose.parts]) == ("", [Figure, Html])


@pytest.mark.parametrize(
    ("dutch", "swedish", "expected"),
    [
        ("## A {#een}\n\n## B", "## A\n\n## B", [("een", "section-2"), ("een", "section-2")]),
        ("## A\n\n## B", "## A {#ett}\n\n## B", [("section-1", "section-2"), ("ett", "section-2")]),
        ("## A {#een}", "## A\n\n## B\n\n## C", [("een",), ("een", "section-2", "section-3")]),
        ("## A {#een}\n\n## B", "## A\n\n## B {#een}", [("een", "section-2"), ("section-1", "een")]),
    ],
)
def test_headings_have_the_originals_ids(
    link_site: Callable, dutch: str, swedish: str, expected: list[tuple[str, ...]]
) -> None:
    """An id is the heading's own, else the original's at the same place, else numbered; all are different."""
    files = {"surveys/a/nl.md": text(dutch), "surveys/a/sv.md": text(swedish, "translates: nl\n")}
    item = link_site(files).site.announcements["surveys/a"]
    assert [heading_ids(item, source) for source in item.sources] == expected


def test_a_numbered_id_never_meets_an_explicit_one(link_site: Callable) -> None:
    """An author's `section-2` is not used again."""
    item = link_site({"surveys/a/nl.md": text("## A {#section-2}\n\n## B\n\n## C")}).site.announcements["surveys/a"]
    ids = heading_ids(item, item.sources[0])
    assert (ids[0], len(set(ids))) == ("section-2", 3)


def test_a_table_is_named_by_the_heading_above_it(make_pages: Callable, small_platform: Settings) -> None:
    """The scrollable box has a name in the text's language; in feeds the page's title cannot be that."""
    table = "|A|\n|-|\n|1|\n"
    body = text(f"Lead.\n\n{table}\n## First {{#one}}\n\n{table}\n## Second\n\nText.\n\n{table}")
    settings = replace(small_platform, siteurl="https://example.org")
    pages = make_pages({"surveys/a/nl.md": body}, settings=settings)
    html = "".join(part.html for part in pages["nl/surveys/a/"].prose.parts)
    names = re.compile(r'<div(?: aria-labelledby="([^"]*)")? class="table-scroll" role="group" tabindex="0">')
    assert names.findall(html) == ["nb-title", "one", "section-2"]
    assert names.findall(pages["nl/feed.xml"].entries[0].content) == ["", "one", "section-2"]
