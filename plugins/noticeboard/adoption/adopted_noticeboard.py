"""Another Noticeboard's content -> announcements here, with the terms that are called so here."""

from __future__ import annotations

from posixpath import splitext
from typing import TYPE_CHECKING

from noticeboard.adoption.adopted_version import AdoptedVersion
from noticeboard.adoption.adoption_notes import AdoptionNotes, FoundPicture
from noticeboard.sources.folder_names import is_name
from noticeboard.sources.front_matter import parse
from noticeboard.sources.front_matter_edit import EditError, set_key
from noticeboard.sources.stray_files import is_left_behind
from noticeboard.sources.text_decoding import MOST_BYTES_OF_TERMS, decode
from noticeboard.sources.vocabulary import read_vocabulary
from noticeboard.sources.yaml12 import load

if TYPE_CHECKING:
    from collections.abc import Mapping

    from noticeboard.adoption.site_request import SiteRequest
    from noticeboard.adoption.term_mapping import TermMapping

_PARTS = 3
_OWN = ("vocabularies/", "translations/")


def adopted_noticeboard(request: SiteRequest) -> list[AdoptedVersion]:
    """The versions with their bytes unchanged, except for terms that have other names here."""
    root = "content/" if "content/platform.yml" in request.paths else ""
    labels = _labels(request, root)
    texts = (path for path in sorted(request.paths) if _is_text(path, root))
    return [_adopted(path, path.removeprefix(root), labels, request) for path in texts]


def _is_text(path: str, root: str) -> bool:
    """Whether the file is a version of an announcement."""
    place = path.removeprefix(root)
    if not path.startswith(root) or place.startswith(_OWN) or not place.endswith(".md"):
        return False
    parts = place.split("/")
    return len(parts) == _PARTS and is_name(parts[1])


def _adopted(
    path: str, place: str, labels: Mapping[str, Mapping[str, list[str]]], request: SiteRequest
) -> AdoptedVersion:
    """The version at a path, which is at `place` below the other platform's content folder."""
    notes = AdoptionNotes(request.shown(path))
    former, name, file = place.split("/")
    kind, lang = _kind(former, request, notes), splitext(file)[0]
    if lang not in request.languages:
        message = "The platform does not offer the language {lang}, so the text is not adopted."
        hint = "Add it to `languages` in platform.yml, or leave the text out."
        notes.refuse(1, "not-adopted", message, hint, lang=lang)
        return AdoptedVersion("", (), "", (), tuple(notes.problems))
    data = _with_terms(request.read(path), labels, request.terms, notes)
    files = tuple(FoundPicture(one.rpartition("/")[2], None, one) for one in _beside(path, request))
    return AdoptedVersion(f"{kind}/{name}/{file}", (), "", files, tuple(notes.problems), data)


def _kind(former: str, request: SiteRequest, notes: AdoptionNotes) -> str:
    """The kind here: the same, or with a warning the one that the request names for unknown kinds."""
    if former in {kind.name for kind in request.kinds}:
        return former
    if former != request.kind:
        message, hint = "There is no kind {kind} here; the text becomes one of {other}.", "Look at its front matter."
        notes.warn(1, "key-not-kept", message, hint, kind=former, other=request.kind)
    return request.kind


def _beside(path: str, request: SiteRequest) -> list[str]:
    folder = f"{path.rpartition('/')[0]}/"
    inside = (one for one in request.paths if one.startswith(folder) and "/" not in one.removeprefix(folder))
    return sorted(one for one in inside if not one.endswith(".md") and not is_left_behind(one.rpartition("/")[2]))


def _labels(request: SiteRequest, root: str) -> dict[str, dict[str, list[str]]]:
    """What each term of the other platform is called, by vocabulary and id: the id itself first, then its labels."""
    found: dict[str, dict[str, list[str]]] = {}
    for path in sorted(request.paths):
        place = path.removeprefix(root)
        if path.startswith(f"{root}vocabularies/") and place.endswith(".yml"):
            name = place.removeprefix("vocabularies/").removesuffix(".yml")
            vocabulary, _ = read_vocabulary(name, load(decode(request.read(path), path, MOST_BYTES_OF_TERMS)[0], path))
            found[name] = {term.id: [term.id, *(label for _, label in term.labels)] for term in vocabulary.terms}
    return found


def _with_terms(
    data: bytes, labels: Mapping[str, Mapping[str, list[str]]], terms: TermMapping, notes: AdoptionNotes
) -> bytes:
    front = parse(decode(data, "")[0], "")
    for name, known in labels.items():
        stated = front.values.get(name)
        if not isinstance(stated, list):
            continue
        pairs = [(str(one), _here(known.get(str(one), [str(one)]), name, terms)) for one in stated]
        kept = list(dict.fromkeys(term for _, term in pairs if term))
        if lost := [one for one, term in pairs if not term]:
            message = "No term here has such a name, so these categories or tags are left out: {words}."
            hint = "Name a file with --terms. The command writes it for you to fill in."
            notes.warn(1, "term-not-kept", message, hint, words=", ".join(lost))
        try:
            data = data if kept == stated else set_key(data, name, kept or ["???"])
        except EditError:
            message, hint = "The line `{key}` cannot be changed as it is written.", "Correct the terms in it by hand."
            notes.warn(1, "term-not-kept", message, hint, key=name)
    return data


def _here(names: list[str], vocabulary: str, terms: TermMapping) -> str:
    """The id in the vocabulary of that name of the term that has one of these names; "" if none does."""
    found = (terms.term(name).partition("/") for name in names[:1])
    more = (terms.term_of(name).partition("/") for name in names[1:])
    return next((term for first, _, term in (*found, *more) if term and first == vocabulary), "")
