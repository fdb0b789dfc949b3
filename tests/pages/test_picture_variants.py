"""The files that a picture is published as."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from noticeboard.model import Text
from noticeboard.pages.picture_variants import WIDTHS, figure, variants
from noticeboard.pages.views.text_view import Figure, PictureSource
from noticeboard.site import FileFacts

ALT, CREDIT = Text("Trees", "en"), Text("Ann", "en")


def picture(width: int, height: int, *, transparent: bool = False, path: str = "news/a/p.jpg") -> FileFacts:
    """A picture of that size."""
    return FileFacts(path, "0123456789abcdef", 1, width, height, fault="", transparent=transparent)


def sizes(facts: FileFacts) -> list[tuple[int, int]]:
    """The width and height of the files in the picture's first format."""
    return [(v.width, v.height) for v in variants(facts) if v.form == "AVIF"]


def test_a_large_photograph_comes_in_the_layouts_widths() -> None:
    """A photograph of 6000 x 4000 pixels is published in AVIF, WebP and JPEG, up to 1280 pixels wide."""
    found = variants(picture(6000, 4000))
    assert [(v.form, v.width, v.height) for v in found] == [
        (form, width, height)
        for form in ("AVIF", "WEBP", "JPEG")
        for width, height in ((320, 213), (640, 427), (960, 640), (1280, 853))
    ]


def test_nothing_is_made_larger_than_it_is() -> None:
    """A picture of 40 pixels keeps its size; one hardly wider than a step of the layout leaves that step out."""
    assert sizes(picture(40, 40)) == [(40, 40)]
    assert sizes(picture(700, 350)) == [(320, 160), (700, 350)]
    assert sizes(picture(1280, 720)) == [(320, 180), (640, 360), (960, 540), (1280, 720)]


def test_a_transparent_picture_is_no_jpeg() -> None:
    """Its plain form is PNG."""
    assert {v.form for v in variants(picture(40, 40, transparent=True))} == {"AVIF", "WEBP", "PNG"}


def test_a_very_wide_picture_keeps_a_line() -> None:
    """At least one pixel of its height is left."""
    assert sizes(picture(20_000, 10))[0] == (320, 1)


def test_names_contain_a_digest_and_the_width() -> None:
    """So browsers may cache the file for ever."""
    assert variants(picture(40, 40))[0].path == "media/news/a/p.01234567.40.avif"


def test_the_theme_gets_every_file_and_the_largest_size() -> None:
    """The figure has the newer formats first, a plain file for old browsers, and the largest size."""
    found = figure(picture(700, 350), lambda path: f"/base/{path}", (ALT, CREDIT, None))
    stem = "/base/media/news/a/p.01234567"
    assert found == Figure(
        src=f"{stem}.320.jpg",
        width=700,
        height=350,
        alt=ALT,
        credit=CREDIT,
        caption=None,
        srcset=f"{stem}.320.jpg 320w, {stem}.700.jpg 700w",
        sources=(
            PictureSource("image/avif", f"{stem}.320.avif 320w, {stem}.700.avif 700w"),
            PictureSource("image/webp", f"{stem}.320.webp 320w, {stem}.700.webp 700w"),
        ),
        largest=f"{stem}.700.jpg",
    )


@given(st.integers(1, 20_000), st.integers(1, 20_000))
def test_variants_are_smaller_and_of_the_same_shape(width: int, height: int) -> None:
    """No file is larger than the picture or the layout, widths rise, and shapes differ by less than a pixel."""
    found = sizes(picture(width, height))
    assert [w for w, _ in found] == sorted({w for w, _ in found})
    assert found[-1][0] == min(width, WIDTHS[-1])
    assert all(h >= 1 and (h == 1 or abs(h - height * w / width) <= 0.5) for w, h in found)
