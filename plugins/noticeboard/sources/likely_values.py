"""Front matter values that cannot be read -> a hint with the value that was most likely meant."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from noticeboard.languages.date_guesses import likely_days
from noticeboard.languages.tag_guesses import likely_tag
from noticeboard.model import error

if TYPE_CHECKING:
    from collections.abc import Callable

    from noticeboard.model import Problem

_CURLY = "\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u00ab\u00bb"
_MEAN = "Did you mean {nearest}?"
_SEPARATED = re.compile(r"\s*[,;]\s*")


def with_likely_value(problem: Problem, value: object) -> Problem:
    """The problem with a hint that names the value which was probably meant, if there is one.

    The language of its file comes from its location.
    """
    if not isinstance(value, str):
        return problem
    bare = value.strip().strip(_CURLY).strip()
    if value.strip()[:1] in _CURLY and value.strip()[-1:] in _CURLY and bare:
        message = "The value is in curly quotation marks, which do not count as quotes."
        return _told(problem, message, "Take them away, or write straight ones: {nearest}", nearest=f'"{bare}"')
    likely = _LIKELY.get(problem.name)
    return likely(problem, bare) if likely else problem


def slug(text: str) -> str:
    """A name for folders and terms that a text comes near: "École d'été" is "ecole-d-ete"; "" if nothing is left."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def _date(problem: Problem, value: str) -> Problem:
    lang = problem.location.path.rpartition("/")[2].removesuffix(".md")
    days = [day.isoformat() for day in likely_days(value, lang)]
    if len(days) > 1:
        hint = "Write {nearest} or {other}, whichever is meant."
        return _told(problem, problem.message, hint, nearest=days[0], other=days[1])
    return _told(problem, problem.message, _MEAN, nearest=days[0]) if days else problem


def _language(problem: Problem, value: str) -> Problem:
    tag = likely_tag(value)
    return _told(problem, problem.message, _MEAN, nearest=tag) if tag and tag != value else problem


def _type(problem: Problem, value: str) -> Problem:
    if problem.message == "A list is expected here.":
        entries = [entry for entry in _SEPARATED.split(value) if entry]
        return _told(problem, problem.message, "Write it as a list: {nearest}", nearest=f"[{', '.join(entries)}]")
    if "is not a name" in problem.message and (near := slug(value.rpartition("/")[2])):
        return _told(problem, problem.message, _MEAN, nearest=near)
    if "minutes" in problem.message and (number := re.match(r"\d{1,4}", value)):
        return _told(problem, problem.message, _MEAN, nearest=number[0])
    return problem


def _address(problem: Problem, value: str) -> Problem:
    """An address that only lacks https:// in front."""
    rest = value.removeprefix("http://").removeprefix("//")
    if re.fullmatch(r"[\w-]+(?:\.[\w-]+)+(?:[:/?#]\S*)?", rest) and "begin with https" in problem.message:
        return _told(problem, problem.message, _MEAN, nearest=f"https://{rest}")
    return problem


def _told(problem: Problem, message: str, hint: str, **values: str) -> Problem:
    return error(problem.location, problem.name, message, hint, **(dict(problem.values) | values))


_LIKELY: dict[str, Callable[[Problem, str], Problem]] = {
    "wrong-date": _date,
    "wrong-language": _language,
    "wrong-type": _type,
    "unsafe-address": _address,
}
