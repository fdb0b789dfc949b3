"""An invalid day or epoch is one problem, and no false statement follows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

EPOCH = "SOURCE_DATE_EPOCH is not a number of seconds"
CASES = (
    (("--today", "9999-12-31"), {}, "9999-12-31 is not a date"),
    (("--today", "0001-01-01"), {}, "0001-01-01 is not a date"),
    ((), {"SOURCE_DATE_EPOCH": "9" * 30}, EPOCH),
    ((), {"SOURCE_DATE_EPOCH": "253402300800"}, EPOCH),
    ((), {"SOURCE_DATE_EPOCH": "tomorrow"}, EPOCH),
)


@pytest.mark.parametrize(("options", "env", "said"), CASES)
def test_a_check_reports_only_that(
    small_site: Callable, noticeboard: Callable, options: tuple, env: dict, said: str
) -> None:
    """No announcement is said to appear on a past day."""
    done = noticeboard("check", str(small_site.content), *options, env=env)
    told = done.stdout + done.stderr
    assert (done.code, told.count(": error["), "appears on" in told) == (1, 1, False)
    assert f"noticeboard:1:1: error[wrong-date]: {said}" in told
