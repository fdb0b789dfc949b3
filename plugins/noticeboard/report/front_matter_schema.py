"""The JSON Schema of a platform's front matter, for editors that complete and check while people write."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from noticeboard.checks.explanations import explanations
from noticeboard.fields.front_matter_keys import KEYS
from noticeboard.languages.language_names import language_name
from noticeboard.model import Severity
from noticeboard.sources.header import HeaderFields

if TYPE_CHECKING:
    from collections.abc import Iterable

    from noticeboard.model import Vocabulary
    from noticeboard.settings import Settings

    Schema = dict[str, object]

DRAFT = "http://json-schema.org/draft-07/schema#"
"""The newest draft that the usual editors' validators read."""


def front_matter_schema(settings: Settings, vocabularies: Iterable[Vocabulary]) -> str:
    """The schema as JSON: every key with what it means, the platform's languages, and its vocabularies' terms."""
    offered = _choice((tag, language_name(tag, "en")) for tag in settings.languages)
    for_platform = {"languages": offered, "warnings": _silenceable()}
    properties: Schema = {name: {**_shape(name, for_platform), "description": key.doc} for name, key in KEYS.items()}
    for vocabulary in vocabularies:
        properties[vocabulary.name] = _terms(vocabulary, settings.default_language)
    schema = {
        "$schema": DRAFT,
        "title": "Front matter of a version",
        "type": "object",
        "required": [name for name, key in KEYS.items() if key.required],
        "additionalProperties": False,
        "properties": properties,
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _shape(key: str, for_platform: dict[str, Schema]) -> Schema:
    """What the key's value must look like, without null, which is no value here, and without made-up titles."""
    found = HeaderFields.model_json_schema()["properties"][key]
    shapes = [s for s in found.get("anyOf", [found]) if s.get("type") != "null"]
    filled = (_filled(s, for_platform) for s in shapes)
    plain = [{k: v for k, v in s.items() if k not in ("title", "default")} for s in filled]
    return plain[0] if len(plain) == 1 else {"anyOf": plain}


def _filled(shape: Any, for_platform: dict[str, Schema]) -> Any:  # noqa: ANN401 - JSON has no type
    """The shape with what the platform knows in the place of {"platform": …}."""
    if isinstance(shape, list):
        return [_filled(one, for_platform) for one in shape]
    if not isinstance(shape, dict):
        return shape
    if "platform" in shape:
        return for_platform[shape["platform"]]
    return {key: _filled(value, for_platform) for key, value in shape.items()}


def _list(item: Schema) -> Schema:
    return {"type": "array", "items": item, "minItems": 1, "uniqueItems": True}


def _silenceable() -> Schema:
    return _choice((e.name, e.why) for e in explanations().values() if e.severity is Severity.WARNING)


def _terms(vocabulary: Vocabulary, default: str) -> Schema:
    pairs = ((t.id, dict(t.labels).get(default) or t.id) for t in vocabulary.terms)
    description = f"Ids of terms from vocabularies/{vocabulary.name}.yml, in the order to show."
    return {**_list(_choice(pairs)), "minItems": 0, "description": description}


def _choice(pairs: Iterable[tuple[str, str]]) -> Schema:
    """One of these words, each with what editors show beside it."""
    words = dict(pairs)
    return {"type": "string", "enum": list(words), "enumDescriptions": list(words.values())}
