"""What the Markdown extensions find in one text: slots, links, pictures, headings and problems with places."""

from __future__ import annotations

from dataclasses import dataclass, field

from noticeboard.model import Place, Problem, error
from noticeboard.prose.places import Places
from noticeboard.prose.slots import Slot, token
from noticeboard.prose.targets import Target, classify
from noticeboard.prose.text import LinkUse, PictureUse


@dataclass(slots=True)
class Collector:
    """The notes of one run over one text; `folder` is the announcement's, `lang` the version's language."""

    path: str = ""
    folder: str = ""
    lang: str = ""
    places: Places = field(default_factory=lambda: Places("", "", 1))
    slots: list[Slot] = field(default_factory=list)
    links: list[LinkUse] = field(default_factory=list)
    pictures: list[PictureUse] = field(default_factory=list)
    heading_ids: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def slot(self, kind: str, value: str = "", fragment: str = "") -> str:
        """The token of a new slot."""
        self.slots.append(Slot(kind, value, fragment))
        return token(len(self.slots) - 1)

    def link(self, written: str) -> Target:
        """The meaning of a link's target; notes the link, or the problem with it."""
        target = classify(written, self.folder)
        place = self.places.link(written)
        if target.kind == "bad":
            self.fault(place, target.name, target.what, target.todo, address=written.strip())
        else:
            self.links.append(LinkUse(target.kind, target.value, target.fragment, place, target.version))
        return target

    def fault(self, place: Place, name: str, what: str, todo: str, /, **values: object) -> None:
        """Notes an error: templates, and the values they name."""
        self.problems.append(error(place, name, what, todo, **values))
