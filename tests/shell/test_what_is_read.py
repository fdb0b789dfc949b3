"""Published bytes come from the same reading as their digest."""

from __future__ import annotations

import io
import pickle
from hashlib import sha256
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from jinja2 import DictLoader, Environment, TemplateNotFound
from PIL import Image

from noticeboard.digest import digest
from noticeboard.pages.picture_variants import Variant
from noticeboard.shell.build import picture_facts
from noticeboard.shell.build.changed_file import ChangedMeanwhile
from noticeboard.shell.build.content_reader import read_content
from noticeboard.shell.build.output_files import CopiedFile, Drawing
from noticeboard.shell.build.picture_files import PictureFile, keep
from noticeboard.shell.build.project_linking import open_store
from noticeboard.shell.build.theme_templates import read_templates
from noticeboard.shell.project import project_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.mark.parametrize("mark", [digest, lambda data: sha256(data).hexdigest()])
def test_a_copied_file_has_its_digest(tmp_path: Path, mark: Callable[[bytes], str]) -> None:
    """Other bytes are never published under it."""
    file = tmp_path / "style.css"
    file.write_bytes(b"a")
    copy = CopiedFile("style.css", file, mark(b"a"), "the theme")
    assert copy.data() == b"a"
    file.write_bytes(b"b")
    with pytest.raises(ChangedMeanwhile) as changed:
        copy.data()
    assert (changed.value.problem.name, changed.value.problem.location.path) == ("changed-meanwhile", str(file))


def test_a_drawing_has_its_digest(tmp_path: Path) -> None:
    """Although it is rewritten."""
    file = tmp_path / "a.svg"
    file.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>', "utf-8")
    copy = Drawing("a.svg", file, sha256(file.read_bytes()).hexdigest(), "a.svg")
    assert b"0 0 9 9" in copy.data()
    file.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"/>', "utf-8")
    with pytest.raises(ChangedMeanwhile):
        copy.data()


def test_a_picture_is_never_kept_under_anothers_name(tmp_path: Path) -> None:
    """A picture that was replaced meanwhile is reported, and nothing is in the cache."""
    file = tmp_path / "a.png"
    Image.new("RGB", (64, 48), "teal").save(file)
    variant = Variant("media/a.webp", "a.png", sha256(file.read_bytes()).hexdigest(), 64, 48, "WEBP")
    picture = PictureFile(variant, file, tmp_path / "cache" / "key")
    Image.new("RGB", (64, 48), "red").save(file)
    for publish in (lambda: keep([picture]), picture.data):
        with pytest.raises(ChangedMeanwhile):
            publish()
    assert not (tmp_path / "cache").exists()


def project(*folders: Path) -> object:
    """A project with these template folders."""
    return SimpleNamespace(templates=folders, jinja=())


def test_templates_are_rendered_as_they_were_read(tmp_path: Path) -> None:
    """A later edit counts for the next build."""
    (tmp_path / "a.html").write_text("one\r\n", "utf-8", newline="")
    before = read_templates(project(tmp_path))
    (tmp_path / "a.html").write_text("two", "utf-8")
    environment = Environment(loader=before.loader(None), autoescape=True, keep_trailing_newline=True)
    assert environment.get_template("a.html").render() == "one\n"
    assert before.digest != read_templates(project(tmp_path)).digest


def test_the_first_folder_wins_and_the_host_has_the_rest(tmp_path: Path) -> None:
    """Overrides come before the theme, and the host has all others."""
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.html").write_text(name, "utf-8")
    (tmp_path / "second" / "bad.html").write_bytes(b"\xff")
    found = read_templates(project(tmp_path / "first", tmp_path / "second"))
    environment = Environment(loader=found.loader(DictLoader({"b.html": "host"})), autoescape=True)
    assert [environment.get_template(name).render() for name in ("a.html", "b.html")] == ["first", "host"]
    with pytest.raises(TemplateNotFound):
        environment.get_template("bad.html")


def test_linked_folders_of_templates_count(tmp_path: Path) -> None:
    """Links that Jinja would follow are read, and hidden files too; a circle of links ends."""
    theme, other = tmp_path / "theme", tmp_path / "other"
    theme.mkdir()
    other.mkdir()
    (other / "part.html").write_text("1", "utf-8")
    (theme / "linked").symlink_to(other)
    (other / "back").symlink_to(theme)
    (theme / ".hidden.html").write_text("h", "utf-8")
    before = read_templates(project(theme))
    assert [file.name for file in before.files] == ["templates/.hidden.html", "templates/linked/part.html"]
    assert [file.name for file in before.speakers] == ["templates/linked/part.html"]
    (other / "part.html").write_text("2", "utf-8")
    assert read_templates(project(theme)).digest != before.digest


def test_other_processes_report_changes_too(tmp_path: Path) -> None:
    """They make pictures as well."""
    fault = pickle.loads(pickle.dumps(ChangedMeanwhile(tmp_path / "a.png")))  # noqa: S301 - between our own processes
    assert fault.problem.location.path == str(tmp_path / "a.png")


def test_equal_pictures_are_made_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files with equal bytes share one result, in all processes."""
    kept = {}
    for number in ("1", "2"):
        monkeypatch.setenv("NOTICEBOARD_WORKERS", number)
        pictures = []
        for name, colour in (("a.png", "teal"), ("b.png", "teal"), ("c.png", "red")):
            Image.new("RGB", (64, 48), colour).save(tmp_path / name)
            mark = sha256((tmp_path / name).read_bytes()).hexdigest()
            variant = Variant(f"media/{name}.webp", name, mark, 64, 48, "WEBP")
            pictures.append(PictureFile(variant, tmp_path / name, tmp_path / number / mark))
        keep(pictures)
        kept[number] = {path.name: path.read_bytes() for path in (tmp_path / number).iterdir()}
    assert (len(kept["1"]), kept["1"] == kept["2"]) == (2, True)


FIGURES, DRAWING = "Answer;Share\nYes;60\nNo;40\n", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} 9"/>'


def png(width: int) -> bytes:
    """A picture."""
    file = io.BytesIO()
    Image.new("RGB", (width, 9), "teal").save(file, "PNG")
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("a.csv", FIGURES.encode(), FIGURES.replace("60", "70").encode()),
        ("a.svg", DRAWING.format(40).encode(), DRAWING.format(50).encode()),
        ("a.png", png(40), png(50)),
    ],
)
def test_facts_of_a_file_come_from_one_reading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, before: bytes, after: bytes
) -> None:
    """Writing to it at the same time changes nothing that is kept under its digest."""
    folder = tmp_path / "content" / "surveys" / "a"
    folder.mkdir(parents=True)
    (folder / name).write_bytes(before)
    reading = project_of({"PATH": str(tmp_path / "content"), "CACHE_PATH": str(tmp_path / "cache")})
    look = picture_facts.document_problems

    def written_to(*given: object) -> object:
        (folder / name).write_bytes(after)
        return look(*given)

    monkeypatch.setattr(picture_facts, "document_problems", written_to)
    with open_store(reading) as store:
        found = read_content(reading, store).files[f"surveys/a/{name}"]
    expected = picture_facts.file_facts(f"surveys/a/{name}", io.BytesIO(before))
    assert (folder / name).read_bytes() == after
    assert found == expected
