"""A text ready to print, and its pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from noticeboard.pages.views.data_view import DataGroup

if TYPE_CHECKING:
    from noticeboard.model import Text


class PictureSource(Struct, frozen=True):
    """A picture's files in one format: its media type, and the files with their widths as `srcset` wants them."""

    type: str
    srcset: str


class Figure(Struct, frozen=True):
    """A picture with its size in pixels, its words and its maker; `alt` is "" for a decorative one.

    `sources` are the newer formats, the smallest first; `srcset` and `src` are in one that every browser knows.
    `largest` is the file of the full size, for programs that take a single file; "" if there is only `src`.
    """

    src: str
    width: int
    height: int
    alt: Text
    credit: Text
    caption: Text | None = None
    srcset: str = ""
    sources: tuple[PictureSource, ...] = ()
    largest: str = ""


class Html(Struct, frozen=True):
    """A piece of safe HTML: sanitised, links resolved."""

    html: str


Part = Html | Figure | DataGroup


class Prose(Struct, frozen=True):
    """A text ready to print, in the language `lang`: the lead paragraph's inner HTML ("" if none), then parts."""

    lang: str
    dir: str
    lead: str
    parts: tuple[Part, ...]
