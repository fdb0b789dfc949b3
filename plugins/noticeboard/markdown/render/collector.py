"""What the Markdown extensions find in one text: slots, links, pictures, headings and problems with places."""

from __future__ import annotations

from dataclasses import dataclass, field

from noticeboard.markdown.render.link_targets import LinkTarget, classify
from noticeboard.markdown.render.parsed_text import DataUse, LinkUse, PictureUse
from noticeboard.markdown.render.slots import Slot, token
from noticeboard.markdown.source_map.tree_positions import TreePositions
from noticeboard.model import Location, Problem, error

RESERVED_IDS = "nb-"
_NOTES = ("fn:", "fnref:")
"""What the ids of footnotes and of the ways to them begin with."""


@dataclass(slots=True)
class Collector:
    """The notes of one run over one text; `folder` is the announcement's, `lang` the version's language.

    `ids` has the explicit ids in the order in which they first stand, as keys.
    """

    path: str = ""
    folder: str = ""
    lang: str = ""
    locations: TreePositions = field(default_factory=lambda: TreePositions("", "", 1))
    slots: list[Slot] = field(default_factory=list)
    links: list[LinkUse] = field(default_factory=list)
    pictures: list[PictureUse] = field(default_factory=list)
    data: list[DataUse] = field(default_factory=list)
    heading_ids: list[str] = field(default_factory=list)
    ids: dict[str, None] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def slot(self, kind: str, value: str = "", fragment: str = "") -> str:
        """The token of a new slot."""
        self.slots.append(Slot(kind, value, fragment))
        return token(len(self.slots) - 1)

    def link(self, written: str, words: str = "") -> LinkTarget:
        """The meaning of a link's target; notes the link with its words, or the problem with it."""
        target = classify(written, self.folder)
        location = self.locations.link(written)
        if target.kind == "bad":
            self.fault(location, target.name, target.message, target.hint, address=written.strip())
        else:
            self.links.append(
                LinkUse(target.kind, target.value, target.fragment, location, target.version, self.lang, words)
            )
        return target

    def id(self, explicit: str, location: Location | None = None) -> None:
        """Notes an id that an author gave, and the problem with it; finds its place if none is given."""
        fault = ""
        if explicit in self.ids:
            fault = "The id '{id}' appears twice in this text."
        elif explicit.startswith(RESERVED_IDS):
            fault = "Ids that begin with '{reserved}' belong to the theme."
        elif explicit.startswith(_NOTES):
            fault = "The id '{id}' belongs to a footnote."
        if fault:
            hint = "Choose another id."
            place = location or self.locations.id(explicit)
            self.fault(place, "duplicate-id", fault, hint, id=explicit, reserved=RESERVED_IDS)
        self.ids.setdefault(explicit)

    def fault(self, location: Location, name: str, message: str, hint: str, /, **values: object) -> None:
        """Notes an error: templates, and the values they name."""
        self.problems.append(error(location, name, message, hint, **values))
