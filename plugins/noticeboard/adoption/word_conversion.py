"""The parts of a Word document -> HTML, by mammoth."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import mammoth

from noticeboard.adoption.adoption_notes import FoundPicture

if TYPE_CHECKING:
    from noticeboard.adoption.adoption_notes import AdoptionNotes

_STYLES = """
p[style-name='Title'] => h1.title:fresh
p[style-name='Subtitle'] => p.subtitle:fresh
p[style-name='Quote'] => blockquote:fresh
p[style-name='Intense Quote'] => blockquote:fresh
p[style-name='Quotations'] => blockquote:fresh
p[style-name='Heading 7'] => h6:fresh
p[style-name='Heading 8'] => h6:fresh
p[style-name='Heading 9'] => h6:fresh
p[style-name='heading 7'] => h6:fresh
p[style-name='heading 8'] => h6:fresh
p[style-name='heading 9'] => h6:fresh
p[style-name='Preformatted Text'] => pre:separator('\\n')
r[style-name='Emphasis'] => em
r[style-name='Strong Emphasis'] => strong
r[style-name='Source Text'] => code
strike => s
"""


def converted(parts: dict[str, bytes], pictures: dict[str, FoundPicture], notes: AdoptionNotes) -> str | None:
    """The document as HTML, its pictures added by their `src`; None (and a problem) if mammoth cannot read it."""
    try:
        done = mammoth.convert_to_html(
            _packed(parts),
            style_map=_STYLES,
            include_embedded_style_map=False,
            external_file_access=False,
            convert_image=mammoth.images.img_element(lambda image: {"src": _kept(image, pictures)}),
        )
    except Exception as fault:  # noqa: BLE001 - mammoth has no errors of its own; a damaged document raises any
        message, hint = "The document cannot be read ({reason}).", "Open it in a word processor and save it as .docx."
        notes.refuse(1, "unreadable-document", message, hint, reason=f"{type(fault).__name__}: {fault}"[:200])
        return None
    return str(done.value)


def _packed(parts: dict[str, bytes]) -> io.BytesIO:
    packed = io.BytesIO()
    with ZipFile(packed, "w") as archive:
        for name, data in parts.items():
            # mammoth would resolve the entities of a document type.
            archive.writestr(name, b"<x/>" if name.endswith((".xml", ".rels")) and b"<!DOCTYPE" in data else data)
    packed.seek(0)
    return packed


def _kept(image: Any, pictures: dict[str, FoundPicture]) -> str:  # noqa: ANN401 - mammoth publishes no types
    """The `src` under which the picture is added; "" if its file is not in the document."""
    try:
        with image.open() as file:
            data = file.read()
    except Exception:  # noqa: BLE001 - mammoth has no errors of its own for what lies outside the document
        return ""
    ending = image.content_type.rpartition("/")[2].lower().replace("jpeg", "jpg")
    name = f"picture-{len(pictures) + 1}.{re.sub('[^a-z0-9]', '', ending.removeprefix('x-')) or 'bin'}"
    pictures[name] = FoundPicture(name, data)
    return name
