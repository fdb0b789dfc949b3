"""Which files beside texts are used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noticeboard.model import Location, Severity
from noticeboard.site import FileFacts
from noticeboard.site.file_usage import used_files

if TYPE_CHECKING:
    from collections.abc import Callable

IMAGE = "published: 2023-01-10\nimage: photo.jpg\nimage_alt: P\nimage_credit: Ann\n"


def text(keys: str, body: str = "Text.") -> str:
    """A version with these keys and this text."""
    return f"---\ntitle: T\n{keys}---\n\n{body}\n"


def picture(name: str) -> FileFacts:
    """A picture beside the text."""
    return FileFacts(f"news/a/{name}", "00", 1, 10, 10, fault="")


def test_pictures_and_linked_files_are_used(link_site: Callable) -> None:
    """The image, a version's form of it, pictures in texts and linked files are published."""
    body = "![T](trees.png){credit=Ann} \n\n[q](questions.pdf)"
    pictures = [picture(n) for n in ("photo.jpg", "photo.nl.jpg", "trees.png", "questions.pdf")]
    linked = link_site({"news/a/nl.md": text(IMAGE, body)}, *pictures)
    assert linked.problems == ()
    assert used_files(linked.site.announcements.values(), linked.site.files) == {p.path for p in pictures}


def test_an_unused_file_is_a_warning(link_site: Callable) -> None:
    """It is not published."""
    files = {"news/a/nl.md": text(IMAGE)}
    pictures = (picture("photo.jpg"), picture("photo.sv.jpg"), picture("old.jpg"))
    found = link_site(files, *pictures).problems
    assert [(p.location, p.severity, p.name) for p in found] == [
        (Location(f"news/a/{name}"), Severity.WARNING, "unused-file") for name in ("old.jpg", "photo.sv.jpg")
    ]


def test_a_drafts_files_are_used(link_site: Callable) -> None:
    """A draft's file is not reported as unused, though it is not published."""
    linked = link_site({"news/a/nl.md": text(f"{IMAGE}status: draft\n")}, picture("photo.jpg"))
    assert (linked.problems, used_files(linked.site.announcements.values(), linked.site.files)) == ((), set())
