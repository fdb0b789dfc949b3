"""The first content of a platform: platform.yml, vocabularies, and an example of each kind in two languages."""

from __future__ import annotations

import json
import tomllib
from datetime import timedelta
from importlib.resources import files
from pathlib import PurePath
from typing import TYPE_CHECKING

from noticeboard.markdown.segments.stamps import stamp
from noticeboard.site.segment_texts import segmented

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from noticeboard.shell.begin.starter_answers import Answers

Words = dict[str, dict[str, list[str]]]

_TERMS = {"audience": {"everyone": 0, "organisations": 1}, "tags": {"environment": 2, "health": 3}}
"""Vocabulary -> term -> the index of its label among the words."""

_DAYS = 60
"""How long the example survey is open."""


def words() -> Words:
    """The words of the examples, by language."""
    return tomllib.loads(files("noticeboard").joinpath("starter", "examples.toml").read_text("utf-8"))


def content(answers: Answers, today: date) -> dict[str, str]:
    """The files of the content folder, by path below it; published examples have that day."""
    known = words()
    return {
        "platform.yml": platform(answers, today, known),
        **({f"vocabularies/{name}.yml": _vocabulary(name, answers, known) for name in _TERMS}),
        **(dict(_examples(answers, known, today)) if answers.examples else {}),
    }


def platform(answers: Answers, today: date, known: Words) -> str:
    """platform.yml. Its strings are written as JSON, which YAML reads in the same way (YAML 1.2, 1.3)."""
    lines = [
        "# The platform itself. All keys: docs/content-format.md of Noticeboard.",
        "",
        f"name: {_quoted(answers.name)}",
        f"languages: [{', '.join(answers.languages)}]",
        f"default_language: {answers.languages[0]}",
        f"time_zone: {answers.time_zone}",
    ]
    if answers.logo:
        lines.append(f"logo: {_quoted(logo_name(answers))}")
    if answers.colour:
        lines.append(f"colour: {_quoted(answers.colour)}")
    if answers.own_kinds:
        lines += ["", "# Each is a folder of that name. Add the words of the other languages.", "kinds:"]
    for kind in answers.own_kinds:
        one, many = ({answers.languages[0]: label} for label in (kind.one, kind.many))
        lines += [f"  {_key(kind.name)}:", f"    one: {_quoted(one)}", f"    many: {_quoted(many)}"]
    return "\n".join((*lines, *_statement(answers, today, known))) + "\n"


def _statement(answers: Answers, today: date, known: Words) -> Iterator[str]:
    """The accessibility statement of a site that only its program's tests have looked at."""
    shown = [lang for lang in answers.languages if lang in known] or ["en"]
    yield from ("", "# What public bodies must state (Decision (EU) 2018/1523). Correct it before you publish.")
    yield from (
        "accessibility:",
        "  status: partial",
        "  method: automated",
        f"  prepared: {today.isoformat()}",
        "  gaps:",
    )
    yield "    - text:"
    yield from (f"        {lang}: {_quoted(known[lang]['statement'][0])}" for lang in shown)
    yield from ("  feedback: https://example.org/contact", "  enforcement:", "    name:")
    yield from (f"      {lang}: {_quoted(known[lang]['statement'][1])}" for lang in shown)
    yield "    address: https://example.org/enforcement"


def logo_name(answers: Answers) -> str:
    """The name of the logo's file beside platform.yml."""
    return f"logo{PurePath(answers.logo).suffix.lower()}"


def _vocabulary(name: str, answers: Answers, known: Words) -> str:
    lines = []
    for term, location in _TERMS[name].items():
        lines += [f"{term}:", "  labels:"]
        labels = {lang: known[lang]["terms"][location] for lang in answers.languages if lang in known}
        shown = labels or {answers.languages[0]: known["en"]["terms"][location]}
        lines += [f"    {lang}: {_quoted(label)}" for lang, label in shown.items()]
    return "\n".join(lines) + "\n"


def _examples(answers: Answers, known: Words, today: date) -> Iterator[tuple[str, str]]:
    """Path and text of each example, in the first two of the languages that the words are known in."""
    tags = [lang for lang in answers.languages if lang in known][:2] or [answers.languages[0]]
    if answers.languages[0] not in tags:
        tags = [answers.languages[0]]
    for kind in (*answers.kinds, *(own.name for own in answers.own_kinds)):
        if kind == "results" and "surveys" not in answers.kinds:
            continue
        translates = ""
        for lang in tags:
            text = _text(_words(known.get(lang, known["en"]), kind), translates, _facts(kind, today))
            yield f"{kind}/{'about' if kind == 'pages' else 'example'}/{lang}.md", text
            translates = translates or _stamped(tags[0], text)


def _text(words: list[str], translates: str, facts: Mapping[str, object]) -> str:
    title, text = words
    stated = f"translates: {translates}\n" if translates else ""
    keys = "".join(f"{key}: {_value(value)}\n" for key, value in facts.items())
    return f"---\ntitle: {_value(title)}\n{stated}{keys}---\n\n{text}\n"


def _stamped(lang: str, original: str) -> str:
    """What a translation of that text says that it translates, as it is now."""
    digest = stamp(piece.segment for piece in segmented(original.encode()))
    return f"{{language: {lang}, digest: {_quoted(digest)}}}"


def _words(words: dict[str, list[str]], kind: str) -> list[str]:
    """Title and text of the example of a kind; a kind without words of its own has those of any."""
    return words.get(kind) or words["other"]


def _facts(kind: str, today: date) -> Mapping[str, object]:
    published, later = {"published": today.isoformat()}, (today + timedelta(days=_DAYS)).isoformat()
    terms = {"audience": ["everyone"], "tags": ["environment"]}
    if kind == "surveys":
        return {**published, "deadline": later, "survey": "https://example.org/survey?language={lang}", **terms}
    if kind == "events":
        return {**published, "starts": later, **terms}
    if kind == "results":
        return {**published, "results_of": "surveys/example"}
    return {} if kind == "pages" else published


def _value(value: object) -> str:
    plain = isinstance(value, str) and not set(value) & set(":#{}[],&*!|>'\"%@`")
    return str(value) if plain or (isinstance(value, str) and value.startswith("https://")) else _quoted(value)


def _key(name: str) -> str:
    """The name as a key of YAML, in quotes where it would be read as a number or as true, false or null."""
    plain = name[:1].isalpha() and name not in ("true", "false", "null")
    return name if plain else _quoted(name)


def _quoted(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
