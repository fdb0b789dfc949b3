"""Plural forms of whole numbers: CLDR's rules, and the same as the C expression that gettext wants.

Babel's own gettext defaults differ from CLDR in cs es fr hu it lt mt pl pt sk uk, so they are not used. For a whole
number the operands of UTS #35 (Plural Operand Meanings) are n = i and v = w = f = t = c = e = 0; what remains of each
rule is a condition on n.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from noticeboard.languages.locales import locale

if TYPE_CHECKING:
    from collections.abc import Iterable

_CATEGORIES = ("zero", "one", "two", "few", "many", "other")
_RELATION = re.compile(r"([a-z])(?: mod (\d+))?( not)? in ([\d.,]+)")
_INTEGER_OPERANDS = ("n", "i")
_NEVER, _ALWAYS = "0", "1"
_SAMPLE = (*range(1001), *(k * 10**power for power in range(3, 8) for k in range(1, 100)))
"""Whole numbers that reach every condition of CLDR's rules, whose moduli are 10, 100, 1,000, 100,000 and 1,000,000."""


@cache
def plural_categories(tag: str) -> tuple[str, ...]:
    """The plural categories that whole numbers take in the language, in CLDR's order from zero to other."""
    form = locale(tag).plural_form
    found = {category for category, rule in form.rules.items() if _condition(rule) != _NEVER}
    # No rule describes "other", so only numbers can tell whether any takes it.
    found |= {"other"} if any(form(n) == "other" for n in _SAMPLE) else set()
    return tuple(category for category in _CATEGORIES if category in found)


def plural_index(tag: str, n: int) -> int:
    """The place of a whole number's category among the language's: the msgstr of a PO file that it takes."""
    return plural_categories(tag).index(locale(tag).plural_form(abs(n)))


@cache
def plural_forms_header(tag: str) -> str:
    """The Plural-Forms header of a PO file: "nplurals=2; plural=(n != 1);" for nl."""
    categories = plural_categories(tag)
    if len(categories) == 1:
        return "nplurals=1; plural=0;"
    rules = locale(tag).plural_form.rules
    conditions = [_condition(rules[category]) for category in categories[:-1]]
    if len(conditions) == 1:
        return f"nplurals=2; plural={_index_of_two(conditions[0])};"
    expression = "".join(f"({condition}) ? {index} : " for index, condition in enumerate(conditions))
    return f"nplurals={len(categories)}; plural=({expression}{len(conditions)});"


def _index_of_two(condition: str) -> str:
    """The expression for two forms: 0 if the condition holds, else 1; as usual in PO files where it can be."""
    return f"({condition.replace('==', '!=')})" if re.fullmatch(r"n == \d+", condition) else f"(({condition}) ? 0 : 1)"


def _condition(rule: str) -> str:
    """A CLDR rule as a C condition on n, without the parts that are the same for all whole numbers."""
    return _joined(" || ", (_conjunction(part) for part in rule.split(" or ")), neutral=_NEVER, decisive=_ALWAYS)


def _conjunction(rule: str) -> str:
    relations = (_relation(part) for part in rule.split(" and "))
    return _joined(" && ", relations, neutral=_ALWAYS, decisive=_NEVER)


def _joined(operator: str, parts: Iterable[str], *, neutral: str, decisive: str) -> str:
    kept = list(dict.fromkeys(part for part in parts if part != neutral))
    if decisive in kept:
        return decisive
    return operator.join(f"({p})" if len(kept) > 1 and " " in p and _compound(p) else p for p in kept) or neutral


def _compound(part: str) -> bool:
    return "&&" in part or "||" in part


def _relation(relation: str) -> str:
    match = _RELATION.fullmatch(relation)
    if match is None:
        message = f"not a plural relation of UTS #35: {relation!r}"
        raise ValueError(message)
    operand, modulus, negated, ranges = match.groups()
    tests = [_test(f"n % {modulus}" if modulus else "n", part) for part in ranges.split(",")]
    if operand not in _INTEGER_OPERANDS:
        holds = any(_contains_zero(part) for part in ranges.split(","))
        return _NEVER if holds == bool(negated) else _ALWAYS
    if negated:
        return f"!({' || '.join(tests)})" if len(tests) > 1 or _compound(tests[0]) else tests[0].replace("==", "!=")
    return " || ".join(f"({test})" if len(tests) > 1 and _compound(test) else test for test in tests)


def _contains_zero(part: str) -> bool:
    return part.partition("..")[0] == "0"


def _test(subject: str, part: str) -> str:
    low, dots, high = part.partition("..")
    return f"{subject} >= {low} && {subject} <= {high}" if dots else f"{subject} == {low}"
