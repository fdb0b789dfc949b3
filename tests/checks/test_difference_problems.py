"""How the differences of a version are reported."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from noticeboard.checks.rule_runner import site_findings
from noticeboard.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable

HEAD = "---\ntitle: N {}\npublished: 2023-01-10\n---\n\n"
YEARS = ("2015", "2016", "2017", "2018", "2019", "2020")


@pytest.mark.parametrize(("number", "told"), [(5, 5), (6, 1)])
def test_more_than_five_differences_are_one_problem(link_site: Callable, number: int, told: int) -> None:
    """The version probably translates another state of the text, and one sentence says so."""
    english = "\n\n".join(f"On 3 May {year}." for year in YEARS[:number])
    dutch = "\n\n".join(f"Op 4 juni {year}." for year in YEARS[:number])
    files = {
        "news/a/en.md": HEAD.format("en") + english + "\n",
        "news/a/nl.md": HEAD.format("nl").replace("---\n\n", "translates: en\n---\n\n") + dutch + "\n",
    }
    site = link_site(files, settings=Settings(languages=("en", "nl"))).site
    assert [p.name for p in site_findings(site)].count("differing-dates") == told
