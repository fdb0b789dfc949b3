"""Long names of files, terms and folders: published names are bounded, or the name is reported with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

DAY = ("--today", "2023-02-01")
LONG = "a" * 101
SURVEY = "surveys/b/en.md"


def test_a_file_with_a_very_long_name_is_published_under_a_shorter_one(small_site: Callable, tree: Callable) -> None:
    """Pictures, documents and tables, in folders with long names too; no name has more than 255 bytes."""
    image = (small_site.content / "surveys/a/photo.png").read_bytes()
    folder, stem = f"news/{'b' * 250}", "ö" * 120
    text = (
        "---\ntitle: T\npublished: 2023-01-10\naudience: [teacher]\n"
        f"image: {stem}.png\nimage_credit: A\nimage_alt: B\n---\n\n"
        f"[a]({stem}.pdf)\n\n![Schools]({stem}.csv)\n"
    )
    files = {
        "en.md": text,
        f"{stem}.png": image,
        f"{stem}.pdf": b"%PDF-1.4\n%%EOF\n",
        f"{stem}.csv": "Year;Schools\n2020;1\n",
    }
    done = small_site({f"{folder}/{name}": data for name, data in files.items()}, *DAY)
    assert done.code == 0, done.stderr
    assert "[unportable-name]" in done.stderr
    names = {name for path in tree(small_site.output) for name in path.split("/")}
    made = sorted(name for name in names if name.startswith("ö"))
    assert {name.rpartition(".")[2] for name in made} == {"avif", "csv", "jpg", "pdf", "webp"}
    assert max(len(name.encode()) for name in names) <= 255


@pytest.mark.parametrize(
    ("files", "place"),
    [
        (
            {SURVEY: f"---\ntitle: T\nmoved_from: [surveys/{LONG}]\n---\n\nText.\n"},
            f"{SURVEY}:3:14: error[wrong-address]",
        ),
        (
            {"vocabularies/tags.yml": f"a:\n  labels: {{en: A}}\n{LONG}:\n  labels: {{en: B}}\n"},
            "vocabularies/tags.yml:3:1: error[wrong-name]",
        ),
    ],
    ids=["a former address", "a term"],
)
def test_a_part_of_an_address_that_is_too_long_is_reported(small_site: Callable, files: dict, place: str) -> None:
    """At its place, and nothing is written."""
    done = small_site(files, *DAY)
    assert (done.code, place in done.stderr, "has 101" in done.stderr) == (1, True, True), done.stderr


def test_an_output_in_a_deep_folder(small_site: Callable, tree: Callable) -> None:
    """With more than Windows' 260 characters the site is the same, and the next build has nothing to do."""
    expected, deep = tree(small_site.output), small_site.root / "/".join(["a-folder-with-a-long-name"] * 20)
    for written in (True, False):
        done = small_site({}, *DAY, "-o", str(deep))
        assert (done.code, " 0 written" in done.stdout) == (0, not written), done.stderr
    assert tree(deep) == expected


def test_an_output_folder_with_too_long_a_path_is_one_sentence(small_site: Callable) -> None:
    """And nothing is in it."""
    room = 4095 - len(str(small_site.root)) - 40
    deep = small_site.root / "/".join(["d" * 200] * (room // 201)) / ("e" * (room % 201 or 1))
    done = small_site({}, *DAY, "-o", str(deep))
    assert (done.code, "Traceback" in done.stderr) == (1, False)
    assert ":1:1: error[not-written]: The path has a length of " in done.stderr
    assert "Nothing was written." in done.stderr
    assert not deep.exists()
