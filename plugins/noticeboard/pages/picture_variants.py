"""Which files a picture is published as: AVIF, WebP, and JPEG or PNG, in the widths that the layout uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from noticeboard.pages import addresses
from noticeboard.pages.views.text_view import Figure, PictureSource
from noticeboard.site.logo import is_drawing

if TYPE_CHECKING:
    from collections.abc import Callable

    from noticeboard.model import Text
    from noticeboard.site import FileFacts

WIDTHS = (320, 640, 960, 1280)
"""In pixels: a text column is at most 640 CSS pixels wide, and screens have up to two pixels and more for each."""

_FIRST = 640
"""What browsers load that know neither srcset nor the newer formats."""

_NEAR = 0.85
"""Widths beyond this part of the picture's own width are left out, because the picture itself is hardly larger."""


class Variant(Struct, frozen=True):
    """One file of a picture: its path in the output, its size in pixels, and its format by Pillow's name.

    `origin` is the picture in the content folder, `digest` the hex SHA-256 of its bytes.
    """

    path: str
    origin: str
    digest: str
    width: int
    height: int
    form: str


def variants(picture: FileFacts) -> tuple[Variant, ...]:
    """Every file that the picture is published as, by format and width; never wider than the picture itself."""
    plain = "PNG" if picture.transparent else "JPEG"
    widths = _widths(picture.width)
    return tuple(_variant(picture, width, form) for form in ("AVIF", "WEBP", plain) for width in widths)


def logo_variant(picture: FileFacts) -> Variant:
    """The one file that a logo is published as: a drawing as it is, form "", else PNG or JPEG, at most 640 wide."""
    if is_drawing(picture.path):
        path = addresses.marked(picture, "svg")
        return Variant(path, picture.origin, picture.digest, picture.width, picture.height, "")
    plain = "PNG" if picture.transparent else "JPEG"
    return _first([v for v in variants(picture) if v.form == plain])


def figure(picture: FileFacts, href: Callable[[str], str], words: tuple[Text, Text, Text | None]) -> Figure:
    """The picture as the theme shows it; `href` gives a path's address, `words` are alt text, credit and caption."""
    files: dict[str, list[Variant]] = {}
    for variant in variants(picture):
        files.setdefault(variant.form, []).append(variant)
    *modern, plain = files
    width = _widths(picture.width)[-1]
    return Figure(
        src=href(_first(files[plain]).path),
        width=width,
        height=_height(picture, width),
        alt=words[0],
        credit=words[1],
        caption=words[2],
        srcset=_srcset(files[plain], href),
        sources=tuple(PictureSource(f"image/{form.lower()}", _srcset(files[form], href)) for form in modern),
        largest=href(files[plain][-1].path),
    )


def _srcset(files: list[Variant], href: Callable[[str], str]) -> str:
    return ", ".join(f"{href(v.path)} {v.width}w" for v in files)


def _first(files: list[Variant]) -> Variant:
    return max((v for v in files if v.width <= _FIRST), key=lambda v: v.width, default=files[0])


def _widths(own: int) -> tuple[int, ...]:
    return (*(w for w in WIDTHS if w <= own * _NEAR and w < WIDTHS[-1]), min(own, WIDTHS[-1]))


def _height(picture: FileFacts, width: int) -> int:
    """The height at that width; a line of one pixel is the least that is left of a very wide picture."""
    return max(1, round(picture.height * width / picture.width))


def _variant(picture: FileFacts, width: int, form: str) -> Variant:
    ending = {"AVIF": "avif", "WEBP": "webp", "PNG": "png", "JPEG": "jpg"}[form]
    # The mark of its content makes the name good for ever, so that servers may let browsers keep the file.
    path = addresses.marked(picture, f"{width}.{ending}")
    return Variant(path, picture.origin, picture.digest, width, _height(picture, width), form)
