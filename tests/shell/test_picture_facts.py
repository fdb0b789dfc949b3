"""Facts about picture files."""

from __future__ import annotations

import hashlib
import io
import struct
import zlib

import pytest
from PIL import Image

from noticeboard.shell.build import picture_facts
from noticeboard.site import FileFacts
from noticeboard.sources.webp import webp_size


def file_facts(path: str, data: bytes) -> FileFacts:
    """The facts about a file with those bytes."""
    return picture_facts.file_facts(path, io.BytesIO(data))


def picture(form: str, size: tuple[int, int] = (60, 40), **options: object) -> bytes:
    """A plain picture in a format and size (pixels)."""
    file = io.BytesIO()
    Image.new("RGB", size, "teal").save(file, form, **options)
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "form"),
    [("a.jpg", "JPEG"), ("a.JPEG", "JPEG"), ("a.png", "PNG"), ("a.webp", "WEBP"), ("a.avif", "AVIF"), ("a.gif", "GIF")],
)
def test_a_picture_has_its_size(name: str, form: str) -> None:
    """Pictures of every published format are measured in pixels."""
    data = picture(form)
    assert file_facts(f"surveys/a/{name}", data) == FileFacts(
        f"surveys/a/{name}", hashlib.sha256(data).hexdigest(), len(data), 60, 40, fault=""
    )


def test_a_turned_photograph_has_its_visible_size() -> None:
    """The camera's orientation is applied."""
    exif = Image.Exif()
    exif[0x0112] = 6
    facts = file_facts("a.jpg", picture("JPEG", exif=exif))
    assert (facts.width, facts.height) == (40, 60)


@pytest.mark.parametrize(
    ("name", "data", "fault"),
    [
        ("a.jpg", b"", "The data of {file} is damaged or not a picture."),
        ("a.jpg", b"not a picture", "The data of {file} is damaged or not a picture."),
        ("a.jpg", picture("JPEG")[:-200], "The data of {file} is damaged or not a picture."),
        ("a.png", picture("PNG")[:-40], "The data of {file} is damaged or not a picture."),
        ("a.png", picture("JPEG"), "{file} is a {format} file with another format's ending."),
        ("a.svg", b"<svg/>", "The ending of {file} is not one of {endings}."),
        ("questions", b"", "The ending of {file} is not one of {endings}."),
    ],
)
def test_an_unusable_picture_says_why(name: str, data: bytes, fault: str) -> None:
    """A damaged file, a wrong ending and a format that is not published have different messages."""
    facts = file_facts(name, data)
    assert (facts.fault, facts.width, facts.height, facts.size) == (fault, 0, 0, len(data))


def png_header(width: int, height: int) -> bytes:
    """The beginning of a PNG of that size, without its pixels (ISO/IEC 15948, 11.2.2)."""
    header = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n\0\0\0\r" + header + struct.pack(">I", zlib.crc32(header)) + b"\0\0\0\0IDAT"


def webp_header(chunk: bytes, size: bytes) -> bytes:
    """The beginning of a WebP with that first chunk (RFC 9649, 2.5)."""
    return b"RIFF\0\0\0\0WEBP" + chunk + b"\x20\0\0\0" + size + bytes(20)


@pytest.mark.parametrize(
    ("name", "data", "values"),
    [
        ("a.png", png_header(10_000, 5_001), {"pixels": "50.0", "most": "50"}),
        ("a.webp", webp_header(b"VP8X", b"\0\0\0\0" + b"\xff\x3f\0" * 2), {"pixels": "268.4", "most": "20"}),
        (
            "a.webp",
            webp_header(b"VP8L", b"\x2f" + (8999 | 8999 << 14).to_bytes(4, "little")),
            {"pixels": "81.0", "most": "20"},
        ),
        ("a.webp", webp_header(b"VP8 ", b"\0\0\0\x9d\x01\x2a" + b"\x28\x23" * 2), {"pixels": "81.0", "most": "20"}),
    ],
)
def test_pixels_are_counted_before_any_is_decoded(name: str, data: bytes, values: dict[str, str]) -> None:
    """A header that promises more pixels than fit into memory is enough to refuse the file."""
    facts = file_facts(name, data)
    assert (facts.fault, dict(facts.values)) == (
        "The picture {file} has {pixels} megapixels; the limit for this format is {most}.",
        values,
    )


@pytest.mark.parametrize("lossless", [True, False])
def test_the_header_of_a_webp_is_read_as_pillow_writes_it(*, lossless: bool) -> None:
    """Width and height of real files, with and without transparency."""
    file = io.BytesIO()
    for mode in ("RGB", "RGBA"):
        Image.new(mode, (300, 70)).save(file, "WEBP", lossless=lossless)
        assert webp_size(file.getvalue()[:30]) == (300, 70)
        file = io.BytesIO()
    assert webp_size(picture("PNG")) == (0, 0)
