"""The NOTICEBOARD setting and platform.yml."""

from __future__ import annotations

import pytest

from noticeboard.languages.language_data import OFFICIAL
from noticeboard.model import Location, Problem, Text
from noticeboard.report import sentences
from noticeboard.settings import Kind, Settings, text_for
from noticeboard.settings_reader import read_settings
from noticeboard.sources.yaml12 import Yaml, load

NOTHING = Yaml(None, {}, {})


def read(platform: str, option: str = "", defaults: Settings | None = None) -> tuple[Settings, tuple[Problem, ...]]:
    """The settings from platform.yml and the option (as YAML) on top of the defaults."""
    given = load(option, "pelicanconf.py") if option else NOTHING
    return read_settings(defaults or Settings(), given, load(platform, "platform.yml"))


def test_the_24_official_languages_are_offered_by_default() -> None:
    """English is the default language, but comes in its place in the order."""
    assert (len(set(OFFICIAL)), Settings().languages, Settings().default_language) == (
        24,
        OFFICIAL,
        "en",
    )


def test_a_plain_string_means_the_same_everywhere() -> None:
    """A name without languages counts for all; a mapping gives one for each."""
    settings, problems = read("name: Board\ntagline: {nl: Voor iedereen, en: For all}")
    assert (settings.name, settings.tagline, problems) == (
        (("", "Board"),),
        (("en", "For all"), ("nl", "Voor iedereen")),
        (),
    )


def test_platform_yml_wins_over_the_setting_and_that_over_the_defaults() -> None:
    """Key by key."""
    settings, problems = read(
        "name: Content", "name: Option\npublisher: Option", Settings(name=(("", "Default"),), siteurl="https://e.org/p")
    )
    assert (settings.name, settings.publisher, settings.siteurl, problems) == (
        (("", "Content"),),
        (("", "Option"),),
        "https://e.org/p",
        (),
    )


def test_a_further_kind_is_a_folder_with_labels() -> None:
    """A new kind needs labels and may require facts; a known one keeps what is not stated."""
    settings, problems = read(
        "kinds:\n  webinars: {one: {nl: Webinar}, many: {nl: Webinars}, requires: [opens]}\n  news: {one: Bericht}"
    )
    assert problems == ()
    assert (settings.kind("webinars"), settings.kind("news")) == (
        Kind("webinars", (("nl", "Webinar"),), (("nl", "Webinars"),), ("published", "opens")),
        Kind("news", (("", "Bericht"),), reaching=False, like="news"),
    )


def test_headings_of_vocabularies_are_kept_by_name() -> None:
    """A vocabulary without a heading in the catalogue gets it from platform.yml."""
    settings, _ = read("vocabularies: {education_level: {labels: {en: Education level}}}")
    assert settings.headings == (("education_level", (("en", "Education level"),)),)


def test_languages_are_unique_and_sorted_by_their_names() -> None:
    """By the language's own name, whatever their order in platform.yml: Nederlands, Norsk, Svenska."""
    settings, problems = read("languages: [sv, nl, 'no']\ndefault_language: nl")
    assert (settings.languages, settings.default_language, problems) == (("nl", "no", "sv"), "nl", ())


@pytest.mark.parametrize(
    ("platform", "expected"),
    [
        ("nmae: Board", [(1, 1, "unknown-key")]),
        ("name:", [(1, 1, "empty-value")]),
        ("name: {nl: }", [(1, 12, "empty-value")]),
        ("name: 5", [(1, 7, "wrong-type")]),
        ("name: {dutch!: Bord}", [(1, 8, "wrong-language")]),
        ("contact: http://example.org", [(1, 10, "unsafe-address")]),
        ("contact: {nl: ftp://example.org}", [(1, 15, "unsafe-address")]),
        ("time_zone: Europe/Bruges", [(1, 12, "wrong-time-zone")]),
        ("languages: [nl, sv]", [(1, 1, "wrong-language")]),
        ("languages: [nl, sv]\ndefault_language: en", [(2, 19, "wrong-language")]),
        ("languages: []", [(1, 12, "empty-value")]),
        ("kinds: {My Kind: {}}", [(1, 9, "wrong-type")]),
        ("kinds: {news: {requires: [author]}}", [(1, 27, "wrong-value")]),
        ("kinds: {news: {on: {nl: Bericht}}}", [(1, 16, "unknown-key")]),
        ("vocabularies: {tags: {label: {nl: Trefwoorden}}}", [(1, 23, "unknown-key")]),
        ("- name", [(1, 1, "not-a-mapping")]),
        ("name: 5\ntime_zone: 7", [(1, 7, "wrong-type"), (2, 12, "wrong-time-zone")]),
    ],
)
def test_a_fault_is_reported_at_its_place(platform: str, expected: list[tuple[int, int, str]]) -> None:
    """At its line and column in platform.yml, all at once."""
    problems = read(platform)[1]
    assert [(p.location.line, p.location.column, p.name) for p in sorted(problems)] == expected
    assert {p.location.path for p in problems} == {"platform.yml"}


def test_a_misspelt_key_gets_the_nearest_one() -> None:
    """The hint names the known key that was probably meant."""
    assert [sentences(p)[1] for p in read("tagine: T")[1]] == ["Did you mean 'tagline'?"]


def test_a_default_language_that_is_not_offered_is_reported_where_it_was_set() -> None:
    """Without platform.yml, in the settings file."""
    option = Yaml({"languages": ["nl"]}, {(): Location("pelicanconf.py")}, {("languages",): Location("pelicanconf.py")})
    problems = read_settings(Settings(), option, NOTHING)[1]
    assert [(p.location.path, p.name) for p in problems] == [("pelicanconf.py", "wrong-language")]


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ((("", "All"),), Text("All", "nl")),
        ((("en", "English"), ("nl", "Nederlands")), Text("Nederlands", "nl")),
        ((("en", "English"), ("sv", "Svenska")), Text("English", "en")),
        ((("fi", "Suomi"), ("sv", "Svenska")), Text("Suomi", "fi")),
        ((), None),
    ],
    ids=["same in all", "own", "default", "first by code", "none"],
)
def test_a_label_comes_with_its_language(labels: tuple[tuple[str, str], ...], expected: Text | None) -> None:
    """It is the reader's, else the default language's, else the first by code."""
    assert text_for(labels, "nl", "en") == expected


@pytest.mark.parametrize(
    ("siteurl", "base"), [("", ""), ("https://example.org", ""), ("https://example.org/platform", "/platform")]
)
def test_addresses_begin_with_the_path_of_siteurl(siteurl: str, base: str) -> None:
    """All root-relative ones do."""
    assert Settings(siteurl=siteurl).base == base


def test_a_platform_that_moved_states_its_first_address() -> None:
    """`first_address` is an https address and is kept unchanged."""
    assert read("first_address: https://e.org/p")[0].first_address == "https://e.org/p"
    assert [problem.name for problem in read("first_address: somewhere")[1]] == ["unsafe-address"]


def test_an_edit_address_says_where_the_path_goes() -> None:
    """`edit_address` is an https address that contains {path} once, after the host."""
    address = "https://git.example.org/board/edit/main/content/{path}"
    assert (read(f"edit_address: {address}")[0].edit_address, Settings().edit_address) == (address, "")
    wrong = {
        "https://git.example.org/board/": "wrong-address",
        "https://git.example.org/{path}/{path}": "wrong-address",
        "https://{path}/edit": "wrong-address",
        "http://git.example.org/{path}": "unsafe-address",
        "javascript:alert('{path}')": "unsafe-address",
    }
    assert {a: [p.name for p in read(f'edit_address: "{a}"')[1]] for a in wrong} == {a: [n] for a, n in wrong.items()}
    assert [p.name for p in read("edit_address: 3")[1]] == ["wrong-type"]


def test_required_languages_can_hold_back_publication() -> None:
    """`require_current` is true or false, and is an error if no language is required."""
    settings, problems = read("required_languages: [nl]\nrequire_current: true")
    assert (settings.require_current, Settings().require_current, problems) == (True, False, ())
    told = [(p.location.line, p.name) for p in read("name: Board\nrequire_current: true")[1]]
    assert (told, [p.name for p in read("require_current: ja")[1]]) == ([(2, "missing-key")], ["wrong-type"])
