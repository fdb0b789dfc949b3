"""A Word document -> HTML (mammoth), and what mammoth passes over without a word (ECMA-376, part 1)."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile, ZipInfo

import mammoth
from lxml import etree

from noticeboard.adoption.adoption_notes import FoundPicture

if TYPE_CHECKING:
    from collections.abc import Iterator

    from noticeboard.adoption.adoption_notes import AdoptionNotes

MOST_BYTES = 50_000_000
"""Of a Word document as it lies on the disk."""

_MOST_UNPACKED = 200_000_000
_MOST_TEXT = 20_000_000
_MOST_PARTS = 2000
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMES = {
    "w": _W,
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "dc": "http://purl.org/dc/elements/1.1/",
}
_TRACKED = ("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel")
_BODY = "word/document.xml"
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
_CONTENTS = re.compile(r"(?:toc|contents|table of figures|figure index)\s*(?:heading|\d+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class WordDocument:
    """What is in a Word document: HTML, its pictures by the `src` that they have there, its words, and its facts.

    `words` are all that are shown of the text, read without mammoth; `title` and `language` are "" where none is set.
    """

    html: str
    pictures: dict[str, FoundPicture]
    words: str
    title: str = ""
    language: str = ""


def read_document(data: bytes, notes: AdoptionNotes) -> WordDocument | None:
    """The document; None where it cannot be read or must not be, of which the notes tell."""
    parts = _parts(data, notes)
    if parts is None:
        return None
    body = _tree(parts.get(_BODY, b""), notes)
    if body is None or _is_tracked(body, notes):
        return None
    _take_alternatives(body)
    _take_hidden(body, notes)
    _take_contents(body, _style_names(_tree(parts.get("word/styles.xml", b""))), notes)
    _tell_unread(body, parts, notes)
    words = _words(body)
    pictures: dict[str, FoundPicture] = {}
    html = _converted({**parts, _BODY: etree.tostring(body, xml_declaration=True, encoding="UTF-8")}, pictures, notes)
    notes_words = " ".join(
        _words(tree) for name in ("footnotes", "endnotes") if (tree := _notes_part(parts, name)) is not None
    )
    return (
        None
        if html is None
        else WordDocument(html, pictures, f"{words} {notes_words}", _title(parts), _language(parts))
    )


def _parts(data: bytes, notes: AdoptionNotes) -> dict[str, bytes] | None:
    """The files in the document by their names; what is too much to be a text is refused before it is unpacked."""
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
            if _is_bomb(infos):
                message = "The document would be unpacked to more than a text can be."
                notes.refuse(1, "unreadable-document", message, "Take out what is large in it and save it again.")
                return None
            return {info.filename: archive.read(info) for info in infos if not info.is_dir()}
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as fault:
        message, hint = "The document cannot be opened ({reason}).", "Open it in a word processor and save it as .docx."
        notes.refuse(1, "unreadable-document", message, hint, reason=fault)
    except Exception as fault:  # noqa: BLE001 - zlib and others raise errors of their own for damaged data
        message, hint = "The document cannot be opened ({reason}).", "Open it in a word processor and save it as .docx."
        notes.refuse(1, "unreadable-document", message, hint, reason=type(fault).__name__)
    return None


def _is_bomb(infos: list[ZipInfo]) -> bool:
    """Whether the document holds too many files, or too much in all or in one that is text."""
    text = max((i.file_size for i in infos if i.filename.endswith((".xml", ".rels"))), default=0)
    return len(infos) > _MOST_PARTS or sum(i.file_size for i in infos) > _MOST_UNPACKED or text > _MOST_TEXT


def _tree(data: bytes, notes: AdoptionNotes | None = None) -> etree._Element | None:
    """The tree of a part; None where there is none, or one with a document type, which no word processor writes."""
    if b"<!DOCTYPE" not in data and b"<!ENTITY" not in data:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            return etree.fromstring(data, parser)
        except etree.XMLSyntaxError:
            pass
    if notes:
        message, hint = (
            "The document holds no text that can be read.",
            "Open it in a word processor and save it as .docx.",
        )
        notes.refuse(1, "unreadable-document", message, hint)
    return None


def _is_tracked(body: etree._Element, notes: AdoptionNotes) -> bool:
    """Whether words in the document are proposed or deleted only; tells of it."""
    found = [one for tag in _TRACKED for one in body.iter(f"{{{_W}}}{tag}")]
    if not found:
        return False
    shown = next((words for one in found if (words := _words(one, deleted=True))), "")
    message = "The document holds tracked changes ({count}), so nobody can tell which words count: “{words}”."
    hint = "Accept or reject all of them in the word processor, save the document and adopt it again."
    notes.refuse(1, "tracked-changes", message, hint, count=len(found), words=shown[:100])
    return True


def _take_alternatives(body: etree._Element) -> None:
    """Takes what appears twice, for newer and older programs, out once: mammoth reads the older form."""
    for alternative in list(body.iter(f"{{{_NAMES['mc']}}}AlternateContent")):
        if alternative.find("mc:Fallback", _NAMES) is not None:
            for choice in alternative.findall("mc:Choice", _NAMES):
                alternative.remove(choice)


def _take_hidden(body: etree._Element, notes: AdoptionNotes) -> None:
    """Takes hidden words out, which nobody sees and mammoth would show."""
    hidden = [run for run in body.iter(f"{{{_W}}}r") if _is_on(run.find("w:rPr/w:vanish", _NAMES))]
    words = " ".join(filter(None, map(_words, hidden)))
    for run in hidden:
        parent = run.getparent()
        if parent is not None:
            parent.remove(run)
    if words:
        notes.left_out(
            1, "Hidden words are not kept: “{words}”.", words, "Write them in the text if readers need them."
        )


def _take_contents(body: etree._Element, styles: dict[str, str], notes: AdoptionNotes) -> None:
    """Takes tables of contents out, whose page numbers mean nothing on a page of a website."""
    taken = []
    for box in list(body.iter(f"{{{_W}}}sdt")):
        gallery = box.find("w:sdtPr/w:docPartObj/w:docPartGallery", _NAMES)
        if gallery is not None and "Contents" in (gallery.get(f"{{{_W}}}val") or ""):
            taken.append(box)
    for paragraph in body.iter(f"{{{_W}}}p"):
        style = paragraph.find("w:pPr/w:pStyle", _NAMES)
        name = styles.get(style.get(f"{{{_W}}}val") or "", "") if style is not None else ""
        if _CONTENTS.match(name):
            taken.append(paragraph)
    words = " ".join(_words(one) for one in taken if not any(a in taken for a in one.iterancestors()))
    for one in taken:
        parent = one.getparent()
        if parent is not None:
            parent.remove(one)
    if words:
        message = "The table of contents is not kept: “{words}”."
        notes.left_out(1, message, words, "Readers find their way by the headings.")


def _tell_unread(body: etree._Element, parts: dict[str, bytes], notes: AdoptionNotes) -> None:
    """Tells of what people see in a word processor and mammoth does not read."""
    for kind, message in (
        ("header", "A header of the pages is not kept: “{words}”."),
        ("footer", "A footer of the pages is not kept: “{words}”."),
        ("comments", "Comments are not kept: “{words}”."),
    ):
        names = sorted(name for name in parts if re.fullmatch(rf"word/{kind}\d*\.xml", name))
        said = dict.fromkeys(w for name in names if (tree := _tree(parts[name])) is not None and (w := _words(tree)))
        if said:
            notes.left_out(1, message, " / ".join(said))
    for name, message, hint in (
        (
            "c:chart",
            "A chart is not kept: {words}.",
            "Save its figures as a CSV file and show it: docs/content-format.md.",
        ),
        ("dgm:relIds", "A diagram is not kept: {words}.", "Save it as a picture, or say in words what it shows."),
        ("w:object", "An embedded object is not kept: {words}.", "Save it as a picture or as a document to link to."),
    ):
        prefix, tag = name.split(":")
        for one in body.iter(f"{{{_NAMES[prefix]}}}{tag}"):
            notes.left_out(1, message, _description(one), hint)
    for formula in body.iter(f"{{{_NAMES['m']}}}oMath"):
        if next(formula.iterancestors(f"{{{_NAMES['m']}}}oMath"), None) is None:
            signs = "".join(formula.itertext())
            notes.left_out(1, "A formula is not kept: “{words}”.", signs, "Write it in words or as a picture.")


def _description(element: etree._Element) -> str:
    drawing = next(element.iterancestors(f"{{{_NAMES['wp']}}}inline", f"{{{_NAMES['wp']}}}anchor"), None)
    stated = drawing.find("wp:docPr", _NAMES) if drawing is not None else None
    return (stated.get("descr") or stated.get("name") or "") if stated is not None else ""


def _converted(parts: dict[str, bytes], pictures: dict[str, FoundPicture], notes: AdoptionNotes) -> str | None:
    def shown(image: object) -> dict[str, str]:
        try:
            with image.open() as file:  # type: ignore[attr-defined]  # mammoth publishes no types
                data = file.read()
        except Exception:  # noqa: BLE001 - mammoth has no errors of its own for what lies outside the document
            return {"src": ""}
        ending = image.content_type.rpartition("/")[2].lower().replace("jpeg", "jpg")  # type: ignore[attr-defined]
        name = f"picture-{len(pictures) + 1}.{re.sub('[^a-z0-9]', '', ending.removeprefix('x-')) or 'bin'}"
        pictures[name] = FoundPicture(name, data)
        return {"src": name}

    packed = io.BytesIO()
    with ZipFile(packed, "w") as archive:
        for name, data in parts.items():
            # What is no text is not looked at for entities, and no picture lies outside the document.
            archive.writestr(name, b"<x/>" if name.endswith((".xml", ".rels")) and b"<!DOCTYPE" in data else data)
    packed.seek(0)
    try:
        done = mammoth.convert_to_html(
            packed,
            style_map=_STYLES,
            include_embedded_style_map=False,
            external_file_access=False,
            convert_image=mammoth.images.img_element(shown),
        )
    except Exception as fault:  # noqa: BLE001 - mammoth has no errors of its own; a damaged document raises any
        message, hint = "The document cannot be read ({reason}).", "Open it in a word processor and save it as .docx."
        notes.refuse(1, "unreadable-document", message, hint, reason=f"{type(fault).__name__}: {fault}"[:200])
        return None
    return str(done.value)


def _words(tree: etree._Element, *, deleted: bool = False) -> str:
    """The words in a part of the document; a paragraph, a cell, a break and a tab part words."""
    return " ".join("".join(_pieces(tree, deleted=deleted)).split())


def _pieces(tree: etree._Element, *, deleted: bool) -> Iterator[str]:
    for element in tree.iter(f"{{{_W}}}*"):
        name = etree.QName(element).localname
        if name == "t" or (deleted and name == "delText"):
            yield element.text or ""
        elif name in ("p", "tab", "br", "cr", "tc"):
            yield " "
        elif name == "noBreakHyphen":
            yield "\u2011"


def _is_on(element: etree._Element | None) -> bool:
    return element is not None and element.get(f"{{{_W}}}val") not in ("0", "false", "off")


def _style_names(styles: etree._Element | None) -> dict[str, str]:
    found = styles.iterfind("w:style", _NAMES) if styles is not None else ()
    names = ((style.get(f"{{{_W}}}styleId") or "", style.find("w:name", _NAMES)) for style in found)
    return {key: str(name.get(f"{{{_W}}}val") or "") for key, name in names if name is not None}


def _notes_part(parts: dict[str, bytes], name: str) -> etree._Element | None:
    return _tree(parts.get(f"word/{name}.xml", b""))


def _title(parts: dict[str, bytes]) -> str:
    core = _tree(parts.get("docProps/core.xml", b""))
    return " ".join((core.findtext("dc:title", "", _NAMES) if core is not None else "").split())


def _language(parts: dict[str, bytes]) -> str:
    styles = _tree(parts.get("word/styles.xml", b""))
    stated = styles.find("w:docDefaults/w:rPrDefault/w:rPr/w:lang", _NAMES) if styles is not None else None
    return str(stated.get(f"{{{_W}}}val") or "") if stated is not None else ""
