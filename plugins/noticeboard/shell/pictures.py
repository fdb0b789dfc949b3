"""Facts about the files that belong to announcements: digests, and the size of pictures (Pillow)."""

from __future__ import annotations

import hashlib
import io
import warnings

from PIL import Image, ImageOps

from noticeboard.site import FileFacts

ENDINGS = {
    "jpg": "JPEG",
    "jpeg": "JPEG",
    "png": "PNG",
    "webp": "WEBP",
    "avif": "AVIF",
    "gif": "GIF",
}
"""The picture formats that are published, by the file's ending."""


def file_facts(path: str, data: bytes) -> FileFacts:
    """The facts about a file of those bytes; its path is relative to the content folder."""
    digest = hashlib.sha256(data).hexdigest()
    ending = path.rpartition(".")[2].lower()
    if ending not in ENDINGS:
        fault = "its ending is none of " + ", ".join(f".{e}" for e in ENDINGS)
        return FileFacts(path, digest, len(data), fault=fault)
    try:
        width, height = _size(data, ENDINGS[ending])
    except (
        OSError,
        ValueError,
        SyntaxError,
        Image.DecompressionBombError,
        Image.DecompressionBombWarning,
    ) as fault:
        return FileFacts(path, digest, len(data), fault=_reason(fault))
    return FileFacts(path, digest, len(data), width, height, fault="")


def _size(data: bytes, expected: str) -> tuple[int, int]:
    """Width and height in pixels as they are seen, after the whole picture was decoded once."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        with Image.open(io.BytesIO(data), formats=sorted(set(ENDINGS.values()))) as picture:
            if picture.format != expected:
                message = f"it is a {picture.format} file with another format's ending"
                raise ValueError(message)
            picture.load()
            return ImageOps.exif_transpose(picture).size


def _reason(fault: Exception) -> str:
    if isinstance(fault, Image.DecompressionBombWarning | Image.DecompressionBombError):
        return "it has too many pixels"
    if isinstance(fault, ValueError) and "ending" in str(fault):
        return str(fault)
    return "its data is damaged or no picture"
