"""The JSON Schema of a platform's front matter, for editors that complete and check while people write."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from noticeboard.checks.explanations import explanations
from noticeboard.languages.language_names import language_name
from noticeboard.model import Severity
from noticeboard.report.key_docs import KEYS
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
    properties: Schema = {key: {**_shape(key, offered), "description": KEYS[key]} for key in HeaderFields.model_fields}
    for vocabulary in vocabularies:
        properties[vocabulary.name] = _terms(vocabulary, settings.default_language)
    schema = {
        "$schema": DRAFT,
        "title": "Front matter of a version",
        "type": "object",
        "required": ["title"],
        "additionalProperties": False,
        "properties": properties,
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _shape(key: str, offered: Schema) -> Schema:
    """What the key's value must look like: as pydantic says, and what only the platform or our own checks know."""
    tag: Schema = {"type": "string", "pattern": "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"}
    name: Schema = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}
    https: Schema = {"type": "string", "pattern": "^https://[^\\s]+$"}
    text: Schema = {"type": "string", "minLength": 1}
    known: dict[str, Schema] = {
        "title": text,
        "summary": text,
        "translates": {"anyOf": [offered, _stamp(offered)]},
        "ignore": {"type": "object", "propertyNames": _silenceable(), "additionalProperties": text},
        "survey": https,
        "privacy": https,
        "questionnaire_languages": _list(tag),
        "duration": {"type": "integer", "minimum": 1, "maximum": 1440},
        "results_of": name,
        "image": {"type": "string", "pattern": "^[^./\\\\][^/\\\\]*$"},
        "image_credit": text,
        "languages": _list(offered),
        "expected": {"type": "object", "propertyNames": offered, "additionalProperties": _pydantic("published")},
        "moved_from": {"type": "array", "items": {"type": "string", "pattern": "^([a-z0-9-]+/)?[a-z0-9-]+$"}},
    }
    return known.get(key) or _pydantic(key)


def _pydantic(key: str) -> Schema:
    """The shape that the model itself gives, without null, which is no value here, and without made-up titles."""
    found = HeaderFields.model_json_schema()["properties"][key]
    shapes = [s for s in found.get("anyOf", [found]) if s.get("type") != "null"]
    plain = [{k: v for k, v in s.items() if k not in ("title", "default")} for s in shapes]
    return plain[0] if len(plain) == 1 else {"anyOf": plain}


def _list(item: Schema) -> Schema:
    return {"type": "array", "items": item, "minItems": 1, "uniqueItems": True}


def _stamp(language: Schema) -> Schema:
    properties = {"language": language, "digest": {"type": "string"}}
    return {"type": "object", "required": ["language"], "additionalProperties": False, "properties": properties}


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
