"""What the demo's pages say about translations, compared with the content folder."""

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
    """The Hungarian survey on language classes links to its original; no other page has such a notice."""
    pages = [p for p in plain_demo.pages.values() if not p.address.startswith("translations/")]
    assert [p.address for p in pages if "nb-outdated" in p.ids] == [OUTDATED]
    page, notice = plain_demo.pages[OUTDATED], "//*[@id='nb-outdated']"
    assert page.values(f"{notice}/@role") == ["note"]
    link = [page.values(f"{notice}//a/@{name}") for name in ("href", "hreflang", "lang")]
    assert link == [["/en/surveys/language-classes/"], ["en"], ["en"]]
    assert page.words(f"{notice}//p")[0] == "Az eredeti szöveg a fordítás elkészülte óta megváltozott."


def test_every_file_is_in_its_languages_list(plain_demo: Demo) -> None:
    """A language's page lists the file of each of its versions once."""
    for lang in sorted({p.stem for p in CONTENT.glob("*/*/*.md")}):
        files = sorted(p.relative_to(CONTENT).as_posix() for p in CONTENT.glob(f"*/*/{lang}.md"))
        named = plain_demo.pages[f"translations/{lang}/"].words("//tbody//code")
        assert sorted(name for name in named if name.endswith(f"/{lang}.md")) == files


def test_the_states_are_those_of_the_files(plain_demo: Demo) -> None:
    """Files with `translates` are current, except the outdated one; files without are originals."""
    for file in sorted(plain_demo.folder.glob("translations/*/status.json")):
        for one in json.loads(file.read_bytes())["versions"]:
            if one["file"]:
                text = (CONTENT / one["file"]).read_text(encoding="utf-8")
                state = "current" if re.search(r"^translates: \{", text, re.MULTILINE) else "original"
                state = "outdated" if one["page"] == f"/{OUTDATED}" else state
                assert (one["file"], one["state"]) == (one["file"], state)
            else:
                assert one["state"] in {"missing", "expected"}


def test_tables_have_captions_and_headers(plain_demo: Demo) -> None:
    """Every table has a caption, and each header cell states its scope (WCAG 1.3.1)."""
    pages = [p for p in plain_demo.pages.values() if p.address.startswith("translations/")]
    assert len(pages) == 25
    for page in pages:
        assert page.words("//table[not(caption)] | //th[not(@scope)]") == []
        assert page.values("//meta[@name='robots']/@content") == ["noindex"]
        assert len(page.words("//table")) >= 1


def test_readers_and_search_engines_are_not_led_to_them(platform_demo: Demo) -> None:
    """No sitemap lists the pages for translators, and no other page links to them."""
    sitemaps = "".join(p.read_text(encoding="utf-8") for p in platform_demo.folder.glob("sitemap*.xml"))
    others = (p for p in platform_demo.pages.values() if not p.address.startswith("translations/"))
    assert ("/translations/" in sitemaps, [p.address for p in others if b'/translations/"' in p.data]) == (False, [])
