"""Pictures as a Markdown extension: a picture alone in its block becomes a <figure> with a slot inside."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote

from markdown.treeprocessors import Treeprocessor

from noticeboard.markdown.render.link_extension import written
from noticeboard.markdown.render.link_targets import classify
from noticeboard.markdown.render.parsed_text import PictureUse

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from noticeboard.markdown.render.collector import Collector
    from noticeboard.model import Location


class Figures(Treeprocessor):
    """Takes every picture out of the tree and leaves a figure where it may be."""

    collector: Collector

    def run(self, root: Element) -> None:
        """Rewrites the pictures below root."""
        blocks = set(root)
        for parent in list(root.iter()):
            for image in parent.findall("img"):
                self._picture(parent, image, alone=parent in blocks and _alone(parent, image))

    def _picture(self, parent: Element, image: Element, *, alone: bool) -> None:
        source = written(image.get("src", ""))
        location = self.collector.locations.picture(source)
        if not alone:
            self.collector.fault(
                location,
                "picture-not-alone",
                "A picture is in the middle of a text.",
                "Put it in a paragraph of its own, with an empty line before and after.",
            )
        self._note(image, source, location)
        slot = self.collector.slot("figure", str(len(self.collector.pictures) - 1))
        if alone:
            parent.clear()
            parent.tag = "figure"
            parent.text = slot
        else:
            parent.remove(image)

    def _note(self, image: Element, source: str, location: Location) -> None:
        alt = written(image.get("alt", "")).strip()
        if not alt:
            message = "The picture {file} has no alternative text."
            hint = "Say between the square brackets what it shows: ![what it shows](file)."
            self.collector.fault(location, "missing-alt", message, hint, file=source)
        target = classify(source, self.collector.folder)
        beside = target.kind == "file" and _beside(target.value, self.collector.folder)
        if not beside:
            message = "The picture '{file}' is not in the folder of this announcement."
            hint = "Put the file beside this text and give its name alone."
            self.collector.fault(location, "path-leaves-folder", message, hint, file=source)
        self.collector.pictures.append(
            PictureUse(
                file=target.value.rpartition("/")[2] if beside else unquote(source),
                alt=alt,
                credit=written(image.get("credit", "")).strip(),
                caption=written(image.get("title", "")).strip(),
                location=location,
            )
        )


def _beside(path: str, folder: str) -> bool:
    return path.rpartition("/")[0] == folder


def _alone(parent: Element, image: Element) -> bool:
    """Whether the picture is all that its paragraph holds."""
    return parent.tag == "p" and len(parent) == 1 and not ((parent.text or "") + (image.tail or "")).strip()
