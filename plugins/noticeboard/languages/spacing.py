"""Spaces that a language keeps from breaking: before units and per cent, after short words, in French punctuation."""

from __future__ import annotations

import re
from functools import cache

from noticeboard.languages.markup_placeholders import OBJECT, SEAM
from noticeboard.languages.tables import entry

NO_BREAK, NARROW = "\u00a0", "\u202f"
JOINER = "\N{WORD JOINER}"
"""A character without width at which no line breaks."""

_SPACES = " \t\n\u00a0\u202f\u2009"
_NO_SPACES = dict.fromkeys(map(ord, _SPACES))
_GAP = frozenset(_SPACES + SEAM)
_FOLLOWED = f"(?={SEAM}*(?:[\\s)\\]}}\u00bb\u201d\u2019\"'.,\u2026]|$))"
_BEFORE = (
    (re.compile(f"[;!?]+{_FOLLOWED}"), NARROW),
    (re.compile(f":{_FOLLOWED}"), NO_BREAK),
    (re.compile("\u00bb"), NO_BREAK),
)
_OPENING = re.compile(f"(\u00ab)([{_SPACES}{SEAM}]*)")
_CLOSING = re.compile(f"([{_SPACES}{SEAM}]+)(\u00bb)")
_CARRIERS = frozenset(f"{OBJECT})]}}\u00bb\u201d\u2019%\u00b0\u2026")
"""What high punctuation may follow, besides letters and digits."""

_ONE = "[ \n\u00a0\u202f\u2009]"
UNIT_SYMBOLS = (
    "[kcdmµn]?m[²³]?|[kmµ]?g|[cdm]?l|ha|[kMGT]B|[kMG]?Hz|[kMG]?Wh?|°C|°F"
    "|[кс]?м[²³]?|[км]г|мл|[КМГ]Б|χλμ|χιλ"  # noqa: RUF001 - Cyrillic and Greek letters are meant
)
"""Symbols of units (The International System of Units, 9th edition), in Latin and other scripts."""
_UNSPACED = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
"""Letters that follow a symbol without a space: particles in Japanese and Korean."""
# Patterns begin with something rare and look back from there, which makes searches fast.
_UNIT = re.compile(rf"(\d)[ \n\u2009](?=(?:{UNIT_SYMBOLS})(?![^\W{_UNSPACED}]))")
_DOUBLED = re.compile(rf"(?<!\w)(([A-Z])\2\.){_ONE}(?=([A-Z])\3\.)")
"""Between the parts of an abbreviation whose letters are doubled for the plural: EE. UU., FF. AA."""
_PART = r"[^\W\d_]"
_ABBREVIATED = re.compile(
    rf"\.{_ONE}(?=(?:{_PART}|{_PART}[^\W\d_A-Z])\.)(?<={_PART}\.{_ONE})"
    rf"(?:(?<![\w.]{_PART}\.{_ONE})|(?<={_PART}{_PART}\.{_ONE})(?<![\w.]{_PART}{_PART}\.{_ONE})(?!\w+\.{_ONE}\d))"
)
"""Between the parts of an abbreviation, and initials: z. B., p. ex., bl. a., J. S. Bach; but see p. 5 is two."""
_GROUPABLE = re.compile(rf"\d{_ONE}\d{{3}}")
_GROUPS = re.compile(
    rf"(?<![\w.,/+()\-\u2010-\u2015\u2212])(?<!\d{_ONE})[1-9]\d{{0,2}}(?:{_ONE}\d{{3}})+(?![\w\-]|{_ONE}\d)"
)
_TELEPHONE = re.compile(r"[^\W\d_]{1,4}\.:?\s*$")
_HOURS = re.compile(rf"(?<=\d){_ONE}h(?:{_ONE}(?=\d\d)|(?!\w))")
_ORDINAL = re.compile(rf"(?<![\d.,])(?<!\d\.{_ONE})(\d{{1,2}}\.){_ONE}(?=[^\W\d_A-Z])")
_DATE = re.compile(rf"(?=\d)(?<![\d.,])(?<!\d\.{_ONE})(\d{{1,2}}\.){_ONE}(\d{{1,2}}\.){_ONE}(?=[12]\d{{3}}(?!\d))")
_DAY = re.compile(rf"(?<![\d.,])(?<!\d\.{_ONE})(\d{{1,2}}\.){_ONE}(?=\d{{1,2}}\.)")
"""Dates in numbers, with a year (12. 5. 2027) and without one (12. 5.)."""
_PERCENT, _EURO, _SECTION = "%‰", "€", "§"


def set_french_spaces(text: str) -> str:
    """The text with no-break spaces before ; ! ? (narrow) and : and inside guillemets, typed or not.

    After the Lexique des règles typographiques en usage à l'Imprimerie nationale. Marks that are followed by neither a
    space nor the end (10:30) are left alone.
    """
    for pattern, space in _BEFORE:
        text = _spaced_before(text, pattern, space)
    return _OPENING.sub(lambda match: match[1] + NO_BREAK + _seams(match[2]), text)


def without_inner_spaces(text: str) -> str:
    """The text without spaces inside guillemets; guillemets without inner spaces are paired by their surroundings."""
    text = _OPENING.sub(lambda match: match[1] + _seams(match[2]), text)
    return _CLOSING.sub(lambda match: _seams(match[1]) + match[2], text)


def _spaced_before(text: str, pattern: re.Pattern[str], space: str) -> str:
    """The text with that one space before each place where the pattern is found."""
    parts, done = [], 0
    for match in pattern.finditer(text):
        gap = match.start()
        while gap > done and text[gap - 1] in _GAP:
            gap -= 1
        if gap > done and (match[0] == "\u00bb" or text[gap - 1].isalnum() or text[gap - 1] in _CARRIERS):
            parts += [text[done:gap], _seams(text[gap : match.start()]), space]
            done = match.start()
    return "".join(parts) + text[done:] if parts else text


def _seams(gap: str) -> str:
    return gap.translate(_NO_SPACES)


def set_number_spaces(text: str, language: str) -> str:
    """The text with no-break spaces beside numbers, where a space was typed or the language has one.

    Narrow before units (The International System of Units, 5.4.3); as in CLDR before per cent; no-break before the euro
    sign (Interinstitutional Style Guide, 7.3.3), between groups of digits and beside abbreviations.
    """
    own = entry("typography", language)
    for marks, pattern, space in _beside_numbers(language):
        if not marks or any(mark in text for mark in marks):
            text = pattern.sub(space, text)
    text = _UNIT.sub(rf"\1{NARROW}", text)
    if _GROUPABLE.search(text):
        text = _GROUPS.sub(lambda match: _grouped(match, own.get("group", NO_BREAK)), text)
    if own.get("hours"):
        text = _HOURS.sub(lambda match: re.sub(_ONE, NO_BREAK, match[0]), text)
    return text


def _grouped(match: re.Match[str], space: str) -> str:
    """A number with that space between its groups; a telephone number as it is."""
    if _TELEPHONE.search(match.string, max(match.start() - 8, 0), match.start()):
        return match[0]
    return re.sub(_ONE, space, match[0])


@cache
def _beside_numbers(language: str) -> tuple[tuple[str, re.Pattern[str], str], ...]:
    """Marks of which one must be in a text, the pattern of what is replaced there, and what replaces it."""
    own = entry("typography", language)
    percent = own.get("percent")
    euro = "?" if own.get("euro") else ""
    found = [
        (_PERCENT, rf"(\d){_ONE}{'?' if percent else ''}(?=[{_PERCENT}](?![\w-]))", rf"\1{percent or NO_BREAK}"),
        (_PERCENT, rf"(?<!\d)(?<!\d[ \u00a0\u202f])([{_PERCENT}]){_ONE}(?=\d)", rf"\1{NO_BREAK}"),
        (_EURO, rf"(\d){_ONE}{euro}(?=€(?!\w))", rf"\1{NO_BREAK}"),
        (_EURO, rf"€{_ONE}(?=\d)", f"€{NO_BREAK}"),
        (_SECTION, rf"§{_ONE}(?=\d)", f"§{NO_BREAK}"),
    ]
    if before := own.get("before_number"):
        words = "|".join(rf"(?<=\b{re.escape(w)}.)" if w[0].isalpha() else f"(?<={w}.)" for w in before.split())
        found.append(("", rf"{_ONE}(?=\d)(?:{words})", NO_BREAK))
    if after := own.get("after_number"):
        words = "|".join(map(re.escape, after.split()))
        found.append(("", rf"(\d){_ONE}(?=(?:{words})(?!\w))", rf"\1{own.get('after_space', NO_BREAK)}"))
    return tuple((marks, re.compile(pattern, re.IGNORECASE), space) for marks, pattern, space in found)


def keep_together(text: str, language: str) -> str:
    """The text with all these spaces, for what the program itself writes: dates, times, percentages."""
    return bind_words(set_number_spaces(text, language), language)


def bind_words(text: str, language: str) -> str:
    """The text with a no-break space after words that the language does not leave at the end of a line.

    These are words of one letter, ordinal numbers, and the parts of an abbreviation (z. B.). Articles and other
    prefixes with a hyphen (il-, t-) get a word joiner after it.
    """
    text = _DOUBLED.sub(rf"\1{NO_BREAK}", _ABBREVIATED.sub(f".{NO_BREAK}", text))
    own = entry("typography", language)
    text = _DATE.sub(rf"\1{NO_BREAK}\2{NO_BREAK}", text)
    if own.get("ordinals"):
        text = _DAY.sub(rf"\1{NO_BREAK}", text)
        text = _ORDINAL.sub(rf"\1{NO_BREAK}", text)
    if "-" in text and (prefixes := own.get("prefixes")):
        text = _prefixes(prefixes).sub(rf"\g<0>{JOINER}", text)
    letters = own.get("short_words")
    return _short_words(letters).sub(rf"\1{NO_BREAK}", text) if letters else text


@cache
def _prefixes(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w{OBJECT}-])(?:{words})-(?={SEAM}*[^\W\d_])", re.IGNORECASE)


@cache
def _short_words(letters: str) -> re.Pattern[str]:
    letter = f"[{letters}{letters.upper()}]"
    alone = f"(?<![\\w{SEAM}{OBJECT}.'\u2019-]{letter})"
    behind_seam = f"(?<=[\\s(\u201e\u201a\u00ab\u00bb\u201c]{SEAM}{letter})|(?<=^{SEAM}{letter})"
    following = f"[ \n](?={SEAM}*[^\\s{SEAM}])"
    return re.compile(f"({letter}(?={SEAM}*[ \n])(?:{alone}|{behind_seam}){SEAM}*){following}")
