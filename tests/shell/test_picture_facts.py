"""Facts about picture files."""

from __future__ import annotations

import hashlib
import io

import pytest
from PIL import Image

from noticeboard.shell.build.picture_facts import file_facts
from noticeboard.site import FileFacts


def picture(form: str, size: tuple[int, int] = (60, 40), **options: object) -> bytes:
    """A plain picture of that format and size in pixels."""
    file = io.BytesIO()
    Image.new("RGB", size, "teal").save(file, form, **options)
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "form"),
    [("a.jpg", "JPEG"), ("a.JPEG", "JPEG"), ("a.png", "PNG"), ("a.webp", "WEBP"), ("a.avif", "AVIF"), ("a.gif", "GIF")],
)
def test_a_picture_has_its_size(name: str, form: str) -> None:
    """Each format that is published is measured in pixels."""
    data = picture(form)
    assert file_facts(f"surveys/a/{name}", data) == FileFacts(
        f"surveys/a/{name}", hashlib.sha256(data).hexdigest(), len(data), 60, 40, fault=""
    )


def test_a_turned_photograph_is_measured_as_it_is_seen() -> None:
    """The orientation that a camera notes in the file is respected."""
    exif = Image.Exif()
    exif[0x0112] = 6
    facts = file_facts("a.jpg", picture("JPEG", exif=exif))
    assert (facts.width, facts.height) == (40, 60)


@pytest.mark.parametrize(
    ("name", "data", "fault"),
    [
        ("a.jpg", b"", "The data of {file} is damaged or no picture."),
        ("a.jpg", b"not a picture", "The data of {file} is damaged or no picture."),
        ("a.jpg", picture("JPEG")[:-200], "The data of {file} is damaged or no picture."),
        ("a.png", picture("PNG")[:-40], "The data of {file} is damaged or no picture."),
        ("a.png", picture("JPEG"), "{file} is a {format} file with another format's ending."),
        ("a.svg", b"<svg/>", "The ending of {file} is none of {endings}."),
        ("questions", b"", "The ending of {file} is none of {endings}."),
    ],
)
def test_what_is_no_usable_picture_says_why(name: str, data: bytes, fault: str) -> None:
    """A damaged file, a wrong ending and a format that is not published each have their words."""
    facts = file_facts(name, data)
    assert (facts.fault, facts.width, facts.height, facts.size) == (fault, 0, 0, len(data))


def test_a_picture_bomb_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A small file with a huge number of pixels is not unpacked."""
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 1000)
    assert file_facts("a.png", picture("PNG")).fault == "The picture {file} has too many pixels."
