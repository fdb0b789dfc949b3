"""Numbers that are names: of standards, laws, telephones, versions, publications. They say nothing that can differ."""

from __future__ import annotations

import re

_BODIES = (
    "EN|ISO|IEC|ETSI|CEN|CENELEC|DIN|NEN|BS|NF|UNI|UNE|PN|ČSN|STN|SIST|HRN|MSZ|LST|LVS|EVS|SFS|SS|DS|NS|ÖNORM|ELOT|"
    "IEEE|ITU|RFC|WCAG|ATAG|ARIA|HTML|CSS|TLS|ISBN|ISSN|ISCED|ECLI|CELEX|COM|SWD|JOIN|IBAN|BIC|KvK|CVR|NIP|OIB|DOI|PDF/A"
)
_BODY_IN_FRONT = re.compile(rf"(?<![\w-])(?:{_BODIES})(?:[ \u00a0/-](?:{_BODIES}|[A-Z]{{1,4}}))?[ \u00a0:(/-]{{0,2}}\Z")
_REST = re.compile(r"\d+(?:[ \u00a0]\d{3}(?!\d))*(?:[-.:/\u2011]\d+)*")
_DOI = re.compile(r"10\.\d{4,9}/\S+")
_LAW = re.compile(r"(?:(?:19|20)\d\d/\d{1,4}|\d{1,4}/(?:19|20)\d\d)(?:/[A-Z]{2,4})?(?!\d|[/.]\d)")
_SCHOOL_YEAR = re.compile(r"((?:19|20)\d\d)/(\d\d(?:\d\d)?)(?!\d)")
_VERSION = re.compile(r"\d{1,3}(?:\.\d{1,2}){2,4}(?![\d.]*\d)")
_VERSION_IN_FRONT = re.compile(
    r"(?<!\w)(?:v\Z|ver|vers|version\w*|versie|versión|versione|versão|versiune\w*|verz\w+|wersj\w+|različic\w*|versij\w*|"
    r"verzió\w*|έκδοση\w*|версия\w*|verżjoni|leagan|versio\w*|versi\w*)\.? ?\Z",
    re.IGNORECASE,
)
_VERSION_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3}){0,4}(?!\d)")
_PHONE = re.compile(r"(?:\(0\)|\(?\d)[\d ()./\u00a0\u2011-]{5,30}\d")
_PHONE_IN_FRONT = re.compile(
    r"(?:\+|(?<!\w)(?:tel|tél|telefon\w*|telefoon\w*|téléphone|teléfono|telefone|telefono|phone|call|fax|mobil\w*|gsm|"
    r"τηλ\w*|тел\w*|tlf|puh|puhelin|tālr\w*|telefón\w*|guthán|fón)\.?:? ?\(?)\Z",
    re.IGNORECASE,
)
_LOCAL_PHONE = re.compile(r"0\d{1,4}[ \u00a0](?:\d{2,}[ \u00a0]?){2,}|0\d{1,3}/\d{2,4}(?:[ \u00a0]\d\d){1,3}")
_SHORT_PHONE = re.compile(r"555-\d{4}(?!\d)")
_BRACKETED_PHONE = re.compile(r"0\d{1,4}\)[ \u00a0]?\d{2,4}(?:[ \u00a0-]?\d{2,4}){1,3}")
_LOOK_BACK = 24


def name_end(text: str, start: int) -> int:
    """The offset after a name that begins with the digits at the offset; 0 if they are a figure, date or time."""
    front = max(start - _LOOK_BACK, 0)
    found = _DOI.match(text, start) or _phone(text, start, front)
    if not found and _BODY_IN_FRONT.search(text, front, start):
        found = _REST.match(text, start)
    if not found and _VERSION_IN_FRONT.search(text, front, start):
        found = _VERSION_NUMBER.match(text, start)
    if not found and not _is_school_year(text, start):
        found = _LAW.match(text, start)
    if not found and (version := _VERSION.match(text, start)) and not _is_date(version[0]):
        found = version
    return found.end() if found else 0


def _phone(text: str, start: int, front: int) -> re.Match[str] | None:
    """The telephone number that begins at the offset: after a plus sign or a word for it, or with its zero."""
    if text[start - 1 : start] == "(" and (found := _BRACKETED_PHONE.match(text, start)):
        return found
    if _PHONE_IN_FRONT.search(text, front, start) and (found := _PHONE.match(text, start)):
        return found
    return _LOCAL_PHONE.match(text, start) or _SHORT_PHONE.match(text, start)


def _is_school_year(text: str, start: int) -> bool:
    """Whether the digits are two years that follow each other: 2026/27."""
    found = _SCHOOL_YEAR.match(text, start)
    return bool(found) and (int(found[1]) + 1) % 100 == int(found[2]) % 100 if found else False


def _is_date(version: str) -> bool:
    """Whether three numbers may be a day, a month and a year of two digits."""
    parts = version.split(".")
    return len(parts) == 3 and len(parts[2]) == 2 and int(parts[0]) <= 31 and int(parts[1]) <= 12  # noqa: PLR2004
