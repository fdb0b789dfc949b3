"""What the demo says of its translations, compared with the files in its content folder."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import Demo

CONTENT = Path(__file__).resolve().parents[2] / "content"
OUTDATED = "hu/surveys/language-classes/"


def test_one_version_is_outdated_and_says_so(plain_demo: Demo) -> None:
    """The Hungarian survey on language classes leads to its original, and no other page has such a notice."""
    pages = [p for p in plain_demo.pages.values() if not p.address.startswith("translations/")]
    assert [p.address for p in pages if "nb-outdated" in p.ids] == [OUTDATED]
    page, notice = plain_demo.pages[OUTDATED], "//*[@id='nb-outdated']"
    assert page.values(f"{notice}/@role") == ["note"]
    link = [page.values(f"{notice}//a/@{name}") for name in ("href", "hreflang", "lang")]
    assert link == [["/en/surveys/language-classes/"], ["en"], ["en"]]
    assert page.words(f"{notice}//p")[0] == "Az eredeti szöveg a fordítás elkészülte óta megváltozott."


def test_every_file_is_in_its_languages_list(plain_demo: Demo) -> None:
    """A language's page names the file of each of its versions, once."""
    for lang in sorted({p.stem for p in CONTENT.glob("*/*/*.md")}):
        files = sorted(p.relative_to(CONTENT).as_posix() for p in CONTENT.glob(f"*/*/{lang}.md"))
        named = plain_demo.pages[f"translations/{lang}/"].words("//tbody//code")
        assert sorted(name for name in named if name.endswith(f"/{lang}.md")) == files


def test_the_states_are_those_of_the_files(plain_demo: Demo) -> None:
    """What has `translates` is current but for the outdated one, what has none is an original."""
    for file in sorted(plain_demo.folder.glob("translations/*/status.json")):
        for one in json.loads(file.read_bytes())["versions"]:
            if one["file"]:
                text = (CONTENT / one["file"]).read_text(encoding="utf-8")
                state = "current" if re.search(r"^translates: \{", text, re.MULTILINE) else "original"
                state = "outdated" if one["page"] == f"/{OUTDATED}" else state
                assert (one["file"], one["state"]) == (one["file"], state)
            else:
                assert one["state"] in {"missing", "expected"}


def test_tables_say_what_they_hold(plain_demo: Demo) -> None:
    """Every table on these pages has a caption, and each of its heads says which cells it is of (WCAG 1.3.1)."""
    pages = [p for p in plain_demo.pages.values() if p.address.startswith("translations/")]
    assert len(pages) == 25
    for page in pages:
        assert page.words("//table[not(caption)] | //th[not(@scope)]") == []
        assert page.values("//meta[@name='robots']/@content") == ["noindex"]
        assert len(page.words("//table")) >= 1


def test_they_are_in_no_sitemap_and_no_other_page_leads_there(platform_demo: Demo) -> None:
    """Neither search engines nor readers are led to the pages for translators."""
    sitemaps = "".join(p.read_text(encoding="utf-8") for p in platform_demo.folder.glob("sitemap*.xml"))
    others = (p for p in platform_demo.pages.values() if not p.address.startswith("translations/"))
    assert ("/translations/" in sitemaps, [p.address for p in others if b'/translations/"' in p.data]) == (False, [])
