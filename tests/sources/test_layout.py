"""The meaning of the names in a content folder."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noticeboard.model import Location, Severity
from noticeboard.report import sentences
from noticeboard.sources.folder_names import FolderEntry
from noticeboard.sources.layout import Layout, arrange

KINDS = ("surveys", "results", "news", "pages")
LANGUAGES = ("en", "nl", "sv", "pt")


def laid_out(*paths: str | FolderEntry) -> Layout:
    """The layout of these names and their parent folders; a name that ends in "/" is a folder."""
    given = [p if isinstance(p, FolderEntry) else FolderEntry(p.rstrip("/"), p.endswith("/")) for p in paths]
    parts = [e.path.split("/") for e in given]
    folders = {"/".join(p[:n]) for p in parts for n in range(1, len(p))}
    return arrange([*given, *(FolderEntry(f, is_folder=True) for f in folders)], KINDS, LANGUAGES, ("static",))


def faults(*paths: str | FolderEntry) -> list[tuple[str, str]]:
    """The path and name of every problem with these names."""
    return sorted((p.location.path, p.name) for p in laid_out(*paths).problems)


def test_names_that_look_alike_are_reported() -> None:
    """Texts cannot distinguish two files whose names differ only in their Unicode form."""
    composed, decomposed = "news/a/caf\u00e9.jpg", "news/a/cafe\u0301.jpg"
    layout = laid_out("news/a/nl.md", composed, decomposed)
    assert layout.files == (decomposed,)
    assert [(p.location.path, p.name) for p in layout.problems] == [(composed, "strange-file")]


def test_a_complete_folder_is_sorted() -> None:
    """Texts, vocabularies, files and platform.yml are recognised by name, each sorted."""
    assert laid_out(
        "platform.yml",
        "vocabularies/tags.yml",
        "vocabularies/key_competences.yml",
        "surveys/a/sv.md",
        "surveys/a/en.md",
        "surveys/a/hands.jpg",
        "pages/about/en.md",
        "static/robots.txt",
    ) == Layout(
        platform=True,
        vocabularies=("vocabularies/key_competences.yml", "vocabularies/tags.yml"),
        texts=("pages/about/en.md", "surveys/a/en.md", "surveys/a/sv.md"),
        files=("surveys/a/hands.jpg",),
        problems=(),
        static=("static/robots.txt",),
    )


def test_one_version_is_a_content_folder() -> None:
    """Everything else is optional."""
    assert laid_out("news/a/nl.md") == Layout(
        platform=False, vocabularies=(), texts=("news/a/nl.md",), files=(), problems=()
    )


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (["surveys/a/fr.md"], [("surveys/a/fr.md", "language-not-offered")]),
        (["surveys/a/notes.md"], [("surveys/a/notes.md", "language-not-offered")]),
        (["surveys/a/en.md/"], [("surveys/a/en.md", "strange-file")]),
        (["survey/a/en.md"], [("survey/a/en.md", "unknown-kind")]),
        (["README.md"], [("README.md", "strange-file")]),
        (["surveys/en.md"], [("surveys/en.md", "strange-file")]),
        (["surveys/a/en.md", "surveys/a/b/en.md"], [("surveys/a/b", "nested-folder")]),
        (["surveys/A Survey/en.md"], [("surveys/A Survey", "wrong-name")]),
        (["surveys/enquête/en.md"], [("surveys/enquête", "wrong-name")]),
        (["surveys/a_b/en.md"], [("surveys/a_b", "wrong-name")]),
        (["surveys/a/"], [("surveys/a", "no-text")]),
        (["surveys/a/photo.jpg"], [("surveys/a", "no-text")]),
        (["vocabularies/tags.yaml"], [("vocabularies/tags.yaml", "strange-file")]),
        (["vocabularies/Key Competences.yml"], [("vocabularies/Key Competences.yml", "strange-file")]),
        (["vocabularies/more/tags.yml"], [("vocabularies/more/tags.yml", "strange-file")]),
        (["platform.yaml"], [("platform.yaml", "strange-file")]),
        (["platform.yml/"], [("platform.yml", "strange-file")]),
        (["vocabularies/tags.yml/"], [("vocabularies/tags.yml", "strange-file")]),
        (["notes.txt"], [("notes.txt", "unused-file")]),
        (["surveys/a/en.md", "surveys/a/nl.MD"], [("surveys/a/nl.MD", "strange-file")]),
        (["surveys/a/en.md", "surveys/a/nl.md.txt"], [("surveys/a/nl.md.txt", "strange-file")]),
        (["surveys/a/en.md", "surveys/a/pt-BR.markdown"], [("surveys/a/pt-BR.markdown", "strange-file")]),
        (["surveys/a/en.md", "surveys/a/nl.txt", "surveys/a/readme.md.pdf"], []),
        (["surveys/notes.txt"], [("surveys/notes.txt", "unused-file")]),
        ([FolderEntry("surveys/a/en.md", fault="dangling")], [("surveys/a/en.md", "strange-file")]),
        ([FolderEntry("surveys/a/en.md", fault="leaves")], [("surveys/a/en.md", "strange-file")]),
        (["surveys/a/en.md", "surveys/a/x\n::warning::.pdf"], [("surveys/a/x\n::warning::.pdf", "wrong-name")]),
        (["surveys/a/en.md", "surveys/a/\x1b[2J.jpg"], [("surveys/a/\x1b[2J.jpg", "wrong-name")]),
        (["surveys/a/en.md", "surveys/a/\udce9.jpg"], [("surveys/a/\udce9.jpg", "wrong-name")]),
        (["surveys/a/en.md", "surveys/a/\u202egpj.md"], [("surveys/a/\u202egpj.md", "wrong-name")]),
        (["surveys/a\n/en.md", "surveys/a\n/b.jpg"], [("surveys/a\n", "wrong-name")]),
        (["static/a\tb"], [("static/a\tb", "wrong-name")]),
        ([FolderEntry("surveys/a/en.md", fault="special")], [("surveys/a/en.md", "strange-file")]),
        ([FolderEntry("surveys", is_folder=True, fault="unreadable")], [("surveys", "strange-file")]),
    ],
)
def test_a_strange_name_is_a_problem(paths: list[str | FolderEntry], expected: list[tuple[str, str]]) -> None:
    """It is reported once, at its own path."""
    assert faults(*paths) == expected


@pytest.mark.parametrize(
    ("name", "todo"),
    [
        ("pt_BR", "Did you mean pt-BR.md? Then add pt-BR to `languages` in platform.yml, too."),
        ("pt-BR", "Add pt-BR to `languages` in platform.yml, or rename the file."),
        ("EN", "Did you mean en.md?"),
        ("fr", "Add fr to `languages` in platform.yml, or rename the file."),
        ("notes from May", "Name it by its language code, such as nl.md."),
    ],
)
def test_a_text_in_no_offered_language_gets_a_hint(name: str, todo: str) -> None:
    """The hint names the nearest offered language, or how to offer this one."""
    assert [sentences(p)[1] for p in laid_out(f"surveys/a/{name}.md").problems] == [todo]


def test_a_misspelt_kind_gets_the_nearest_one() -> None:
    """The hint names it."""
    assert [
        (p.location, p.severity, p.name, p.full_message, sentences(p)[1]) for p in laid_out("survey/a/en.md").problems
    ] == [
        (
            Location("survey/a/en.md"),
            Severity.ERROR,
            "unknown-kind",
            "survey/ is not a kind of announcement.",
            "Did you mean surveys/?",
        )
    ]


def test_folders_that_the_host_copies_may_have_any_names() -> None:
    """They are published unchanged."""
    assert faults("static/deep/er/README.md", "static/a b.txt") == []


NAMES = st.sampled_from(
    ["surveys", "a", "en.md", "x.md", "A b", "vocabularies", "tags.yml", "p.jpg", "static", "é", "\n", "\udcff"]
)
PATHS = st.lists(NAMES, min_size=1, max_size=5).map("/".join)


@given(st.lists(PATHS, max_size=5))
def test_every_file_is_placed_or_reported(paths: list[str]) -> None:
    """Each file is sorted somewhere, static, or has a problem."""
    files = [p for p in paths if not any(other.startswith(f"{p}/") for other in paths)]
    layout = laid_out(*files)
    placed = {*layout.vocabularies, *layout.texts, *layout.files}
    reported = {p.location.path for p in layout.problems}
    lost = {
        f
        for f in files
        if f not in placed and not any(f == r or f.startswith(f"{r}/") for r in reported)
        if not f.startswith("static")
    }
    assert lost == set()


@pytest.mark.parametrize(
    "path",
    [
        "news/aux/",
        "news/com1/",
        "news/a/Con.jpg",
        "news/a/nul",
        "news/a/lpt9.tar.gz",
        "news/a/a.pdf.",
        "news/a/a.pdf ",
        "news/a/a:b.pdf",
        "news/a/what?.pdf",
        "news/a/a\\b.pdf",
        "vocabularies/prn.yml",
        "static/AUX.txt",
    ],
)
def test_a_name_that_windows_forbids_is_reported(path: str) -> None:
    """For files and folders of every kind."""
    assert (path.rstrip("/"), "unportable-name") in faults("news/a/en.md", path)


def test_names_that_only_begin_like_reserved_ones_are_allowed() -> None:
    """So are names that merely contain a dot."""
    assert (
        faults("news/a/en.md", "news/a/console.jpg", "news/a/a.b.pdf", "news/con-tact/en.md", "news/a/com10.pdf") == []
    )


def test_names_that_differ_only_in_case_are_reported_once() -> None:
    """In one folder; on Windows and macOS one of them would be lost."""
    found = laid_out("news/a/en.md", "news/a/Plan.pdf", "news/a/plan.pdf", "news/b/plan.pdf", "news/b/en.md")
    assert [(p.location.path, p.name, p.severity) for p in found.problems] == [
        ("news/a/plan.pdf", "unportable-name", Severity.WARNING)
    ]
    assert found.files == ("news/a/Plan.pdf", "news/a/plan.pdf", "news/b/plan.pdf")
    assert faults("news/a/en.md", "static/Straße.txt", "static/strasse.TXT") == [
        ("static/strasse.TXT", "unportable-name")
    ]
