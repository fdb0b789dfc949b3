"""Data files as a Markdown extension: a CSV file shown like a picture becomes a <figure> with a slot inside."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING
from urllib.parse import unquote

from markdown.treeprocessors import Treeprocessor

from noticeboard.markdown.render.link_extension import written
from noticeboard.markdown.render.link_targets import classify
from noticeboard.markdown.render.parsed_text import DataUse

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from noticeboard.markdown.render.collector import Collector
    from noticeboard.model import Location

CHARTS = ("bar", "stacked", "line")
_ATTRIBUTES = ("chart", "credit", "unit")
_OWN = {"src", "alt", "title"}
_ENDING = ".csv"


class DataFigures(Treeprocessor):
    """Removes every data file from the tree and leaves one figure for those that are side by side."""

    collector: Collector

    def run(self, root: Element) -> None:
        """Rewrites the data files below root."""
        blocks = set(root)
        for parent in list(root.iter()):
            shown = [image for image in parent.findall("img") if _is_data(image)]
            if shown:
                self._data(parent, shown, alone=parent in blocks and _alone(parent, shown))

    def _data(self, parent: Element, shown: list[Element], *, alone: bool) -> None:
        first = len(self.collector.data)
        for image in shown:
            location = self.collector.locations.picture(written(image.get("src", "")))
            if not alone:
                message = "A table of figures is in the middle of a text."
                hint = "Put it in a paragraph of its own, with an empty line before and after."
                self.collector.fault(location, "picture-not-alone", message, hint)
                parent.remove(image)
            self._note(image, location)
        if alone:
            parent.clear()
            parent.tag = "figure"
            parent.text = self.collector.slot("data", " ".join(map(str, range(first, len(self.collector.data)))))

    def _note(self, image: Element, location: Location) -> None:
        given = {name: written(value).strip() for name, value in image.attrib.items()}
        source = given.get("src", "")
        self._attributes(given, location)
        if not given.get("alt"):
            message = "The table of figures {file} has no sentence that says what it shows."
            hint = "Say the most important thing between the square brackets: ![most schools have mentors](file.csv)."
            self.collector.fault(location, "missing-alt", message, hint, file=source)
        self.collector.data.append(
            DataUse(
                file=self._file_name(source, location),
                alt=given.get("alt", ""),
                credit=given.get("credit", ""),
                caption=given.get("title", ""),
                chart=given.get("chart", ""),
                unit=given.get("unit", ""),
                location=location,
            )
        )

    def _file_name(self, source: str, location: Location) -> str:
        """The name of the file, which must be in the announcement's folder."""
        target = classify(source, self.collector.folder)
        folder, _, name = target.value.rpartition("/")
        if target.kind == "file" and folder == self.collector.folder:
            return name
        message = "The file '{file}' is not in the folder of this announcement."
        hint = "Put the file beside this text and give its name alone."
        self.collector.fault(location, "path-leaves-folder", message, hint, file=source)
        return unquote(source)

    def _attributes(self, given: dict[str, str], location: Location) -> None:
        for name in sorted(given.keys() - _OWN - set(_ATTRIBUTES)):
            message = "'{attribute}' cannot be used with a table of figures."
            self._unknown(name, _ATTRIBUTES, message, location)
        if given.get("chart", CHARTS[0]) not in CHARTS:
            self._unknown(given["chart"], CHARTS, "'{attribute}' is not a kind of chart.", location)

    def _unknown(self, name: str, known: tuple[str, ...], message: str, location: Location) -> None:
        close = get_close_matches(name, known, n=1, cutoff=0.5)
        hint = "Did you mean {nearest}?" if close else "Choose one of: {known}."
        values = {"nearest": close[0]} if close else {"known": ", ".join(known)}
        self.collector.fault(location, "wrong-chart", message, hint, attribute=name, **values)


def _is_data(image: Element) -> bool:
    return written(image.get("src", "")).strip().lower().endswith(_ENDING)


def _alone(parent: Element, shown: list[Element]) -> bool:
    """Whether the data files are all that their paragraph holds."""
    texts = [parent.text, *(image.tail for image in shown)]
    return parent.tag == "p" and len(parent) == len(shown) and not any((text or "").strip() for text in texts)
