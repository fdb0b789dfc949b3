"""The content of encoded pictures."""

from __future__ import annotations

import io
from random import Random
from typing import TYPE_CHECKING

import pytest
from PIL import ExifTags, Image, ImageCms

from noticeboard.shell.build.picture_encoder import FORMATS, DecodedPicture, missing_formats

if TYPE_CHECKING:
    from pathlib import Path

BRUSSELS = {1: "N", 2: (50.0, 50.0, 48.0), 3: "E", 4: (4.0, 21.0, 9.0)}


def saved(path: Path, image: Image.Image, **options: object) -> Path:
    """The image as a file."""
    image.save(path, **options)
    return path


def opened(data: bytes) -> Image.Image:
    """Encoded bytes as an image."""
    return Image.open(io.BytesIO(data))


def halves(mode: str = "RGB", size: tuple[int, int] = (60, 40)) -> Image.Image:
    """A picture whose left half is red and whose right half is blue."""
    image = Image.new(mode, size, "blue")
    image.paste(Image.new(mode, (size[0] // 2, size[1]), "red"), (0, 0))
    return image


@pytest.mark.parametrize("form", FORMATS)
def test_a_variant_has_its_size_and_format(tmp_path: Path, form: str) -> None:
    """Every published format is written."""
    found = opened(DecodedPicture(saved(tmp_path / "a.png", halves()).read_bytes()).encoded(30, 20, form))
    assert (found.format, found.size, missing_formats()) == (form, (30, 20), ())


@pytest.mark.parametrize("form", FORMATS)
def test_no_place_and_no_other_metadata_is_left(tmp_path: Path, form: str) -> None:
    """Where a photograph was taken, with which camera, and editors' notes are not published."""
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = "Camera"
    exif.get_ifd(ExifTags.IFD.GPSInfo).update(BRUSSELS)
    path = saved(tmp_path / "a.jpg", halves(), exif=exif, comment=b"Ann was here", xmp=b"<x:xmpmeta>Ann</x:xmpmeta>")
    assert opened(path.read_bytes()).getexif().get_ifd(ExifTags.IFD.GPSInfo) == BRUSSELS
    data = DecodedPicture(path.read_bytes()).encoded(60, 40, form)
    assert dict(opened(data).getexif()) == {}
    assert [word for word in (b"Camera", b"Ann", b"Exif", b"xmp") if word in data] == []


@pytest.mark.parametrize("form", FORMATS)
def test_a_turned_photograph_becomes_upright(tmp_path: Path, form: str) -> None:
    """The camera's orientation is applied: the picture's left half is at the top."""
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    found = opened(
        DecodedPicture(saved(tmp_path / "a.jpg", halves(), exif=exif).read_bytes()).encoded(40, 60, form)
    ).convert("RGB")
    top, bottom = found.getpixel((20, 10)), found.getpixel((20, 50))
    assert (top[0] > 200 > top[2], bottom[2] > 200 > bottom[0]) == (True, True)


@pytest.mark.parametrize("form", ["AVIF", "WEBP", "PNG"])
def test_transparency_is_kept(tmp_path: Path, form: str) -> None:
    """Even if a palette's colour stands for it."""
    image = Image.new("RGBA", (40, 40), (0, 0, 0, 0))
    image.paste((255, 0, 0, 255), (0, 0, 20, 40))
    for path in (saved(tmp_path / "a.png", image), saved(tmp_path / "a.gif", image)):
        found = opened(DecodedPicture(path.read_bytes()).encoded(40, 40, form)).convert("RGBA")
        assert (found.getpixel((5, 20))[3], found.getpixel((35, 20))[3]) == (255, 0)


@pytest.mark.parametrize("mode", ["1", "L", "P", "CMYK", "LA", "RGBA", "I;16", "YCbCr"])
def test_every_kind_of_image_is_encoded(tmp_path: Path, mode: str) -> None:
    """Grey, palette, print colours and sixteen bits become eight-bit RGB."""
    image = Image.new("I;16", (40, 40), 65535) if mode == "I;16" else halves("RGB", (40, 40)).convert(mode)
    path = saved(tmp_path / ("a.jpg" if mode in ("CMYK", "YCbCr") else "a.png"), image)
    found = opened(DecodedPicture(path.read_bytes()).encoded(40, 40, "JPEG"))
    assert found.mode == "RGB"
    assert mode != "I;16" or found.getpixel((20, 20)) == (255, 255, 255)


def test_colours_are_converted_to_srgb(tmp_path: Path) -> None:
    """A profile is applied, not dropped: the colour stays the same."""
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    image = halves()
    plain = DecodedPicture(saved(tmp_path / "a.png", image).read_bytes()).encoded(60, 40, "PNG")
    profiled = DecodedPicture(saved(tmp_path / "b.png", image, icc_profile=lab).read_bytes()).encoded(60, 40, "PNG")
    found = opened(profiled)
    assert ("icc_profile" in found.info, found.getpixel((5, 5)), found.getpixel((50, 5))) == (
        False,
        opened(plain).getpixel((5, 5)),
        opened(plain).getpixel((50, 5)),
    )


def test_an_invalid_profile_is_dropped(tmp_path: Path) -> None:
    """Its bytes are not published."""
    path = saved(tmp_path / "a.png", halves(), icc_profile=b"no profile")
    assert opened(DecodedPicture(path.read_bytes()).encoded(60, 40, "WEBP")).size == (60, 40)


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_picture_gives_the_same_bytes(tmp_path: Path, form: str) -> None:
    """Whenever, however often and beside whatever it is encoded."""
    path = saved(tmp_path / "a.png", halves(size=(700, 300)))
    first = DecodedPicture(path.read_bytes())
    first.encoded(10, 10, form)
    assert first.encoded(640, 274, form) == DecodedPicture(path.read_bytes()).encoded(640, 274, form)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("size", [(1, 1), (1280, 1), (1, 900), (3, 5)])
def test_extreme_sizes_are_encoded(tmp_path: Path, form: str, size: tuple[int, int]) -> None:
    """A line one pixel wide is a picture too."""
    assert opened(DecodedPicture(saved(tmp_path / "a.png", halves()).read_bytes()).encoded(*size, form)).size == size


def test_noise_is_encoded_too(tmp_path: Path) -> None:
    """Its optimised JPEG is larger than Pillow's buffer."""
    size = (640, 480)
    noise = Image.frombytes("RGB", size, Random(1).randbytes(size[0] * size[1] * 3))  # noqa: S311 - a picture of noise
    found = opened(DecodedPicture(saved(tmp_path / "a.png", noise).read_bytes()).encoded(*size, "JPEG"))
    assert (found.format, found.size) == ("JPEG", size)
