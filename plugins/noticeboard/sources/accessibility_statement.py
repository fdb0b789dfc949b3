"""The accessibility statement's facts in platform.yml: Decision (EU) 2018/1523 says what must be stated."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from msgspec import Struct
from pydantic import BaseModel, BeforeValidator

from noticeboard.fields.field_types import Day, fail
from noticeboard.fields.mappings import MAPPING
from noticeboard.model import Location
from noticeboard.sources.per_language import Addresses, Labels, PerLanguage, labels

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

KEY = "pages/accessibility"
"""What texts link to when they mean the statement: it has the address of a page of that name."""

STATUSES = ("full", "partial", "none")
METHODS = ("self-assessment", "third-party", "automated")
REASONS = ("non-compliance", "disproportionate-burden", "out-of-scope")


class AccessibilityGap(Struct, frozen=True):
    """Content that is not accessible: what it is, and the reason under which the statement must list it."""

    text: Labels
    reason: str


class AccessibilityStatement(Struct, frozen=True):
    """What a platform states of its accessibility; what has not been filled in is "", None or empty.

    `location` is where it is in platform.yml.
    """

    status: str = ""
    method: str = ""
    gaps: tuple[AccessibilityGap, ...] = ()
    prepared: date | None = None
    reviewed: date | None = None
    report: Labels = ()
    law: Labels = ()
    feedback: Labels = ()
    enforcer: Labels = ()
    enforcement: Labels = ()
    location: Location = Location("platform.yml")


def _one_of(known: tuple[str, ...]) -> Callable[[object], object]:
    def check(value: object) -> object:
        if value is not None and value not in known:
            hint = "Choose one of: {known}."
            fail("wrong-value", "This word is not known here.", hint, known=", ".join(known))
        return value

    return check


class GapFields(BaseModel):
    """One kind of content that is not accessible."""

    model_config = MAPPING
    text: PerLanguage
    reason: Annotated[
        Literal["non-compliance", "disproportionate-burden", "out-of-scope"], BeforeValidator(_one_of(REASONS))
    ] = "non-compliance"


class BodyFields(BaseModel):
    """A body: its name and where it can be reached."""

    model_config = MAPPING
    name: PerLanguage | None = None
    address: Addresses | None = None


class StatementFields(BaseModel):
    """Every key below `accessibility` in platform.yml."""

    model_config = MAPPING
    status: Annotated[Literal["full", "partial", "none"] | None, BeforeValidator(_one_of(STATUSES))] = None
    gaps: list[GapFields] | None = None
    prepared: Day | None = None
    reviewed: Day | None = None
    method: Annotated[
        Literal["self-assessment", "third-party", "automated"] | None, BeforeValidator(_one_of(METHODS))
    ] = None
    report: Addresses | None = None
    law: PerLanguage | None = None
    feedback: Addresses | None = None
    enforcement: BodyFields | None = None


def statement(fields: StatementFields, location: Location) -> AccessibilityStatement:
    """The facts as a record."""
    body = fields.enforcement or BodyFields()
    return AccessibilityStatement(
        status=fields.status or "",
        method=fields.method or "",
        gaps=tuple(AccessibilityGap(labels(gap.text), gap.reason) for gap in fields.gaps or ()),
        prepared=fields.prepared,
        reviewed=fields.reviewed,
        report=labels(fields.report),
        law=labels(fields.law),
        feedback=labels(fields.feedback),
        enforcer=labels(body.name),
        enforcement=labels(body.address),
        location=location,
    )
