"""One page of each kind, as paths of the demo."""

from __future__ import annotations

ROOT = {
    "chooser": "/",
    "not-found": "/nowhere/",
    "translations": "/translations/",
    "translations into a language": "/translations/hu/",
}
"""The kinds that exist once for all languages."""

_BELOW = {
    "front": "",
    "listing": "surveys/",
    "year": "surveys/2026/",
    "closed survey": "surveys/school-mentoring/",
    "open survey": "surveys/digital-tools/",
    "coming survey": "surveys/language-classes/",
    "results": "results/school-mentoring-results/",
    "term": "audience/teacher/",
    "page": "about/",
    "search": "search/",
    "statement": "accessibility/",
}


def kinds(lang: str) -> dict[str, str]:
    """The path of each kind of page in a language; surveys without a version in it are fallback pages."""
    return {kind: f"/{lang}/{path}" for kind, path in _BELOW.items()}
