"""Encodes pictures without metadata: turned upright, in sRGB, scaled down, the same bytes every time (Pillow)."""

from __future__ import annotations

import io
import warnings
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from PIL import Image, ImageCms, ImageOps, features
from PIL import __version__ as pillow

if TYPE_CHECKING:
    from collections.abc import Mapping

    Parameters = Mapping[str, Mapping[str, Any]]

FORMATS = {"AVIF": "avif", "WEBP": "webp", "JPEG": "jpg", "PNG": "zlib"}
"""The formats that pictures are published in, and the feature of Pillow that writes each."""

# AVIF at speed 8 takes a quarter of the time of speed 6 and a sixth more bytes for the same SSIM (docs/performance.md).
# One thread and no tiles, whose number depends on the machine.
_ONE_THREAD = {"max_threads": 1, "autotiling": False}
_PHOTOGRAPH: Parameters = {
    "AVIF": {"quality": 58, "speed": 8, "subsampling": "4:2:0", **_ONE_THREAD},
    "WEBP": {"quality": 78, "method": 4},
    "JPEG": {"quality": 80, "optimize": True, "progressive": True, "subsampling": "4:2:0"},
    "PNG": {"optimize": True},
}
# Sharp coloured edges show what 4:2:0 takes away.
_DRAWING: Parameters = {
    "AVIF": {"quality": 65, "speed": 8, "subsampling": "4:4:4", **_ONE_THREAD},
    "WEBP": {"quality": 85, "method": 4, "use_sharp_yuv": True},
    "JPEG": {"quality": 85, "optimize": True, "progressive": True, "subsampling": "4:4:4"},
    "PNG": {"optimize": True},
}
_DRAWN = ("PNG", "GIF")
_SIXTEEN_TO_EIGHT_BITS = 1 / 257


def encoder() -> str:
    """What encoded bytes depend on besides the picture and its size: the parameters, Pillow and its codecs."""
    codecs = [f"{name} {features.version(feature)}" for name, feature in FORMATS.items()]
    return f"{_PHOTOGRAPH} {_DRAWING} Pillow {pillow} {codecs}"


def missing_formats() -> tuple[str, ...]:
    """The formats that this Pillow cannot write."""
    return tuple(name for name, feature in FORMATS.items() if not features.check(feature))


class DecodedPicture:
    """A picture file decoded once, of which any number of variants can be made; raises OSError if it cannot be."""

    def __init__(self, data: bytes) -> None:
        """Decodes the first image of a file of those bytes."""
        with warnings.catch_warnings(), Image.open(io.BytesIO(data)) as file:
            # Its pixels were counted before it was accepted.
            warnings.simplefilter("ignore")
            self._parameters = _DRAWING if file.format in _DRAWN else _PHOTOGRAPH
            # Each copy takes as much memory as the picture.
            ImageOps.exif_transpose(file, in_place=True)
            self._image = _plain(file)
        self._scaled: tuple[tuple[int, int], Image.Image] | None = None

    def encoded(self, width: int, height: int, form: str) -> bytes:
        """The picture in that size in pixels and format (Pillow's name), without any metadata."""
        scaled = self._in_size((width, height), form)
        try:
            return _saved(scaled, form, self._parameters[form])
        except OSError:
            if form != "JPEG":
                raise
            # libjpeg makes an optimised file in one buffer, whose size Pillow guesses, and noise is larger;
            # a plain one is written in pieces.
            return _saved(scaled, form, {**self._parameters[form], "optimize": False, "progressive": False})

    def _in_size(self, size: tuple[int, int], form: str) -> Image.Image:
        """The picture in that size; the last one is kept, as several formats in one size follow one another."""
        if form == "JPEG" and self._image.mode != "RGB":
            return _scaled(self._image.convert("RGB"), size)
        if not self._scaled or self._scaled[0] != size:
            self._scaled = size, _scaled(self._image, size)
        return self._scaled[1]


def _scaled(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    found = image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
    found.info.clear()
    return found


def _saved(image: Image.Image, form: str, parameters: Mapping[str, Any]) -> bytes:
    file = io.BytesIO()
    image.save(file, form, **parameters)
    return file.getvalue()


def is_transparent(image: Image.Image) -> bool:
    """Whether anything can be seen through the picture."""
    if not image.has_transparency_data:
        return False
    return image.convert("RGBA").getchannel("A").getextrema()[0] != 255  # noqa: PLR2004 - the greatest of eight bits


def _plain(image: Image.Image) -> Image.Image:
    """The image with eight bits a channel in sRGB, with an alpha channel where it is transparent."""
    if image.mode.startswith("I"):
        image = image.point(lambda value: value * _SIXTEEN_TO_EIGHT_BITS).convert("L")
    profile = image.info.get("icc_profile")
    alpha = is_transparent(image)
    if image.mode in ("P", "PA", "LA", "1") or (alpha and image.mode != "RGBA"):
        image = image.convert("RGBA" if alpha else "RGB")
    if profile:
        # A profile that cannot be used is ignored.
        with suppress(ImageCms.PyCMSError, OSError):
            return _in_srgb(image, profile, "RGBA" if alpha else "RGB")
    return image.convert("RGBA" if alpha else "RGB")


def _in_srgb(image: Image.Image, profile: bytes, mode: str) -> Image.Image:
    own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
    found = ImageCms.profileToProfile(image, own, ImageCms.createProfile("sRGB"), outputMode=mode)
    return found if found is not None else image
