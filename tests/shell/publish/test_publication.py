"""Releases of a site: whole, switched in one step, compressed once, and taken back."""

from __future__ import annotations

import gzip
import os
import shutil
from typing import TYPE_CHECKING

import brotli
import pytest

from noticeboard.shell.publish.publication import Publication, publish_site
from noticeboard.shell.publish.releases import NoRelease, Releases

if TYPE_CHECKING:
    from pathlib import Path

PAGE = b"<!doctype html><p>" + b"words and words " * 100
FILES = {
    "index.html": PAGE,
    "en/index.html": PAGE + b"en",
    "theme/style.css": b"p { color: red; }\n" * 60,
    "media/a.png": bytes(range(256)) * 8,
    ".noticeboard-files.json": b"[]",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small built site."""
    folder = tmp_path / "output"
    write(folder, FILES)
    return folder


def write(folder: Path, files: dict[str, bytes]) -> None:
    """Writes files below a folder."""
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)


def published(site: Path, target: Path, keep: int = 3) -> Publication:
    """What publishing the site does."""
    with Releases(target) as releases:
        done = publish_site(site, releases)
        releases.prune(keep)
    return done


def tree(folder: Path) -> dict[str, bytes]:
    """Everything below a folder by its path."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_a_release_is_the_site_and_its_compressed_text(site: Path, tmp_path: Path) -> None:
    """Every file but the build's own is there; text lies beside it as brotli and gzip, and is the same text."""
    done = published(site, tmp_path / "srv")
    assert done == Publication(1, 4, 4, 0)
    online = tree(tmp_path / "srv" / "current")
    assert {name: data for name, data in online.items() if not name.endswith((".br", ".gz"))} == {
        name: data for name, data in FILES.items() if not name.startswith(".")
    }
    compressed = {name for name in online if name.endswith((".br", ".gz"))}
    texts = ("index.html", "en/index.html", "theme/style.css")
    assert compressed == {f"{text}{ending}" for text in texts for ending in (".br", ".gz")}
    assert [brotli.decompress(online[f"{text}.br"]) for text in texts] == [FILES[text] for text in texts]
    assert [gzip.decompress(online[f"{text}.gz"]) for text in texts] == [FILES[text] for text in texts]


def test_what_did_not_change_is_one_file(site: Path, tmp_path: Path) -> None:
    """The second release shares every file that is the same, compressed ones too, and holds the change."""
    target = tmp_path / "srv"
    published(site, target)
    write(site, {"en/index.html": PAGE + b"changed"})
    (site / "media/a.png").unlink()
    assert published(site, target) == Publication(2, 3, 1, 1)
    first, second = (target / "releases" / name for name in ("000001", "000002"))
    shared = {name for name in tree(second) if (first / name).samefile(second / name)}
    assert set(tree(second)) - shared == {"en/index.html", "en/index.html.br", "en/index.html.gz"}
    assert (target / "current/en/index.html").read_bytes() == PAGE + b"changed"
    assert not (target / "current/media/a.png").exists()
    assert (first / "en/index.html").read_bytes() == FILES["en/index.html"]


def test_the_same_site_is_not_published_twice(site: Path, tmp_path: Path) -> None:
    """Where nothing has changed there is no new release; a rebuilt file with the same bytes is no change."""
    target = tmp_path / "srv"
    published(site, target)
    write(site, FILES)
    assert published(site, target) == Publication(None, 4, 0, 0)
    assert (target / "current").readlink().as_posix() == "releases/000001"


def test_equal_sites_give_equal_bytes(site: Path, tmp_path: Path) -> None:
    """Releases made at different times of the same site are the same, byte for byte."""
    published(site, tmp_path / "one")
    write(site, FILES)
    published(site, tmp_path / "other")
    assert tree(tmp_path / "one/current") == tree(tmp_path / "other/current")


def test_a_release_is_taken_back(site: Path, tmp_path: Path) -> None:
    """The one before is online again, as it was; before the first there is none."""
    target = tmp_path / "srv"
    published(site, target)
    before = tree(target / "current")
    write(site, {"index.html": PAGE + b"wrong"})
    published(site, target)
    with Releases(target) as releases:
        releases.switch(releases.previous())
        assert tree(target / "current") == before
        with pytest.raises(NoRelease, match="no release before"):
            releases.previous()


def test_old_releases_are_removed(site: Path, tmp_path: Path) -> None:
    """As many stay as are asked for, and always the one online and the one before it."""
    target = tmp_path / "srv"
    for number in range(5):
        write(site, {"index.html": PAGE + str(number).encode()})
        published(site, target, keep=2)
    assert sorted(p.name for p in (target / "releases").iterdir()) == ["000004", "000005"]
    write(site, {"index.html": PAGE + b"5"})
    published(site, target, keep=1)
    assert sorted(p.name for p in (target / "releases").iterdir()) == ["000005", "000006"]


def test_what_a_killed_process_left_is_removed(site: Path, tmp_path: Path) -> None:
    """A half-made release and a link that was not put in place are no part of the next one."""
    target = tmp_path / "srv"
    published(site, target)
    write(target / "releases" / ".making", {"half.html": b"half"})
    (target / ".current.new").symlink_to("nowhere")
    write(site, {"index.html": PAGE + b"next"})
    assert published(site, target).number == 2
    assert sorted(p.name for p in target.iterdir()) == ["current", "releases"]
    assert "half.html" not in tree(target / "current")


def test_a_folder_that_is_in_the_way_is_left_alone(site: Path, tmp_path: Path) -> None:
    """Where `current` is a real folder nothing is done."""
    write(tmp_path / "srv" / "current", {"index.html": b"mine"})
    with pytest.raises(NoRelease, match="no link that publishing made"), Releases(tmp_path / "srv"):
        pass
    assert (tmp_path / "srv/current/index.html").read_bytes() == b"mine"


def test_where_links_are_not_possible_files_are_copied(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file system without hard links costs room, not the release."""

    def refuse(*_: object) -> None:
        message = "Operation not permitted"
        raise OSError(1, message)

    target = tmp_path / "srv"
    published(site, target)
    monkeypatch.setattr(os, "link", refuse)
    write(site, {"index.html": PAGE + b"next"})
    assert published(site, target).number == 2
    assert tree(target / "current")["en/index.html"] == FILES["en/index.html"]
    shutil.rmtree(target)
