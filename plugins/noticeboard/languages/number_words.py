"""Numbers and hours in words: whether a text says in words what another says in digits."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from itertools import chain

from noticeboard.languages.tags import shortened

_ROMAN = {
    1000: "M",
    900: "CM",
    500: "D",
    400: "CD",
    100: "C",
    90: "XC",
    50: "L",
    40: "XL",
    10: "X",
    9: "IX",
    5: "V",
    4: "IV",
    1: "I",
}
_LARGEST_ROMAN = 3999
_HUNDRED, _THOUSAND, _MILLION = 100, 1000, 1_000_000
_TWENTY = 20
_DECADES = range(1900, 2100, 10)
_SHARES = {"50": "half", "25": "quarter", "75": "quarter", "0.5": "half", "0.25": "quarter", "0.75": "quarter"}
_PARTS = {"15": "quarter", "30": "half", "45": "quarter"}
_MIDNIGHT = ("24:00", "23:59", "0:00", "00:00")
_HALF_DAY = 12
_NEAR = 25
"""Characters between a number in words and what makes it a time."""

Words = dict[str, str | list[str]]


def in_words(text: str, value: str, tag: str) -> bool:
    """Whether a text in that language has a number or time in words or Roman numerals.

    `value` is as in languages/readings.py. Known words are numbers up to a hundred, whole hundreds, thousands and
    millions, decades ("the nineties"), halves and quarters, hours, half hours and quarters of an hour in the 24
    official languages (number_words.toml). In other languages the answer is always yes.
    """
    text = text.replace("\u2019", "'").replace("\u00ad", "")
    words = next((number_words()[t] for t in shortened(tag) if t in number_words()), None)
    if ":" in value:
        return words is None or _says_time(text, value, tag)
    share = _SHARES.get(value.rstrip("%"))
    if share and (words is None or _has(text, _one_of(tag, share), tag)):
        return True
    whole, _, rest = value.rstrip("%").partition(".")
    if not whole.isdecimal() or rest not in ("", "5"):
        return False
    if _says_hour(text, f"{whole}:00", tag):
        return True
    if rest:
        return words is None or (_says_number(text, int(whole), tag) and _has(text, _one_of(tag, "half"), tag))
    return _says_number(text, int(whole), tag) if words else _is_spoken(int(whole)) or _says_roman(text, int(whole))


@cache
def number_words() -> dict[str, Words]:
    """The tables of number_words.toml, by language."""
    return tomllib.loads(files("noticeboard.languages").joinpath("number_words.toml").read_text(encoding="utf-8"))


def multiplier(tag: str) -> re.Pattern[str] | None:
    """A pattern for the word for thousand, million or billion after a figure, in groups with these names."""
    language = next((t for t in shortened(tag) if t in number_words()), None)
    return _multiplier(language) if language else None


@cache
def _multiplier(language: str) -> re.Pattern[str]:
    named = zip(("thousand", "million", "billion"), ("1000", "million", "billion"), strict=True)
    groups = "|".join(rf"(?P<{name}>{_one_of(language, key)})" for name, key in named)
    return re.compile(rf"\s?(?:{groups})(?!\w)", re.IGNORECASE)


def _is_spoken(number: int) -> bool:
    """Whether people write the number in words."""
    return number <= _HUNDRED or number in (_THOUSAND, _MILLION)


def _says_number(text: str, number: int, tag: str) -> bool:
    if _says_roman(text, number):
        return True
    pattern = _number(tag, number)
    return bool(pattern) and _has(text, pattern, tag)


def _says_roman(text: str, number: int) -> bool:
    if not 0 < number <= _LARGEST_ROMAN:
        return False
    word = _roman(number)
    return word in text and bool(re.search(rf"(?<!\w){word}(?![^\W_]{{3}})", text))


def _says_time(text: str, value: str, tag: str) -> bool:
    """Whether an hour is written in words: "noon", "five in the afternoon", "half past five", "halb sechs"."""
    hour, _, minute = value.partition(":")
    if _says_hour(text, value, tag):
        return True
    if minute not in ("00", *_PARTS):
        return False
    beside = _one_of(tag, _PARTS[minute]) if minute in _PARTS else f"{_one_of(tag, 'hour')}|{_one_of(tag, 'day')}"
    later = [int(hour) + 1] if minute in _PARTS else []
    hours = {h for own in (int(hour), *later) for h in (own, own % _HALF_DAY or _HALF_DAY)}
    said = "|".join(filter(None, (_number(tag, h) for h in sorted(hours))))
    gap = rf"(?!\w)[^.;]{{0,{_NEAR}}}?(?<!\w)"
    return _has(text, rf"(?:{said}){gap}(?:{beside})|(?:{beside}){gap}(?:{said})", tag)


def _says_hour(text: str, value: str, tag: str) -> bool:
    """Whether the text says noon or midnight, if that is the time."""
    key = "noon" if value == "12:00" else "midnight" if value in _MIDNIGHT else ""
    named = _one_of(tag, key) if key else ""
    return bool(named) and _has(text, named, tag)


def _has(text: str, pattern: str, tag: str) -> bool:
    """Whether words of the text match that are not in the row `except`."""
    other = _one_of(tag, "except")
    found = _whole_words(pattern).finditer(text)
    return any(True for _ in found) if not other else any(not _whole_words(other).fullmatch(m[0]) for m in found)


@lru_cache(maxsize=1024)
def _whole_words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=4096)
def _number(tag: str, number: int) -> str:
    """What matches a number in words, "" for one that is not spoken."""
    found = [_one_of(tag, str(number))]
    if number in _DECADES:
        found.append(_number(tag, number % _HUNDRED or _HUNDRED))
    if _TWENTY < number < _HUNDRED:
        found += _joined(tag, number)
    for whole in (_HUNDRED, _THOUSAND, _MILLION):
        count, rest = divmod(number, whole)
        if not rest and 1 < count <= (_HUNDRED if whole > _HUNDRED else 9):
            unit, many = _number(tag, count), _one_of(tag, "million" if whole == _MILLION else str(whole))
            found.append(rf"(?:{unit})[\s-]*(?:{many})" if unit and many else "")
    return "|".join(filter(None, found))


def _joined(tag: str, number: int) -> list[str]:
    """A number such as 47 put together from its ten and its unit, in each way of the language."""
    ten, unit = _one_of(tag, str(number // 10 * 10)), _one_of(tag, str(number % 10))
    if number % 10 == 0 or not ten or not unit:
        return []
    parts = {"ten": f"(?:{ten})", "unit": f"(?:{unit})", "any": r"\w+"}
    return [_spaced(way).format(**parts) for way in _row(tag, "joined")]


def _one_of(tag: str, key: str) -> str:
    """What matches the words of a row, "" if there is none."""
    words = chain.from_iterable(entry.split(" ") for entry in _row(tag, key))
    return "|".join(_spaced(word.replace("_", " ")).replace("*", r"\w*").format(any=r"\w+") for word in words)


def _spaced(words: str) -> str:
    return words.replace(".", r"\.").replace(" ", r"[\s-]+")


def _row(tag: str, key: str) -> list[str]:
    table = next((number_words()[t] for t in shortened(tag) if t in number_words()), {})
    row = table.get(key, [])
    return [row] if isinstance(row, str) else row


@cache
def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN.items():
        written += letters * (number // value)
        number %= value
    return written
