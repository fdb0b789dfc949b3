"""Facts about the files that belong to announcements: digests, and the size of pictures (Pillow)."""

from __future__ import annotations

import hashlib
import io
import unicodedata
import warnings
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PIL import ExifTags, Image

from noticeboard.shell.build.picture_encoder import is_transparent
from noticeboard.site import FileFacts
from noticeboard.sources.data_files import read_data
from noticeboard.sources.document_types import HEAD, document_problems, ending
from noticeboard.sources.svg import svg_problems
from noticeboard.sources.svg_size import svg_size
from noticeboard.sources.text_decoding import MOST_BYTES
from noticeboard.sources.webp import webp_size

if TYPE_CHECKING:
    from io import BufferedReader, BytesIO

ENDINGS = {
    "jpg": "JPEG",
    "jpeg": "JPEG",
    "png": "PNG",
    "webp": "WEBP",
    "avif": "AVIF",
    "gif": "GIF",
}
"""The picture formats that are published, by the file's ending."""

MEGA = 1_000_000
MOST_PIXELS = {"JPEG": 50 * MEGA, "PNG": 50 * MEGA, "GIF": 50 * MEGA, "WEBP": 20 * MEGA, "AVIF": 16 * MEGA}
"""Pixels that a picture may have, by format: decoders and encoders of the last two take more memory for each.

Measured with Pillow 12, the making of all variants included: at most 15 bytes a pixel for JPEG, PNG and GIF, 29 for
WebP and 47 for AVIF.
"""

_ON_ITS_SIDE = (5, 6, 7, 8)
"""Orientations (EXIF 2.32, 4.6.4) in which width and height change places."""


class _RefusedError(ValueError):
    """A picture in good order that is not published."""

    def __init__(self, message: str, **values: str) -> None:
        """Takes the template of the sentence that says why, and its values."""
        super().__init__(message)
        self.values = tuple(sorted(values.items()))


def file_facts(path: str, file: BufferedReader | BytesIO) -> FileFacts:
    """The facts about an open file; its path is relative to the content folder, as the disk spells it."""
    named = unicodedata.normalize("NFC", path)
    digest = hashlib.file_digest(file, "sha256").hexdigest()
    size = file.seek(0, io.SEEK_END)
    file.seek(0)
    problems = document_problems(path, file.read(HEAD), size)
    file.seek(0)
    facts = FileFacts(named, digest, size, problems=problems, spelling="" if named == path else path)
    if ending(path) == "svg" and not problems:
        facts = _drawing(facts, path, file.read())
    if ending(path) == "csv":
        table, faults = read_data(file.read(MOST_BYTES + 1), path)
        facts = replace(facts, table=table, table_problems=faults)
    return _picture(facts, file)


def _drawing(facts: FileFacts, path: str, data: bytes) -> FileFacts:
    width, height = svg_size(data)
    return replace(facts, width=width, height=height, problems=svg_problems(data, path))


def _picture(facts: FileFacts, file: BufferedReader | BytesIO) -> FileFacts:
    """The facts with the size of the picture, or with why it is none that can be shown."""
    kind = ending(facts.path)
    if kind not in ENDINGS:
        endings = (("endings", ", ".join(f".{e}" for e in ENDINGS)),)
        return replace(facts, fault="The ending of {file} is not one of {endings}.", values=endings)
    try:
        width, height, transparent = _seen(file, ENDINGS[kind])
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as fault:
        values = fault.values if isinstance(fault, _RefusedError) else ()
        return replace(facts, fault=_reason(fault), values=values)
    return replace(facts, width=width, height=height, fault="", transparent=transparent)


def _seen(file: BufferedReader | BytesIO, expected: str) -> tuple[int, int, bool]:
    """Width and height in pixels as they are seen and whether it is transparent, after it was decoded as a whole."""
    _refuse_large(webp_size(file.read(HEAD)), "WEBP")
    file.seek(0)
    with warnings.catch_warnings():
        # Pillow's own bound is above ours, and nobody can do anything about damaged notes of a camera.
        warnings.simplefilter("ignore")
        with Image.open(file, formats=sorted(set(ENDINGS.values()))) as picture:
            _refuse(picture, expected)
            picture.load()
            width, height = picture.size
            is_on_its_side = picture.getexif().get(ExifTags.Base.Orientation) in _ON_ITS_SIDE
            seen = (height, width) if is_on_its_side else (width, height)
            return *seen, is_transparent(picture)


def _refuse(picture: Image.Image, expected: str) -> None:
    """Raises _RefusedError for a picture that is not what its ending says, that moves, or that is too large."""
    found = "JPEG" if picture.format == "MPO" else picture.format
    if found != expected:
        message = "{file} is a {format} file with another format's ending."
        raise _RefusedError(message, format=str(found))
    _refuse_large(picture.size, expected)
    # Counting all images of a file would take as long as there are many.
    if picture.format != "MPO" and getattr(picture, "is_animated", False):
        message = "The picture {file} moves, and nobody could stop it."
        raise _RefusedError(message)


def _refuse_large(size: tuple[int, int], form: str) -> None:
    """Raises _RefusedError for more pixels than can be decoded and encoded in 1 GiB."""
    if size[0] * size[1] > MOST_PIXELS[form]:
        message = "The picture {file} has {pixels} megapixels; the limit for this format is {most}."
        pixels = f"{size[0] * size[1] / MEGA:.1f}"
        raise _RefusedError(message, pixels=pixels, most=f"{MOST_PIXELS[form] / MEGA:.0f}")


def _reason(fault: Exception) -> str:
    return str(fault) if isinstance(fault, _RefusedError) else "The data of {file} is damaged or not a picture."
