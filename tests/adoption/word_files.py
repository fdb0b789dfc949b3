"""Small Word documents, with only the parts that a word processor must write."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

if TYPE_CHECKING:
    from collections.abc import Mapping

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STYLES = {"Title": "Title", "H1": "heading 1", "H2": "heading 2", "H3": "heading 3", "TOC1": "toc 1"}
_TYPES = """<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>
<Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
</Types>"""
_MAIN = f"""<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="{_KIND}/officeDocument" Target="word/document.xml"/></Relationships>"""


def run(text: str, properties: str = "") -> str:
    """A run of words with properties such as `<w:b/>`."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content: str, style: str = "") -> str:
    """A paragraph in a style; plain words become a run."""
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{named}{content if content.startswith('<') else run(content)}</w:p>"


def part(content: str, root: str = "document") -> str:
    """A part of the document with this content."""
    names = f'{_W} {_R} xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {names}>{content}</w:{root}>'


def document(*paragraphs: str, parts: Mapping[str, str | bytes] | None = None, links: str = "") -> bytes:
    """The bytes of a Word document; `parts` are further files in it, `links` further relationships."""
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
        for key, name in _STYLES.items()
    )
    language = '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="nl-NL"/></w:rPr></w:rPrDefault></w:docDefaults>'
    relationships = f"""<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="s" Type="{_KIND}/styles" Target="styles.xml"/>
<Relationship Id="f" Type="{_KIND}/footnotes" Target="footnotes.xml"/>{links}</Relationships>"""
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _MAIN,
        "word/_rels/document.xml.rels": relationships,
        "word/styles.xml": part(language + styles, "styles"),
        "word/footnotes.xml": part("", "footnotes"),
        "word/document.xml": part(f"<w:body>{''.join(paragraphs)}</w:body>"),
        **(parts or {}),
    }
    packed = io.BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return packed.getvalue()
