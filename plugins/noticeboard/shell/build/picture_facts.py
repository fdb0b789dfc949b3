"""Facts about the files that belong to announcements: digests, and the size of pictures (Pillow)."""

from __future__ import annotations

import hashlib
import io
import unicodedata
import warnings
from dataclasses import replace

from PIL import Image, ImageOps

from noticeboard.shell.build.picture_encoder import is_transparent
from noticeboard.site import FileFacts
from noticeboard.sources.svg import svg_problems
from noticeboard.sources.svg_size import svg_size

ENDINGS = {
    "jpg": "JPEG",
    "jpeg": "JPEG",
    "png": "PNG",
    "webp": "WEBP",
    "avif": "AVIF",
    "gif": "GIF",
}
"""The picture formats that are published, by the file's ending."""


class _RefusedError(ValueError):
    """A picture in good order that is not published; `format` is what it is, where that is the reason."""

    def __init__(self, message: str, found: str = "") -> None:
        """Takes the template of the sentence that says why."""
        super().__init__(message)
        self.values = (("format", found),) if found else ()


def file_facts(path: str, data: bytes) -> FileFacts:
    """The facts about a file of those bytes; its path is relative to the content folder, as the disk spells it."""
    named = unicodedata.normalize("NFC", path)
    facts = _facts(named, data)
    spelling = "" if named == path else path
    if not path.lower().endswith(".svg"):
        return replace(facts, spelling=spelling)
    width, height = svg_size(data)
    return replace(facts, width=width, height=height, problems=svg_problems(data, path), spelling=spelling)


def _facts(path: str, data: bytes) -> FileFacts:
    digest = hashlib.sha256(data).hexdigest()
    ending = path.rpartition(".")[2].lower()
    if ending not in ENDINGS:
        endings = (("endings", ", ".join(f".{e}" for e in ENDINGS)),)
        return FileFacts(path, digest, len(data), fault="The ending of {file} is none of {endings}.", values=endings)
    try:
        width, height, transparent = _seen(data, ENDINGS[ending])
    except (
        OSError,
        ValueError,
        SyntaxError,
        Image.DecompressionBombError,
        Image.DecompressionBombWarning,
    ) as fault:
        values = fault.values if isinstance(fault, _RefusedError) else ()
        return FileFacts(path, digest, len(data), fault=_reason(fault), values=values)
    return FileFacts(path, digest, len(data), width, height, fault="", transparent=transparent)


def _seen(data: bytes, expected: str) -> tuple[int, int, bool]:
    """Width and height in pixels as they are seen and whether it is transparent, after it was decoded as a whole."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        with Image.open(io.BytesIO(data), formats=sorted(set(ENDINGS.values()))) as picture:
            _refuse(picture, expected)
            picture.load()
            upright = ImageOps.exif_transpose(picture)
            return *upright.size, is_transparent(upright)


def _refuse(picture: Image.Image, expected: str) -> None:
    """Raises _RefusedError for a picture that is not what its ending says, or that moves."""
    found = "JPEG" if picture.format == "MPO" else picture.format
    if found != expected:
        message = "{file} is a {format} file with another format's ending."
        raise _RefusedError(message, str(found))
    if picture.format != "MPO" and getattr(picture, "n_frames", 1) > 1:
        message = "The picture {file} moves, and nobody could stop it."
        raise _RefusedError(message)


def _reason(fault: Exception) -> str:
    if isinstance(fault, Image.DecompressionBombWarning | Image.DecompressionBombError):
        return "The picture {file} has too many pixels."
    if isinstance(fault, _RefusedError):
        return str(fault)
    return "The data of {file} is damaged or no picture."
